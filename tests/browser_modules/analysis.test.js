// The analysis of words: analysis.py's twin at its limits. A test in a browser compares the two on the whole archive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, EXPECTED } from "./site.js";

test("texts have Python's tokens", () => {
  for (const [text, tokens] of Object.entries(EXPECTED.texts)) assert.deepEqual(analysis.tokens(text), tokens, text);
});

test("tokens have Python's names and sound", () => {
  assert.ok(Object.keys(EXPECTED.analysed).length > 40);
  for (const [token, names] of Object.entries(EXPECTED.analysed)) {
    assert.deepEqual([false, true].map((articled) => Object.values(analysis.analyse(token, articled))), names, token);
    assert.deepEqual([analysis.sound(token), analysis.consonants(token)], EXPECTED.heard[token], token);
  }
});

test("each token has the place of the word that it is of", () => {
  for (const text of Object.keys(EXPECTED.texts)) {
    const placed = analysis.placed(text);
    assert.deepEqual(placed.map(([token]) => token), EXPECTED.texts[text]);
    for (const [token, start, end] of placed) assert.ok(analysis.fold(text.slice(start, end)).includes(token), token);
  }
  assert.deepEqual(analysis.placed("«قال» ثم"), [["قال", 1, 4], ["ثم", 6, 8]]);
});
