import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./site.js";

const { excerpt, marks } = await load("excerpt.js");
const { open } = await load("store.js");
const { word } = await load("words.js");
const { analysis } = await open();

const asked = (...tokens) => Promise.all(tokens.map((token) => word(token, analysis)));
const filler = (n) => Array.from({ length: n }, (_, i) => `x${i}x`);
const marked = ({ text, marks: places }) => places.map(([start, end]) => text.slice(start, end));

test("marks are the words themselves, as the article spells them, in their order", async () => {
  const text = "قال أطبّاء المستشفى، وطبيبٌ آخر.";
  const found = marks(text, await asked("اطباء"), analysis);
  assert.deepEqual(found.map(({ start, end }) => text.slice(start, end)), ["أطبّاء", "وطبيبٌ"]);
  assert.deepEqual(found.map(({ exact }) => exact), [true, false]);
});

test("the longest name of a concept is marked whole, and no word of it twice", async () => {
  const [council] = await asked("مجلس");
  council.labels.push(["مجلس"], ["مجلس", "المياه"].map((part) => analysis.analyse(part).stem));
  const text = "اجتمع مجلس المياه، ثم مجلس آخر";
  const found = marks(text, [council], analysis);
  assert.deepEqual(found.map(({ start, end }) => text.slice(start, end)), ["مجلس المياه", "مجلس"]);
});

test("a short text is its own excerpt", async () => {
  const text = "أعلن الوزير أن الجسر سيُفتح.";
  const found = excerpt(text, await asked("الجسر"), analysis);
  assert.equal(found.text, text);
  assert.deepEqual(marked(found), ["الجسر"]);
});

test("a long text is cut to 34 words, 6 of them before the first match; dots say where", async () => {
  const words = [...filler(50), "الجسر", ...filler(50)];
  const found = excerpt(words.join(" "), await asked("الجسر"), analysis);
  assert.ok(found.text.startsWith("… ") && found.text.endsWith(" …"));
  const shown = found.text.slice(2, -2).split(" ");
  assert.equal(shown.length, 34);
  assert.equal(shown.indexOf("الجسر"), 6);
  assert.deepEqual(marked(found), ["الجسر"]);
});

test("at either end of a text the excerpt stays 34 words and has no dots there", async () => {
  const first = excerpt(["الجسر", ...filler(60)].join(" "), await asked("الجسر"), analysis);
  assert.ok(first.text.startsWith("الجسر") && first.text.endsWith(" …"));
  assert.equal(first.text.slice(0, -2).split(" ").length, 34);
  const last = excerpt([...filler(60), "الجسر."].join(" "), await asked("الجسر"), analysis);
  assert.ok(last.text.startsWith("… ") && last.text.endsWith("الجسر."));
  assert.equal(last.text.slice(2).split(" ").length, 34);
});

test("the stretch that has more of the query's words is taken, though another word stands more often elsewhere", async () => {
  const words = [...Array.from({ length: 5 }, () => "الجسر"), ...filler(60), "الجسر", "الوزير", ...filler(60)];
  assert.deepEqual(marked(excerpt(words.join(" "), await asked("الجسر", "الوزير"), analysis)), ["الجسر", "الوزير"]);
});

test("line ends become spaces, and places stay right", async () => {
  const found = excerpt("سطر\nالجسر\tهنا", await asked("الجسر"), analysis);
  assert.equal(found.text, "سطر الجسر هنا");
  assert.deepEqual(marked(found), ["الجسر"]);
});

test("a text without words gives nothing; one without a match gives its beginning", async () => {
  assert.deepEqual(excerpt("… !", await asked("الجسر"), analysis), { text: "", marks: [] });
  const found = excerpt(filler(50).join(" "), await asked("الجسر"), analysis);
  assert.ok(found.text.startsWith("x0x x1x"));
  assert.deepEqual(found.marks, []);
});
