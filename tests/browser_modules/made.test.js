// Forms made of several words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, load } from "./site.js";

const { Made, row, whole } = await load("made.js");

const form = (places) => asked([places]).forms[0][0];

test("words in a row, no farther apart than asked", () => {
  const parts = [[form({ 1: [4, 9], 2: [1] })], [form({ 1: [5], 2: [3], 3: [1] })]];
  assert.deepEqual([...row(parts).articles], [1]);
  assert.deepEqual([...row(parts).in(1)], [4]);
  assert.deepEqual([...row(parts, 2).articles], [1, 2]);
});

test("a row that stands nowhere has no articles", () => assert.equal(row([[form({ 1: [4] })], []]).count, 0));

test("a form says where it stands", () => {
  const made = new Made(new Map([[7, [0]], [2, [1, 5]]]));
  assert.deepEqual([[...made.articles], [...made.starts], made.in(2), made.in(9), made.count], [[2, 7], [0, 2, 3], [1, 5], [], 2]);
});

test("what has no article is no form of a word", () => assert.deepEqual(whole("x", [[new Made(new Map()), 1]]).forms, []));
