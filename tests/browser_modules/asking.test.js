// What readers ask with as they speak, and what articles answer by.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { asking: of } = await load("asking.js");
const { asking, owning, before, behind, first, leading } = of(analysis);

test("the words are folded as those of a query are", () => {
  for (const words of [asking, owning, before, behind, first, leading]) for (const word of words) assert.deepEqual(analysis.tokens(word), word.split(" "));
});
test("questions from Rabat to Baghdad are known", () => {
  for (const word of ["علاش", "وين", "ليش", "ازاي", "شنو", "وش"]) assert.ok(asking.has(word), word);
});
test("what the written language says too asks nothing by itself", () => {
  for (const word of ["اريد", "نبي", "خبر", "قصه", "حق", "زي"]) assert.ok(!asking.has(word), word);
  assert.ok(before.has("نبي") && behind.has("خبر"));
});
