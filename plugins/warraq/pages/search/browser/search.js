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
// exactly (nothing is understood but the words themselves).
// Also given: understood (what was read otherwise than word by word: [{ as, typed, meant or readings }]), unread (filters that the archive can make nothing
// of, with the nearest that it knows: [{ key, value, nearest: [[value, label]] }]), complete (how many results have all words), corrected (words that the archive does not have, with what is shown instead: [{ typed, meant }]),
// suggested (words that it has, with others that were tried too), filters, facets; of a result marks and titleMarks (places of the matched
// words in excerpt and title), missing (the words it lacks), dateText (the date in words) and inferred (the date is the machine's);
// of another version of an article versionOf ({ url, title } of the one that is shown) and versionDay (its day in words).
import { marks } from "./excerpt.js";
import { isRest } from "./families.js";
import { guesses, newest, rank } from "./rank.js";
import { result } from "./result.js";
import { meant } from "./sayings.js";
import { senses } from "./senses.js";
import { facets as loaded, open } from "./store.js";
import { expect, FEW, MANY, others, related, slips, understood } from "./understanding.js";
import { folded } from "./versions.js";
import { known } from "./words.js";

// Where fewer articles than a page has have all the words, words that mean the same are looked for too.
const PAGE = 10;

const isHeaded = ({ forms }) => forms.some(([form]) => isRest(form));

// Filters need what a query by itself does not.
const narrowing = () => import("./filters.js");

export async function search(query, { limit = 10, offset = 0, facets = false, ...options } = {}) {
  const { words, all, ranked, wanted, obeyed, index, every, told, unread: unknown } = await answer(query, { ...options, dated: facets });
  const shown = ranked.best.slice(offset, offset + limit);
  const { alternatives, counts } = facets ? await narrowing() : {};
  return {
    total: ranked.best.length,
    complete: ranked.complete,
    results: await Promise.all(shown.map((article) => result(article, all, index, words))),
    ...said(words, ranked),
    understood: told,
    unread: unknown,
    filters: obeyed,
    ...(facets ? { facets: await counts(ranked.best, index, await alternatives(wanted, every, index, index.analysis)) } : {}),
  };
}

// The articles that answer a query, before anything of them is shown: { ranked: { best, complete }, words, all: with those of its phrases, phrases,
// wanted: the filters with their dates read, obeyed: as they were written, told and unread: what has to be said of it, index, every: gives the articles that it would have without filters }. `dated`: whether the index has to have their days.
export async function answer(query, { filters = {}, sort, typing = false, exactly = false, dated: asDated = false } = {}) {
  expect(String(query));
  const opened = await open();
  const { analysis } = opened;
  const read = await understood(query, opened, { typing, exactly });
  const { phrases, without } = read;
  const given = merge(read.asked.filters, filters);
  const { chosen, dates, reversed, unread, withDates, written } = Object.keys(given).length ? await narrowing() : {};
  const wanted = withDates ? await withDates(given, analysis) : given;
  let { words, all } = read;
  // The days of all articles are asked for where they decide; of equally good answers to a quick question any may come first.
  const dated = asDated || sort || Object.keys(wanted).length || (!words.length && without.length);
  const { days, taken } = dated ? await loaded() : {};
  const index = { ...opened, days, taken, typed: read.asked.filters };
  const narrowed = chosen ? await chosen(wanted, index, analysis) : null;
  const unknown = unread ? await unread(wanted, index) : [];

  let allowed = narrowed;
  let unfiltered = null;
  const narrow = (found, keep) => {
    const left = (before) => Uint8Array.from(found, (has, article) => (Boolean(has) === keep && (!before || before[article]) ? 1 : 0));
    [allowed, unfiltered] = [left(allowed), narrowed && left(unfiltered)];
  };
  const { having, behind } = phrases.length + without.length ? await import("./phrases.js") : {};
  for (const phrase of without) narrow(await having(phrase, index), false);
  const apart = allowed;
  for (const phrase of phrases) narrow(await having(phrase, index), true);

  const phrased = all.filter((of) => !words.includes(of));
  const order = (asked, left = allowed) => folded(ordered([...asked, ...phrased], index, left, sort), [...asked, ...phrased], index.versions);
  let ranked = order(words);
  const typed = ranked;
  const widened = ranked.complete < PAGE && !typing && !exactly && (await Promise.all([meant(words, analysis), import("./particles.js").then(({ particled }) => particled(words, index))])).flat().some(Boolean);
  if (widened) ranked = order(words);
  // Of words that say nothing no text decides which article comes first.
  if (!typing && !sort && all.some((of) => isHeaded(of) && !analysis.stop.has(of.token))) ranked = await (await import("./heads.js")).settled(ranked, () => order(words), all, index);
  if (words.length && !phrases.length && !typing && !exactly && ranked.complete <= FEW && (!ranked.sure || words.length === 1) && index.articles >= MANY) {
    ({ words, ranked } = await (await slips()).doubted(read, ranked, index, order));
    all = [...words, ...phrased];
  }
  if (widened && !sort) ranked = followed(ranked, typed);
  const told = [...read.told, ...others(words), ...(typing ? [] : [...related(words), ...senses(words, ranked.best)])];
  if (phrased.some((of) => !analysis.stop.has(of.token)) && !read.asked.strict && !exactly && !typing && ranked.best.length < 10) {
    const others = await behind(ranked, phrased, analysis, () => order(words, apart));
    if (others.length) told.push({ as: "apart", typed: read.asked.phrases.map((phrase) => phrase.join(" ")) });
    ranked = { ...ranked, best: [...ranked.best, ...others], complete: ranked.complete + others.length };
  }
  const obeyed = written ? written(wanted) : {};
  if (written) told.push(...dates(wanted), ...(reversed(wanted, analysis) ? [{ as: "reversed" }] : []));
  const every = () => (narrowed ? order(words, unfiltered ?? new Uint8Array(index.places).fill(1)).best : ranked.best);
  return { ranked, words, all, phrases, wanted, obeyed, index, every, told, unread: unknown };
}

// Where no article has all the words as they were typed, those that have most of them follow the few that have them in words that mean the same.
function followed(ranked, typed) {
  if (typed.complete || !ranked.complete || ranked.complete >= PAGE) return ranked;
  const had = new Set(ranked.best);
  return { ...ranked, best: [...ranked.best, ...typed.best.filter((article) => !had.has(article))] };
}

// What a reader has to be told of how the query was understood: { corrected: [{ typed, meant }], suggested: [{ typed, meant }] }, words that the archive
// does not have, and words that it has beside others that were tried as well.
function said(words, { best }) {
  const corrected = [];
  const suggested = [];
  for (const of of words) {
    if (of.apart && !corrected.some(({ typed }) => typed === of.apart.typed)) corrected.push(of.apart);
    if (of.parts && of.written.includes(" ")) corrected.push({ typed: of.written, meant: [of.written.replace(" ", "")] });
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
  const { all, words } = await understood(query, index);
  await meant(words, index.analysis);
  return (text) => marks(text, all, index.analysis).map(({ start, end }) => [start, end]);
}

function ordered(words, index, allowed, sort) {
  if (words.length) return rank(words, index, allowed, sort);
  if (!allowed) return { best: [], complete: 0, sure: true };
  const best = [...index.taken.keys()].filter((article) => index.taken[article] && allowed[article]).sort(newest(index.days));
  return { best, complete: best.length, sure: true };
}

function merge(typed, given) {
  const merged = {};
  for (const source of [typed, given])
    for (const [key, value] of Object.entries(source ?? {}))
      for (const entry of [value].flat()) if (entry) (merged[key] ??= []).push(entry.readings ? entry : String(entry));
  return merged;
}

// What few searches need is loaded when it is asked for.
export const suggest = async (...asked) => (await import("./suggest.js")).suggest(...asked);
export const kwic = async (...asked) => (await import("./kwic.js")).kwic(...asked);
export const histogram = async (...asked) => (await import("./histogram.js")).histogram(...asked);
export const similar = async (...asked) => (await import("./like.js")).similar(...asked);
