// The description of words, as it travels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESCRIPTION, EXPECTED, load } from "./site.js";

const { unpacked } = await load("unpacked.js");
const none = { stop: "", whole: "", seen: "", families: ["", ""], forms: ["", ""], pasts: ["", ""], imperfects: ["", ""] };

test("lists share the letters of the word before, tables those of their key", () => {
  const made = unpacked({ ...none, alphabet: "ابت", whole: "#;$<", families: ["#;<%=", '$=%'], word: "w" });
  assert.deepEqual([made.whole, made.families, made.word, made.alphabet], [["ا", "اب"], { "اب": "ات", "ابت": "ا" }, "w", undefined]);
});
test("nothing is nothing", () => assert.deepEqual(unpacked({ ...none, alphabet: "" }).families, {}));
test("it is what Python has", () => {
  assert.deepEqual(Object.keys(DESCRIPTION).toSorted(), Object.keys(EXPECTED.description).toSorted());
  for (const [name, value] of Object.entries(EXPECTED.description)) assert.deepEqual(DESCRIPTION[name], value, name);
});
