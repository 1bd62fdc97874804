// Phrases: words side by side. Of very common ones the texts of few articles say where they stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, asked, beside, families, form, hashed, load, manifest } from "./site.js";

const { having } = await load("phrases.js");
const { NEAR } = await load("words.js");
// Postings of articles that have a word once, at one place.
const at = (place, ...articles) => Object.fromEntries(articles.map((article) => [article, [place]]));
const found = async (words, places) => [...(await having(words, { places, large: new Map() }))];

test("a phrase stands where its words follow one another, first article and last", async () => {
  const words = [asked([{ 0: [5], 1: [6], 2: [5], 3: [1, 7] }]), asked([{ 0: [6], 1: [5], 2: [7], 3: [8] }])];
  assert.deepEqual(await found(words, 4), [1, 0, 0, 1]);
});

test("a phrase allows particles, not other forms", async () => {
  const of = (near) => found([asked([at(5, 0), near]), asked([at(6, 0)])], 1);
  assert.deepEqual(await Promise.all([NEAR.core, NEAR.seated, NEAR.stem].map(of)), [[1], [0], [0]]);
});

test("a phrase of a word that the archive lacks stands nowhere", async () => {
  assert.deepEqual(await found([asked([at(5, 0)]), asked()], 2), [0, 0]);
});

const entry = (title, body) => [`articles/${title} ${body}/`, title, body, "", "", "", "", 0];
const AIRPORT = analysis.analyse("مطار").family;
const part = (word) => `words/part-${hashed(analysis.analyse(word).family)}-${Number.parseInt(hashed(word.slice(-3)), 16) % 8}.bin.gz`;
const files = {
  ...manifest({ articles: 4, places: 8, length: 30, words: "0", large: { [AIRPORT]: 500, في: 900 } }),
  "words/1.bin.gz": families({ جسر: [form("جسر", {}, [[1, [50]], [2, [49]], [5, [50]]])] }),
  "texts/1.json.gz": entry("خبر", "ا مطار جسر في"), "texts/2.json.gz": entry("خبر", "ا جسر مطار"), "texts/5.json.gz": entry("خبر", "في ومطار جسر"),
  [part("مطار")]: families({ [AIRPORT]: [form("مطار", {}, [[1, [49]], [2, [50]], [3, [48]]]), form("ومطار", { cut: 1 }, [[5, [49]]])] }),
  [part("في")]: families({ في: [form("في", {}, [[1, [51]], [5, [48]]])] }),
};
const search = async (query, given = files, options = {}) => {
  const { module, asked: fetched } = beside(given);
  const { results, total } = await (await module("search.js")).search(query, options);
  return { total, titles: results.map(({ url }) => url), parts: fetched.filter((path) => path.includes("part-")), texts: fetched.filter((path) => path.startsWith("texts/")).length };
};

test("of a phrase's very common words the texts say where they stand, with particles too", async () => {
  const strict = { limit: 0, exactly: true };
  assert.deepEqual(await search('"مطار جسر"', files, strict), { total: 2, titles: [], parts: [], texts: 3 });
  assert.deepEqual(await search('"مطار جسر في"', files, strict), { total: 1, titles: [], parts: [], texts: 3 });
  assert.deepEqual(await search('"جسر مطار"', files, strict), { total: 1, titles: [], parts: [], texts: 3 });
});

test("where a text can't be read the index says it: the shorter words first", async () => {
  const lacking = Object.fromEntries(Object.entries(files).filter(([name]) => name !== "texts/2.json.gz"));
  const answer = await search('"مطار جسر في"', lacking, { limit: 0, exactly: true });
  // Behind the first of them, of the text that is lacking nothing is left to ask.
  assert.deepEqual([answer.total, answer.parts], [1, [part("مطار")]]);
});

test("where many articles are left the index says it", async () => {
  const many = Array.from({ length: 200 }, (_, n) => n);
  const words = families({ جسر: [form("جسر", {}, many.map((n) => [n, [50]]))] });
  const common = families({ [AIRPORT]: [form("مطار", {}, many.map((n) => [n, [n % 2 ? 49 : 60]]))] });
  const large = { ...files, ...manifest({ articles: 200, places: 256, length: 30, words: "0", large: { [AIRPORT]: 500 } }), "words/1.bin.gz": words, [part("مطار")]: common };
  const answer = await search('"مطار جسر"', large, { limit: 0, exactly: true });
  assert.deepEqual([answer.total, answer.parts, answer.texts], [100, [part("مطار")], 0]);
});

test("what is refused as a phrase is left out of what is found, whatever says it", async () => {
  assert.equal((await search('جسر -"مطار جسر"', files, { limit: 0, exactly: true })).total, 1);
});
