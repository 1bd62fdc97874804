// Names in Latin letters.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { spellings, unlikely } = await load("latin.js");

for (const [typed, likely, less] of [
  ["putin", "بوتين", "بوتان"], ["7amas", "حماس", "همس"], ["3abbas", "عباس", "باس"], ["5amenei", "خامنيي", "كامني"], ["9ale7", "صالح", "سال"],
  ["kabul", "كابول", "قبول"], ["qa6ar", "قطر", "كتر"], ["5alifa", "خليفه", "كليف"],
  ["kovac", "كوفاتش", "كفاله"], ["villa", "فيا", "فول"], ["lederer", "ليدرر", "لدر"], ["ubaid", "اوبيد", "عبد"], ["petric", "بيتريتش", "باتريوت"], ["adil", "عادل", "دليل"], ["nouh", "نوح", "نوا"], ["johansson", "يوهانسون", "جهنم"],
])
  test(`${typed} is ${likely} before ${less}`, () => assert.ok(unlikely(typed, likely) < unlikely(typed, less)));

test("what no letter says can't be meant", () => assert.equal(unlikely("putin", "سلمان"), Infinity));

test("nothing is nothing", () => assert.equal(unlikely("", ""), 0));

test("letters that are listed apart are looked for too", () => assert.deepEqual([...spellings("dhahran")], ["dhahran", "zahran"]));
test("a c of Belgrade or Istanbul at the end, and a Spanish ll", () => assert.deepEqual([[...spellings("kovac")], [...spellings("sevilla")]], [["kovac", "kovach", "kovaj"], ["sevilla", "seviya"]]));
