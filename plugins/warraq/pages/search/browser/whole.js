// Dates and large numbers as words of a query: what the index has of them, in every spelling.
import { later, span } from "./calendars.js";
import { boundAt as bounded, daysAt, noDayAt, spellings, yearIn } from "./dates.js";
import { Made, row, whole } from "./made.js";
import { months } from "./months.js";
import { numberAt, separated, unitNames } from "./quantities.js";
import { family } from "./families.js";
import { facets } from "./store.js";

// An article of that very day, one that says it; one of the day before or behind it, where months began by sight of the moon; of the other reading.
const EXACT = 1;
const BESIDE = 0.9;
const OTHER = 0.8;
// Where so few say a day in its own calendar, those that say it in ours follow.
const FEW = 10;
const ACROSS = 0.85;
// Of a date without a year what a text says is meant first: «ثورة 25 يناير».
const ANY_YEAR = 0.5;

// A date as a filter has it; without readings where no calendar has the day, which is all of the filter's value nonetheless.
export function boundAt(words, at, analysis) {
  const found = bounded(words, at, analysis);
  const end = found ? null : noDayAt(words, at, analysis);
  return end ? { readings: null, end } : found;
}

// What is written like one of the tokens: 1436ه, a letter behind its number, is of the family of 1436.
const forms = async (tokens, analysis) =>
  (await Promise.all(tokens.map(async (token) => (await family(analysis.analyse(token).family, true)).filter((form) => form.bare === token)))).flat();
const twice = (n) => (n < 10 ? [String(n), `0${n}`] : [String(n)]);
const ENDINGS = { gregorian: ["", "م"], hijri: ["", "ه"], persian: [""] };

async function monthForms({ calendar, month }, analysis) {
  if (calendar === "gregorian") return [await family(`=month-${month}`, true), 4];
  const listed = months.filter(([other, number]) => other === calendar && number === month).map(([, , name]) => analysis.tokens(name).join(" "));
  const bare = (name) => name.split(" ").map((token) => analysis.analyse(token).bare).join(" ");
  const names = [...new Map(listed.flatMap((name) => [...spellings(name)]).map((name) => [bare(name), name.split(" ")])).values()];
  // Of a name of two words the second tells the month apart: «ربيع الأول».
  const parts = await Promise.all(names.map(async (name) => {
    const found = await Promise.all(name.map(async (token) => (await family(analysis.analyse(token).family, true)).filter((form) => form.bare === analysis.analyse(token).bare)));
    return found.length > 1 ? (found.every((part) => part.length) ? [row(found)] : []) : found[0];
  }));
  return [parts.flat(), 3];
}

// Where texts say a date in words or in numbers.
async function said(reading, analysis) {
  const { calendar, year, month, day } = reading;
  const years = year ? await forms(ENDINGS[calendar].map((ending) => year + ending), analysis) : null;
  if (!month) return years;
  if (years && !years.length) return [];
  const [names, apart] = await monthForms(reading, analysis);
  const days = day ? await forms(twice(day), analysis) : null;
  const rows = [];
  if (names.length) {
    if (day && year) rows.push(row([days, names, years], apart), row([names, days, years], apart));
    else rows.push(day ? row([days, names]) : row([names, years], apart));
  }
  if (day && year) {
    const numbers = await forms(twice(month), analysis);
    const last = await forms(twice(day).map((one) => `${one}${ENDINGS[calendar].at(-1)}`), analysis);
    rows.push(row([days, numbers, years]), row([years, numbers, [...days, ...last]]));
  }
  return rows;
}

function labels({ calendar, year, month, day }, analysis) {
  const names = months.filter(([other, number]) => other === calendar && number === month).map(([, , name]) => analysis.tokens(name).map((token) => analysis.analyse(token, false).stem));
  const years = year ? ENDINGS[calendar].map((ending) => year + ending) : [];
  if (!month) return years.map((one) => [one]);
  const days = day ? twice(day) : [];
  return [
    ...names.flatMap((name) => (days.length ? days.flatMap((d) => [[d, ...name], ...years.map((y) => [d, ...name, y])]) : years.map((y) => [...name, y]))),
    ...(day && year ? years.flatMap((y) => twice(month).flatMap((m) => days.flatMap((d) => [[d, m, y], [y, m, d]]))) : []),
  ];
}

// A day as our calendar has it, which is what a page says of it.
const gregorian = ({ span: [day] }) => ({ calendar: "gregorian", year: Math.floor(day / 10000), month: Math.floor(day / 100) % 100, day: day % 100 });

// The articles whose own day is one that `fits`.
const ofDays = (days, fits) => new Made(new Map([...days.entries()].filter(([, day]) => fits(day)).map(([article]) => [article, [0]])));

// A date as a word: articles of the day come beside those that say it.
async function dated({ readings }, written, index) {
  const { days } = await facets();
  const found = [];
  const marked = readings.flatMap((reading) => labels(reading, index.analysis));
  for (const [n, reading] of readings.entries()) {
    const weight = n ? OTHER : EXACT;
    const own = (from, to) => ofDays(days, (day) => day >= from && day <= to);
    const direct = await said(reading, index.analysis);
    for (const form of direct) found.push([form, weight]);
    const same = reading.calendar !== "gregorian" && reading.year && reading.day && direct.reduce((sum, { count }) => sum + count, 0) < FEW && gregorian(reading);
    if (same) {
      for (const form of await said(same, index.analysis)) found.push([form, weight * ACROSS]);
      marked.push(...labels(same, index.analysis));
    }
    if (!reading.year) {
      const same = (day) => day % 10000 === reading.month * 100 + reading.day;
      if (reading.calendar === "gregorian") found.push([ofDays(days, same), ANY_YEAR, undefined, true]);
      continue;
    }
    const [from, to] = reading.span;
    found.push([own(from, to), weight, undefined, true]);
    if (reading.calendar === "hijri" && reading.day) found.push([own(later(from, -1), later(to, 1)), weight * BESIDE, undefined, true]);
  }
  const of = whole(written, found, marked);
  of.own = found.filter(([, , , own]) => own).map(([form]) => form);
  of.told = { as: "date", typed: written, readings };
  return of;
}

// A year among other words: what says it, and, further back, what is of it.
async function yeared(reading, written, { analysis }) {
  const { days } = await facets();
  const [from, to] = reading.span;
  const own = ofDays(days, (day) => day >= from && day <= to);
  const of = whole(written, [...(await said(reading, analysis)).map((form) => [form, EXACT]), [own, ANY_YEAR]], labels(reading, analysis));
  of.own = [own];
  of.told = reading.calendar === "gregorian" ? { as: "year", typed: written, meant: String(reading.year) } : { as: "date", typed: written, readings: [reading] };
  return of;
}

// Of which year a word is: 2009, and ۱۳۹۲, which its digits call a Persian one.
function yearOf({ token, raw }) {
  const year = /^(?:19|20)\d\d$/u.test(token) ? { calendar: "gregorian", year: +token } : null;
  return year ? { ...year, span: span(year) } : yearIn(raw);
}

async function counted({ spellings, counted: many }, written, { analysis }) {
  const found = (await forms(spellings, analysis)).map((form) => [form, EXACT]);
  const marked = spellings.map((spelling) => [spelling]);
  for (const [number, size] of many) {
    const numbers = await forms([number], analysis);
    for (const name of unitNames(size)) {
      const unit = await family(analysis.analyse(name).family, true);
      if (numbers.length && unit.length) found.push([row([numbers, unit]), EXACT]);
      marked.push(...[...new Set(unit.map((form) => form.stem))].map((stem) => [number, stem]));
    }
  }
  const of = whole(written, found, marked);
  of.told = { as: "number", typed: written, meant: [...(many.length ? spellings.slice(0, 1) : spellings), ...many.map(([number, size]) => `${number} ${unitNames(size)[0]}`)] };
  return of;
}

function spelt(words, at) {
  const spellings = separated(words[at].token);
  return spellings.length > 1 ? { spellings, counted: [], end: at + 1 } : null;
}

// What of a query's words is a date or a large number: { rest: the other words, wholes: promises of words, nodays: days that no calendar has, as they were written }.
export function apart(words, index) {
  const rest = [];
  const wholes = [];
  const nodays = [];
  // What is asked for twice is searched for once.
  const had = new Set();
  for (let at = 0; at < words.length; ) {
    const date = daysAt(words, at, index.analysis);
    const found = date ?? numberAt(words, at) ?? spelt(words, at);
    const written = found && words.slice(at, found.end).map(({ gap, raw }, n) => (n ? gap : "") + raw).join("");
    if (date && !date.readings.length) {
      nodays.push(written);
      rest.push(...words.slice(at, date.end));
      at = date.end;
      continue;
    }
    const year = found ? null : yearOf(words[at]);
    const read = date ? () => dated(date, written, index) : found ? () => counted(found, written, index) : year ? () => yeared(year, words[at].raw, index) : null;
    const key = words.slice(at, found?.end ?? at + 1).map(({ token }) => token).join(" ");
    if (!read) rest.push(words[at]);
    else if (!had.has(key)) {
      had.add(key);
      wholes.push(read());
    }
    at = found?.end ?? at + 1;
  }
  return { rest, wholes, nodays };
}
