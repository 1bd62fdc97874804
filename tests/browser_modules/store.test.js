// The files of the index: numbers, forms, families, lists of words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { analysis, beside, EXPECTED, families, form, manifest, number, load } from "./site.js";

const one = (...postings) => families({ كتاب: [form("كتاب", {}, postings)] });
const read = async (data) => {
  const { module } = beside({ ...manifest({ articles: 50000 }), "words/1.bin.gz": data });
  const [found] = await (await module("store.js")).family("كتاب");
  return found.read();
};

test("numbers take one byte to 127, two to 16383, and are whole beyond 32 bits", async () => {
  assert.deepEqual([127, 128, 16383, 16384].map((n) => number(n).length), [1, 2, 2, 3]);
  const places = [0, 127, 255, 256, 16384 + 256, 2 ** 31 - 1];
  const found = await read(one([0, places]));
  assert.deepEqual([...found.in(0)], places);
  const { module } = beside({ ...manifest(), "words/1.bin.gz": families({ س: [[...form("س").slice(0, -2), ...number(2 ** 40), 0]] }) });
  assert.equal((await (await module("store.js")).family("س"))[0].count, 2 ** 40);
});

test("a form is in its articles: first, last, neighbours, and those far from each other", async () => {
  const found = await read(one([0, [5]], [1, [6, 7]], [65, [8]], [130, [9]], [40000, [1, 300]]));
  assert.deepEqual([...found.articles], [0, 1, 65, 130, 40000]);
  assert.deepEqual([0, 1, 65, 130, 40000].map((article) => [...found.in(article)]), [[5], [6, 7], [8], [9], [1, 300]]);
  assert.deepEqual([2, 64, 66, 39999, 40001].map((article) => [...found.in(article)]), [[], [], [], [], []]);
});

test("a form that begins late is not in the articles before it", async () => {
  assert.deepEqual([...(await read(one([3, [1]]))).in(0)], []);
});

test("a form's core and stem are parts of it", async () => {
  const { module } = beside({ ...manifest(), "words/1.bin.gz": families({ كتاب: [form("وكتابهم", { cut: 1, from: 0, size: 4 }), form("كتابي", { size: 4 }), form("يكتب", { from: 1, size: 3 })] }) });
  const found = await (await module("store.js")).family("كتاب");
  assert.deepEqual(found.map(({ bare, core, stem }) => [bare, core, stem]), [["وكتابهم", "كتابهم", "كتاب"], ["كتابي", "كتابي", "كتاب"], ["يكتب", "يكتب", "كتب"]]);
});

test("hashes are those of zlib", async () => {
  const { hash } = await load("store.js");
  assert.deepEqual(["", "a", "كتاب", "123456789"].map(hash), [0, 0xe8b7be43, 0xaf4fe51a, 0xcbf43926]);
});

test("a family is found in the file whose bits its hash begins with, a long one in its own, and no other file is asked for", async () => {
  // The hashes of حوت, باب and بيت begin with 0, 10 and 11.
  const { module, asked } = beside({
    ...manifest({ words: "1010-", long: ["ثوب"] }),
    "words/2.bin.gz": families({ حوت: [form("حوت")] }),
    "words/6.bin.gz": families({ سمك: [form("سمك"), form("سمكي")], باب: [form("باب")] }),
    "words/long-6dce4980.bin.gz": families({ ثوب: [form("ثوب"), form("ثوبي")] }),
  });
  const { family } = await module("store.js");
  const forms = async (name) => (await family(name)).map(({ bare }) => bare);
  assert.deepEqual(await Promise.all(["حوت", "باب", "سمك", "ثوب", "بيت"].map(forms)), [["حوت"], ["باب"], ["سمك", "سمكي"], ["ثوب", "ثوبي"], []]);
  for (const name of ["اسد", "", "تمر", "با", "بابا", "جم", "حوتي", "يوم", "\u0000", "\uffff", "__proto__"]) assert.deepEqual(await forms(name), [], name);
  assert.deepEqual(asked.filter((path) => path.startsWith("words/")).toSorted(), ["words/2.bin.gz", "words/6.bin.gz", "words/long-6dce4980.bin.gz"]);
});

test("a posting says how long its article is, and a text is asked for by the article's number", async () => {
  const { module } = beside({
    ...manifest({ articles: 3 }), "words/1.bin.gz": families({ كتاب: [form("كتاب", {}, [[2, [5], 0], [63, [5, 7], 3], [64, [6], 15]])] }),
    "texts/40.json.gz": gzipSync(JSON.stringify(["articles/س/"])), "texts/2.json.gz": ["articles/x/"],
  });
  const { family, text } = await module("store.js");
  const found = (await family("كتاب"))[0].read();
  assert.deepEqual([[...found.articles], [...found.lengths].map(Math.round)], [[2, 63, 64], [22, 63, 4095]]);
  assert.deepEqual(await text(64), ["articles/س/"]);
  assert.deepEqual(await text(2), ["articles/x/"], "a server may have unpacked it");
});

test("a file that failed is asked for again, one that came is kept", async () => {
  const files = { ...manifest() };
  const { module, asked } = beside(files);
  const { family } = await module("store.js");
  await assert.rejects(family("باب"), /words\/1\.bin\.gz: 404/);
  files["words/1.bin.gz"] = families({ باب: [form("باب")] });
  assert.equal((await family("باب")).length, 1);
  assert.equal((await family("باب")).length, 1);
  assert.deepEqual(asked.filter((path) => path === "words/1.bin.gz").length, 2);
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
    "names.json": [["a", "أ", ["مجلس", "ماء"]], ["b", "ب", ["مجلس"]]],
  });
  const { labels } = await (await module("store.js")).open();
  assert.deepEqual(labels.get("مجلس").map(({ id }) => id), ["a", "b"]);
  assert.deepEqual(labels.get("ماء").map(({ id }) => id), ["a"]);
});

const LISTS = {
  ...manifest({ front: ["با", "بح", "ج"], back: [""] }),
  "front/06280627.json.gz": "باب3 بابا1+", "front/0628062d.json.gz": "بحر9 بحري2بحرى", "front/062c.json.gz": "جمل1",
  "back/all.json.gz": "بابا1+ باب3 جمل1 بحر9 بحري2بحرى",
};

test("a list is read in all files that may have the letters", async () => {
  const { listed } = await (beside(LISTS).module("store.js"));
  const words = async (letters) => (await listed("front", letters)).map(({ word }) => word);
  assert.deepEqual(await words("ب"), ["باب", "بابا", "بحر", "بحري"]);
  assert.deepEqual(await words("بحر"), ["بحر", "بحري"]);
  assert.deepEqual(await words("باب"), ["باب", "بابا"]);
  assert.deepEqual(await words("جمل"), ["جمل"]);
  assert.deepEqual((await listed("back", "ب")).map(({ word }) => word), ["باب"]);
  assert.deepEqual([await words("ا"), await words("ي"), await words("جملي")], [[], [], []]);
});

test("an entry says how common a word is, whether it stood after an article only, and its spelling", async () => {
  const { listed } = await (beside(LISTS).module("store.js"));
  assert.deepEqual(await listed("front", "بابا"), [{ word: "بابا", common: 1, articled: true, spelt: "بابا" }]);
  assert.deepEqual(await listed("front", "بحري"), [{ word: "بحري", common: 2, articled: false, spelt: "بحرى" }]);
});

test("an archive without words has no list", async () => {
  const { listed, family } = await (beside(manifest({ words: "-" })).module("store.js"));
  assert.deepEqual([await listed("front", "ب"), await listed("back", "ب"), await family("ب")], [[], [], []]);
});

// The index that Python wrote.
test("every family of the archive has its forms where they stand in the articles", async () => {
  const { family } = await load("store.js");
  assert.ok(Object.keys(EXPECTED.families).length > 80);
  for (const [name, forms] of Object.entries(EXPECTED.families)) {
    const found = Object.fromEntries((await family(name)).map((one) => {
      const places = Object.fromEntries([...one.read().articles].map((article) => [article, [...one.in(article)]]));
      return [one.bare, { core: one.core, stem: one.stem, places }];
    }));
    assert.deepEqual(found, forms, name);
  }
});

test("every word of the archive is listed by its beginning, its end and its sound", async () => {
  const { listed, sounding } = await load("store.js");
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
