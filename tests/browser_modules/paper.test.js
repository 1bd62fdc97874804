// The examples of docs/search.md and docs/search.ar.md, as they stand there: what follows an arrow is what the line gives.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./site.js";

const seam = await load("search.js");
const Asynchronous = (async () => {}).constructor;
const paper = (name) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
const blocks = (text) => [...text.matchAll(/^```js\n(.*?)^```$/gmsu)].map(([, code]) => code);

for (const name of ["search.md", "search.ar.md"]) {
  const [imported, ...examples] = blocks(paper(name));
  const names = /^import \{ (.*) \} from "\/search\/search\.js";$/mu.exec(imported)[1].split(", ");
  for (const [n, code] of examples.entries())
    test(`${name}, example ${n + 1}`, async () => {
      let checked = 0;
      const asserted = (value, expected) => { checked++; assert.deepEqual(value, expected); };
      const body = code.replace(/^(.*?);? \/\/ → (.*)$/gmu, (_, given, expected) => `asserted(${given}, ${expected});`);
      await new Asynchronous("asserted", ...names, body)(asserted, ...names.map((one) => seam[one]));
      assert.ok(checked);
    });
}

test("both papers have the same examples, and name all that the seam gives", () => {
  assert.deepEqual(blocks(paper("search.md")), blocks(paper("search.ar.md")));
  const told = blocks(paper("search.md"))[0];
  // What other modules of the search need, and no page of another's.
  for (const name of Object.keys(seam)) assert.ok(told.includes(name) || ["answer", "marker", "parts"].includes(name), name);
});
