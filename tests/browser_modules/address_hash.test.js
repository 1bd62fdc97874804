// Where an article's number is, by its address: numbering.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { addressHash, numbered } = await load("address_hash.js");
const { facets, text } = await load("store.js");

for (const [address, bytes] of [["", "e4a6a0577479b2b4"], ["articles/bridge/", "f31a0cf040afcac2"], ["x".repeat(300), "12b539c1cad94615"], ["y".repeat(128), "154f7ef96586c007"]])
  test(`BLAKE2b of ${address.length} bytes is that of hashlib`, () => assert.deepEqual(addressHash(address), [0, 8].map((at) => parseInt(bytes.slice(at, at + 8), 16))));

test("an article is found by its address: its number, and its text", async () => {
  const found = new Set();
  for (const slug of ["bridge", "bridge-v2", "canal", "council", "ships", "doctors", "hamza", "far", "persian", "markup"]) {
    const article = await numbered(`articles/${slug}/`, addressHash(`articles/${slug}/`));
    assert.equal((await text(article))[0], `articles/${slug}/`);
    found.add(article);
  }
  const { taken } = await facets();
  assert.deepEqual([...found].sort((a, b) => a - b), [...taken.keys()].filter((article) => taken[article]));
  assert.equal(await numbered("articles/nobody/", addressHash("articles/nobody/")), undefined);
});
