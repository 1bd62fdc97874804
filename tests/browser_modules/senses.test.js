// A noun and the adjective that is made of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { senses } = await load("senses.js");
const { nearness } = await load("words.js");
const { open } = await load("store.js");
const { analysis } = await open();

// A word of a query among forms of its family, each with the articles that have it.
function among(written, articles) {
  const [token] = analysis.tokens(written);
  const names = analysis.analyse(token);
  const forms = Object.entries(articles).map(([bare, having]) => {
    const form = { ...analysis.analyse(bare, true), count: having.length, in: (article) => (having.includes(article) ? [7] : []) };
    return [form, nearness(form, names)];
  });
  return { written, token, ...names, forms };
}
const told = (words, best) => senses(words, best).map(({ typed, meant }) => [typed, meant]);
const SHOPS = { محل: [1], محلات: [2], محلي: [3], محليه: [3, 4], محليا: [5] };
const ALL = [1, 2, 3, 4, 5];

test("who asks for the adjective is told of the noun, and the other way round", () => {
  assert.deepEqual(senses([among("محلي", SHOPS)], ALL), [{ as: "senses", typed: "محلي", meant: "محل" }]);
  assert.deepEqual(told([among("المحلّية", SHOPS)], ALL), [["المحلّية", "محل"]]);
  assert.deepEqual(told([among("المحلات", SHOPS)], ALL), [["المحلات", "محلي"]]);
});

test("the other word is spelt as the one that was typed, and ends as most articles have it", () => {
  const safety = { امن: [1, 2], امنها: [1], امني: [3], امنيا: [4] };
  const states = { دوله: [1, 2], دولها: [2], دول: [1], دولي: [3], دوليا: [4] };
  assert.deepEqual(told([among("أمس", { امس: [1], امسها: [1], امسيات: [2], امسيه: [2, 3, 4, 5, 6, 7] })], ALL), [["أمس", "أمسية"]]);
  assert.deepEqual([told([among("الأمني", safety)], ALL), told([among("دولية", states)], ALL)], [[["الأمني", "أمن"]], [["دولية", "دولة"]]]);
});

test("nothing is said where no article is found by the other word alone", () => {
  assert.deepEqual(told([among("محلي", SHOPS)], [3, 4, 5]), []);
  assert.deepEqual(told([among("محلي", { ...SHOPS, محل: [3], محلات: [4] })], [3, 4, 5]), []);
  const seventh = among("سوق", { سوق: [1] });
  assert.deepEqual(told([among("محلي", SHOPS), seventh], [3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 1]), []);
  assert.deepEqual(told([among("محلي", SHOPS), seventh], [3, 1]), [["محلي", "محل"]]);
});

test("one word is one sense, whatever it ends in", () => {
  assert.deepEqual(told([among("قاضي", { قاض: [1], قاضي: [2], قاضيا: [3], قاضيات: [4] })], ALL), []);
  assert.deepEqual(told([among("لاعب", { لاعب: [1], لاعبها: [1], لاعبي: [2], لاعبين: [3], لاعبيه: [4] })], ALL), []);
  assert.deepEqual(told([{ ...among("محلي", SHOPS), guessed: [{}] }, { whole: true }], ALL), []);
});

test("a plural of another shape is the noun's too", () => {
  const of = among("محل", { محل: [1], محلات: [1], محليا: [3] });
  of.forms.push([{ core: "محال", stem: "محال", count: 1, in: (article) => (article === 2 ? [7] : []) }, 0.5]);
  assert.deepEqual(told([of], [1, 2]), []);
});
