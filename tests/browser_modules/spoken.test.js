// Words of spoken Arabic, and what the press writes for them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { spoken } = await load("spoken.js");
const { asking, known } = await load("asking.js");

test("the words that are known at once are those of this list", () => assert.deepEqual(Object.keys(spoken), [...known]));
test("no word asks and is asked for", () => assert.deepEqual([...known].filter((word) => asking.has(word)), []));
test("each has something that the press writes, and not only itself", () => {
  for (const [word, written] of Object.entries(spoken)) assert.ok(written.some((name) => analysis.tokens(name).join(" ") !== word), word);
});
test("a car of Cairo", () => assert.ok(spoken.عربيه.includes("سيارة")));
