// The names that Python gives to the files of texts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { addressHash } = await load("address_hash.js");
const { numbered, open, textOf } = await load("store.js");

for (const [address, name] of [["", "e4a6a0577479b2b4"], ["articles/bridge/", "f31a0cf040afcac2"], ["x".repeat(300), "12b539c1cad94615"], ["y".repeat(128), "154f7ef96586c007"]])
  test(`BLAKE2b of ${address.length} bytes is that of hashlib`, () => assert.equal(addressHash(address).name, name));

test("an article is found by its address: its text and its number", async () => {
  const { articles } = await open();
  const found = new Set();
  for (const slug of ["bridge", "bridge-v2", "canal", "council", "ships", "doctors", "hamza", "far", "persian", "markup"]) {
    const { name, chance } = addressHash(`articles/${slug}/`);
    assert.equal((await textOf(name))[0], `articles/${slug}/`);
    found.add(await numbered(name, chance));
  }
  assert.deepEqual([...found].sort((a, b) => a - b), Array.from({ length: articles }, (_, n) => n));
  const { name, chance } = addressHash("articles/nobody/");
  assert.equal(await numbered(name, chance), undefined);
});
