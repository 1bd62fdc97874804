// What narrows results: source, tag, language, year, before, after; and how many results each choice would leave.
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
  if (wanted.language) {
    const asked = new Set(wanted.language.map((code) => known.languages.indexOf(code.toLowerCase())));
    made.language = (article) => asked.has(known.language[article] ?? 0);
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

// Several years, sources or languages are chosen together: what each of the others would add is counted without those that are chosen.
const ALTERNATIVES = { year: ["year", "before", "after"], source: ["source"], language: ["language"] };

// For each kind of choice that is made the articles that all other choices leave; `every` are the results before any choice.
export async function alternatives(wanted, every, index, analysis) {
  const made = {};
  let all;
  for (const [kind, keys] of Object.entries(ALTERNATIVES)) {
    if (!keys.some((key) => wanted[key])) continue;
    const others = await chosen(Object.fromEntries(Object.entries(wanted).filter(([key]) => !keys.includes(key))), index, analysis);
    all ??= every();
    made[kind] = all.filter((article) => !others || others[article]);
  }
  return made;
}

const digits = (n, size) => String(n).padStart(size, "0");
// A day as it is sorted by, without its day: "2009-03", or "2009" where no month is known.
const month = (day) => digits(Math.floor(day / 10000), 4) + (day % 10000 >= 100 ? `-${digits(Math.floor(day / 100) % 100, 2)}` : "");

// { year, source, tag, language, month }: of each [value, label, results], most first (years: newest first; months: oldest first, and undated last as "").
// `best` are the results; `of` has other articles for some kinds (`alternatives`).
export async function counts(best, index, of = {}) {
  const known = await everything(index);
  const tally = (kind, values) => {
    const sums = new Map();
    for (const article of of[kind] ?? best) for (const value of values(article)) sums.set(value, (sums.get(value) ?? 0) + 1);
    return [...sums];
  };
  const most = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  return {
    year: tally("year", (article) => (known.days[article] ? [Math.floor(known.days[article] / 10000)] : []))
      .sort((a, b) => b[0] - a[0]).map(([year, n]) => [String(year), String(year), n]),
    source: tally("source", (article) => (known.sources[known.source[article]] ? [known.source[article]] : []))
      .sort(most).map(([n, times]) => [known.sources[n], known.sources[n], times]),
    tag: tally("tag", (article) => known.tag[article]).sort(most).map(([n, times]) => [...known.tags[n], times]),
    language: tally("language", (article) => [known.language?.[article] ?? 0]).sort(most).map(([n, times]) => [known.languages?.[n] ?? "", "", times]),
    month: tally("year", (article) => [known.days[article] ? month(known.days[article]) : ""])
      .sort(([a], [b]) => (a === "") - (b === "") || (a < b ? -1 : 1)).map(([value, n]) => [value, value, n]),
  };
}
