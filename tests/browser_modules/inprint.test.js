// What the press writes for words of a query, and what means the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { inPrint, meant } = await load("inprint.js");
const { keys, spelt } = await load("sayings.js");
const { word, NEAR } = await load("words.js");
const asked = (...tokens) => Promise.all(tokens.map(async (token) => Object.assign(await word(token, analysis), { written: token })));
const read = async (token, written = token, surely = false) => {
  const of = Object.assign(await word(token, analysis), { written });
  await inPrint([of], analysis, { surely });
  return of;
};

test("a bridge of Cairo", async () => {
  const of = await read("كوبري");
  assert.deepEqual(of.synonyms.slice(0, 2), ["كوبري", "جسر"]);
  assert.ok(of.forms.length > 0 && of.families.has(analysis.analyse("جسر").family));
});
test("what the archive lacks is meant as surely as what is typed, what it has comes before what is meant", async () => {
  assert.ok((await read("كوبري")).forms.every(([, near]) => near === NEAR.core || near < NEAR.synonym));
});
test("with what stands before it", async () => assert.equal((await read("عالكوبري")).synonyms[1], "جسر"));
test("where the archive has nothing of it, the word stays as it was", async () => assert.equal((await read("شنطه")).synonyms, undefined));
test("a word of the press is spoken where more of the query is", async () => {
  assert.equal((await read("قنطره")).synonyms?.[1] ?? "جسر", "جسر");
  const [bridge, ship] = await asked("كوبري", "بواخر");
  await inPrint([bridge, ship], analysis);
  const [alone] = await asked("بواخر");
  await inPrint([alone], analysis);
  assert.equal(alone.synonyms, undefined);
  assert.ok(ship.synonyms.includes("سفن"));
});
test("letters that stand nowhere", async () => assert.equal((await read("qzx", "QZX")).synonyms, undefined));
test("what has no other of its meaning", async () => assert.deepEqual(await meant(await asked("الجسر"), analysis), []));
test("a hamza, a future, a negation, and what is before an article", () => {
  assert.deepEqual([spelt("شهدا"), spelt("هيدرب"), spelt("كتاب")], [["شهداء"], ["يدرب"], []]);
  assert.deepEqual([spelt("ماراحش"), spelt("عالجسر"), spelt("هالجسر"), spelt("راحو")], [["راح"], ["الجسر"], ["الجسر"], ["راحوا"]]);
  assert.ok(keys({ token: "عالجسر", bare: "عالجسر", core: "عالجسر" }).includes("الجسر"));
});
