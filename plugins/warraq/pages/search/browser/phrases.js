// Which articles have words side by side, in their order.
import { placed } from "./heads.js";
import { Made } from "./made.js";
import { count } from "./rank.js";
import { text } from "./store.js";
import { NEAR, formsOf, PHRASE, word } from "./words.js";

// So many texts are read rather than the places of a very common word, and so many bytes for each (a thousand of a family's are some eight hundred packed).
const TEXTS = 128;
const BYTES = 1400;
const PACKED = 800;

// Whether the words stand in an article in their order, as typed or with particles before them; of an `idle` one that is not known yet.
function stand(words, article) {
  const exact = words.map((of) => of.idle || new Set(formsOf(of).flatMap((form) => [...form.in(article)])));
  const first = exact.findIndex((found) => found !== true);
  return [...exact[first]].some((place) => exact.every((found, n) => found === true || found.has(place + n - first)));
}

function articlesWith(words, total) {
  const found = new Uint8Array(total);
  const rarest = words.filter((of) => !of.idle).reduce((a, b) => (count(a) <= count(b) ? a : b));
  for (const form of formsOf(rarest)) for (const article of form.read().articles) if (!found[article] && stand(words, article)) found[article] = 1;
  return found;
}

// Let a very common word of a phrase have the places that some texts have it at.
function learn(of, texts) {
  const long = new Map(texts.map(([article, { length }]) => [article, length]));
  const form = (fits) => new Made(new Map(texts.map(([article, { found }]) => [article, found.filter(fits).map(({ place }) => place)]).filter(([, places]) => places.length)), long);
  const typed = form(({ bare }) => bare === of.bare);
  const particled = form(({ bare, core }) => bare !== of.bare && core === of.core);
  Object.assign(of, { idle: false, inTexts: true, forms: [[typed, NEAR.bare], [particled, NEAR.core]].filter(([{ count: some }]) => some) });
}

// Let very common words of phrases have all their places.
async function loaded(words, analysis) {
  const wanted = words.filter((of) => of.idle || of.inTexts);
  await Promise.all(wanted.map(async (of) => Object.assign(of, { inTexts: false, idle: false, forms: (await word(of.token, analysis, false, PHRASE)).forms })));
}

// Look for very common words in the texts of the articles that have the others, where there are few and that is less to load; whether it was done.
async function inTexts(common, articles, index) {
  const size = common.reduce((sum, { family }) => sum + PACKED * index.large.get(family), 0);
  if (articles.length > Math.min(TEXTS, size / BYTES)) return false;
  const families = new Set(common.map(({ family }) => family));
  const texts = await Promise.all(articles.map(async (article) => [article, placed(await text(article), families, index)])).catch(() => null);
  if (texts) for (const of of common) learn(of, texts);
  return Boolean(texts);
}

// The articles that have the phrase: by its rarer words first; the very common ones are loaded, the shorter before the longer, until texts can say the rest.
export async function having(words, index) {
  for (;;) {
    const found = articlesWith(words, index.places);
    const common = words.filter((of) => of.idle).sort((a, b) => index.large.get(a.family) - index.large.get(b.family));
    if (!common.length) return found;
    if (!(await inTexts(common, [...found.keys()].filter((article) => found[article]), index))) await loaded(common.slice(0, 1), index.analysis);
  }
}

// What stands in «…» may be quoted from anywhere: where few articles have it so, these follow, which have its words.
export async function behind(ranked, phrased, analysis, order) {
  await loaded(phrased, analysis);
  const { best, complete } = order();
  const had = new Set(ranked.best);
  return best.slice(0, complete).filter((article) => !had.has(article));
}
