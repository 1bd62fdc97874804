import assert from "node:assert/strict";
import test from "node:test";
import { form, load } from "./site.js";

const { count, guesses, places, rank, withPhrase } = await load("rank.js");
const { NEAR } = await load("words.js");

const index = (total, rest = {}) => ({ lengths: new Float32Array(total).fill(100), length: 100, body: 0, ...rest });
const word = (held, near = NEAR.bare, rest = {}) => ({ forms: [[form(held), near]], labels: [], ...rest });

test("an article that has the word as typed comes before one that has a relative", () => {
  const asked = { forms: [[form({ 0: [5] }), NEAR.family], [form({ 1: [5] }), NEAR.bare]], labels: [] };
  assert.deepEqual(rank([asked], index(10), null).best, [1, 0]);
});

test("a word that stands more often, in a shorter article, or in the title counts more", () => {
  assert.deepEqual(rank([word({ 0: [5], 1: [5, 9, 20] })], index(10), null).best, [1, 0]);
  const lengths = Float32Array.of(400, 20, 100, 100, 100, 100);
  assert.deepEqual(rank([word({ 0: [5], 1: [5] })], index(6, { lengths }), null).best, [1, 0]);
  assert.deepEqual(rank([word({ 0: [2], 1: [5] })], index(10, { body: 3 }), null).best, [0, 1]);
  assert.deepEqual(rank([word({ 0: [3], 1: [3] })], index(10, { body: 3 }), null).best, [1, 0], "the body begins at its number");
});

test("of equals the newest comes first: articles are numbered from the oldest", () => {
  assert.deepEqual(rank([word({ 3: [5], 1: [5], 7: [5] })], index(10), null).best, [7, 3, 1]);
  assert.deepEqual(rank([word({ 3: [5, 6, 7], 1: [5], 7: [5] })], index(10), null, "date").best, [7, 3, 1]);
});

test("words side by side come before words apart, in either order", () => {
  const { best, sure } = rank([word({ 0: [1], 1: [50] }), word({ 0: [90], 1: [49] })], index(20), null);
  assert.deepEqual(best, [1, 0]);
  assert.ok(sure);
  assert.ok(!rank([word({ 0: [1] }), word({ 0: [90] })], index(20), null).sure);
});

test("an answer is sure only where its words stand as typed", () => {
  assert.ok(rank([word({ 0: [1] }, NEAR.bare)], index(5), null).sure);
  assert.ok(!rank([word({ 0: [1] }, NEAR.seated)], index(5), null).sure);
});

test("where no article has all words, those follow that have at least half", () => {
  const four = [word({ 0: [1], 1: [1] }), word({ 0: [2], 1: [2] }), word({ 0: [3] }), word({ 2: [1] })];
  const { best, complete } = rank(four, index(20), null);
  assert.equal(complete, 0);
  assert.deepEqual(best, [0, 1]);
});

test("up to nine complete articles of three words let those follow that lack one; ten do not", () => {
  const held = (n, first = 0) => Object.fromEntries(Array.from({ length: n }, (_, i) => [first + i, [1 + first]]));
  const three = (complete) => [word({ ...held(complete), 30: [1] }), word({ ...held(complete), 30: [2] }), word(held(complete))];
  const few = rank(three(9), index(40), null);
  assert.equal(few.complete, 9);
  assert.equal(few.best.length, 10);
  assert.equal(few.best.at(-1), 30);
  assert.equal(rank(three(10), index(40), null).best.length, 10);
  const two = [word({ 0: [1], 30: [1] }), word({ 0: [2] })];
  assert.deepEqual(rank(two, index(40), null).best, [0], "of two words both are asked for");
});

test("a filter leaves out an article, also from what counts as complete", () => {
  const allowed = Uint8Array.of(0, 1, 1, 1, 1);
  const { best, complete } = rank([word({ 0: [1], 1: [1] })], index(5), allowed);
  assert.deepEqual([best, complete], [[1], 1]);
});

test("a phrase is its words in their order, as typed or with other particles", () => {
  const first = word({ 0: [1, 7], 1: [5], 2: [3] });
  const second = word({ 0: [8], 1: [4], 2: [4] }, NEAR.core);
  assert.deepEqual([...withPhrase([first, second], 4)], [1, 0, 1, 0]);
  assert.deepEqual([...withPhrase([second, first], 4)], [0, 1, 0, 0]);
  assert.deepEqual([...withPhrase([first, word({ 0: [8] }, NEAR.stem)], 4)], [0, 0, 0, 0]);
});

test("places of all forms come in their order; only near forms count", () => {
  const asked = { forms: [[form({ 0: [9, 12] }), 1], [form({ 0: [3], 1: [1] }), NEAR.core], [form({ 2: [1] }), NEAR.seated]] };
  assert.deepEqual(places(asked, 0), [3, 9, 12]);
  assert.equal(count(asked), 3);
});

test("guessed spellings come by how many articles have them; a word that stands itself is no guess", () => {
  const asked = { forms: [[form({ 0: [1], 4: [1] }), 0.5, "a"], [form({ 1: [1], 2: [1], 3: [1], 4: [2] }), 0.4, "b"], [form({ 5: [1] }), 1]] };
  assert.deepEqual(guesses(asked, [0, 1, 2, 3, 4, 5]), ["b", "a"]);
  assert.deepEqual(guesses(asked, [5]), []);
});
