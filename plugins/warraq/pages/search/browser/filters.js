// What narrows results: source, tag, language, year, before, after, and -source and the like, without them; and how many results each choice would leave.
import { languagesOf } from "./languages.js";
import { facets as loaded } from "./store.js";
import { isSynonym } from "./words.js";

const number = (date, rest) => {
  const [year, month, day] = String(date).split("-").map(Number);
  return year >= 0 ? year * 10000 + (month || rest) * 100 + (day || rest) : NaN;
};

const western = (value, analysis) => analysis.tokens(value).join("-");
const ISO = /^\d{4}(?:-\d{1,2}){0,2}$/u;
// Whether a calendar has it: no 2009-13, no 2009-02-30.
function exists(date) {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

// The first and the last day of what a filter names: a date that was read (dates.js), or one as addresses have it. Undefined where it is none.
function span(value, analysis) {
  if (value.readings) return value.readings[0].span;
  const date = western(value, analysis);
  return ISO.test(date) && exists(date) ? [number(date, 0), number(date, 99)] : undefined;
}

const folded = (value, analysis) => analysis.tokens(value).map((token) => analysis.analyse(token).bare).join(" ");

// Which of the archive's sources a name means: in an address that which is written so, else all that bear a name of the same concept or have it in them,
// under any name in any language, else by its sound. `typed`: the filters that stand in the query itself.
async function sourcesOf(name, known, { labels, analysis, typed = {} }) {
  const exact = known.sources.indexOf(name);
  const isTyped = [typed.source, typed["-source"]].some((values) => values?.includes(name));
  if (exact >= 0 && !isTyped) return [exact];
  const fold = folded(name, analysis);
  const called = fold ? (known.called ?? []).flatMap(([names, numbers]) => (names.some((one) => folded(one, analysis) === fold) ? numbers : [])) : [];
  if (exact >= 0) return [...new Set([exact, ...called])];
  if (!fold) return [];
  const names = known.sources.map((source) => folded(source, analysis));
  // A few letters in the midst of a word are no name: «بي» is not in العربي.
  const has = (other, part) => ` ${other}`.includes(part.length > 3 ? part : ` ${part}`);
  const within = (part) => names.flatMap((other, n) => (has(other, part) ? [n] : []));
  const direct = [...new Set([...within(fold), ...called])];
  if (direct.length) return direct;
  const other = (labels.get(fold) ?? []).flatMap((concept) => concept.names ?? []).flatMap(within);
  if (other.length || !/^[a-z]{3,}(?: [a-z]{3,})?$/u.test(fold)) return [...new Set(other)];
  const { unlikely } = await import("./latin.js");
  const heard = fold.split(" ").at(-1).replace(/^[ae]l(?=.{4})/u, "");
  return names.flatMap((source, n) => (source.split(" ").some((word) => analysis.arabic.test(word) && unlikely(heard, word) < 0.5) ? [n] : []));
}

function tagsOf(tag, known, analysis) {
  const fold = folded(tag, analysis);
  const ids = known.names.get(fold) ?? [];
  return known.tags.flatMap(([id, label], n) => (id.toLowerCase() === tag.toLowerCase() || label === tag || folded(label, analysis) === fold || ids.includes(id) ? [n] : []));
}

const kindOf = (key) => key.replace("-", "");
const READ = {
  source: sourcesOf,
  tag: (value, known, { analysis }) => tagsOf(value, known, analysis),
  language: (value, known, { analysis }) => languagesOf(value, known, analysis),
};
const numbers = async (key, value, known, index) => READ[kindOf(key)](value, known, index);

// The longest of the names that a filter's value and the words behind it make, where the archive has one, else the one that is likest one of the archive's:
// { value, taken, known: whether it has one }.
async function longest({ key, value, words }, index) {
  const known = await everything(index);
  const names = [value, ...words.map((_, n) => [value, ...words.slice(0, n + 1).map(({ raw }) => raw)].join(" "))];
  // Of a source all its words are asked for here: «BBC News» is no BBC.
  for (let taken = words.length; taken >= 0; taken--) if ((await numbers(key, names[taken], known, index)).length) return { value: names[taken], taken, known: true };
  const near = names.map((name) => nearest(key, name, known, index.analysis)[0]?.[2] ?? 0);
  const taken = near.indexOf(Math.max(...near));
  return { value: names[taken], taken, known: false };
}

// Let the filters of a query (query.js) have all words of their values, and each other value that stands behind an OR: what belongs to them.
export async function taking({ behind, filters }, index) {
  const taken = new Set();
  for (const { others, ...filter } of behind) {
    const { key, value: typed, words } = filter;
    const found = await longest(filter, index);
    filters[key] = filters[key].map((one) => (one === typed ? found.value : one));
    for (const of of words.slice(0, found.taken)) taken.add(of);
    let whole = found.taken === words.length;
    for (const { or, words: [first, ...rest] } of others) {
      const other = whole && (await longest({ key, value: first.raw, words: rest }, index));
      if (!other.known) break;
      filters[key].push(other.value);
      for (const one of [or, first, ...rest.slice(0, other.taken)]) taken.add(one);
      whole = other.taken === rest.length;
    }
  }
  return taken;
}

const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, n) => text.slice(n, n + 2));

// Names of the archive that are like a filter's value, the likest first: [value, label, how like].
function nearest(key, value, known, analysis) {
  const had = pairs(folded(value, analysis));
  const like = (label) => {
    const other = pairs(folded(label, analysis));
    return (2 * other.filter((pair) => had.includes(pair)).length) / Math.max(1, had.length + other.length);
  };
  if (kindOf(key) === "language") return known.languages.filter(Boolean).map((code) => [code, code, 1]);
  const all = kindOf(key) === "source" ? known.sources.map((name) => [name, name, like(name)]) : known.tags.map(([id, label]) => [id, label, Math.max(like(label), like(id))]);
  return all.filter(([name, , near]) => name && near > 0.3).sort((a, b) => b[2] - a[2]);
}

// What an address has of our calendar, as results have it: 2009, 2009-03, 2009-03-15. No year of that calendar that an archive has is 1430.
const PLAIN = /^(?!1[2-4])\d{4}(?:-\d\d){0,2}$/u;

// The filters with the days read that an address names otherwise: after=15/12/2009, year=1430هـ, from=۱۳۹۲.
export async function withDates(wanted, analysis) {
  const made = { ...wanted };
  for (const key of ["year", "before", "after", "from", "to"])
    if (wanted[key]?.some((value) => !value.readings && !PLAIN.test(value))) {
      const [{ boundAt }, { dateValue }] = await Promise.all([import("./whole.js"), import("./query.js")]);
      made[key] = wanted[key].map((value) => (value.readings || PLAIN.test(value) ? value : dateValue(value, analysis, boundAt)?.value ?? value));
    }
  return made;
}

// What has to be said of those days; and all filters as they were written.
export const dates = (wanted) => Object.values(wanted).flat().filter(({ readings }) => readings).map(({ readings, written: typed }) => ({ as: "date", typed, readings }));
export const written = (wanted) => Object.fromEntries(Object.entries(wanted).map(([key, values]) => [key, values.map((value) => value.written ?? value)]));

// Whether the vocabulary has a name, though no article has it as a filter would.
const isCalled = (value, { labels, analysis }) => (labels.get(folded(value, analysis)) ?? []).some(({ id }) => !isSynonym(id));

// The filters that the archive can make nothing of: [{ key, value, nearest: [[value, label]] }]; `none`: a name of the vocabulary that no article has so.
export async function unread(wanted, index) {
  const found = [];
  for (const [key, values] of Object.entries(wanted))
    for (const value of values) {
      if (!READ[kindOf(key)]) {
        if (!span(value, index.analysis)) found.push({ key, value, nearest: [] });
        continue;
      }
      const known = await everything(index);
      if ((await numbers(key, value, known, index)).length) continue;
      const none = kindOf(key) !== "language" && isCalled(value, index);
      found.push(none ? { key, value, nearest: [], none } : { key, value, nearest: nearest(key, value, known, index.analysis).slice(0, 3).map(([id, label]) => [id, label]) });
    }
  return found;
}

// Whether the filters want what is later than the latest day that they want.
export function reversed(wanted, analysis) {
  const ends = (keys, end) => keys.flatMap((key) => (wanted[key] ?? []).map((value) => span(value, analysis)?.[end] ?? NaN)).filter(Number.isFinite);
  return Math.max(...ends(["from"], 0), ...ends(["after"], 1)) > Math.min(...ends(["to"], 1), ...ends(["before"], 0));
}

// For each kind of filter a test of an article; `known` are the facets of all articles.
async function tests(wanted, known, index) {
  const { analysis } = index;
  const made = {};
  const within = (day, [first, last]) => day >= first && day <= last;
  if (wanted.year) {
    const years = wanted.year.map((year) => span(year, analysis)).filter(Boolean);
    made.year = (article) => years.some((year) => within(known.days[article], year));
  }
  if (wanted.source) {
    const fits = new Set((await Promise.all(wanted.source.map((name) => sourcesOf(name, known, index)))).flat());
    made.source = (article) => fits.has(known.source[article]);
  }
  if (wanted.tag) {
    // Each further tag narrows: an article has to have them all.
    const sets = wanted.tag.map((tag) => new Set(tagsOf(tag, known, analysis)));
    made.tag = (article) => sets.every((set) => known.tag[article].some((n) => set.has(n)));
  }
  if (wanted.language) {
    const asked = new Set(wanted.language.flatMap((name) => languagesOf(name, known, analysis)));
    made.language = (article) => asked.has(known.language[article] ?? 0);
  }
  const before = (wanted.before ?? []).map((date) => span(date, analysis)?.[0] ?? NaN);
  const after = (wanted.after ?? []).map((date) => span(date, analysis)?.[1] ?? NaN);
  const from = (wanted.from ?? []).map((date) => span(date, analysis)?.[0] ?? NaN);
  const to = (wanted.to ?? []).map((date) => span(date, analysis)?.[1] ?? NaN);
  if ([before, after, from, to].some(({ length }) => length))
    made.date = (article) => {
      const day = known.days[article];
      return day > 0 && before.every((end) => day < end) && after.every((end) => day > end) && from.every((end) => day >= end) && to.every((end) => day <= end);
    };
  for (const [key, values] of Object.entries(wanted).filter(([name]) => name.startsWith("-")))
    for (const [n, value] of values.entries()) {
      // What means nothing lets nothing through, here too.
      const means = (await unread({ [key]: [value] }, index)).every(({ none }) => none);
      const without = Object.values(await tests({ [kindOf(key)]: [value] }, known, index));
      made[key + n] = (article) => means && !without.every((test) => test(article));
    }
  return made;
}

// allowed[article] is 1 where all filters let it through; null where there is no filter.
export async function chosen(wanted, index, analysis) {
  if (!Object.keys(wanted).length) return null;
  const known = await everything(index);
  const all = Object.values(await tests(wanted, known, { ...index, analysis }));
  return known.taken.map((taken, article) => (taken && all.every((test) => test(article)) ? 1 : 0));
}

async function everything(index) {
  const known = await loaded();
  known.names ??= new Map([...index.labels].map(([name, ids]) => [name, ids.map(({ id }) => id)]));
  return known;
}

// Several years, sources or languages are chosen together: what each of the others would add is counted without those that are chosen.
const ALTERNATIVES = { year: ["year", "before", "after", "from", "to"], source: ["source"], language: ["language"] };

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
