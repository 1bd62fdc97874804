import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./site.js";

const { chosen, counts } = await load("filters.js");
const { open, text } = await load("store.js");
const index = await open();
const all = Array.from({ length: index.articles }, (_, article) => article);
const slugs = await Promise.all(all.map(async (article) => (await text(article))[0].split("/").at(-2)));
const left = async (wanted) => {
  const allowed = await chosen(wanted, index, index.analysis);
  return allowed && slugs.filter((_, article) => allowed[article]).sort();
};

test("without a filter nothing is chosen, which is not the same as choosing none", async () => {
  assert.equal(await left({}), null);
  assert.deepEqual(await left({ year: ["1900"] }), []);
});

test("years are any of those asked for, in any digits", async () => {
  assert.deepEqual(await left({ year: ["2022", "٢٠٢٤"] }), ["bridge", "ships"]);
  assert.deepEqual(await left({ year: ["x"] }), []);
});

test("before and after leave the day itself out; a month and a year mean the whole of it", async () => {
  assert.deepEqual(await left({ before: ["2019-06-07"] }), ["markup"]);
  assert.deepEqual(await left({ before: ["2019-06-08"] }), ["markup", "persian"]);
  assert.deepEqual(await left({ after: ["2024-03-15"] }), []);
  assert.deepEqual(await left({ after: ["2024-03-14"] }), ["bridge"]);
  assert.deepEqual(await left({ after: ["2023-11"] }), ["bridge"]);
  assert.deepEqual(await left({ after: ["2023"] }), ["bridge"]);
  assert.deepEqual(await left({ before: ["2019"] }), ["markup"]);
  assert.deepEqual(await left({ after: ["2022"], before: ["2024"] }), ["canal", "council"]);
});

test("an article without a date is in no stretch of time; a date that is none lets nothing through", async () => {
  assert.ok(!(await left({ before: ["3000"] })).includes("hamza"));
  assert.ok(!(await left({ after: ["0"] })).includes("hamza"));
  assert.deepEqual(await left({ before: ["x"] }), []);
});

test("a source is asked for by its whole name or by a part of it, whichever of several", async () => {
  assert.deepEqual(await left({ source: ["القوافل"] }), ["canal", "council", "hamza"]);
  assert.deepEqual(await left({ source: ["وكالة القوافل", "بيابان"] }), ["canal", "council", "hamza", "persian"]);
  assert.deepEqual(await left({ source: ["لا-أحد"] }), []);
  assert.deepEqual(await left({ source: ["…"] }), [], "a mark alone is part of no name");
});

test("each further tag narrows; a tag is asked for by id, label or any name", async () => {
  for (const tag of ["water-council", "مجلس المياه", "WCO"]) assert.deepEqual(await left({ tag: [tag] }), ["canal"], tag);
  assert.deepEqual(await left({ tag: ["WCO", "جسور"] }), []);
  assert.deepEqual(await left({ tag: ["WCO"], year: ["2024"] }), []);
});

test("counts come most first, years newest first, and undated articles have no year", async () => {
  const found = await counts(all, index);
  const years = found.year.map(([year]) => +year);
  assert.deepEqual(years, years.toSorted((a, b) => b - a));
  assert.equal(found.year.reduce((sum, [, , n]) => sum + n, 0), all.length - 1);
  const times = found.source.map(([, , n]) => n);
  assert.deepEqual(times, times.toSorted((a, b) => b - a));
  assert.deepEqual(found.tag.map(([id, label, n]) => [id, label, n]).find(([id]) => id === "Water-Council"), ["Water-Council", "مجلس المياه", 1]);
  assert.deepEqual(await counts([], index), { year: [], source: [], tag: [] });
});
