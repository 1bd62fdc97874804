// Which words a list has, nearly.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { sieve } = await load("sieve.js");
const { known } = (await load("asking.js")).asking(analysis);

test("every word of a list is known", () => {
  for (const word of ["شنطه", "خناقه", "عربيه", "كوبري", "عمله صينيه"]) assert.ok(known.has(word), word);
});
test("hardly any other is", () => {
  const others = Array.from({ length: 3000 }, (_, n) => `كلمة${n}`).filter((word) => known.has(word));
  assert.ok(others.length < 60, String(others.length));
});
test("of no word no word is known", () => assert.equal(sieve("0 0 ").has("شنطه"), false));
