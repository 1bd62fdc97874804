// A word of a query as the forms that the index has of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, beside, families, form, manifest } from "./site.js";

// سفن and سفينة are one family by the analysis: سفين.
const FILES = {
  ...manifest({ articles: 5 }),
  "words/1.bin.gz": families({
    "=Water": [form("=Water", {}, [[4, [50]]])], جسر: [form("جسر", {}, [[0, [50]]])],
    سفين: [form("سفن", {}, [[2, [50]]]), form("سفينه", { size: 4 }, [[3, [50]]])],
    كاتب: [form("كاتب", {}, [[0, [60]]]), form("وكاتب", { cut: 1 }, [[1, [50]]])],
  }),
};
const { module } = beside(FILES);
const { NEAR, concept, known, nearness, widen, word } = await module("words.js");
const near = (of) => Object.fromEntries(of.forms.map(([one, weight]) => [one.bare, weight]));
const entry = (word, spelt = word) => ({ word, spelt, articled: false, common: 1 });

test("what was typed is nearest, then the word without particles, its hamza's seat, its stem, its family", () => {
  const typed = { bare: "واخلاوه", core: "اخلاوه", stem: "اخلا" };
  const to = (bare, core, stem) => nearness({ bare, core, stem }, typed);
  assert.deepEqual([to("واخلاوه", "اخلاوه", "اخلا"), to("اخلاوه", "اخلاوه", "اخلا"), to("اخلايه", "اخلايه", "اخلا"), to("اخلا", "اخلا", "اخلا"), to("خلي", "خلي", "خلي")],
    [NEAR.bare, NEAR.core, NEAR.seated, NEAR.stem, NEAR.family]);
  assert.deepEqual([NEAR.bare, NEAR.core, NEAR.seated, NEAR.stem, NEAR.family].toSorted((a, b) => b - a), [NEAR.bare, NEAR.core, NEAR.seated, NEAR.stem, NEAR.family]);
});

test("a hamza's seat is looked at in words of five letters and more, and not at their end", () => {
  const at = (core, other) => nearness({ bare: core, core, stem: "a" }, { bare: other, core: other, stem: "b" });
  assert.equal(at("ماوهم", "مايهم"), NEAR.seated);
  assert.equal(at("ماوه", "مايه"), NEAR.family);
  assert.equal(at("انتماو", "انتماي"), NEAR.family);
});

test("a word has the forms of its family, each as near as it is", async () => {
  assert.deepEqual(near(await word("سفن", analysis)), { سفن: NEAR.bare, سفينه: NEAR.family });
  assert.deepEqual(near(await word("وكاتب", analysis)), { كاتب: NEAR.core, وكاتب: NEAR.bare });
});

test("a word that the archive lacks has no form and is not known", async () => {
  const of = await word("قسطنطين", analysis);
  assert.deepEqual([of.forms, known(of)], [[], false]);
});

test("a word is known with other particles, not by its relatives", async () => {
  assert.equal(known(await word("والجسر", analysis)), true);
  assert.equal(known({ forms: [[{}, NEAR.seated], [{}, NEAR.family]] }), false);
});

test("a guess lends its nearer forms, at their share of the weight, with their spelling", async () => {
  const of = await word("قسطنطين", analysis);
  await widen(of, entry("سفن", "سُفن"), analysis, 0.5);
  assert.deepEqual(of.forms.map(([one, weight, spelt]) => [one.bare, weight, spelt]), [["سفن", 0.5, "سُفن"]]);
  assert.ok(of.families.has("سفين") && of.cores.has("سفن"));
});

test("a form that a word has already keeps the greater weight", async () => {
  const of = await word("سفن", analysis);
  await widen(of, entry("سفينه", "سفينة"), analysis, 0.55);
  assert.deepEqual(near(of), { سفن: NEAR.bare, سفينه: 0.55 });
  await widen(of, entry("سفينه", "أخرى"), analysis, 0.55);
  assert.equal(of.forms.find(([one]) => one.bare === "سفينه")[2], "سفينة");
  await widen(of, entry("سفينه", "أخرى"), analysis, 0.6);
  assert.deepEqual(near(of), { سفن: NEAR.bare, سفينه: 0.6 });
  assert.equal(of.forms.find(([one]) => one.bare === "سفينه")[2], "أخرى");
});

test("a concept adds the articles about it and its names, word by word", async () => {
  const of = await word("جسر", analysis);
  await concept(of, { id: "Water", names: ["مجلس المياه", "wco"] }, analysis);
  assert.equal(near(of)["=Water"], NEAR.bare);
  assert.deepEqual(of.labels.map((label) => label.length), [2, 1]);
});

test("a concept that no article is about adds its names only", async () => {
  const of = await word("جسر", analysis);
  await concept(of, { id: "Zero", names: ["zero"] }, analysis);
  assert.deepEqual([of.forms.length, of.labels], [1, [["zero"]]]);
});
