import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./site.js";

const { parse } = await load("query.js");
const { open } = await load("store.js");
const { analysis } = await open();
const parsed = (query) => parse(query, analysis);

test("words are folded and keep their order and their own spelling", () => {
  const { words, phrases, without, filters, written } = parsed("الوزير أعلن  الوزير");
  assert.deepEqual(words, ["الوزير", "اعلن", "الوزير"]);
  assert.deepEqual([phrases, without, filters], [[], [], {}]);
  assert.equal(written.get("اعلن"), "أعلن");
});

test("a minus leaves out a word or a phrase, and only at its beginning", () => {
  assert.deepEqual(parsed('جسر -بحر -"قال الوزير"').without, [["بحر"], ["قال", "الوزير"]]);
  const inside = parsed("اب-تث");
  assert.deepEqual(inside.without, []);
  assert.equal(inside.words.length, 2);
});

test("quotation marks of every kind make a phrase; an empty one makes nothing", () => {
  for (const query of ['"مجلس المياه"', "“مجلس المياه”", "„مجلس المياه“"]) assert.deepEqual(parsed(query).phrases, [["مجلس", "المياه"]], query);
  assert.deepEqual(parsed('"" “”').phrases, []);
});

test("a filter has its key in either language, in any case, and each value is kept", () => {
  assert.deepEqual(parsed('source:"صحيفة الواحة" مصدر:وكالة SOURCE:x').filters, { source: ["صحيفة الواحة", "وكالة", "x"] });
  assert.deepEqual(parsed("سنة:2023 قبل:2024 بعد:2022 وسم:a").filters, { year: ["2023"], before: ["2024"], after: ["2022"], tag: ["a"] });
});

test("a key without a value, and a key that does not exist, are words", () => {
  assert.deepEqual(parsed("tag:").filters, {});
  const unknown = parsed("colour:red");
  assert.deepEqual(unknown.filters, {});
  assert.deepEqual(unknown.words, ["colour", "red"]);
  assert.deepEqual(parsed("__proto__:x constructor:y").filters, {});
});

test("a query is cut at 16 words, 4 phrases, 4 exclusions and 400 letters", () => {
  const many = (n, part) => Array.from({ length: n }, (_, i) => part(i)).join(" ");
  assert.equal(parsed(many(16, (i) => `k${i}`)).words.length, 16);
  assert.equal(parsed(many(17, (i) => `k${i}`)).words.length, 16);
  assert.deepEqual(parsed(many(17, (i) => `k${i}`)).words.at(-1), "k15");
  assert.equal(parsed(many(5, (i) => `"p${i}"`)).phrases.length, 4);
  assert.equal(parsed(many(5, (i) => `-m${i}`)).without.length, 4);
  assert.deepEqual(parsed(`${"x".repeat(398)} yz`).words, ["x".repeat(398), "y"]);
  assert.deepEqual(parsed(`${"x".repeat(400)} yz`).words, ["x".repeat(400)]);
});

test("anything can be asked: nothing, null, a number", () => {
  assert.deepEqual(parsed("").words, []);
  assert.deepEqual(parsed(2023).words, ["2023"]);
  assert.deepEqual(parsed("؟ ! …").words, []);
});
