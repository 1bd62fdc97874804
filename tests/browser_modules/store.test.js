// The files of the index: which are asked for, lists of words, texts, what narrows results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { analysis, beside, EXPECTED, families, form, load, manifest } from "./site.js";

test("hashes are those of zlib", async () => {
  const { hash } = await load("store.js");
  assert.deepEqual(["", "a", "كتاب", "123456789"].map(hash), [0, 0xe8b7be43, 0xaf4fe51a, 0xcbf43926]);
});

test("a posting says how long its article is, and a text is asked for by the article's number", async () => {
  const { module } = beside({
    ...manifest({ articles: 3 }), "words/1.bin.gz": families({ كتاب: [form("كتاب", {}, [[2, [5], 0], [63, [5, 7], 3], [64, [6], 15]])] }),
    "texts/40.json.gz": gzipSync(Uint8Array.from([..."[\"articles/", 0xd3, ..."\\u4e2d/\"]"].map((one) => (typeof one === "string" ? one.charCodeAt(0) : one)))), "texts/2.json.gz": ["articles/x/"],
  });
  const { family } = await module("families.js");
  const { text } = await module("store.js");
  const found = (await family("كتاب"))[0].read();
  assert.deepEqual([[...found.articles], [...found.lengths].map(Math.round)], [[2, 63, 64], [22, 63, 4095]]);
  assert.deepEqual(await text(64), ["articles/س中/"]);
  assert.deepEqual(await text(2), ["articles/x/"], "a server may have unpacked it");
});

test("a file that failed is asked for again, one that came is kept", async () => {
  const files = { ...manifest() };
  const { module, asked } = beside(files);
  const { family } = await module("families.js");
  await assert.rejects(family("باب"), /words\/1\.bin\.gz: 404/);
  files["words/1.bin.gz"] = families({ باب: [form("باب")] });
  assert.equal((await family("باب")).length, 1);
  assert.equal((await family("باب")).length, 1);
  assert.deepEqual(asked.filter((path) => path === "words/1.bin.gz").length, 2);
});

test("of many files the last that were asked for are remembered", async () => {
  const texts = Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`texts/${n.toString(16)}.json.gz`, [`articles/${n}/`]]));
  const { module, asked } = beside({ ...manifest(), ...texts });
  const { text } = await module("store.js");
  for (let n = 0; n < 301; n++) await text(n);
  await Promise.all([text(300), text(1)]);
  assert.equal(asked.length, 301);
  assert.deepEqual(await text(0), ["articles/0/"]);
  assert.equal(asked.length, 302);
});

test("an index is opened by three files, once, however often it is asked for at the same time", async () => {
  const { module, asked } = beside(manifest({ articles: 2 }));
  const { open } = await module("store.js");
  const [first, second] = await Promise.all([open(), open()]);
  assert.ok(first === second && first === (await open()));
  assert.deepEqual(asked.toSorted(), ["analysis.json", "manifest.json", "names.json"]);
});

test("an index that could not be opened is opened with the next query", async () => {
  const files = manifest({ articles: 7 });
  const { "names.json": names, ...rest } = files;
  const partial = { ...rest };
  const { module } = beside(partial);
  const { open } = await module("store.js");
  await assert.rejects(open());
  partial["names.json"] = names;
  assert.equal((await open()).articles, 7);
});

test("what narrows results is told of each article by its number", async () => {
  const listed = { gaps: [1, 0, 3], days: [20240101, 0, 20230000], sources: ["ا", "ب"], source: [1, 0, 1], tags: [], tag: [[0], [], [1]], languages: ["ar", "fa"], language: [1, 0, 0] };
  const { facets } = await beside({ ...manifest({ places: 8 }), "facets.json": listed }).module("store.js");
  const { taken, days, source, tag, language } = await facets();
  assert.deepEqual([...taken], [0, 1, 1, 0, 0, 0, 1, 0]);
  assert.deepEqual([days, source, language].map((all) => [all[1], all[2], all[6], all[7]]), [[20240101, 0, 20230000, 0], [1, 0, 1, -1], [1, 0, 0, -1]]);
  assert.deepEqual([tag[1], tag[2], tag[3], tag[6]], [[0], [], [], [1]]);
});

test("a name may be of two concepts", async () => {
  const { module } = beside({
    ...manifest(),
    "names.json": [["a", "أ", 0, "مجلس", "الماء"], ["b", "ب", 0, "المجلس"]],
  });
  const { labels } = await (await module("store.js")).open();
  assert.deepEqual(labels.get("مجلس").map(({ id }) => id), ["a", "b"]);
  assert.deepEqual(labels.get("ماء").map(({ id }) => id), ["a"]);
});

test("a concept's names are its label and its id where they are said to be, and the others", async () => {
  const { module } = beside({
    ...manifest(),
    "names.json": [["UN", "الأمم المتحدة", 3, "United Nations"], ["month-7", "يوليو", 1, "تموز", "؟"], ["unnamed", "غير مسمى", 0], "نفط | البترول الخام"],
  });
  const { labels } = await (await module("store.js")).open();
  const named = (of) => [...labels].filter(([, concepts]) => concepts.some(({ id }) => id === of)).map(([name]) => name).sort();
  assert.deepEqual(named("UN"), ["un", "united nations", "امم متحده"]);
  assert.deepEqual(named("month-7"), ["تموز", "يوليو"]);
  assert.deepEqual([named("unnamed"), named("~نفط")], [[], ["بترول خام", "نفط@"]]);
  assert.deepEqual(labels.get("un")[0].names, named("UN"));
});

const LISTS = {
  ...manifest({ front: ["با", "بح", "ج"], back: [""] }),
  "front/06280627.json.gz": "باب3 بابا1+", "front/0628062d.json.gz": "بحر9 بحري2بحرى", "front/062c.json.gz": "جمل1",
  "back/all.json.gz": "بابا1+ باب3 جمل1 بحر9 بحري2بحرى",
};

test("a list is read in all files that may have the letters", async () => {
  const { listed } = await (beside(LISTS).module("lists.js"));
  const words = async (letters) => (await listed("front", letters)).map(({ word }) => word);
  assert.deepEqual(await words("ب"), ["باب", "بابا", "بحر", "بحري"]);
  assert.deepEqual(await words("بحر"), ["بحر", "بحري"]);
  assert.deepEqual(await words("باب"), ["باب", "بابا"]);
  assert.deepEqual(await words("جمل"), ["جمل"]);
  assert.deepEqual((await listed("back", "ب")).map(({ word }) => word), ["باب"]);
  assert.deepEqual([await words("ا"), await words("ي"), await words("جملي")], [[], [], []]);
});

test("an entry says how common a word is, whether it stood after an article only, and its spelling", async () => {
  const { listed } = await (beside(LISTS).module("lists.js"));
  assert.deepEqual(await listed("front", "بابا"), [{ word: "بابا", common: 1, articled: true, spelt: "بابا" }]);
  assert.deepEqual(await listed("front", "بحري"), [{ word: "بحري", common: 2, articled: false, spelt: "بحرى" }]);
});

test("an archive without words has no list", async () => {
  const { module } = beside(manifest({ words: "-" }));
  const { listed } = await module("lists.js");
  const { family } = await module("families.js");
  assert.deepEqual([await listed("front", "ب"), await listed("back", "ب"), await family("ب")], [[], [], []]);
});

test("every word of the archive is listed by its beginning, its end and its sound", async () => {
  const { listed, sounding } = await load("lists.js");
  const words = (found) => found.map(({ word }) => word).toSorted();
  for (const word of EXPECTED.words) {
    for (const size of [1, 2, word.length]) {
      const [front, back] = [word.slice(0, size), word.slice(-size)];
      assert.deepEqual(words(await listed("front", front)), EXPECTED.words.filter((other) => other.startsWith(front)).toSorted());
      assert.deepEqual(words(await listed("back", back)), EXPECTED.words.filter((other) => other.endsWith(back)).toSorted());
    }
    assert.deepEqual(words(await sounding(analysis.consonants(word))),
      EXPECTED.words.filter((other) => analysis.consonants(other) === analysis.consonants(word)).toSorted());
  }
});
