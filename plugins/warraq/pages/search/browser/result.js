// One article as readers meet it in a list of results.
import { excerpt, marks } from "./excerpt.js";
import { text } from "./store.js";

export const SITE = new URL("../", import.meta.url);

// The words of a query that an article has in no form, as they were written.
const missing = (words, article) => words.filter((of) => !of.forms.some(([form]) => form.in(article).length)).map((of) => of.written);

// { url, title, excerpt, date, source … }, as search.js describes it. `words` are marked, and those of `needed` that it lacks are named.
export async function result(article, words, { analysis, versions }, needed = words) {
  const [url, title, body, date, source, notes, dateText, inferred, versionDay] = await text(article);
  const shown = versions.has(article) ? await text(versions.get(article)) : null;
  const found = excerpt(body, words, analysis);
  const noted = !found.marks.length && notes ? excerpt(notes, words, analysis) : found;
  const best = noted.marks.length ? noted : found;
  return {
    url: new URL(url, SITE).href, title, excerpt: best.text, date, dateText, inferred: Boolean(inferred), source,
    marks: best.marks, titleMarks: marks(title, words, analysis).map(({ start, end }) => [start, end]), missing: missing(needed, article),
    ...(shown ? { versionOf: { url: new URL(shown[0], SITE).href, title: shown[1] }, versionDay } : {}),
  };
}
