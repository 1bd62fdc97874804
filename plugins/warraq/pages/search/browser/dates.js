// Dates in a query, as newspapers and results write them: 8 نوفمبر 2009, تشرين الثاني 2009, ٥ رمضان ١٤٣٠هـ, ۱۷ آبان ۱۳۸۸, 8/11/2009.
import { span } from "./calendars.js";
import { months as listed, weekdays } from "./months.js";

const ERAS = { "ه": "hijri", "هجري": "hijri", "هجريه": "hijri", "ق": "hijri", "هق": "hijri", "ah": "hijri", "م": "gregorian", "ميلادي": "gregorian", "ميلاديه": "gregorian",
  "ad": "gregorian", "ce": "gregorian", "ش": "persian", "هش": "persian", "شمسي": "persian" };
const BETWEEN = new Set(["من", "في", "عام", "سنه", "العام", "لعام", "لسنه", "سال", "of", "in"]);
const BEFORE = new Set(["شهر", "يوم", "بتاريخ", "الموافق", "ماه"]);
const YEAR = /^(\d{4})([^\d.]*)$/u;
const OF_DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/u;
const YEAR_DAY = /^(\d{1,2})([^\d.]+)$/u;
const YEAR_MONTH = /^(\d{1,2})([^\d.]*)$/u;
const SIGN = /^\s*([/\-–.])\s*$/u;
// Of a year by itself, and of one that no month explains.
const YEARS = { gregorian: [1500, 2199], hijri: [1200, 1599], persian: [1200, 1499] };
const RECENT = 2040;

// «الخامس من نوفمبر», «الحادي والعشرين من رمضان».
const FIRST = ["الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"];
const AGAIN = { "الحادي": 1, "الحاديه": 1 };
const TENS = { "عشر": 10, "والعشرين": 20, "والعشرون": 20, "والثلاثين": 30, "والثلاثون": 30 };
const WHOLE = { "العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30 };

// As readers write a name of two words: ربيع أول, جماد الثاني, ذوالقعدة.
export function* spellings(name) {
  yield name;
  const short = name.replace(/^جمادي(?= )/u, "جماد");
  if (short !== name) yield* spellings(short);
  const bare = name.replace(/ ال/u, " ");
  if (bare !== name && !/^ذ[وي] /u.test(name)) yield bare;
  const joined = name.replace(/^(ذ[وي]) /u, "$1");
  if (joined !== name) yield joined;
}

let names;
function tables(analysis) {
  if (names) return names;
  names = { months: new Map(), weekdays: new Set(weekdays.map((name) => analysis.tokens(name).join(" "))) };
  for (const [calendar, number, name] of listed)
    for (const key of spellings(analysis.tokens(name).join(" "))) {
      const known = names.months.get(key) ?? [];
      if (!known.some(({ month, calendar: of }) => month === number && of === calendar)) names.months.set(key, [...known, { calendar, month: number }]);
    }
  return names;
}

// The day of a month at a place, in numbers or in words: { day, end, said: in words }.
function dayAt(words, at) {
  const number = OF_DAY.exec(words[at].token);
  if (number) return { day: Number.parseInt(number[1], 10), end: at + 1 };
  const token = words[at].token;
  const one = AGAIN[token] ?? FIRST.indexOf(token) + 1;
  const ten = one && one < 10 ? TENS[words[at + 1]?.token] : 0;
  const day = ten ? one + ten : WHOLE[token] ?? (AGAIN[token] ? 0 : one);
  return day ? { day, end: at + (ten ? 2 : 1), said: true } : null;
}

// A month's name at a place, the longest: [{ calendar, month }], with how many words it takes.
function monthAt(words, at, { months }) {
  for (let size = 3; size > 0; size--) {
    const key = words.slice(at, at + size).map(({ token }) => token).join(" ").replace(/ماه$/u, "").trim();
    const found = words.length >= at + size && months.get(key);
    if (found) return { found, end: at + size, short: key.length < 3 };
  }
  return null;
}

// A year at a place: { year, era, end }; words such as «عام» may stand before it, «هـ» behind it.
function yearAt(words, at) {
  let place = at;
  while (BETWEEN.has(words[place]?.token) && place < at + 2) place++;
  const [, year, behind] = YEAR.exec(words[place]?.token ?? "") ?? [];
  if (!year || (behind && !ERAS[behind])) return null;
  let era = behind && ERAS[behind];
  let end = place + 1;
  while (ERAS[words[end]?.token] && end < place + 3 && words[end].token !== "ق") era = ERAS[words[end++].token];
  return { year: +year, era: era || null, end };
}

const between = (calendar, year) => year >= YEARS[calendar][0] && year <= YEARS[calendar][1];
// Which calendars a year without a month's name may be of: today's Persian years were Hijri ones two generations ago.
function calendars({ year, era }, persian) {
  if (era) return between(era, year) ? [era] : [];
  if (between("gregorian", year) && year >= 1600) return ["gregorian"];
  return (persian ? ["persian", "hijri"] : ["hijri", "persian"]).filter((calendar) => between(calendar, year) && span({ calendar, year })?.[0] < RECENT * 10000);
}

// 8/11/2009, 2009-11-08, 8.11.2009: every reading of it.
function numeric(words, at) {
  const joined = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(words[at].token);
  const three = joined ? joined.slice(1) : words.slice(at, at + 3).map(({ token }) => token);
  const signs = joined ? [".", "."] : words.slice(at + 1, at + 3).map(({ gap }) => SIGN.exec(gap)?.[1]);
  if (three.length < 3 || !signs[0] || signs[0] !== signs[1]) return null;
  const first = YEAR.test(three[0]);
  const last = at + (joined ? 0 : 2);
  // An era stands behind the whole date: 1436/10/7هـ.
  const [, day, era] = (first && YEAR_DAY.exec(three[2])) || [];
  if (ERAS[era]) three[2] = day;
  const year = first ? three[0] + (ERAS[era] ? era : "") : three[2];
  const found = yearAt([{ token: year }, ...words.slice(last + 1)], 0);
  if (!found) return null;
  const [a, b] = (first ? three.slice(1) : three).map((token) => (OF_DAY.test(token) ? Number.parseInt(token, 10) : 0));
  const written = words.slice(at, last + 1).map(({ raw }) => raw ?? "").join("");
  const orders = first ? [[b, a]] : [[a, b], [b, a]];
  const all = calendars(found, /[۰-۹]/u.test(written)).flatMap((calendar) => orders.map(([day, month]) => ({ calendar, year: found.year, month, day })));
  const end = last + found.end;
  const meant = all.filter(({ calendar, month, day }, n) => month >= 1 && month <= 12 && day >= 1 && (calendar === "gregorian" || first || n % 2 === 0));
  return made(meant, end) ?? (meant.some(({ day }) => day <= 31) ? { readings: [], end } : null);
}

function made(readings, end) {
  const seen = new Set();
  const found = readings.map((one) => ({ ...one, span: span(one) })).filter((one) => one.span && !seen.has(String(one.span)) && seen.add(String(one.span)));
  return found.length ? { readings: found, end } : null;
}

function named(words, at, known) {
  const number = dayAt(words, at);
  const after = number?.end ?? at;
  const link = number && BETWEEN.has(words[after]?.token) ? 1 + BEFORE.has(words[after + 1]?.token) : 0;
  // «الثاني» says what it likes: «الثاني من مارس» is a day.
  const month = (number?.said ? null : monthAt(words, after, known)) ?? (link ? monthAt(words, after + link, known) : null);
  if (!month) return null;
  let { day } = number ?? {};
  let { end } = month;
  // «November 8, 2009»
  const behind = !day && OF_DAY.exec(words[end]?.token ?? "");
  if (behind && yearAt(words, end + 1)) day = Number.parseInt(behind[1], 10) + 0 * end++;
  // «تشرين الثاني (نوفمبر) 2009», «آبان ماه ۱۳۸۸»
  const again = monthAt(words, end, known);
  if (again?.found.some((one) => month.found.some((other) => other.calendar === one.calendar && other.month === one.month))) ({ end } = again);
  if (BEFORE.has(words[end]?.token)) end++;
  const year = yearAt(words, end);
  const all = year ? month.found.filter(({ calendar }) => between(calendar, year.year) && (!year.era || year.era === calendar)) : [];
  if (all.length) return made(all.map((one) => ({ ...one, year: year.year, ...(day ? { day } : {}) })), year.end) ?? (day <= 31 ? { readings: [], end: year.end } : null);
  // A day of every year: «25 يناير». «مارس» alone is a word, and what two letters say is no month.
  if (!day || !number || month.short || day > 31 || (year && year.year > 1000)) return null;
  return { readings: month.found.slice(0, 1).filter((one) => day <= longest(one)).map((one) => ({ ...one, day })), end };
}

// How many days a month has at most.
const longest = ({ calendar, month }) => (calendar === "gregorian" ? new Date(Date.UTC(2000, month, 0)).getUTCDate() : calendar === "persian" && month < 7 ? 31 : 30);

// The date that begins at one of a query's words ([{ token, gap, raw }], `gap` being what stands before it): { readings: [{ calendar, year, month, day, span }], end };
// without readings where no calendar has the day.
export function daysAt(words, at, analysis) {
  const known = tables(analysis);
  let from = at;
  for (const size of [1, 2]) if (known.weekdays.has(words.slice(at, at + size).map(({ token }) => token).join(" ")) && words[at + size]) { from = at + size; break; }
  while (BEFORE.has(words[from]?.token) && words[from + 1]) from++;
  const found = numeric(words, from) ?? named(words, from, known);
  if (found) return found;
  // 1430هـ, 2009م: a year that says of which calendar it is.
  const year = YEAR.test(words[at].token) && yearAt(words, at);
  return year?.era && between(year.era, year.year) ? made([{ calendar: year.era, year: year.year }], year.end) : null;
}

// The same where a calendar has the day.
export function dateAt(words, at, analysis) {
  const found = daysAt(words, at, analysis);
  return found?.readings.length ? found : null;
}

// Where a day ends that begins at one of the words and that no calendar has: «30 فبراير 2013».
export function noDayAt(words, at, analysis) {
  const found = daysAt(words, at, analysis);
  return found && !found.readings.length ? found.end : null;
}

// The year that four Persian digits alone say, ۱۳۹۲, as { calendar, year, span }.
export function yearIn(written) {
  const digits = /^[۰-۹]{4}$/u.test(written) ? Array.from(written, (digit) => digit.charCodeAt(0) - 0x6f0).join("") : "";
  const calendar = digits && calendars({ year: +digits }, true).find((one) => one !== "gregorian");
  return calendar ? { calendar, year: +digits, span: span({ calendar, year: +digits }) } : null;
}

// A year, a month or a day as a filter has it: a year alone is one too, and 2009-11, and 1430-05هـ.
export function boundAt(words, at, analysis) {
  const found = dateAt(words, at, analysis);
  if (found?.readings[0].span) return found;
  const [, number = 0, sign = ""] = (/^\d{4}$/u.test(words[at].token) && SIGN.test(words[at + 1]?.gap ?? "") && YEAR_MONTH.exec(words[at + 1].token)) || [];
  const month = sign && !ERAS[sign] ? 0 : Number(number);
  const year = yearAt(words, at);
  // Of a day that no calendar has, 2013-02-30, the month alone would be another filter than the one that was typed.
  if (!year || (month && SIGN.test(words[at + 2]?.gap ?? "") && /^\d{1,2}$/u.test(words[at + 2].token))) return null;
  // The digits of Persian say of which calendar a year is, as in a query: ۱۳۹۲.
  if (month) year.era ||= ERAS[sign] ?? null;
  const persian = !year.era && yearIn((words[year.end - 1].raw ?? "").slice(0, 4));
  const of = (persian ? [persian.calendar] : calendars(year, false)).map((calendar) => ({ calendar, year: year.year, ...(month ? { month } : {}) }));
  return made(month > 12 ? [] : of, month ? at + 2 : year.end);
}
