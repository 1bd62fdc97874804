// What narrows results: source, tag, year, before, after; and how many results each choice would leave.
import { facets as loaded } from "./store.js";

const number = (date, rest) => {
  const [year, month, day] = String(date).split("-").map(Number);
  return year >= 0 ? year * 10000 + (month || rest) * 100 + (day || rest) : NaN;
};

const western = (value, analysis) => analysis.tokens(value).join("-");

// For each kind of filter a test of an article; `known` are the facets of all articles.
function tests(wanted, known, analysis) {
  const fold = (value) => analysis.tokens(value).map((token) => analysis.analyse(token).bare).join(" ");
  const made = {};
  if (wanted.year) {
    const years = new Set(wanted.year.map((year) => +western(year, analysis)));
    made.year = (article) => years.has(Math.floor(known.days[article] / 10000));
  }
  if (wanted.source) {
    const exact = wanted.source.filter((name) => known.sources.includes(name));
    const asked = wanted.source.filter((name) => !exact.includes(name)).map(fold).filter(Boolean);
    const fits = known.sources.map((name) => exact.includes(name) || asked.some((part) => fold(name).includes(part)));
    made.source = (article) => fits[known.source[article]];
  }
  if (wanted.tag) {
    // Each further tag narrows: an article has to have them all.
    const sets = wanted.tag.map((tag) => new Set(known.tags.flatMap(([id, label], n) =>
      id.toLowerCase() === tag.toLowerCase() || label === tag || fold(label) === fold(tag) || known.names.get(fold(tag))?.includes(id) ? [n] : [])));
    made.tag = (article) => sets.every((set) => known.tag[article].some((n) => set.has(n)));
  }
  const before = (wanted.before ?? []).map((date) => number(western(date, analysis), 0));
  const after = (wanted.after ?? []).map((date) => number(western(date, analysis), 99));
  if (before.length || after.length)
    made.date = (article) => known.days[article] > 0 && before.every((day) => known.days[article] < day) && after.every((day) => known.days[article] > day);
  return made;
}

// allowed[article] is 1 where all filters let it through; null where there is no filter.
export async function chosen(wanted, index, analysis) {
  if (!Object.keys(wanted).length) return null;
  const all = Object.values(tests(wanted, await everything(index), analysis));
  return Uint8Array.from({ length: index.articles }, (_, article) => (all.every((test) => test(article)) ? 1 : 0));
}

async function everything(index) {
  const known = await loaded();
  known.names ??= new Map([...index.labels].map(([name, ids]) => [name, ids.map(({ id }) => id)]));
  return known;
}

// { year, source, tag }: of each [value, label, results], most first (years: newest first).
export async function counts(best, index) {
  const known = await everything(index);
  const tally = (values) => {
    const sums = new Map();
    for (const article of best) for (const value of values(article)) sums.set(value, (sums.get(value) ?? 0) + 1);
    return [...sums];
  };
  const most = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  return {
    year: tally((article) => (known.days[article] ? [Math.floor(known.days[article] / 10000)] : []))
      .sort((a, b) => b[0] - a[0]).map(([year, n]) => [String(year), String(year), n]),
    source: tally((article) => (known.sources[known.source[article]] ? [known.source[article]] : []))
      .sort(most).map(([n, times]) => [known.sources[n], known.sources[n], times]),
    tag: tally((article) => known.tag[article]).sort(most).map(([n, times]) => [...known.tags[n], times]),
  };
}
