// Words of the archive that were typed for others that look or sound like them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, beside, families, form, manifest } from "./site.js";

const often = (from, to, ...places) => Array.from({ length: to - from }, (_, n) => [from + n, places]);

// What a query of an archive with these words is searched for: the guesses of each of its words. `words`: word → { common, in: its postings }.
async function asked(query, words, articles = 2000) {
  const list = Object.keys(words).map((one) => `${one}${words[one].common}`).join(" ");
  const had = {};
  for (const one of Object.keys(words)) (had[analysis.analyse(one).family] ??= []).push(form(one, {}, words[one].in));
  const { module, asked: files } = beside({ ...manifest({ front: [""], back: [""], sound: [""], articles }), "front/all.json.gz": list, "words/1.bin.gz": families(had) });
  const { open } = await module("store.js");
  const { understood } = await module("understanding.js");
  const read = await understood(query, await open());
  return { guessed: read.words.map(({ guessed = [] }) => guessed.map(({ spelt }) => spelt).join()), files, read };
}
// Iron that nobody has beside locks, and one letter beside it the word that many have there.
const words = { حضر: { common: 6, in: often(0, 30, 50) }, حظر: { common: 5, in: often(30, 50, 60) }, جسور: { common: 6, in: [...often(25, 30, 90), ...often(30, 50, 61)] } };

test("of two words that no article has side by side one was typed for another that many have there", async () => {
  assert.deepEqual((await asked("حضر جسور", words)).guessed, ["حظر", ""]);
  assert.deepEqual((await asked("جسور حضر", words)).guessed, ["", "حظر"]);
});

test("the other weighs less than the word itself, and is named as a guess", async () => {
  const { read: { words: [of] } } = await asked("حضر جسور", words);
  const [own, other] = ["حضر", "حظر"].map((bare) => of.forms.find(([one]) => one.bare === bare));
  assert.ok(own[1] > other[1]);
  assert.deepEqual([own[2], other[2]], [undefined, "حظر"]);
});

test("words that some article has side by side are meant, and nothing is loaded for a doubt", async () => {
  const met = { ...words, حضر: { common: 6, in: [[0, [50]], [25, [89]]] } };
  const { guessed, files } = await asked("حضر جسور", met);
  assert.deepEqual(guessed, ["", ""]);
  assert.ok(!files.includes("lists.json"));
});

test("what few articles have side by side is meant no more than what was typed", async () =>
  assert.deepEqual((await asked("حضر جسور", { ...words, حظر: { common: 5, in: [...often(30, 34, 60), ...often(60, 90, 60)] } })).guessed, ["", ""]));

test("two words that many articles have, though apart, are meant; so are all of a small archive", async () => {
  const both = { ...words, جسور: { common: 6, in: [...often(0, 30, 99), ...often(30, 50, 61)] }, حضر: { common: 7, in: [...often(0, 30, 50), ...often(60, 90, 50)] } };
  assert.deepEqual((await asked("حضر جسور", { ...both, جسور: { common: 7, in: [...often(0, 50, 61), ...often(60, 90, 61)] } })).guessed, ["", ""]);
  assert.deepEqual((await asked("حضر جسور", words, 999)).guessed, ["", ""]);
});
