import assert from "node:assert/strict";
import test from "node:test";
import { asked, load } from "./site.js";

const { facets, family, listed, open, sounding, text } = await load("store.js");

test("the index is opened by four files, once, however often and at the same time it is asked for", async () => {
  const [first, second] = await Promise.all([open(), open()]);
  assert.equal(first, second);
  assert.equal(await open(), first);
  assert.deepEqual(asked.toSorted(), ["analysis.json", "lengths.bin", "manifest.json", "names.json"]);
  assert.equal(first.lengths.length, first.articles);
  assert.ok(first.lengths.every((length) => length > 0));
});

test("a file is fetched once; one that could not be fetched is asked for again", async () => {
  const before = asked.length;
  await Promise.all([text(0), text(0), facets()]);
  await text(0);
  assert.equal(asked.length, before + 2);
  for (let n = 0; n < 2; n++) await assert.rejects(text(999), /texts\/999\.json: 404/u);
  assert.equal(asked.slice(before + 2).length, 2);
});

test("a form tells its articles in their order, and of each its places", async () => {
  const forms = await family((await open()).analysis.analyse("الجسر").family);
  assert.ok(forms.length);
  for (const form of forms) {
    const { articles, count } = form.read();
    assert.equal(articles.length, count);
    assert.deepEqual([...articles], [...articles].sort((a, b) => a - b));
    for (const article of articles) {
      const places = [...form.in(article)];
      assert.ok(places.length);
      assert.deepEqual(places, places.toSorted((a, b) => a - b));
    }
    assert.deepEqual([...form.in(-1), ...form.in(999)], []);
    assert.equal(form.read(), form);
  }
});

test("places point at the words of the text", async () => {
  const { analysis, articles, body } = await open();
  const forms = await family(analysis.analyse("الجسر").family);
  let met = 0;
  for (let article = 0; article < articles; article++) {
    const [, title, written] = await text(article);
    const tokens = new Set(analysis.tokens(`${title} ${written}`).map((token) => analysis.analyse(token).family));
    const has = forms.some((form) => form.in(article).length);
    assert.equal(has, tokens.has(analysis.analyse("الجسر").family), title);
    met += has;
    const titled = analysis.tokens(title).some((token) => analysis.analyse(token).family === analysis.analyse("الجسر").family);
    assert.equal(forms.some((form) => form.in(article)[0] < body), titled, title);
  }
  assert.ok(met >= 2);
});

test("a family that the archive does not have is empty, wherever it would stand", async () => {
  for (const name of ["", "\u0000", "ققققق", "\uffff", "__proto__"]) assert.deepEqual(await family(name), [], name);
});

test("words are listed by their beginning and by their end, all of them and no others", async () => {
  const front = (await listed("front", "مس")).map(({ word }) => word);
  assert.ok(front.includes("مستشفي"));
  assert.ok(front.every((word) => word.startsWith("مس")));
  const back = (await listed("back", "فن")).map(({ word }) => word);
  assert.deepEqual(back, ["سفن"]);
  assert.deepEqual(await listed("front", "\uffff"), []);
  const sorted = (entries) => entries.map(({ word }) => word).sort();
  assert.deepEqual(sorted(await listed("front", "")), sorted(await listed("back", "")), "both lists have the same words");
});

test("an entry has how common it is, whether it had the article, and its own spelling", async () => {
  const entry = async (name) => (await listed("front", name)).find(({ word }) => word === name);
  const hospital = await entry("مستشفي");
  assert.ok(Number.isInteger(hospital.common) && hospital.common >= 0 && hospital.common <= 9);
  assert.equal(hospital.spelt, "مستشفى");
  for (const { articled } of await listed("front", "")) assert.equal(typeof articled, "boolean");
  assert.equal((await entry("سفن")).spelt, "سفن", "a word that is spelt as it is filed");
});

test("words are filed by their consonants", async () => {
  const { analysis } = await open();
  const found = await sounding(analysis.consonants("beirut"));
  assert.ok(found.some(({ word }) => word === "بيروت"));
  assert.ok(found.every(({ word }) => analysis.consonants(word) === analysis.consonants("beirut")));
});
