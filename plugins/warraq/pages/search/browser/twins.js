// Words of the archive that were typed for others that sound or look like them: «حضر النفط» is حظر النفط. Two words that no article has side by side are
// doubted; where many have the other beside the second, it is looked for too, and named.
import { listed } from "./lists.js";
import { row } from "./made.js";
import { count } from "./rank.js";
import { isNamed, NEAR, formsOf, widen, word } from "./words.js";

// Letters that ears, dialects and eyes take for each other.
const ALIKE = ["ضظ", "ذد", "ذز", "ثس", "ثت", "صس", "طت", "قغ", "غج", "قج"];
// So many articles have a pair that is meant, and so many times those that have the pair as it was typed.
const MANY = 5;

const together = (first, second) => row([first, second]).count + row([second, first]).count;

// A word with one letter exchanged for one like it.
function* twins(core) {
  for (const [at, letter] of [...core].entries())
    for (const group of ALIKE) if (group.includes(letter)) for (const other of group) if (other !== letter) yield core.slice(0, at) + other + core.slice(at + 1);
}

// What one word was likely typed for, by how many articles have that beside its neighbour.
async function meant(of, neighbour, analysis) {
  const beside = formsOf(neighbour);
  const found = await Promise.all([...new Set(twins(of.core))].map(async (core) => {
    const entry = (await listed("front", core)).find((one) => one.word === core);
    // A pair that many articles have is of words that many have.
    if (!entry || 2 ** entry.common <= MANY) return [];
    const many = together(formsOf(await word(core, analysis, entry.articled, true)), beside);
    return many >= MANY ? [{ ...entry, many, rank: 1 }] : [];
  }));
  return found.flat().sort((a, b) => b.many - a.many)[0];
}

// Let words stand for what they were likely typed for: `pairs` of words that no article has side by side.
export async function exchanged(pairs, { analysis }) {
  await Promise.all(pairs.map(async (pair) => {
    const found = (await Promise.all(pair.map((of, n) => (of.core.length > 2 && !isNamed(of) ? meant(of, pair[1 - n], analysis) : null)))).map((entry, n) => ({ entry, of: pair[n] })).filter(({ entry }) => entry);
    const [likeliest] = found.sort((a, b) => b.entry.many - a.entry.many || count(a.of) - count(b.of));
    if (!likeliest || likeliest.of.guessed) return;
    likeliest.of.guessed = [likeliest.entry];
    await widen(likeliest.of, likeliest.entry, analysis, NEAR.seated);
  }));
}
