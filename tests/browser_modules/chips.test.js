// The filters that are active.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link, say } from "./elements.js";
import { load } from "./site.js";

const { chipList, chips, label, languageName } = await load("chips.js");
const facets = { tag: [["Water-Council", "مجلس المياه", 3]], source: [] };
const now = { q: "ماء year:2023", filters: { tag: ["Water-Council"], language: ["fa"], from: ["2020"] }, page: 4, at: "7" };
const found = { filters: { tag: ["Water-Council"], language: ["fa"], after: ["2019"], year: ["2023"] }, facets };

test("each filter is named as readers know it", () => {
  assert.deepEqual(chips(now, found).map(({ kind, label }) => [kind, label]),
    [["tag", "مجلس المياه"], ["language", "Persian"], ["from", "2020"], ["year", "2023"]]);
  assert.equal(label("tag", "unknown", facets), "unknown");
  assert.deepEqual([languageName("fa", "ar"), languageName("not a code", "ar")], ["الفارسية", "not a code"]);
});

test("a chip leads to the same search without it, at its beginning", () => {
  const [tag, language, from, year] = chips(now, found).map(({ to }) => to);
  assert.deepEqual(tag.filters, { language: ["fa"], from: ["2020"] });
  assert.deepEqual([language.filters.language, from.filters.from, year.q, year.page, year.at], [undefined, undefined, "ماء", 1, undefined]);
});

test("what the query says in words of its own stays for the reader to take out", () => {
  const [only] = chips({ q: "مارس 2009", filters: {}, page: 1 }, { filters: { after: ["2009-02"] } });
  assert.deepEqual([only.kind, only.to], ["after", undefined]);
  assert.equal(chipList([only], now, say, link)[0].all("a").length, 0);
});

test("what is left out is named with its minus, and taken out of the query with it", () => {
  const without = { q: "ماء -tag:Water-Council", filters: {}, page: 1 };
  const [only] = chips(without, { filters: { "-tag": ["Water-Council"] }, facets });
  assert.deepEqual([only.label, only.to.q, chipList([only], without, say, link)[0].text], ["-مجلس المياه", "ماء", "remove tag: -مجلس المياه"]);
});

test("where there are several, one link takes all away", () => {
  const made = chipList(chips(now, found), now, say, link);
  assert.equal(made.length, 5);
  const { filters, q } = made.at(-1).all("a")[0].to;
  assert.deepEqual([filters, q], [{}, "ماء"]);
  assert.equal(made[0].text, "remove tag: مجلس المياه");
  assert.deepEqual(chips({ ...now, filters: {}, q: "", like: "articles/x/" }, { filters: {}, like: { title: "عنوان" } })[0].label, "عنوان");
});
