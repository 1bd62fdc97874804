// Which words a list has, nearly.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { sieve } = await load("sieve.js");
const { spoken } = await load("meant.js");

test("every word of a list is known", () => {
  for (const word of ["شنطه", "خناقه", "greece", "كوبري"]) assert.ok(spoken.has(word), word);
});
test("hardly any other is", () => {
  const others = Array.from({ length: 3000 }, (_, n) => `كلمة${n}`).filter((word) => spoken.has(word));
  assert.ok(others.length < 150, String(others.length));
});
test("of no word no word is known", () => assert.equal(sieve("AA==").has("شنطه"), false));
