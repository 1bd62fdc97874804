// The description of words, as it travels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESCRIPTION, EXPECTED, load } from "./site.js";

const { inFull, unpacked } = await load("unpacked.js");
const none = { alphabet: "", patterns: "", likewise: "", stop: "", whole: "", seen: "", families: ["", ""], forms: ["", ""], pasts: ["", ""], imperfects: ["", ""] };

test("lists share the letters of the word before, and a pattern makes what a word belongs to of its letters", () => {
  const made = unpacked({ ...none, alphabet: "ابت", patterns: "$ #=", whole: "#;$<", families: ["#;<$=", "#$"], word: "w" });
  assert.deepEqual([made.whole, made.families, made.word, made.alphabet], [["ا", "اب"], { "اب": "ب", "ات": "ات" }, "w", undefined]);
});
test("of a past its sign tells whether its imperfect is like it", () => {
  const made = unpacked({ ...none, alphabet: "ابتث", patterns: "#$", pasts: ["#;<#<=$>", "###"], likewise: "102" });
  assert.deepEqual([made.imperfects, made.seen], [{ "ب": "اب" }, ["بث"]]);
});
test("a plain list says how many letters are those of the word before", () => assert.deepEqual(inFull(["0كتاب", "3ب", "0", "0z", "112"]), ["كتاب", "كتاب", "", "z", "z12"]));
test("nothing is nothing", () => assert.deepEqual(unpacked(none).families, {}));
test("it is what Python has", () => {
  assert.deepEqual(Object.keys(DESCRIPTION).toSorted(), Object.keys(EXPECTED.description).toSorted());
  for (const [name, value] of Object.entries(EXPECTED.description)) assert.deepEqual(DESCRIPTION[name], value, name);
});
