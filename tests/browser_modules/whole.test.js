// Dates and numbers as words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { apart } = await load("whole.js");

const { open } = await load("store.js");
const { parse } = await load("query.js");
const index = await open();
const read = async (query) => {
  const { rest, wholes } = apart(parse(query, analysis).plain, index);
  return [rest.map(({ token }) => token), (await Promise.all(wholes)).map(({ told }) => [told.as, told.typed])];
};

test("a date among words is one word", async () => assert.deepEqual(await read("الجسر 8 نوفمبر 2009 القناة"), [["الجسر", "القناه"], [["date", "8 نوفمبر 2009"]]]));
test("a number with its size", async () => assert.deepEqual(await read("30 ألف كتاب"), [["كتاب"], [["number", "30 ألف"]]]));
test("a year, and a number that is none", async () => assert.deepEqual(await read("2024 17"), [["17"], [["year", "2024"]]]));
test("a year in Persian digits alone is a Persian one", async () => assert.deepEqual(await read("۱۳۹۲ 1392"), [["1392"], [["date", "۱۳۹۲"]]]));
test("a day that no calendar has is words, and is told", async () => {
  assert.deepEqual(await read("الجسر 30 فبراير 2013"), [["الجسر", "30", "فبراير", "2013"], []]);
  assert.deepEqual(apart(parse("الجسر 30 فبراير  2013", analysis).plain, index).nodays, ["30 فبراير  2013"]);
});
test("words are words", async () => assert.deepEqual(await read("الجسر"), [["الجسر"], []]));
