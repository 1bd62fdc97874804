// Words in context, of the articles of tests/search/library.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { comparing, direction, kwic, linesOf, places } = await load("kwic.js");
const { answer, kwic: seam } = await load("search.js");
const shown = ({ lines }) => lines.map(({ before, hit, after }) => `${before}|${hit}|${after}`);

test("each place of a word is a line, those of the title and the notes too", async () => {
  const found = await seam("الجسر");
  assert.deepEqual(found.lines.map(({ url, part }) => [url.split("/").at(-2), part]), [["bridge", "title"], ["bridge", "text"], ["far", "text"]]);
  assert.equal(shown(found)[1], "أعلن الوزير أن |الجسر| سيُفتح اليوم، وقال إن العمل انتهى.");
  assert.deepEqual([found.articles, found.first, found.last, found.next, found.hits, found.failed], [2, 1, 2, undefined, 3, 0]);
});

test("words that follow each other are one place, a phrase is nothing but itself", async () => {
  assert.ok((await kwic("قناة الماء")).lines.some(({ hit }) => hit === "قناة الماء"));
  assert.deepEqual(shown(await kwic("\"قال الوزير\"")), ["|قال الوزير| كلاما كثيرا في أمور لا صلة لها بما نحن فيه، ثم ذهب بعد أيام طويلة إلى البحر ولم يعد منه"]);
});

test("lines are in the order of the words beside them, then as they were found", async () => {
  const { lines } = await kwic("الوزير البحر الجسر", { order: "before", language: "ar" });
  const before = lines.map(({ keys }) => keys.before[0] ?? "");
  assert.deepEqual(before, before.toSorted(new Intl.Collator("ar").compare));
  const two = [{ n: 1, keys: { after: ["ب"] } }, { n: 0, keys: { after: ["ب"] } }, { n: 2, keys: { after: ["ا", "ي"] } }];
  assert.deepEqual(two.toSorted(comparing("after", "ar")).map(({ n }) => n), [2, 0, 1]);
});

test("a part is given with where it ends, and the next begins there", async () => {
  const all = shown(await kwic("الوزير الجسر البحر"));
  const parts = [];
  let at = "0";
  for (let turn = 0; at !== undefined && turn < 20; turn++) {
    const found = await kwic("الوزير الجسر البحر", { at, limit: 2 });
    parts.push(...shown(found));
    at = found.next;
  }
  assert.deepEqual(parts, all);
});

test("lines come while articles are read, and stop when they are no longer wanted", async () => {
  const ending = new AbortController();
  const seen = [];
  await kwic("الجسر", { onlines: (fresh, read, of) => seen.push([fresh.length, read, of]) });
  assert.deepEqual(seen, [[3, 2, 2]]);
  ending.abort();
  const found = await kwic("الجسر", { signal: ending.signal });
  assert.deepEqual([found.lines, found.next], [[], "0"]);
});

test("a line is read as its article is, and words of one place touch no line end", async () => {
  assert.deepEqual(["12 قناة", "The قناة", "«כן»", "12", ""].map(direction), ["rtl", "ltr", "rtl", "ltr", "ltr"]);
  const { words, phrases } = await answer("قناة الماء");
  assert.deepEqual(places("قناة\nالماء قناة الماء", { words, phrases }, analysis).map(({ start, end }) => [start, end]), [[0, 4], [5, 21]]);
});

test("what is asked word by word has its lines word by word", async () => {
  const lines = async (exactly) => (await kwic("2020", { exactly })).lines.length;
  assert.equal(await lines(true), 0);
  assert.deepEqual((await answer("2020", { exactly: true })).ranked.best, []);
});

test("what the summary repeats of the text is one line, and what it says itself is another", async () => {
  const { words, phrases } = await answer("الجسر الوزير");
  const body = "فُتح الجسر أمس.\nوقال الوزير إن العمل\nانتهى.";
  const lines = (notes) => linesOf(["articles/x/", "عنوان", body, "", "", notes, ""], 0, { words, phrases }, analysis).map(({ part, hit }) => `${part} ${hit}`);
  const [bridge, minister] = ["text الجسر", "text الوزير"];
  assert.deepEqual(lines("فُتح الجسر أمس. وقال الوزير إن العمل…"), [bridge, minister]);
  assert.deepEqual(lines("الجسر في سطر.\nوقال الوزير إن العمل انتهى."), [bridge, minister, "notes الجسر"]);
  assert.deepEqual(lines("فُتح الجسر أمس.\nوالجسر قديم"), [bridge, minister, "notes والجسر"]);
});

test("behind the last article all begins anew, and is counted as it is", async () => {
  const { lines, first, last, next } = await kwic("الجسر", { at: "999.3" });
  assert.deepEqual([lines.length, first, last, next], [3, 1, 2, undefined]);
});
