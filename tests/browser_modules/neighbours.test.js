import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./site.js";

const { completions, corrections, halves, near, sounds } = await load("neighbours.js");
const { open } = await load("store.js");
const { word } = await load("words.js");
const { analysis } = await open();

test("a word is near another by one slip, and by no more", () => {
  for (const typed of ["سفن", "سفيينه", "سفيه", "سفنيه", "زفينه"]) assert.ok(typed === "سفن" ? near(typed, "سفينه") === 0 : near(typed, "سفينه") > 0, typed);
  assert.equal(near("سفينه", "سفينه"), 0);
  assert.equal(near("ابجد", "ابدجه"), 0);
  assert.equal(near("", "اب"), 0);
});

test("a slip that hands or ears explain is likelier than another; at the beginning every slip is less likely", () => {
  assert.equal(near("سفينح", "سفينه"), 1, "taken for each other by ear");
  assert.equal(near("سفينش", "سفينه"), 0.5);
  assert.equal(near("سفنيه", "سفينه"), 1, "two neighbours turned round");
  assert.equal(near("سفيه", "سفينه"), 1, "a letter left out");
  assert.equal(near("سفيينه", "سفينه"), 1, "a letter twice");
  assert.equal(near("سفيحنه", "سفينه"), 0.8, "a letter put in");
  assert.equal(near("زفينه", "سفينه"), 0.5 * 0.95);
  assert.equal(near("صفينه", "سفينه"), 0.95);
});

test("neighbours of a key are on its row and on the rows above and below", () => {
  assert.equal(near("بلش", "بلس"), 1, "the row itself, to the right");
  assert.equal(near("بلي", "بلس"), 1, "to the left");
  assert.equal(near("بلص", "بلس"), 1, "above");
  assert.equal(near("بلث", "بلس"), 1, "above and to the side");
  assert.equal(near("بلء", "بلس"), 1, "below");
  assert.equal(near("بلك", "بلس"), 0.5, "at the other end of the row");
});

test("corrections are the likeliest first, each once, and as many as asked for", async () => {
  const typed = await word("المستشقي", analysis);
  const found = await corrections(typed, analysis, 12);
  assert.equal(found[0].word, "مستشفي");
  assert.equal(new Set(found.map((entry) => entry.word)).size, found.length);
  assert.deepEqual(found.map(({ rank }) => rank), found.map(({ rank }) => rank).sort((a, b) => b - a));
  assert.equal((await corrections(typed, analysis, 1)).length, 1);
  assert.deepEqual(await corrections(await word("اب", analysis), analysis, 5), [], "of two letters nothing is guessed");
});

test("completions begin with what was typed and leave out the word itself", async () => {
  const found = await completions(await word("المستش", analysis), 5);
  assert.deepEqual(found.map((entry) => entry.word), ["مستشفي"]);
  assert.deepEqual(await completions(await word("ا", analysis), 5), []);
  assert.ok(!(await completions(await word("مستشفي", analysis), 5)).some((entry) => entry.word === "مستشفي"));
  assert.equal((await completions(await word("ال", analysis, true), 3)).length <= 3, true);
});

test("a name in other letters is found by its sound", async () => {
  assert.equal((await sounds("beirut", analysis, 4))[0].word, "بيروت");
  assert.deepEqual(await sounds("a", analysis, 4), [], "one consonant says nothing");
  assert.deepEqual(await sounds("qqqqxxz", analysis, 4), []);
});

test("a word is two where the archive has both, each of three letters at least", async () => {
  assert.deepEqual(await halves("مجلسالمياه", analysis), ["مجلس", "المياه"]);
  assert.equal(await halves("مجلسال", analysis), null);
  assert.equal(await halves("قسطنطين", analysis), null);
  assert.equal(await halves("ابجده", analysis), null);
});
