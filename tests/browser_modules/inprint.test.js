// What the press writes for words of a query.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { inPrint, spelt } = await load("inprint.js");
const { word } = await load("words.js");
const read = async (token, written = token) => {
  const of = Object.assign(await word(token, analysis), { written });
  await inPrint([of], analysis);
  return of;
};

test("a bridge of Cairo", async () => {
  const of = await read("كوبري");
  assert.deepEqual(of.synonyms, ["كوبري", "جسر"]);
  assert.ok(of.forms.length > 0 && of.families.has(analysis.analyse("جسر").family));
});
test("where the archive has nothing of it, the word stays as it was", async () => assert.equal((await read("شنطه")).synonyms, undefined));
test("letters that stand nowhere", async () => assert.equal((await read("qzx", "QZX")).synonyms, undefined));
test("a hamza and a future", () => assert.deepEqual([spelt("شهدا"), spelt("هيدرب"), spelt("كتاب")], [["شهداء"], ["يدرب"], []]));
