// Search in this archive. The only seam: whoever searches imports this and knows nothing of what lies under it.
//
//   search(query, { limit = 10, filters = {}, sort } = {}) → { total, results: [{ url, title, excerpt, date, source }] }
//
// filters: { source, tag, year, before, after }, a string or a list of strings each; sort: "date" for the newest first.
// Also understood: offset (for the next ten), typing (the last word may be unfinished), facets (counts to narrow the results by).
// Also given: complete (how many results have all words), corrected ([{ typed, meant }]), suggestions, filters, facets; of a result marks
// and titleMarks (places of the matched words in excerpt and title), dateText (the date in words) and inferred (the date is the machine's).
import { chosen, counts } from "./filters.js";
import { excerpt, marks } from "./excerpt.js";
import { completions, corrections } from "./neighbours.js";
import { parse } from "./query.js";
import { count, rank, withPhrase } from "./rank.js";
import { open, text } from "./store.js";
import { concept, NEAR, widen, word } from "./words.js";

const SITE = new URL("../", import.meta.url);
// So many words that may have been meant are tried: each may cost a file.
const MEANT = 10;
// A word that so few articles of an archive of some size have may be a slip too, where no article has all words.
const RARE = 3;
const MANY = 1000;

async function correct(of, analysis, typing, corrected) {
  const known = of.forms.length > 0;
  const found = typing ? await completions(of, MEANT) : [];
  if (!found.length) found.push(...(await corrections(of, MEANT)));
  // The rarer of two is worth a little more: the common one stands everywhere, whatever was meant.
  const rarest = found.toSorted((a, b) => a.common - b.common);
  await Promise.all(rarest.map((entry, n) => widen(of, entry.word, analysis, entry.articled, NEAR.guessed - n / 100)));
  if (!known && !typing) corrected.push({ typed: of.token, meant: found.slice(0, 3).map((entry) => entry.spelt) });
}

async function named(words, { labels, analysis }) {
  const asked = [];
  for (let from = 0; from < words.length; from++)
    for (let to = Math.min(words.length, from + 8); to > from; to--) {
      const ids = labels.get(words.slice(from, to).map((of) => of.bare).join(" "));
      if (ids) {
        for (const found of ids) for (const of of words.slice(from, to)) asked.push(concept(of, found, analysis));
        break;
      }
    }
  await Promise.all(asked);
}

// The words of a query, as the index has them.
async function understood(query, index, filters, typing) {
  const { analysis } = index;
  const asked = parse(query, analysis);
  const wanted = merge(asked.filters, filters);
  const spoken = asked.words.filter((token) => !analysis.stop.has(token));
  const tokens = [...new Set(spoken.length || asked.phrases.length ? spoken : asked.words)];
  // An article whose word is still to come says nothing yet.
  if (typing && tokens.length > 1 && analysis.description.articles.includes(tokens.at(-1))) tokens.pop();
  const each = (phrase) => Promise.all(phrase.map((token) => word(token, analysis)));
  const [words, phrases, without] = await Promise.all([each(tokens), Promise.all(asked.phrases.map(each)), Promise.all(asked.without.map(each))]);
  await named(words, index);
  const corrected = [];
  await Promise.all(words.map((of, n) =>
    of.forms.some(([, near]) => near >= NEAR.core) ? null : correct(of, analysis, typing && n === words.length - 1, corrected)));
  const phrased = phrases.flat().filter((of) => !analysis.stop.has(of.token));
  return { wanted, words, phrases, without, corrected, all: [...words, ...phrased] };
}

export async function search(query, { limit = 10, offset = 0, filters = {}, sort, typing = false, facets = false } = {}) {
  const index = await open();
  const { analysis } = index;
  const { wanted, words, phrases, without, corrected, all } = await understood(query, index, filters, typing);
  const narrowed = await chosen(wanted, index, analysis);

  let allowed = narrowed;
  const narrow = (found, keep) => {
    allowed = Uint8Array.from(found, (has, article) => (Boolean(has) === keep && (!allowed || allowed[article]) ? 1 : 0));
  };
  for (const phrase of phrases) narrow(withPhrase(phrase, index.articles), true);
  for (const phrase of without) narrow(withPhrase(phrase, index.articles), false);

  let ranked = all.length || allowed ? order(all, index, allowed, sort) : { best: [], complete: 0 };
  if (words.length > 1 && !ranked.complete && index.articles >= MANY && words.every((of) => of.forms.length)) {
    const rare = words.filter((of) => of.core.length > 2 && count(of) <= RARE && !corrected.some(({ typed }) => typed === of.token));
    await Promise.all(rare.map((of) => correct(of, analysis, false, corrected)));
    if (rare.length) ranked = order(all, index, allowed, sort);
  }
  return {
    total: ranked.best.length,
    complete: ranked.complete,
    results: await Promise.all(ranked.best.slice(offset, offset + limit).map((article) => result(article, all, analysis))),
    corrected,
    filters: wanted,
    ...(facets ? { facets: await counts(ranked.best, index) } : {}),
  };
}

// A function that gives the places of a query's words in a text: [[start, end]].
export async function marker(query) {
  const index = await open();
  const { all } = await understood(query, index, {}, false);
  return (text) => marks(text, all, index.analysis).map(({ start, end }) => [start, end]);
}

function order(words, index, allowed, sort) {
  if (words.length) return rank(words, index, allowed, sort);
  const best = [];
  for (let article = index.articles - 1; article >= 0; article--) if (!allowed || allowed[article]) best.push(article);
  return { best, complete: best.length };
}

function merge(typed, given) {
  const merged = {};
  for (const source of [typed, given])
    for (const [key, value] of Object.entries(source ?? {}))
      for (const entry of [value].flat()) if (entry) (merged[key] ??= []).push(String(entry));
  return merged;
}

async function result(article, words, analysis) {
  const [url, title, body, date, source, notes, dateText, inferred] = await text(article);
  const found = excerpt(body, words, analysis);
  const noted = !found.marks.length && notes ? excerpt(notes, words, analysis) : found;
  const best = noted.marks.length ? noted : found;
  return {
    url: new URL(url, SITE).href, title, excerpt: best.text, date, dateText, inferred: Boolean(inferred), source,
    marks: best.marks, titleMarks: marks(title, words, analysis).map(({ start, end }) => [start, end]),
  };
}
