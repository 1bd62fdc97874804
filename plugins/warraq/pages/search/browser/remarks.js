// What has to be said of an answer: how it was understood, and what to do where it is poor.
import { eitherTyped, untyped } from "./address.js";
import { languageName } from "./chips.js";
import { digits, digitsOfPage, element } from "./render.js";

// The query with another word in the place of one that was typed.
const instead = (now, typed, word) => ({ ...now, q: now.q.includes(typed) ? now.q.replace(typed, () => word) : word, page: 1 });

const shownDay = (day, language) => new Intl.DateTimeFormat(`${language}-u-nu-${digitsOfPage()}-ca-gregory`, {
  timeZone: "UTC", year: "numeric", ...(day % 10000 && day % 10000 !== 9999 ? { month: "long" } : {}), ...(day % 100 && day % 100 !== 99 ? { day: "numeric" } : {}),
}).format(Date.UTC(Math.floor(day / 10000), Math.max(1, Math.min(12, Math.floor(day / 100) % 100)) - 1, day % 100 === 99 ? 1 : Math.max(1, day % 100)));

// Days in the page's language: of a calendar that is not the Gregorian one marked ≈, since months began by sight of the moon.
function days({ calendar, span, month, day }, language) {
  if (!span) return "";
  const [first, last] = span.map((end) => shownDay(end, language));
  return `${calendar === "gregorian" ? "" : "≈ "}${first === last || (calendar === "gregorian" && (!month || !day)) ? first : `${first} – ${last}`}`;
}

const iso = (day) => `${Math.floor(day / 10000)}-${String(Math.floor(day / 100) % 100).padStart(2, "0")}-${String(day % 100).padStart(2, "0")}`;

// A reading of several, as a query or a filter says it and nothing else.
const SIGNS = { gregorian: "", hijri: "هـ", persian: "ش" };
const surely = ({ calendar, span: [first], year, month, day }) => (day ? iso(first) : `${year}${month ? `-${String(month).padStart(2, "0")}` : ""}${SIGNS[calendar]}`);

// The state in which that stands for what was typed, in the query or in a filter of the address.
function decided(now, typed, reading) {
  if (now.q.includes(typed)) return instead(now, typed, surely(reading));
  const filters = Object.entries(now.filters).map(([kind, values]) => [kind, values.map((value) => (value === typed ? surely(reading) : value))]);
  return { ...now, filters: Object.fromEntries(filters), page: 1 };
}

const bare = (text) => text.replace(/^ال(?=..)/u, "");

// What is said in one sentence.
const SAID = new Set(["apart", "asked", "cut", "noday", "related", "reversed"]);
// Nothing else would be found without these.
const PLAIN = new Set(["cut", "noday", "related", "reversed", "senses"]);

// How a part of the query was read: [sentence, what it stands for …].
function reading(one, now, { say, link }) {
  if (one.as === "date") {
    const { readings } = one;
    const language = document.documentElement.lang;
    if (readings.length > 1)
      return [`${say.which} `, ...readings.flatMap((found, n) => [n ? `${say.comma} ` : "", link(decided(now, one.typed, found), days(found, language))])];
    const beside = readings[0].calendar === "hijri" && readings[0].day ? ` ${say.dayoff}` : "";
    return readings[0].span ? [`${say.asdate} `, element("bdi", {}, days(readings[0], language)), beside] : [say.anyyear];
  }
  if (one.as === "layout" || one.as === "name") return [`${say[one.as]} `, element("bdi", {}, one.meant)];
  if (one.as === "senses") return [`${say.senses} `, element("bdi", {}, one.meant), ". ", link(instead(now, one.typed, `"${one.typed}"`), say.alone)];
  if (SAID.has(one.as)) return [say[one.as]];
  const all = [one.as === "either" ? one.typed : one.meant].flat();
  // A word is no other name of itself.
  const others = one.as === "synonyms" && all.length > 1 ? all.filter((text) => bare(text) !== bare(one.typed)) : all;
  return [`${one.as === "either" ? say.either : one.as === "year" ? say.ofyear : one.as === "synonyms" ? say.synonyms : say.same} `, ...(others.length ? others : all).flatMap((text, n) => [n ? `${say.comma} ` : "", element("bdi", {}, text)])];
}

// What is a name is understood, whether the archive has it or not; a day or a language that can't be read is not.
const NAMES = new Set(["source", "tag"]);

// A filter as the page calls it, in one piece whatever letters its value has.
const filter = (key, value, say) => element("bdi", {}, `${key.startsWith("-") ? "-" : ""}${say[key.replace("-", "")] ?? key}:`, element("bdi", {}, value));

function understanding(now, found, tools) {
  const { say, link } = tools;
  const said = (found.understood ?? []).map((one) => element("p", {}, ...(one.typed ? [element("bdi", {}, `«${one.as === "either" ? eitherTyped(now.q, one.typed) : [one.typed].flat().join(" ")}»`), " "] : []), ...reading(one, now, tools)));
  if (found.understood?.some(({ as }) => !PLAIN.has(as))) said.push(element("p", {}, link({ ...now, exact: "1", page: 1 }, say.exactly)));
  for (const { key, value, nearest, none } of found.unread ?? []) {
    const near = nearest.flatMap(([id, label], n) => [n ? `${say.comma} ` : ` ${say.perhaps} `, link({ ...now, q: now.q.replace(value, () => (/\s/u.test(id) ? `"${id}"` : id)), filters: now.filters[key] ? { ...now.filters, [key]: [id] } : now.filters, page: 1 }, key.endsWith("language") ? languageName(label) : label)]);
    said.push(element("p", {}, `${none || NAMES.has(key.replace("-", "")) ? say.nonehas : say.notread} `, filter(key, value, say), ".", ...near));
  }
  return said;
}

// The words of a query, one by one, as they can be searched for: without filters, quotation marks, what is excluded, and what is understood as OR.
function singly({ q }, { filters = {} }) {
  const bare = Object.values(filters).flat().reduce((left, value) => untyped(left, value), q).trim();
  return bare.split(/\s+/u).filter((word) => word.length > 2 && !/^-|:$/u.test(word)).map((word) => word.replace(/^["'«‹‘“”„]+|["'»›’“”„]+$/gu, ""));
}

export function remarks(now, found, pages, { say, link }) {
  const said = understanding(now, found, { say, link });
  const links = ({ typed, meant }) => meant.flatMap((word, n) => [n ? `${say.comma} ` : "", link(instead(now, typed, word), word)]);
  for (const one of found.corrected) {
    const lead = !one.meant.length ? [] : [`${found.total ? say.meant : say.perhaps} `, ...links(one)];
    said.push(element("p", {}, `${say.unknown} `, element("bdi", {}, `«${one.typed}»`), ". ", ...lead));
  }
  for (const one of found.suggested) said.push(element("p", {}, `${say.perhaps} `, ...links(one)));
  if (found.total && !found.complete) said.push(element("p", {}, say.most));
  if (now.page > pages && found.total) {
    const sentence = say.beyond.replace("{page}", digits(now.page)).replace("{last}", digits(pages));
    said.push(element("p", {}, `${sentence} `, link({ ...now, page: pages }, say.tolast)));
  }
  if (!found.total && Object.keys(now.filters).length)
    said.push(element("p", {}, link({ ...now, filters: {}, page: 1 }, say.everywhere)));
  const words = singly(now, found).filter((word) => word && !found.corrected.some(({ typed }) => typed === word));
  // Where a filter lets nothing through, no other words help.
  if (!found.total && !found.unread?.length && words.length && (words.length + found.corrected.length > 1 || words[0] !== now.q.trim()))
    said.push(element("p", {}, `${say.fewer} `, ...words.slice(0, 6).flatMap((word, n) => [n ? `${say.comma} ` : "", link({ ...now, q: word, page: 1 }, word)])));
  const lost = found.like?.lost ? now.like : now.unlike;
  if (lost) said.push(element("p", {}, `${say.nosuch} `, element("bdi", {}, lost)));
  else if (!found.total && (now.q.trim() || now.like)) said.push(element("p", {}, say.nothing));
  return said;
}
