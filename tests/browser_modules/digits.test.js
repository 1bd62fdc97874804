// Numbers that the page writes are in the digits of the site; what it asks for and leads to keeps 0-9.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "./elements.js";
import { load } from "./site.js";

document.documentElement.dataset = { digits: "arab" };
const { digits, digitsOfPage, said } = await load("render.js");
const { label } = await load("chips.js");
const { remarks } = await load("remarks.js");
const { sections } = await load("narrowing.js");
const { told } = await load("lines.js");
const NONE = { total: 1, complete: 1, corrected: [], suggested: [] };
const say = new Proxy({}, { get: (_, name) => ({ beyond: "{page}/{last}", rough: "{n} rough", undated: "{n} undated" })[name] ?? String(name) });
const opened = new Set();

test("each set of digits has its own, and a site without one writes 0-9", () => {
  assert.deepEqual([digits(1029), digits(1029, "arabext"), digits(1029, "latn"), digits("2009-11")], ["١٠٢٩", "۱۰۲۹", "1029", "٢٠٠٩-١١"]);
  assert.equal(digitsOfPage(), "arab");
  document.documentElement.dataset = undefined;
  assert.deepEqual([digitsOfPage(), digits(7)], ["latn", "7"]);
  document.documentElement.dataset = { digits: "arab" };
});

test("counts, pages and dates of answers", () => {
  assert.equal(said({ other: "{n} نتيجة" }, 120, "ar"), "١٢٠ نتيجة");
  const [beyond] = remarks({ q: "ماء", filters: {}, page: 99 }, NONE, 3, { say, link });
  assert.equal(beyond.text, "٩٩/٣ tolast");
  const [date] = remarks({ q: "x", filters: {}, page: 1 }, { ...NONE, understood: [{ as: "date", typed: "x", readings: [{ calendar: "gregorian", year: 2009, month: 11, day: 8, span: [20091108, 20091108] }] }] }, 1, { say, link });
  assert.match(date.text, /٢٠٠٩/u);
  assert.doesNotMatch(date.text, /[0-9]/u);
  assert.equal(told({ next: "3", first: 1, last: 2, articles: 30, hits: 12, failed: 1 }, 4, { ...{ linecount: { other: "{n}" }, part: "{first} {last} {all}", about: "{hits}", unread: "{n}" } }), "٤ ١ ٢ ٣٠ ١٢ ١");
});

test("an active filter says its period in them, and a source as it is called", () => {
  assert.deepEqual([label("year", "2009"), label("from", "2009-11"), label("source", "BBC 4")], ["٢٠٠٩", "٢٠٠٩-١١", "BBC 4"]);
});

test("what narrows results is said in them, and leads to addresses in 0-9", () => {
  const facets = { month: [["2021-03", "2021-03", 12], ["2023", "2023", 3], ["", "", 4]], source: [["Channel 4", "Channel 4", 5]], tag: [], language: [] };
  const made = sections({ q: "x", filters: {}, page: 1 }, facets, { say, link, go() {}, opened });
  const links = made.flatMap((section) => section.all("a"));
  assert.deepEqual(links.map(({ text }) => text), ["٢٠٢٣٣", "٢٠٢١١٢", "Channel 4٥"]);
  assert.deepEqual(links.map(({ to }) => to.filters), [{ year: ["2023"] }, { year: ["2021"] }, { source: ["Channel 4"] }]);
  assert.match(made[0].text, /٤ undated/u);
  assert.equal(made[0].all("span")[0].title, "\u2068٢٠٢١\u2069: ١٢");
});
