// Names in English and French that no letter leads to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { abroad } = await load("abroad.js");

test("the names are folded as those of a query are", () => {
  for (const name of Object.keys(abroad)) assert.deepEqual(analysis.tokens(name), [name]);
});
test("in English and in French", () => assert.deepEqual(abroad.greece, abroad.grece));
test("each leads to a name in Arabic letters", () => {
  for (const names of Object.values(abroad)) for (const name of names) assert.match(name, /^[\u0621-\u064a ]+$/u);
});
