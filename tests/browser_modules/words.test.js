import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./site.js";

const { NEAR, concept, known, nearness, widen, word } = await load("words.js");
const { open } = await load("store.js");
const { analysis, labels } = await open();
const spellings = (of) => of.forms.map(([form]) => form.bare).sort();

test("nearness is by what form and word share: all, the core, the stem, the family", () => {
  const named = (bare, core, stem) => ({ bare, core, stem });
  assert.equal(nearness(named("a", "a", "a"), named("a", "a", "a")), NEAR.bare);
  assert.equal(nearness(named("wa", "a", "a"), named("a", "a", "a")), NEAR.core);
  assert.equal(nearness(named("b", "b", "a"), named("a", "a", "a")), NEAR.stem);
  assert.equal(nearness(named("b", "b", "b"), named("a", "a", "a")), NEAR.family);
  const steps = [NEAR.bare, NEAR.core, NEAR.seated, NEAR.stem, NEAR.family, NEAR.other];
  assert.deepEqual(steps, steps.toSorted((a, b) => b - a));
});

test("a hamza may sit elsewhere in words of five letters and more", () => {
  const core = (letters) => ({ bare: letters, core: letters, stem: letters });
  assert.equal(nearness(core("اخلاوه"), core("اخلايه")), NEAR.seated);
  assert.notEqual(nearness(core("ماوه"), core("مايه")), NEAR.seated);
});

test("a word has the forms of its family, and is known by those with its core only", async () => {
  const ship = await word("السفينه", analysis);
  assert.deepEqual(spellings(ship), ["سفن", "سفينه"]);
  assert.ok(known(ship));
  assert.ok(!known(await word("قسطنطين", analysis)));
  const relative = await word("سفائن", analysis);
  assert.equal(known(relative), relative.forms.some(([, near]) => near >= NEAR.core));
});

test("a word that stands for another has its near forms at the weight, and never loses a nearer one", async () => {
  const typed = await word("قسطنطين", analysis);
  await widen(typed, { word: "سفينه", articled: true, spelt: "سفينة" }, analysis, 0.5);
  assert.deepEqual(typed.forms.map(([form, near, spelt]) => [form.bare, near, spelt]), [["سفينه", 0.5, "سفينة"]], "relatives are too far");
  await widen(typed, { word: "سفينه", articled: true, spelt: "x" }, analysis, 0.3);
  assert.equal(typed.forms[0][1], 0.5);
  await widen(typed, { word: "سفينه", articled: true, spelt: "سفينه" }, analysis, 0.6);
  assert.deepEqual(typed.forms.map(([, near, spelt]) => [near, spelt]), [[0.6, "سفينه"]]);
  assert.ok(typed.cores.has("سفينه"));
});

test("a name stands for its concept: what is about it, and all its other names", async () => {
  const [found] = labels.get("مجلس مياه") ?? labels.get("مجلس المياه") ?? labels.get([...labels.keys()].find((name) => name.startsWith("مجلس")));
  assert.equal(found.id, "Water-Council");
  const council = await word("مجلس", analysis);
  const before = council.forms.length;
  await concept(council, found, analysis);
  assert.equal(council.forms.length, before + 1);
  assert.equal(council.forms.at(-1)[1], NEAR.bare);
  assert.equal(council.labels.length, found.names.length);
});
