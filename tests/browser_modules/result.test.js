// A result as readers meet it, of the articles of tests/search/library.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { answer } = await load("search.js");
const { result } = await load("result.js");
const { newest } = await load("rank.js");

test("a result is marked by all words, and lacks only what was needed", async () => {
  const { ranked, all, index } = await answer("الجسر زقزوق");
  const [first] = ranked.best;
  assert.deepEqual((await result(first, all, index)).missing, ["زقزوق"]);
  const shown = await result(first, all, index, []);
  assert.deepEqual(shown.missing, []);
  assert.equal(shown.titleMarks.length, 1);
});

test("an answer's articles without filters are those that it would have without them", async () => {
  const of = async (query, filters) => (await answer(query, { filters }));
  const narrow = await of("الوزير", { year: ["2020"] });
  assert.deepEqual(narrow.every(), (await of("الوزير", {})).ranked.best);
  assert.equal(narrow.ranked.best.length, 1);
  const phrase = await of('"قال الوزير"', { year: ["2024"] });
  assert.deepEqual([phrase.ranked.best.length, phrase.every().length], [0, 1]);
});

test("filters alone are asked of all articles, each with its versions once", async () => {
  const { every, index, ranked } = await answer("", { filters: { year: ["2024"] } });
  assert.equal(every().length, index.articles - 1);
  assert.deepEqual(ranked.best, every().filter((article) => Math.floor(index.days[article] / 10000) === 2024).sort(newest(index.days)));
});
