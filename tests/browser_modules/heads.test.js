// Very long families: what a head leaves open of the first articles, their texts say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, beside, families, form, hashed, headed, manifest } from "./site.js";

const entry = (title, body, notes = "") => [`articles/${title} ${body}/`, title, body, "", "", notes, "", 0];
const files = {
  ...manifest({ articles: 6, places: 8, length: 30, words: "0", large: { نهر: 500 } }),
  "words/1.bin.gz": families({ جسر: [form("جسر", {}, [[1, [50]], [2, [50]], [5, [50]]])] }),
  [`words/head-${hashed("نهر")}.bin.gz`]: headed("نهر", [2, 3, 5], [form("نهر", {}, [[0, [3]], [1, [48, 60]]], { kept: true, count: 5 })]),
  [`words/long-${hashed("نهر")}.bin.gz`]: families({ نهر: [form("نهر", {}, [[0, [3]], [1, [48, 60]], [2, [49]], [3, [48]], [5, [1, 90], 2]])] }),
  "texts/0.json.gz": entry("ا ب ت نهر", "ا"), "texts/1.json.gz": entry("خبر", `نهر ${"كلمة ".repeat(11)}نهر`), "texts/2.json.gz": entry("خبر", "نص نهر جسر"),
  "texts/3.json.gz": entry("خبر", "نهر"), "texts/5.json.gz": entry("خبر نهر", `${"كلمة ".repeat(42)}نهر`),
};

test("of a very long family the head is loaded, and the whole only where it is asked for", async () => {
  const { module, asked } = beside(files);
  const { family, SOMEWHERE } = await module("families.js");
  const [rest, own] = await family("نهر");
  assert.deepEqual([[...rest.read().articles], [...own.read().articles], own.count], [[2, 3, 5], [0, 1], 5]);
  assert.deepEqual([rest.in(3), rest.in(0), [...own.in(1)]], [[SOMEWHERE], [], [48, 60]]);
  assert.deepEqual(asked.filter((path) => path.startsWith("words/")), [`words/head-${hashed("نهر")}.bin.gz`]);
  const [whole, ...others] = await family("نهر", true);
  assert.deepEqual([[...whole.read().articles], others], [[0, 1, 2, 3, 5], []]);
});

test("what texts say of an article is what the whole family would have said", async () => {
  const { module } = beside(files);
  const { family } = await module("families.js");
  const { settled } = await module("heads.js");
  const { word } = await module("words.js");
  const of = await word("نهر", analysis);
  const ranked = { best: [2, 5, 0] };
  let orders = 0;
  assert.equal(await settled(ranked, () => { orders++; return ranked; }, [of], { analysis, body: 48 }), ranked);
  assert.equal(orders, 1, "nothing more is open of these three");
  const [[rest, own], [whole]] = [await family("نهر"), await family("نهر", true)];
  for (const article of [0, 1, 2, 5]) assert.deepEqual([...own.in(article)], [...whole.in(article)]);
  assert.deepEqual([...rest.articles], [3]);
});

test("a text that can't be read leaves open what it would have said", async () => {
  const { "texts/3.json.gz": none, ...others } = files;
  assert.ok(none);
  const { module } = beside(others);
  const { settled } = await module("heads.js");
  const { word } = await module("words.js");
  const ranked = { best: [3] };
  assert.equal(await settled(ranked, () => assert.fail("nothing was learned"), [await word("نهر", analysis)], { analysis, body: 48 }), ranked);
});

for (const query of ["نهر", "نهر جسر", "النهر خبر"])
  test(`${query}: the results are those of the whole lists`, async () => {
    const found = async (more) => {
      const all = await (await beside({ ...files, ...more }).module("search.js")).search(query);
      return { ...all, results: all.results.map((one) => ({ ...one, url: one.url.split("/search/")[0].split("/articles/")[1] })) };
    };
    const [short, whole] = [await found({}), await found(manifest({ articles: 6, places: 8, length: 30, words: "0", long: ["نهر"] }))];
    assert.ok(whole.total > 2);
    assert.deepEqual(short, whole);
  });

test("a family that is not too long for a query is loaded whole, and beside others nothing of a word that says nothing", async () => {
  const { module, asked } = beside({ ...files, ...manifest({ articles: 6, places: 8, length: 30, words: "0", large: { نهر: 120, في: 10 } }), [`words/head-${hashed("في")}.bin.gz`]: headed("في", [], []) });
  assert.equal((await (await module("search.js")).search("نهر في جسر", { limit: 0 })).total, 3);
  assert.deepEqual(asked.filter((path) => path.includes("-")).sort(), [`words/long-${hashed("نهر")}.bin.gz`]);
  const alone = beside({ ...files, ...manifest({ articles: 6, places: 8, length: 30, words: "0", large: { في: 500 } }), [`words/head-${hashed("في")}.bin.gz`]: headed("في", [4, 7], [form("في", {}, [], { kept: true, count: 2 })]) });
  assert.equal((await (await alone.module("search.js")).search("في", { limit: 0 })).total, 2);
  assert.ok(alone.asked.includes(`words/head-${hashed("في")}.bin.gz`));
});

// What is in a part is found by how it ends: parts.py.
const part = (ending) => `words/part-${hashed("نهر")}-${Number.parseInt(hashed(ending), 16) % 8}.bin.gz`;
const parted = {
  ...files,
  ...manifest({ articles: 6, places: 8, length: 30, words: "0", large: { نهر: 60 } }),
  [part("نهر")]: families({ نهر: [form("نهر", {}, [[0, [3]], [1, [48, 60]], [2, [49]], [3, [48]], [5, [1, 90], 2]])] }),
};

test("a phrase has all places of a word, and loads no forms that end otherwise", async () => {
  const { module, asked } = beside(parted);
  const { search } = await module("search.js");
  assert.equal((await search('"نهر جسر"', { limit: 1 })).total, 1);
  assert.deepEqual(asked.filter((path) => path.includes(hashed("نهر"))), [part("نهر")]);
});

test("of a word in a form that the archive has not, no article has the phrase", async () => {
  const { module, asked } = beside({ ...parted, [part("رها")]: families({ نهر: [] }) });
  assert.equal((await (await module("search.js")).search('"نهرها جسر"', { limit: 0, exactly: true })).total, 0);
  assert.ok(asked.includes(part("رها")) && !asked.includes(part("نهر")));
});

test("a word that is excluded is excluded wherever it stands", async () => {
  const { search } = await beside(parted).module("search.js");
  assert.deepEqual([(await search("جسر", { limit: 0 })).total, (await search("جسر -نهر", { limit: 0 })).total], [3, 0]);
});

test("where more than two words are very long, fewer texts are read", async () => {
  const names = ["نهر", "جسر", "بحر", "خبر"];
  const all = Array.from({ length: 40 }, (_, n) => n);
  const many = {
    ...manifest({ articles: 40, places: 64, length: 30, words: "-", large: Object.fromEntries(names.map((name) => [name, 500])) }),
    ...Object.fromEntries(names.map((name) => [`words/head-${hashed(name)}.bin.gz`, headed(name, all, [form(name, {}, [], { kept: true, count: 40 })])])),
    ...Object.fromEntries(all.map((n) => [`texts/${n.toString(16)}.json.gz`, entry("عنوان", names.join(" "))])),
  };
  const read = async (query) => {
    const { module, asked } = beside(many);
    assert.equal((await (await module("search.js")).search(query, { limit: 0 })).total, 40);
    return new Set(asked.filter((path) => path.startsWith("texts/"))).size;
  };
  assert.deepEqual([await read(names.slice(0, 2).join(" ")), await read(names.slice(0, 3).join(" "))], [20, 14]);
});
