// The words of the archive by their beginnings, their ends and their sounds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, EXPECTED, load } from "./site.js";

const { listed, sounding } = await load("lists.js");
const words = (found) => found.map(({ word }) => word).sort();

test("every word that begins with some letters", async () => {
  for (const letters of ["س", "سف", "سفين"]) assert.deepEqual(words(await listed("front", letters)), EXPECTED.words.filter((word) => word.startsWith(letters)).sort(), letters);
});
test("every word that ends with some letters", async () => {
  for (const letters of ["ر", "سر"]) assert.deepEqual(words(await listed("back", letters)), EXPECTED.words.filter((word) => word.endsWith(letters)).sort(), letters);
});
test("every word that sounds like another", async () => {
  const consonants = analysis.consonants("سفينه");
  assert.deepEqual(words(await sounding(consonants)), EXPECTED.words.filter((word) => analysis.consonants(word) === consonants).sort());
});
test("letters that no word begins with", async () => assert.deepEqual(await listed("front", "ژژژ"), []));
