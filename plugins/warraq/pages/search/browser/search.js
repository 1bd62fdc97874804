// Search in this archive. The only seam: whoever searches imports this and knows nothing of what lies under it. docs/search.md has it in full.
//
//   search(query, { limit = 10, filters = {}, sort } = {}) → { total, results: [{ url, title, excerpt, date, source }] }
//   suggest(query, { limit = 6 } = {}) → [{ query, label, kind }]
//   kwic(query, { filters = {}, order, at, limit = 500 } = {}) → { lines: [{ before, hit, after, url, … }], next }
//   histogram(query, { filters = {} } = {}) → { unit, columns: [{ period, count, chosen }], undated }
//   similar(url, { limit = 10, filters = {} } = {}) → as search
//
// filters: { source, tag, year, before, after }, a string or a list of strings each; sort: "date" for the newest first.
// Also understood: offset (for the next ten), typing (the last word may be unfinished), facets (counts to narrow the results by).
// Also given: complete (how many results have all words), corrected (words that the archive does not have, with what is shown instead: [{ typed, meant }]),
// suggested (words that it has, with others that were tried too), filters, facets; of a result marks and titleMarks (places of the matched
// words in excerpt and title), missing (the words it lacks), dateText (the date in words) and inferred (the date is the machine's);
// of another version of an article versionOf ({ url, title } of the one that is shown) and versionDay (its day in words).
import { marks } from "./excerpt.js";
import { alternatives, chosen, counts } from "./filters.js";
import { completions, corrections, halves, sounds } from "./neighbours.js";
import { parse } from "./query.js";
import { count, guesses, newest, rank, withPhrase } from "./rank.js";
import { result } from "./result.js";
import { facets as loaded, open } from "./store.js";
import { folded } from "./versions.js";
import { concept, known, NEAR, widen, word } from "./words.js";

// So many words that may have been meant are tried: each may cost a file. Fewer where the word stands in the archive itself.
const MEANT = 12;
const OTHERS = 4;
// Where so few articles of an archive of some size answer, what was typed may be a slip though it is a word.
const FEW = 3;
const MANY = 1000;
// So many words of a query are doubted, the rarest first.
const DOUBTED = 3;
// How far a likelier slip outweighs another.
const LEAN = 8;
const LATIN = /^[a-z]{3,}$/u;

// Let a word stand for what was likely meant by it too; `weight` of the likeliest, which the rest follows at a distance.
async function guess(of, found, analysis, weight) {
  of.guessed = found;
  const top = found[0]?.rank;
  // The rarer of two is worth a little more: the common one stands everywhere, whatever was meant.
  const rarest = found.toSorted((a, b) => a.common - b.common);
  await Promise.all(rarest.map((entry, n) => widen(of, entry, analysis, weight * (1 - (top - entry.rank) / LEAN - n / 100))));
}

async function correct(of, analysis, typing) {
  const found = typing ? await completions(of, MEANT) : [];
  if (!found.length) found.push(...(await corrections(of, analysis, MEANT)));
  of.completed = typing;
  await guess(of, found, analysis, of.forms.length ? NEAR.doubted : NEAR.guessed);
}

// A name in Latin letters stands for what sounds like it in Arabic ones too.
async function transliterate(of, analysis) {
  if (LATIN.test(of.token) && !of.labels.length)
    await guess(of, (await sounds(of.token, analysis, OTHERS)).filter(({ word }) => !LATIN.test(word)), analysis, NEAR.stem);
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

const short = (token) => token.length < 3;

// Two words typed for one become one where the archive lacks one of the two, or wherever it has the two as one (`boldly`).
async function joined(words, analysis, boldly) {
  const made = [];
  for (const of of words) {
    const before = made.at(-1);
    if (before && !before.parts && (boldly || short(before.token) || short(of.token) || !known(before) || !known(of))) {
      const both = await word(before.token + of.token, analysis);
      if (known(both) && !(known(before) && known(of) && !boldly)) {
        made.splice(-1, 1, Object.assign(both, { written: `${before.written} ${of.written}`, parts: true }));
        continue;
      }
    }
    made.push(of);
  }
  return made;
}

// The words of a query, as the index has them.
async function understood(query, index, filters, typing) {
  const { analysis } = index;
  const asked = parse(query, analysis);
  const wanted = merge(asked.filters, filters);
  const each = (tokens) => Promise.all(tokens.map(async (token) => Object.assign(await word(token, analysis), { written: asked.written.get(token) ?? token })));
  const unsaid = (of) => analysis.stop.has(of.token);
  const tokens = asked.words.filter((token, n, all) => all.indexOf(token) === n);
  // An article whose word is still to come says nothing yet.
  if (typing && tokens.length > 1 && analysis.description.articles.includes(tokens.at(-1))) tokens.pop();
  const [typed, phrases, without] = await Promise.all([each(tokens), Promise.all(asked.phrases.map(each)), Promise.all(asked.without.map(each))]);
  let words = typing ? typed : await joined(typed, analysis, false);
  const spoken = words.filter((of) => !unsaid(of));
  if (spoken.length || phrases.length) words = spoken;
  await named(words, index);
  await Promise.all(words.map((of, n) => (known(of) || of.labels.length ? null : correct(of, analysis, typing && n === words.length - 1))));
  await Promise.all(words.map((of) => (of.guessed?.length ? null : transliterate(of, analysis))));
  words = (await Promise.all(words.map(async (of) => {
    if (typing || of.forms.length || of.token.length < 6) return [of];
    const pair = await halves(of.token, analysis);
    return pair ? (await each(pair)).map((part) => Object.assign(part, { parts: true })) : [of];
  }))).flat();
  const phrased = phrases.flat().filter((of) => !unsaid(of));
  return { wanted, words, phrases, without, typed, all: [...words, ...phrased] };
}

// What else may have been meant where an answer is poor: two words as one, or others that a slip makes of them.
async function doubted(read, ranked, index, order) {
  const { analysis } = index;
  const { words } = read;
  if (!ranked.complete && words.length > 1) {
    const together = (await joined(read.typed, analysis, true)).filter((of) => !analysis.stop.has(of.token));
    if (together.some(({ parts }) => parts)) {
      const other = order(together);
      if (other.complete) return { words: together, ranked: other };
    }
  }
  const rare = words.filter((of) => of.core.length > 2 && !of.guessed && known(of) && !of.labels.length).sort((a, b) => count(a) - count(b));
  // Hardly anybody slips twice: one word that the archive lacks explains a poor answer.
  if (words.some((of) => of.guessed && !known(of))) return { words, ranked };
  const tried = words.length > 1 ? rare.slice(0, DOUBTED) : rare.filter((of) => count(of) <= FEW);
  await Promise.all(tried.map(async (of) => guess(of, await corrections(of, analysis, OTHERS), analysis, NEAR.other)));
  if (!tried.length) return { words, ranked };
  // What has the words themselves comes first.
  const other = order(words);
  const first = ranked.best.slice(0, ranked.complete);
  const had = new Set(first);
  return { words, ranked: { ...other, best: [...first, ...other.best.filter((article) => !had.has(article))], complete: ranked.complete || other.complete } };
}

export async function search(query, { limit = 10, offset = 0, facets = false, ...options } = {}) {
  const { words, all, ranked, wanted, index, every } = await answer(query, { ...options, dated: facets });
  const shown = ranked.best.slice(offset, offset + limit);
  return {
    total: ranked.best.length,
    complete: ranked.complete,
    results: await Promise.all(shown.map((article) => result(article, all, index, words))),
    ...said(words, ranked),
    filters: wanted,
    ...(facets ? { facets: await counts(ranked.best, index, await alternatives(wanted, every, index, index.analysis)) } : {}),
  };
}

// The articles that answer a query, before anything of them is shown: { ranked: { best, complete }, words, all: with those of its phrases, phrases,
// wanted: the filters, index, every: gives the articles that it would have without filters }. `dated`: whether the index has to have their days.
export async function answer(query, { filters = {}, sort, typing = false, dated: asDated = false } = {}) {
  const opened = await open();
  const { analysis } = opened;
  const read = await understood(query, opened, filters, typing);
  const { wanted, phrases, without } = read;
  let { words, all } = read;
  // The days of all articles are asked for where they decide; of equally good answers to a quick question any may come first.
  const dated = asDated || sort || Object.keys(wanted).length || (!words.length && without.length);
  const index = dated ? { ...opened, days: (await loaded()).days } : opened;
  const narrowed = await chosen(wanted, index, analysis);

  let allowed = narrowed;
  let unfiltered = null;
  const narrow = (found, keep) => {
    const left = (before) => Uint8Array.from(found, (has, article) => (Boolean(has) === keep && (!before || before[article]) ? 1 : 0));
    [allowed, unfiltered] = [left(allowed), narrowed && left(unfiltered)];
  };
  for (const phrase of phrases) narrow(withPhrase(phrase, index.articles), true);
  for (const phrase of without) narrow(withPhrase(phrase, index.articles), false);

  const phrased = all.filter((of) => !words.includes(of));
  const order = (asked, left = allowed) => folded(ordered([...asked, ...phrased], index, left, sort), [...asked, ...phrased], index.versions);
  let ranked = order(words);
  if (words.length && !phrases.length && !typing && ranked.complete <= FEW && !ranked.sure && index.articles >= MANY) {
    ({ words, ranked } = await doubted(read, ranked, index, order));
    all = [...words, ...phrased];
  }
  const every = () => (narrowed ? order(words, unfiltered ?? new Uint8Array(index.articles).fill(1)).best : ranked.best);
  return { ranked, words, all, phrases, wanted, index, every };
}

// What a reader has to be told of how the query was understood: { corrected: [{ typed, meant }], suggested: [{ typed, meant }] }, words that the archive
// does not have, and words that it has beside others that were tried as well.
function said(words, { best }) {
  const corrected = [];
  const suggested = [];
  for (const of of words) {
    if (of.written.includes(" ")) corrected.push({ typed: of.written, meant: [of.written.replace(" ", "")] });
    if (!of.guessed || of.completed) continue;
    const met = guesses(of, best.slice(0, 10)).slice(0, 3);
    const own = known(of) || of.forms.some(([, , spelt]) => !spelt);
    if (own) { if (met.length) suggested.push({ typed: of.written, meant: met }); }
    else corrected.push({ typed: of.written, meant: met.length ? met : of.guessed.slice(0, 3).map(({ spelt }) => spelt) });
  }
  return { corrected, suggested };
}

// A function that gives the places of a query's words in a text: [[start, end]].
export async function marker(query) {
  const index = await open();
  const { all } = await understood(query, index, {}, false);
  return (text) => marks(text, all, index.analysis).map(({ start, end }) => [start, end]);
}

function ordered(words, index, allowed, sort) {
  if (words.length) return rank(words, index, allowed, sort);
  if (!allowed) return { best: [], complete: 0, sure: true };
  const best = Array.from({ length: index.articles }, (_, article) => article).filter((article) => allowed[article]).sort(newest(index.days));
  return { best, complete: best.length, sure: true };
}

function merge(typed, given) {
  const merged = {};
  for (const source of [typed, given])
    for (const [key, value] of Object.entries(source ?? {}))
      for (const entry of [value].flat()) if (entry) (merged[key] ??= []).push(String(entry));
  return merged;
}

// What few searches need is loaded when it is asked for.
export const suggest = async (...asked) => (await import("./suggest.js")).suggest(...asked);
export const kwic = async (...asked) => (await import("./kwic.js")).kwic(...asked);
export const histogram = async (...asked) => (await import("./histogram.js")).histogram(...asked);
export const similar = async (...asked) => (await import("./like.js")).similar(...asked);
