// Very long families: what the head of one leaves open of an article that may come first, the article's text says.
import { family, isRest, lengthAs } from "./families.js";
import { text } from "./store.js";

// So many of the first are read, so often at most: whoever comes before them then may be unknown. Of more than so many words, whose heads are long enough
// to load, fewer texts are read.
const FIRST = 20;
const SEVERAL = 2;
const FEWER = 14;
const ROUNDS = 2;
// Empty places before the notes: contributions.py.
const GAP = 16;

// The places of some families' forms in a text, as the index has them: [{ name, bare, core, place }], with the number of all words.
export function placed([, title, body, , , notes], names, { analysis, body: first }) {
  const found = [];
  const parts = [title, body, notes ?? ""].map((part) => analysis.tokens(part));
  const starts = [0, first, first + parts[1].length + GAP];
  for (const [part, tokens] of parts.entries())
    for (const [n, token] of tokens.entries()) {
      const { family: name, bare, core } = analysis.analyse(token);
      if (names.has(name)) found.push({ name, bare, core, place: part ? starts[part] + n : Math.min(n, first - 1) });
    }
  return { found, length: lengthAs(parts.flat().length) };
}

async function read(article, names, index) {
  const entry = await text(article).catch(() => null);
  return entry && [article, placed(entry, names, index)];
}

// Read the texts of the first articles of which something is open; false where nothing is.
async function learn(best, rests, index) {
  const names = new Set(rests.map(({ name }) => name));
  const open = best.slice(0, rests.length > SEVERAL ? FEWER : FIRST).filter((article) => rests.some((rest) => rest.in(article).length));
  const texts = (await Promise.all(open.map((article) => read(article, names, index)))).filter(Boolean);
  if (!texts.length) return false;
  for (const name of names) {
    const [rest, ...forms] = await family(name);
    const here = texts.filter(([article]) => rest.in(article).length);
    for (const form of forms) {
      const learned = here.map(([article, { found, length }]) => [article, { length, places: found.flatMap((one) => (one.name === name && one.bare === form.bare ? [one.place] : [])) }]);
      form.learn(learned.filter(([, { places }]) => places.length));
    }
    rest.learn(new Set(here.map(([article]) => article)));
  }
  return true;
}

// The articles as `order` gives them ({ best }), after the texts of the first were read as far as the index leaves something open.
export async function settled(ranked, order, words, index) {
  const rests = [...new Set(words.flatMap(({ forms }) => forms.map(([form]) => form)).filter(isRest))];
  let now = ranked;
  for (let round = 0; round < ROUNDS && rests.length && (await learn(now.best, rests, index)); round++) now = order();
  return now;
}
