// How people put a query.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { LATIN, runs, spelt, withoutAsking } = await load("sayings.js");

const labels = new Map([["سي ايه ام", [{ id: "CAM" }]], ["قناه", [{ id: "~قناة" }]]]);
const read = (text, typing = false) => {
  const { kept, unasked } = withoutAsking(analysis.tokens(text).map((token) => ({ token })), { labels, analysis }, typing);
  return [kept, unasked].map((words) => words.map(({ token }) => token).join(" "));
};

for (const [text, kept, unasked] of [
  ["شو صار في الميناء", "الميناء", "شو صار"], ["خبر صار قصة", "خبر صار قصه", ""], ["ابي خبر الميناء", "الميناء", "ابي خبر"], ["ابي سافر", "ابي سافر", ""], ["وليش الميناء", "الميناء", "وليش"],
  ["كل اخبار الميناء", "الميناء", "اخبار"], ["الميناء اخبار", "الميناء اخبار", ""],
  ["وين السيارة حق الوزير", "السياره الوزير", "وين حق"], ["السيارة حقت الوزير", "السياره الوزير", "حقت"], ["ليش ضاع الجواز حقي", "ضاع الجواز", "ليش حقي"], ["شنو سالفة الفلوس مال الشركة", "الفلوس الشركه", "شنو سالفه مال"],
  ["الصورة حق الوزير", "الصوره حق الوزير", ""], ["وين حق العودة", "حق العوده", "وين"], ["ليش انتهاك حق العودة", "انتهاك حق العوده", "ليش"], ["شو الراس مال", "الراس مال", "شو"], ["اخبار العودة حق اللاجئين", "العوده حق اللاجيين", "اخبار"], ["ليش الحق حق من الناس", "الحق حق من الناس", "ليش"], ["شو وين", "شو وين", ""], ["سي ايه ام", "سي ايه ام", ""],
])
  test(`what asks: ${text}`, () => assert.deepEqual(read(text), [kept, unasked]));
test("a word that is still being typed asks nothing yet", () => assert.deepEqual(read("الميناء شو", true), ["الميناء شو", ""]));
test("the longest name", () => assert.deepEqual([...runs(analysis.tokens("قناة سي ايه ام").map((token) => analysis.analyse(token)), labels)].map(([run]) => run.length), [1, 3]));
test("names in Latin letters", () => assert.deepEqual(["putin", "7amas", "ab", "بوتين"].map((token) => LATIN.test(token)), [true, true, false, false]));

test("passives of speech, and what only looks like one", () => {
  assert.deepEqual(["اتقتل", "انخطف", "اتحاد", "انفاق", "اتهم"].map(spelt), [["تقتل", "قتل"], ["خطف"], [], [], []]);
});
