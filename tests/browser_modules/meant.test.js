// Which words of a query have others of the same meaning, or may be spoken.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { perhaps, related, spoken } = await load("meant.js");
const { asking, known } = await load("asking.js");

test("news words, in any form that ends otherwise", () => {
  for (const word of ["استقاله", "استقالات", "التظاهره"]) assert.ok(related.has(`~${analysis.analyse(word).stem}`), word);
});
test("what the press writes for something else may be spoken", () => assert.deepEqual([perhaps.has("قطر"), spoken.has("قطر")], [true, false]));
test("what the press has too is known at once", () => assert.ok(known.has("عربيه") && spoken.has("عربيه")));
test("words that ask are no words that mean something", () => assert.deepEqual([...asking].filter((word) => spoken.has(word)).length < asking.size / 10, true));
