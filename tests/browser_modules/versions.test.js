// Versions of one article are one result. Articles 1 and 2 are versions of 0, article 4 of 3, article 5 has none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, beside, load, manifest } from "./site.js";

const { folded } = await load("versions.js");
const { search } = await load("search.js");
const VERSIONS = new Map([[1, 0], [2, 0], [4, 3]]);
const word = (...articles) => asked([Object.fromEntries(articles.map((article) => [article, [50]]))]);
const fold = (best, words, complete = best.length) => folded({ best, complete, sure: true }, words, VERSIONS);

test("of versions that have the same words the one that is shown stands, in its own place", () => {
  const words = [word(0, 1, 2, 3, 4, 5)];
  assert.deepEqual(fold([2, 5, 1, 4, 0, 3], words), { best: [5, 0, 3], complete: 3, sure: true });
});

test("a version stands for the article where it has words that the one shown lacks, and only the first of several", () => {
  assert.deepEqual(fold([1, 5, 2, 0], [word(0, 1, 2, 5), word(1, 2)], 2).best, [1, 5]);
  assert.deepEqual(fold([1, 2], [word(1, 2)]).best, [1]);
  assert.deepEqual(fold([0, 1], [word(0, 1), word(1)], 1), { best: [1], complete: 1, sure: true });
});

test("what has no versions stays as it is, and filters alone give the one that is shown", () => {
  const ranked = { best: [5, 0, 3], complete: 3, sure: false };
  assert.equal(folded(ranked, [], VERSIONS), ranked);
  assert.equal(folded(ranked, [], new Map()), ranked);
  assert.deepEqual(fold([5, 4, 3, 2, 1, 0], []), { best: [5, 3, 0], complete: 3, sure: true });
  assert.deepEqual(fold([2, 1], []).best, [2]); // the one that is shown was filtered out
  assert.equal(fold([1, 0], [word(0, 1), word()], 0).complete, 0);
});

test("the store counts versions as it counts articles, and an index of an older form has none", async () => {
  const opened = async (more) => (await beside(manifest({ articles: 2, ...more })).module("store.js")).open();
  assert.deepEqual([...(await opened({ versions: [[1, 0]] })).versions], [[1, 0]]);
  assert.equal((await opened({})).versions.size, 0);
});

test("a word of a version alone is found, and the result says which article it is a version of", async () => {
  const { total, complete, results: [only] } = await search("بالفوانيس الجسر");
  assert.deepEqual([total, complete, only.missing], [1, 1, []]);
  assert.match(only.url, /\/articles\/bridge-v2\/$/u);
  assert.match(only.versionOf.url, /\/articles\/bridge\/$/u);
  assert.deepEqual([only.versionOf.title, only.versionDay], ["الجسر الجديد يفتح أبوابه", "١ أبريل ٢٠٢٤"]);
});

test("what both have is the article that is shown, once, and counts once", async () => {
  const { results, facets } = await search("العمل انتهى", { facets: true });
  assert.deepEqual(results.map(({ url, versionOf }) => [url.split("/").at(-2), versionOf]), [["bridge", undefined]]);
  assert.deepEqual(facets.source, [["صحيفة الواحة", "صحيفة الواحة", 1]]);
  assert.match((await search('"سيفتح غدا"')).results[0].url, /bridge-v2/u);
});
