// What stands beside the results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link, say } from "./elements.js";
import { load } from "./site.js";

const { sections } = await load("narrowing.js");
const many = Array.from({ length: 12 }, (_, n) => [`s${n}`, `S${n}`, 12 - n]);
const FACETS = { month: [["2023-01", "", 2]], source: many, tag: [], language: [["ar", "", 5], ["fa", "", 1]] };
const made = (filters = {}, facets = FACETS, opened = new Set()) => sections({ q: "x", filters, page: 3 }, facets, { say, link, go: () => {}, opened });

test("kinds without a choice are not there", () => {
  assert.deepEqual(made().map((section) => section.children[0].text), ["time", "source", "language"]);
  assert.equal(made({}, { month: [], source: [], tag: [], language: [["ar", "", 5]] }).length, 0);
});

test("the most frequent are seen, the others unfold and stay so", () => {
  const opened = new Set();
  const [, source] = made({}, FACETS, opened);
  const [rest] = source.all("details");
  assert.deepEqual([source.children[1].children.length, rest.all("li").length, rest.open], [8, 4, false]);
  rest.open = true;
  rest.listeners.toggle();
  assert.equal(made({}, FACETS, opened)[1].all("details")[0].open, true);
});

test("a choice is added to those of its kind, chosen again it goes", () => {
  const links = made({ source: ["s1"] })[1].all("a");
  assert.deepEqual([links[0].to.filters.source, links[0].to.page, links[1].to.filters, links[1].attributes], [["s1", "s0"], 1, {}, { "aria-current": "true" }]);
  assert.equal(made()[2].all("a")[1].text, "Persian1");
});
