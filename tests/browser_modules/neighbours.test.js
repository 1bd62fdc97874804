// What was likely meant by a word that the archive does not have.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, beside, manifest, load } from "./site.js";

const { near, revowelled } = await load("neighbours.js");
const [ODD, PLAIN, EXPLAINED, FIRST, VOWEL, ENDED] = [0.5, 0.8, 1, 0.95, 1.06, 1.15];
const reversed = (word) => [...word].reverse().join("");
// The lists of an archive that has these words: { word: how common }.
function lists(words) {
  const list = (key) => Object.keys(words).toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map((word) => word + words[word]).join(" ");
  const sound = (word) => `${analysis.consonants(word)} ${word}`;
  return beside({
    ...manifest({ front: [""], back: [""], sound: [""] }),
    "front/all.json.gz": list((word) => word), "back/all.json.gz": list(reversed), "sound/all.json.gz": list(sound),
  }).module("neighbours.js");
}
const typed = (token) => ({ token, ...analysis.analyse(token) });
const words = (found) => found.map(({ word }) => word);

for (const [one, other, likely, why] of [
  ["مدرسة", "مدرسة", 0, "the same word is not a slip"],
  ["كتاب", "كباتب", 0, "two letters apart"],
  ["كتاب", "كتابانا", 0, "three letters longer"],
  ["مكتب", "ممتب", EXPLAINED, "a neighbour on the keyboard"],
  ["بلش", "بلس", EXPLAINED, "the key to the right"],
  ["بلي", "بلس", EXPLAINED, "the key to the left"],
  ["بلص", "بلس", EXPLAINED, "the key above"],
  ["بلث", "بلس", EXPLAINED, "the key above and to the side"],
  ["بلء", "بلس", EXPLAINED, "the key below"],
  ["بلط", "بلس", ODD, "the key at the other end of the row"],
  ["مطتب", "مكتب", EXPLAINED, "the last two keys of a row are neighbours"],
  ["ضرب", "صرب", EXPLAINED * FIRST, "the first two keys of a row, at a word's beginning"],
  ["كشب", "كضب", EXPLAINED, "the first keys of two rows"],
  ["مذهب", "مزهب", EXPLAINED, "letters that sound alike"],
  ["مكتب", "مكضب", ODD, "letters with nothing in common"],
  ["مكتب", "ضكتب", ODD * FIRST, "the same at a word's beginning"],
  ["مكتض", "مكتب", ODD, "the same at a word's end"],
  ["مكبت", "مكتب", EXPLAINED, "two letters turned round, the last"],
  ["كمتب", "مكتب", EXPLAINED * FIRST, "two letters turned round, the first"],
  ["مكب", "مكتب", EXPLAINED, "a letter left out"],
  ["مكت", "مكتب", EXPLAINED, "the last letter left out"],
  ["كتب", "مكتب", EXPLAINED * FIRST, "the first letter left out"],
  ["مكتتب", "مكتب", EXPLAINED, "a letter doubled"],
  ["مكتبب", "مكتب", EXPLAINED, "the last letter doubled"],
  ["مكتضب", "مكتب", PLAIN, "a letter too many"],
  ["مكتبض", "مكتب", PLAIN, "a letter too many at the end"],
  ["ظمكتب", "مكتب", PLAIN * FIRST, "a letter too many at the beginning"],
  ["ملبرن", "ملبورن", VOWEL, "a vowel left out of a longer word"],
  ["ملبوران", "ملبورن", VOWEL, "a vowel too many"],
  ["كنده", "كندا", ENDED, "ة for ا at the end"],
  ["كندي", "كندا", ENDED, "ى for ا at the end"],
  ["بلس", "بالس", EXPLAINED, "of a short word a vowel is a letter as others"],
  ["", "س", EXPLAINED * FIRST, "nothing and one letter"],
  ["", "", 0, "nothing at all"],
])
  test(`a slip, ${why}: ${one} for ${other}`, () => assert.equal(near(one, other), likely));

test("a slip in the middle of a short word is found though no half of it is whole", async () => {
  const begins = (letters) => ({ [`front/${[...letters].map((one) => one.codePointAt(0).toString(16).padStart(4, "0")).join("")}.json.gz`]: { عي: "عيد3", ذه: "ذهب3", حر: "حربي2" }[letters] });
  const { module } = beside({
    ...manifest({ front: ["ذه", "حر", "عي"], back: [] }), ...begins("ذه"), ...begins("عي"), ...begins("حر"),
  });
  const { corrections } = await module("neighbours.js");
  for (const [slip, meant] of [["العدي", "عيد"], ["الذحب", "ذهب"], ["حبري", "حربي"]]) assert.equal(words(await corrections(typed(slip), analysis, 9))[0], meant, slip);
});

test("corrections are the likeliest first, then the commonest, then in the order of the alphabet", async () => {
  const { corrections } = await lists({ مكتب: 1, مكضب: 9, مكثب: 1, مكتبه: 1 });
  // مكقب → ق is beside neither ت nor ض; ث stands beside ق on the keyboard.
  assert.deepEqual(words(await corrections(typed("مكقب"), analysis, 9)), ["مكثب", "مكضب", "مكتب"]);
  const { corrections: equal } = await lists({ جانر: 1, جابر: 1, جامر: 1 });
  assert.deepEqual(words(await equal(typed("جازر"), analysis, 9)), ["جابر", "جامر", "جانر"]);
});

test("no more corrections are given than asked for, and each once", async () => {
  const { corrections } = await lists({ جابر: 1, جامر: 2, جانر: 3 });
  assert.deepEqual(words(await corrections(typed("جازر"), analysis, 2)), ["جانر", "جامر"]);
  const { corrections: particles } = await lists({ وكاتب: 1 });
  assert.deepEqual(words(await particles(typed("وكاتبب"), analysis, 9)), ["وكاتب"]);
});

test("of two letters nothing is guessed", async () => {
  const { corrections } = await lists({ ابن: 1, اب: 1 });
  assert.deepEqual(await corrections(typed("ات"), analysis, 5), []);
});

test("a name in other letters is found by its sound, of at least two consonants", async () => {
  const { sounds } = await lists({ بيروت: 1, باب: 1 });
  assert.deepEqual(words(await sounds("beirut", analysis, 4)), ["بيروت"]);
  assert.deepEqual(await sounds("a", analysis, 4), []);
});

test("a slip in the article leaves the word", async () => {
  const { corrections } = await lists({ جسور: 1 });
  for (const token of ["اجسور", "الاجسور"]) assert.deepEqual(words(await corrections(typed(token), analysis, 3)), ["جسور"], token);
});

test("a short word is not corrected by its sound, a longer one is", async () => {
  const { corrections } = await lists({ تويتر: 1 });
  assert.deepEqual(words(await corrections(typed("تويثير"), analysis, 3)), ["تويتر"]);
  assert.deepEqual(words(await corrections(typed("نمل"), analysis, 3)), []);
});

test("a word without consonants sounds like nothing", async () => {
  const { sounds } = await lists({ تويتر: 1 });
  assert.deepEqual(await sounds("اوا", analysis, 3), []);
  assert.deepEqual(await sounds("", analysis, 3), []);
});

test("a word being typed is completed by the commonest words, never by itself, from two letters on", async () => {
  const { completions } = await lists({ كتاب: 2, كتابه: 5, كتان: 5, كلام: 9 });
  const given = async (core, most = 9) => words(await completions({ core }, most));
  assert.deepEqual(await given("كت"), ["كتابه", "كتان", "كتاب"]);
  assert.deepEqual(await given("كتاب"), ["كتابه"]);
  assert.deepEqual(await given("كت", 1), ["كتابه"]);
  assert.deepEqual([await given("ك"), await given(""), await given("كتب")], [[], [], []]);
});

test("two words typed as one are parted where the archive has both, three letters each at least", async () => {
  const { halves } = await lists({ جسر: 3, قمر: 2, لب: 9 });
  assert.deepEqual(await halves("جسرقمر", analysis), ["جسر", "قمر"]);
  assert.equal(await halves("جسرلب", analysis), null);
  assert.equal(await halves("جسرنمل", analysis), null);
  assert.equal(await halves("جسر", analysis), null);
});

test("of two ways to part a word the one with an article is taken, then the one of commoner words", async () => {
  const { halves } = await lists({ جسر: 2, قمر: 2, جسرا: 3, لقمر: 3 });
  assert.deepEqual(await halves("جسرالقمر", analysis), ["جسر", "القمر"]);
  const { halves: plain } = await lists({ جسر: 2, نقمر: 2, جسرن: 3, قمر: 3 });
  assert.deepEqual(await plain("جسرنقمر", analysis), ["جسرن", "قمر"]);
});

test("a long name of which several vowels are others is found by its sound, the likest spelling first, beside what one slip makes of it", async () => {
  const { corrections } = await lists({ ملبورن: 4, ملبران: 3, سيدناي: 2, برلنغتون: 4 });
  assert.deepEqual(words(await corrections(typed("ملبرين"), analysis, 5)), ["ملبران", "ملبورن"]);
  assert.deepEqual(words(await corrections(typed("سدني"), analysis, 5)), []);
  assert.deepEqual(words(await corrections(typed("بيرلنجتون"), analysis, 5)), ["برلنغتون"]);
});

test("where a slip explains a word, no pair of common words is made of it, but a name of two", async () => {
  const { halves } = await lists({ جسر: 3, قمر: 2, يران: 4 });
  assert.deepEqual([await halves("جسرقمر", analysis, true), await halves("بنكيران", analysis, true)], [null, ["بن", "كيران"]]);
});

test("other vowels and other ends of a name", () => {
  assert.deepEqual([...revowelled("كندينا")], ["كندنا", "كندين", "كندينه", "كنديني"]);
  assert.deepEqual([...revowelled("سفن")], []);
});
