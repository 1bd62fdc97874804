// What was likely meant by a word that the archive does not have, or hardly has: words that a slip of the hand or of the ear makes of it.
import { listed, sounding } from "./lists.js";

const ARTICLES = ["وال", "بال", "ال", "لل"];
// The rows of an Arabic keyboard: fingers hit the neighbour of a key.
const KEYS = ["ضصثقفغعهخحجد", "شسيبلاتنمكط", "يءوررلايهوزظ"];
// Letters that are taken for each other by ear.
const ALIKE = ["ضظ", "ذدزظ", "ثستص", "سصش", "قكجغ", "طت", "هح", "عا", "دض", "تد", "بف", "ءويا"];
// How likely a slip is, worst to best: another letter, one too many, one too few or one that hands or ears explain.
const ODD = 0.5;
const PLAIN = 0.8;
const EXPLAINED = 1;
// A vowel more or less is what ears leave open, ة for ا at the end what eyes do.
const VOWEL = 1.06;
const ENDED = 1.15;
const VOWELS = "اوي";
const ENDS = "هاي";
// How many times, as a power of two, a word has to be commoner to make up for a name that is spelt otherwise.
const BITS = 14;
// Slips begin words more rarely than they are met later on.
const FIRST = 0.95;
// So many letters has a word that is looked for by its sound.
const LONG = 5;
// How much a word that every second article has is likelier meant than one that few have.
const COMMON = 0.04;

const beside = (a, b) => b !== undefined && KEYS.some((row, n) => {
  for (let at = row.indexOf(a); at >= 0; at = row.indexOf(a, at + 1))
    if (row[at - 1] === b || row[at + 1] === b || [n - 1, n + 1].some((other) => KEYS[other]?.slice(Math.max(0, at - 1), at + 2).includes(b))) return true;
  return false;
});
const alike = (a, b) => ALIKE.some((group) => group.includes(a) && group.includes(b));

// How likely one word was typed for another that differs by one slip: a letter put in, left out, exchanged, or two neighbours turned round; 0 where
// they differ by more.
export function near(typed, meant) {
  if (Math.abs(typed.length - meant.length) > 1 || typed === meant) return 0;
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same++;
  const where = same === 0 ? FIRST : 1;
  if (typed.length === meant.length) {
    if (same > 2 && same === typed.length - 1 && ENDS.includes(typed[same]) && ENDS.includes(meant[same])) return ENDED;
    if (typed.slice(same + 1) === meant.slice(same + 1))
      return where * (beside(typed[same], meant[same]) || alike(typed[same], meant[same]) ? EXPLAINED : ODD);
    return typed[same] === meant[same + 1] && typed[same + 1] === meant[same] && typed.slice(same + 2) === meant.slice(same + 2) ? where * EXPLAINED : 0;
  }
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  if (short.slice(same) !== long.slice(same + 1)) return 0;
  const letter = long[same];
  if (same > 0 && short.length > 3 && VOWELS.includes(letter)) return VOWEL;
  const explained = long === meant || letter === long[same - 1] || beside(letter, long[same - 1]) || beside(letter, long[same + 1]);
  return where * (explained ? EXPLAINED : PLAIN);
}

// Of a short word a slip in the middle leaves neither half whole: what it may have been begins like one of these.
function* middles(word) {
  const turned = (at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  if (word.length === 3) {
    yield* [turned(0), turned(1)];
    for (const group of ALIKE) if (group.includes(word[1])) for (const letter of group) if (letter !== word[1]) yield word[0] + letter + word[2];
  } else if (word.length === 4) yield turned(1);
}

async function around(word) {
  const half = Math.min(2, word.length - 1);
  const fronts = new Set([word, ...middles(word)].map((one) => one.slice(0, half)));
  const found = await Promise.all([...[...fronts].map((front) => listed("front", front)), listed("back", word.slice(-half))]);
  return found.flat();
}

const best = (found, most) =>
  [...new Map(found.sort((a, b) => a.rank - b.rank || (a.word > b.word ? -1 : 1)).map((entry) => [entry.word, entry])).values()]
    .sort((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1)).slice(0, most);

// Letters that two sounds differ by, a vowel counted half.
function apart(a, b) {
  const cost = (letter) => ("awy".includes(letter) ? 0.5 : 1);
  let row = [0];
  for (const letter of b) row.push(row.at(-1) + cost(letter));
  for (const letter of a) {
    const next = [row[0] + cost(letter)];
    for (let n = 1; n <= b.length; n++)
      next.push(Math.min(row[n] + cost(letter), next[n - 1] + cost(b[n - 1]), row[n - 1] + (letter === b[n - 1] ? 0 : Math.max(cost(letter), cost(b[n - 1])))));
    row = next;
  }
  return row[b.length];
}

// So unlike at most are words that are one name.
const LEAST = 0.55;
// What a letter more, less or exchanged costs where two words sound alike.
const COSTS = { vowel: 0.25, alike: 0.3, other: 1 };
const weight = (letter) => (VOWELS.includes(letter) || letter === "ه" ? COSTS.vowel : COSTS.other);
const exchanged = (a, b) => (a === b ? 0 : VOWELS.includes(a) && VOWELS.includes(b) ? COSTS.vowel : alike(a, b) ? COSTS.alike : COSTS.other);

// How unlike two words are that sound alike.
export function unlike(a, b) {
  let row = [0];
  for (const letter of b) row.push(row.at(-1) + weight(letter));
  for (const letter of a) {
    const next = [row[0] + weight(letter)];
    for (let n = 1; n <= b.length; n++) next.push(Math.min(row[n] + weight(letter), next[n - 1] + weight(b[n - 1]), row[n - 1] + exchanged(letter, b[n - 1])));
    row = next;
  }
  return row[b.length];
}

// Words that sound like another, the likest first: all of them, or those in Arabic letters only.
export async function sounds(word, analysis, most) {
  const consonants = analysis.consonants(word);
  if (consonants.length < 2) return [];
  const heard = analysis.sound(word);
  const found = [];
  for (const entry of await sounding(consonants)) {
    const distance = apart(heard, analysis.sound(entry.word));
    // The shorter a word, the more others sound like it.
    if (entry.word !== word && distance <= heard.length / 5) found.push({ ...entry, distance, rank: EXPLAINED - distance / 4 + COMMON * entry.common });
  }
  // One vowel more than the likest has is allowed: Twitter is تويتر, whoever wrote تويثير.
  const least = Math.min(...found.map(({ distance }) => distance));
  return best(found.filter(({ distance }) => distance <= least + 0.5), most);
}

// Up to `most` words of the archive that are one slip from a word, as typed or without its particles, likeliest first.
export async function corrections(word, analysis, most) {
  const typed = [...new Set([word.core, word.bare, word.token])].filter((form) => form.length > 2);
  // The lists have words without particles: «كاثيرن» is كاثرين, of which ك was taken for one.
  const before = (form) => (form === word.core && word.bare.endsWith(form) ? word.bare.slice(0, -form.length) : "");
  const found = [];
  for (const form of typed)
    for (const entry of await around(form)) {
      const likely = near(form, entry.word);
      if (likely) found.push({ ...entry, spelt: before(form) + entry.spelt, rank: likely + COMMON * entry.common });
    }
  // A slip in the article itself: whatever follows it has to be right.
  for (const article of ARTICLES)
    for (const size of [article.length - 1, article.length, article.length + 1]) {
      const rest = word.token.slice(size);
      if (size > 0 && rest.length > 2 && near(word.token.slice(0, size), article))
        for (const entry of await listed("front", rest)) if (entry.word === rest) found.push({ ...entry, rank: PLAIN + COMMON * entry.common });
    }
  // In a long word several vowels may be others: names from abroad have many spellings.
  const sounding = (await Promise.all([...new Set([word.core, word.bare])].filter(({ length }) => length >= LONG).map(async (form) =>
    (await sounds(form, analysis, most)).map((entry) => ({ ...entry, spelt: before(form) + entry.spelt, cost: unlike(form, entry.word) }))))).flat();
  const least = best([...found], 1)[0]?.common ?? -1;
  const likely = sounding.filter(({ cost, common }) => cost <= LEAST && common > least);
  for (const entry of likely.length || found.length ? likely : sounding) found.push({ ...entry, rank: EXPLAINED - entry.cost / 2 + COMMON * entry.common });
  return best(found, most);
}

// A long word with a vowel less, or another, or another end: what stands once in an archive is in no list.
export function* revowelled(token) {
  for (let at = 1; at < token.length; at++)
    if (VOWELS.includes(token[at])) yield token.slice(0, at) + token.slice(at + 1);
  if (ENDS.includes(token.at(-1))) for (const end of ENDS) if (end !== token.at(-1)) yield token.slice(0, -1) + end;
}

// Up to `most` words that begin like one that is still being typed.
export async function completions(word, most) {
  if (word.core.length < 2) return [];
  const found = await listed("front", word.core);
  return best(found.filter((entry) => entry.word !== word.core).map((entry) => ({ ...entry, rank: entry.common })), most);
}

// What begins names of two words.
const NAMING = ["بن", "ابن", "ابو", "ابي", "ام", "عبد", "بني", "غير", "شبه", "لا", "ما", "كل"];

// A word that was typed as two: whether the archive has them as one is for the index to say. And two that were typed as one: [first, second].
// `named`: only names of two words are looked for.
export async function halves(token, analysis, named = false) {
  const found = [];
  for (const first of NAMING) {
    const core = token.startsWith(first) && token.length - first.length > 2 ? analysis.analyse(token.slice(first.length)).core : "";
    const common = core.length > 2 ? (await listed("front", core)).find(({ word }) => word === core)?.common : 0;
    if (common) found.push({ pair: [first, token.slice(first.length)], rank: common + 1 });
  }
  for (let at = 3; at <= token.length - 3 && !named; at++) {
    const pair = [token.slice(0, at), token.slice(at)];
    const cores = pair.map((part) => analysis.analyse(part).core);
    if (cores.some((core) => core.length < 3)) continue;
    const listings = await Promise.all(cores.map((core) => listed("front", core)));
    const commons = listings.map((entries, n) => entries.find((entry) => entry.word === cores[n])?.common ?? 0);
    if (commons.every(Boolean)) found.push({ pair, rank: Math.min(...commons) + (/^(?:و?ال|لل)/u.test(pair[1]) ? 3 : 0) });
  }
  return found.sort((a, b) => b.rank - a.rank)[0]?.pair ?? null;
}

// Arabic words that a name in Latin letters, or Arabic typed with them, was likely meant for, the likeliest first: by how it is spelt, and by how often the
// archive has them. `sure`: nothing in it speaks against the word.
export async function heard(token, analysis, most) {
  const { spellings, unlikely } = await import("./latin.js");
  const forms = [token, ...(token.length > 5 && /^[ae]l/u.test(token) ? [token.slice(2)] : [])];
  const keys = new Set(forms.flatMap((form) => [...spellings(form)]).flatMap((form) => {
    const key = analysis.consonants(form);
    return [key, key.replace(/(.)\1+/gu, "$1")];
  }));
  const found = [];
  for (const key of keys) if (key.length > 1 || (key && token.length > 2))
    for (const entry of await sounding(key)) {
      if (!analysis.arabic.test(entry.word) || analysis.stop.has(entry.word)) continue;
      const cost = Math.min(...forms.map((form) => unlikely(form, entry.word)));
      if (cost <= Math.max(0.5, token.length * 0.16)) found.push({ ...entry, cost, rank: (entry.common - BITS * cost) / 4, sure: cost < 0.5 });
    }
  const all = best(found, most);
  return all.filter(({ rank }) => rank > all[0].rank - 2);
}
