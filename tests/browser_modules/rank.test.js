// Which articles answer, and in what order. Articles are numbered from the oldest.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, load } from "./site.js";

const { count, guesses, places, rank } = await load("rank.js");
const { NEAR } = await load("words.js");
const index = (articles) => ({ articles, places: articles, length: 100, body: 48 });
// Postings of articles that have a word once, at one place.
const at = (place, ...articles) => Object.fromEntries(articles.map((article) => [article, [place]]));
const range = (from, to) => Array.from({ length: to - from }, (_, n) => from + n);
const best = (words, articles, ...more) => rank(words, index(articles), null, ...more).best;

test("of articles that answer equally well the newest comes first", () => {
  assert.deepEqual(best([asked([at(50, 0, 2, 4)])], 5), [4, 2, 0]);
});

test("the word as typed comes before its relatives, however new they are", () => {
  assert.deepEqual(best([asked([at(50, 0), NEAR.bare], [at(50, 1), NEAR.family], [at(50, 2), NEAR.stem])], 9), [0, 2, 1]);
});

test("an article that has a word more often comes before", () => {
  assert.deepEqual(best([asked([{ 0: [50, 60, 70], 1: [50] }])], 9), [0, 1]);
});

test("a short article comes before a long one that has the word as often", () => {
  assert.deepEqual(best([asked([at(50, 0, 1), 1, undefined, { 0: 50, 1: 200 }])], 9), [0, 1]);
});

test("a rare word says more than a common one", () => {
  const rare = asked([at(50, 0)]);
  const common = asked([at(50, ...range(1, 8))]);
  assert.equal(best([common, rare], 20)[0], 0);
});

test("a word of the title counts more: the title ends where the text begins", () => {
  assert.deepEqual(best([asked([{ 0: [47], 1: [48] }])], 9), [0, 1]);
  assert.deepEqual(best([asked([{ 0: [48], 1: [49] }])], 9), [1, 0]);
});

test("words side by side come before words apart, in either order", () => {
  const words = (near) => [asked([{ 0: [50], 1: [50] }]), asked([{ 0: [near], 1: [90] }])];
  assert.deepEqual(best(words(51), 9), [0, 1]);
  assert.deepEqual(best(words(49), 9), [0, 1]);
});

test("the closest of all places of two words decides", () => {
  assert.deepEqual(best([asked([{ 0: [50, 200], 1: [60, 200] }]), asked([{ 0: [100, 201], 1: [100, 230] }])], 9), [0, 1]);
  assert.deepEqual(best([asked([{ 0: [50, 200], 1: [60, 61] }]), asked([{ 0: [51, 260], 1: [90, 91] }])], 9), [0, 1]);
});

test("an answer is sure while its two words stand at most thirteen places apart", () => {
  const sure = (gap) => rank([asked([at(50, 0)]), asked([at(50 + gap, 0)])], index(3), null).sure;
  assert.equal(sure(13), true);
  assert.equal(sure(14), false);
});

test("an answer is sure only of the words as typed", () => {
  const sure = (near) => rank([asked([at(50, 0), near])], index(3), null).sure;
  assert.deepEqual([NEAR.bare, NEAR.core, NEAR.seated, NEAR.stem].map(sure), [true, false, false, false]);
});

test("where no article has all words, those with half of them are given, not fewer", () => {
  const [a, b, c, d] = [at(50, 0, 1), at(51, 0, 1, 2), at(52, 0), at(53, 3)].map((postings) => asked([postings]));
  const found = rank([a, b, c, d], index(9), null);
  assert.deepEqual(found.best, [0, 1]);
  assert.equal(found.complete, 0);
});

test("one of many words is enough where no article has more", () => {
  assert.deepEqual(best([0, 1, 2, 3].map((n) => asked([at(50, n)])), 9).toSorted(), [0, 1, 2, 3]);
});

test("an article that lacks one of three words follows those that have all", () => {
  const words = [asked([at(50, 0, 3)]), asked([at(51, 0, 3)]), asked([at(52, 0)])];
  const { best: found, complete } = rank(words, index(9), null);
  assert.deepEqual([found, complete], [[0, 3], 1]);
});

test("of two words an article that lacks one does not follow", () => {
  assert.deepEqual(best([asked([at(50, 0, 1)]), asked([at(51, 0)])], 9), [0]);
});

test("only where fewer than ten articles have all words do others follow", () => {
  const total = (complete) => best([0, 1, 2].map((n) => asked([at(50 + n, ...range(0, n === 2 ? complete : 20))])), 30).length;
  assert.equal(total(9), 20);
  assert.equal(total(10), 10);
});

test("what filters leave out neither answers nor decides what is complete", () => {
  const words = [asked([at(50, 0, 1)]), asked([at(51, 1)])];
  const { best: found, complete } = rank(words, index(2), Uint8Array.from([1, 0]));
  assert.deepEqual([found, complete], [[0], 0]);
});

test("by date the newest come first, however well the others answer", () => {
  const { best: found, complete } = rank([asked([{ 0: [1], 1: [50, 51, 52], 2: [90] }])], index(5), null, "date");
  assert.deepEqual([found, complete], [[2, 1, 0], 3]);
});

test("places are looked at in the four hundred best articles", () => {
  const words = (articles) => [asked([at(50, ...range(0, articles))]), asked([{ ...at(300, ...range(1, articles)), 0: [51] }])];
  assert.equal(best(words(400), 1000)[0], 0);
  assert.equal(best(words(401), 1000)[0], 400);
  assert.equal(best(words(401), 1000).at(-1), 0);
});

test("no words, no articles: nothing", () => {
  assert.deepEqual(best([asked()], 3), []);
  assert.deepEqual(best([asked([{}])], 0), []);
});

test("the places of all forms are in the order of the text", () => {
  assert.deepEqual(places(asked([{ 0: [9, 100] }], [{ 0: [10, 2] }]), 0), [2, 9, 10, 100]);
});

test("how often the archive has a word counts its own forms, not its relatives", () => {
  assert.equal(count(asked([at(5, 0, 1)], [at(5, 2), NEAR.core], [at(5, 3), NEAR.seated])), 3);
});

test("guessed spellings: the most often met first, and only where the word itself is not", () => {
  const word = asked([at(5, 0), 1], [at(6, 0, 1), 0.5, "نادر"], [at(7, 2, 3), 0.4, "شائع"], [at(8, 1), 0.3, "أبعد"]);
  assert.deepEqual(guesses(word, [0, 1, 2, 3]), ["شائع", "نادر"]);
  assert.deepEqual(guesses(word, [0]), []);
});

test("where few have both of two words, those that have the rarer fill the page, and no more", () => {
  const words = [asked([at(50, ...range(0, 30))]), asked([at(60, 0, 1, ...range(100, 120))])];
  const { best: articles, complete } = rank(words, index(200), null);
  assert.equal(complete, 2);
  assert.deepEqual(new Set(articles.slice(0, 2)), new Set([0, 1]));
  assert.equal(articles.length, 10);
  assert.ok(articles.slice(2).every((article) => article >= 100));
});

test("where no article has all words, those come first that have the telling ones", () => {
  const words = [asked([at(50, ...range(0, 60))]), asked([at(60, ...range(0, 60))]), asked([at(70, 90, 91)]), asked([at(71, 90, 92)])];
  assert.deepEqual(best(words, 200).slice(0, 1), [90]);
});
