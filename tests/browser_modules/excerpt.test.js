// The words of an article that answer a query, and which stretch of it is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { excerpt, marks } = await load("excerpt.js");
const word = (token, labels = []) => {
  const names = analysis.analyse(token);
  return { token, ...names, cores: new Set([names.core]), families: new Set([names.family]), labels };
};
const label = (name) => name.split(" ").map((part) => analysis.analyse(analysis.tokens(part)[0]).stem);
const marked = (text, words) => marks(text, words, analysis).map(({ start, end }) => text.slice(start, end));
// A text of so many words, none of them asked for but those given by their places.
const text = (length, at = {}) => Array.from({ length }, (_, n) => at[n] ?? `w${n}`).join(" ");
const shown = (of, ...words) => {
  const found = excerpt(of, words, analysis);
  return { ...found, words: found.marks.map(([start, end]) => found.text.slice(start, end)), first: found.text.replace(/^… /, "").split(" ")[0] };
};

test("a word is marked whole, with its particles and vowels, first and last of the text too", () => {
  const found = marks("وَالجِسر، ثم جسر", [word("جسر")], analysis);
  assert.deepEqual(found.map(({ start, end, at }) => [start, end, at]), [[0, 8, 0], [13, 16, 2]]);
  assert.deepEqual(marked("وَالجِسر، ثم جسر", [word("جسر")]), ["وَالجِسر", "جسر"]);
});

test("a relative is marked, and is not exact", () => {
  const found = marks("سفن السفينة", [word("سفينه")], analysis);
  assert.deepEqual(found.map(({ exact }) => exact), [false, true]);
});

test("a mark says which word of the query it answers", () => {
  assert.deepEqual(marks("جسر وزير جسر", [word("وزير"), word("جسر")], analysis).map(({ n }) => n), [1, 0, 1]);
});

test("no text and no words give no marks", () => {
  assert.deepEqual(marks("", [word("جسر")], analysis), []);
  assert.deepEqual(marks("جسر", [], analysis), []);
});

test("a concept's name is marked as one", () => {
  assert.deepEqual(marked("قال مجلس المياه أمس", [word("wco", [label("مجلس المياه")])]), ["مجلس المياه"]);
});

test("names that overlap give one mark, the longest", () => {
  const names = [label("مجلس المياه"), label("مجلس المياه الأعلى"), label("مجلس"), label("المياه الأعلى")];
  assert.deepEqual(marked("مجلس المياه الأعلى", [word("wco", names)]), ["مجلس المياه الأعلى"]);
  assert.deepEqual(marked("مجلس المياه الأعلى", [word("wco", names.toReversed())]), ["مجلس المياه الأعلى"]);
});

test("a word inside a marked name has no mark of its own, the word after it has", () => {
  assert.deepEqual(marked("مجلس المياه جسر", [word("wco", [label("مجلس المياه")]), word("مياه"), word("جسر")]), ["مجلس المياه", "جسر"]);
});

test("a name that the text's end cuts off is not marked", () => {
  assert.deepEqual(marked("هنا مجلس", [word("wco", [label("مجلس المياه")])]), []);
});

test("a text of thirty-four words is shown whole, of thirty-five cut at its end", () => {
  assert.equal(shown(text(34, { 3: "جسر" }), word("جسر")).text, text(34, { 3: "جسر" }));
  assert.equal(shown(text(35, { 3: "جسر" }), word("جسر")).text, `${text(34, { 3: "جسر" })} …`);
});

test("six words stand before the first that was found", () => {
  const at = (place) => shown(text(100, { [place]: "جسر" }), word("جسر"));
  assert.equal(at(6).first, "w0");
  assert.ok(!at(6).text.startsWith("…"));
  assert.equal(at(7).first, "w1");
  assert.ok(at(7).text.startsWith("… w1 "));
  assert.deepEqual([at(7).words, at(0).words, at(99).words], [["جسر"], ["جسر"], ["جسر"]]);
});

test("at a text's end the stretch is as long as anywhere, and has its last sign", () => {
  const at = (place) => shown(`${text(100, { [place]: "جسر" })}.`, word("جسر"));
  assert.equal(at(99).first, "w66");
  assert.ok(at(72).text.endsWith(" w99."));
  assert.equal(at(71).first, "w65");
  assert.ok(at(71).text.endsWith(" w98 …"));
});

test("a text without the words is shown from its beginning", () => {
  assert.deepEqual(shown(text(50), word("جسر")).text, `${text(34)} …`);
});

test("a text without words is not shown", () => {
  assert.deepEqual(excerpt("", [word("جسر")], analysis), { text: "", marks: [] });
  assert.deepEqual(excerpt(" … !", [word("جسر")], analysis), { text: "", marks: [] });
});

test("signs before the first word of the text are shown, lines become one", () => {
  assert.equal(shown("«w1\nw2\tجسر»", word("جسر")).text, "«w1 w2 جسر»");
});

test("a stretch with two words of the query is better than an earlier one with one", () => {
  const of = text(120, { 10: "جسر", 12: "جسر", 60: "جسر", 70: "وزير" });
  assert.equal(shown(of, word("جسر"), word("وزير")).first, "w54");
});

test("of equal stretches the first is shown", () => {
  assert.equal(shown(text(120, { 20: "جسر", 80: "جسر" }), word("جسر")).first, "w14");
});

test("two words are in one stretch while twenty-seven places apart", () => {
  const alone = (gap) => shown(text(200, { 10: "جسر", [10 + gap]: "وزير", 90: "جسر", 91: "جسر" }), word("جسر"), word("وزير"));
  assert.deepEqual(alone(27).words, ["جسر", "وزير"]);
  assert.deepEqual(alone(28).words, ["جسر", "جسر"]);
});

test("the word as typed is better than a relative", () => {
  assert.equal(shown(text(120, { 20: "سفن", 80: "سفينة" }), word("سفينه")).first, "w74");
});

test("marks are places of the excerpt, and those outside it are left out", () => {
  const found = shown(text(200, { 50: "جسر", 51: "وزير", 150: "جسر" }), word("جسر"), word("وزير"));
  assert.deepEqual(found.words, ["جسر", "وزير"]);
});
