// Words of three letters with a particle before them, where few articles answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, asked, beside, families, form, manifest } from "./site.js";

// Each word stands in the article of its number.
const words = (...named) => families(Object.fromEntries(named.map((word, n) => [analysis.analyse(word).family, [form(word, {}, [[n, [50]]])]])));
const files = { ...manifest({ articles: 4, places: 8, length: 30, words: "0" }), "words/1.bin.gz": words("سحب", "بسحب", "لسحب", "كتاب") };

async function found(typed, given = files) {
  const { module } = beside(given);
  const { particled } = await module("particles.js");
  const { word } = await module("words.js");
  const { open } = await module("store.js");
  const index = await open();
  const of = await word(typed, index.analysis);
  const more = await particled([of], index);
  return { more, articles: [...new Set(of.forms.flatMap(([one]) => [...one.read().articles]))].sort(), cores: of.cores };
}

test("a word of three letters is found with a particle before it, and marked", async () => {
  const { more, articles, cores } = await found("سحب");
  assert.ok(more);
  assert.deepEqual(articles, [0, 1, 2]);
  assert.ok(cores.has("بسحب"));
});

test("a word of a particle and three letters is found without it", async () => {
  const { articles, cores } = await found("بسحب");
  assert.deepEqual(articles, [0, 1]);
  assert.ok(cores.has("سحب"));
});

test("what is a whole word has no particle: كتاب, فريق, a verb", async () => {
  for (const typed of ["كتاب", "فريق", "لقاء", "بلغت"]) assert.ok(!(await found(typed)).more, typed);
});

test("longer words, words of speech and words that stand for nothing ask for nothing", async () => {
  for (const typed of ["المكتبات", "من", "2009", "nato"]) assert.ok(!(await found(typed)).more, typed);
  const { particled } = await beside(files).module("particles.js");
  assert.equal(await particled([Object.assign(asked([{ 0: [5] }]), { whole: true })], { analysis, large: new Map() }), false);
});
