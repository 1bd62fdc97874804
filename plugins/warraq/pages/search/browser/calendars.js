// Days of the calendars that newspapers are dated by: Gregorian, Umm al-Qura, Persian. A day is a number, 20091108. Hijri months of 1343 to 1500 are those of the
// printed calendars, as on the pages (pages/calendars.py): what a browser knows of the years before 1420 is calculated, and up to two days off. All else is the browser's.
const known = {};
const NAMES = { hijri: "islamic-umalqura", persian: "persian" };
const DAY = 86_400_000;
// The first day of each, how long its years are, and how long its months.
const BEGINS = { hijri: [Date.UTC(622, 6, 19), 354.36708, 29.530589], persian: [Date.UTC(622, 2, 22), 365.24219, 30.44] };

// How many days more than 28 each month has, in two bits; a few of those that were printed have 28, or 31. A test holds them equal to hijridate's.
const PRINTED = { from: 1343, to: 1500, first: Date.UTC(1924, 7, 1), lengths:
  "mmoqWZmZmdimWmlpWmmlmZpcmZqOZlmmmZWmmZmZmmaWZmmZmZmmWZpZmZmapllpqZZZmZmamZmZmZmZmZmamZipmZmamZmZmZmZmZmamZppmZmZmWZqZmWaZmZmmZpamZlpZamZlmaa" +
  "mZmZZmZmmZmZmmWZmmlmZpmZmZmZmlmppZmaWZmaaZmZmZmamZplmZmaWZmamVmamZlpmmWZmplmZpmZmZpmZmZpplmaZmWZqZlmamZZaamWWmmZmZmmZmZmmZlmmmZZmpmWZppllpqZ" +
  "ZaaaWWamZlmmmZlmmaZlmamZZmmmZZqmWVqmllammZZmmmWZmmaZZmmmWZppllqaZZaaaWZmaZmWamZlmmmZZmmlmZmmZmZmmlmWmpZZmpmWZqZlmaaZZmaZmZmaZpZmamWWamllmpmZ" +
  "ZppmWZppmWZpplmZqZZmalmZamZmWmaZlmamZZaamWWmpllppmZaZpmZmZmmZZppmWZqZllqmZZmmmWZmmZmWmmllpmpZZppmZZpmmWZpplmZqZZZqaWWaallmmmZZmmaWZmaaZZmmmW" +
  "WmpllpppZaZqWZmaZmWaaZlmamZZmmmWZmmaWZmmlmWmpZZmpmWZqZlmaaWZmaZmZmZppZZq" };
let starts;

const time = (day) => Date.UTC(Math.floor(day / 10000), (Math.floor(day / 100) % 100) - 1, day % 100);
const number = (moment) => {
  const date = new Date(moment);
  return date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
};
export const later = (day, days) => number(time(day) + days * DAY);

// [year, month, day] of a moment in a calendar.
function parts(moment, calendar) {
  known[calendar] ??= new Intl.DateTimeFormat(`en-u-ca-${NAMES[calendar]}-nu-latn`, { year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" });
  const found = Object.fromEntries(known[calendar].formatToParts(moment).map(({ type, value }) => [type, Number.parseInt(value, 10)]));
  return [found.year ?? found.relatedYear, found.month, found.day];
}

// The Gregorian day of a day of a printed month; null where it has no such day.
function printed(month, of) {
  if (!starts) {
    starts = [0];
    for (const sign of atob(PRINTED.lengths)) for (let bit = 6; bit >= 0; bit -= 2) starts.push(starts.at(-1) + 28 + ((sign.charCodeAt(0) >> bit) & 3));
  }
  return of >= 1 && of <= starts[month + 1] - starts[month] ? number(PRINTED.first + (starts[month] + of - 1) * DAY) : null;
}

// The Gregorian day of a day; null where there is no such day.
export function day(calendar, year, month, of) {
  if (calendar === "gregorian") {
    const found = number(Date.UTC(year, month - 1, of));
    return found === year * 10000 + month * 100 + of ? found : null;
  }
  if (calendar === "hijri" && year >= PRINTED.from && year <= PRINTED.to) return printed((year - PRINTED.from) * 12 + month - 1, of);
  const [begins, years, months] = BEGINS[calendar];
  const near = begins + Math.round((year - 1) * years + (month - 1) * months + of - 1) * DAY;
  for (let away = 0; away <= 5; away++)
    for (const moment of [near + away * DAY, near - away * DAY]) {
      const [y, m, d] = parts(moment, calendar);
      if (y === year && m === month && d === of) return number(moment);
    }
  return null;
}

// The first and the last day of a year, a month or a day; null where there is none. A month of an article whose day is unknown is in it too.
export function span({ calendar, year, month, day: of }) {
  if (of) {
    // Months began by sight of the moon: one that was reckoned with 29 days may have had a 30th.
    const last = calendar === "hijri" && of === 30 ? day(calendar, year, month, 29) : null;
    const found = day(calendar, year, month, of) ?? (last && later(last, 1));
    return found && [found, found];
  }
  if (calendar === "gregorian") return month ? [year * 10000 + month * 100, year * 10000 + month * 100 + 99] : [year * 10000, year * 10000 + 9999];
  const first = day(calendar, year, month ?? 1, 1);
  const next = month && month < 12 ? day(calendar, year, month + 1, 1) : day(calendar, year + 1, 1, 1);
  return first && next && [first, later(next, -1)];
}
