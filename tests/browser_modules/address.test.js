// An address and the state that it stands for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { beside, bounds, less, read, typed, untyped, write } = await load("address.js");
const HERE = "https://example.org/archive/search/";
const state = (query) => read(`${HERE}?${query}`);

test("every state comes back from its address, and an address of nothing is the page's own", () => {
  const states = [
    {}, { q: "قناة & \"ماء\"" }, { q: "x", filters: { source: ["a", "b"], year: ["2023"], from: ["2020-03"], to: ["2021"] }, page: 3 },
    { q: "x", view: "lines", order: "before", at: "37.500" }, { like: "articles/جسر/", sort: "date" }, { filters: { language: ["fa"], tag: ["Water-Council"], before: ["2020"] } },
  ];
  for (const one of states) {
    const again = write(read(write(one, HERE)), HERE);
    assert.equal(again, write(one, HERE));
    for (const [name, value] of Object.entries(one)) assert.deepEqual(read(again)[name], value);
  }
  assert.equal(write(state(""), `${HERE}?q=x#y`), HERE);
});

test("what means nothing is left out, but a filter: the search names it", () => {
  const { filters, sort, view, order, at, like, page } = state(
    "page=-1&sort=x&view=y&order=before&at=5&like=https://evil.example/&from=gestern&to=2020-13&source=&source=a&source=a&page=0");
  assert.deepEqual({ filters, sort, view, order, at, like, page }, { filters: { source: ["a"], from: ["gestern"], to: ["2020-13"] }, sort: undefined, view: undefined, order: undefined, at: undefined, like: undefined, page: 1 });
  for (const wrong of ["//evil.example/", "javascript:x/", "articles/x", "/articles/x/", "articles/x/?q/"]) assert.equal(state(`like=${encodeURIComponent(wrong)}`).like, undefined, wrong);
  assert.deepEqual([state("like=nope").unlike, state("like=articles/x/").unlike, state("").unlike], ["nope", undefined, undefined]);
  assert.deepEqual([state("page=1e99").page, state("page=2.9").page, state("page=NaN").page], [1e6, 2, 1]);
  assert.equal(state(Array.from({ length: 99 }, (_, n) => `year=${n}`).join("&")).filters.year.length, 50);
});

test("both ends of a range are in it", () => {
  assert.deepEqual(bounds({ from: ["2020"], to: ["2021-12"], after: ["2019"], source: ["a"] }), { after: ["2019", "2019"], before: ["2022-01"], source: ["a"] });
  for (const strange of [{ from: ["1430"], to: ["1392-05"] }, { from: ["gestern"], to: ["2020-13"] }, { from: ["2020-03-15"], source: ["a"] }]) assert.deepEqual(bounds(strange), strange);
  assert.deepEqual(bounds({ from: ["0000"], to: ["9999-12"] }), { from: ["0000"], to: ["9999-12"] });
  assert.deepEqual(bounds({ from: ["2020-03-15"], to: ["2021"] }), { from: ["2020-03-15"], before: ["2022"] });
  assert.deepEqual(["2020", "2020-01", "2020-12", "0001"].map((period) => [beside(period, -1), beside(period, 1)]),
    [["2019", "2021"], ["2019-12", "2020-02"], ["2020-11", "2021-01"], ["0000", "0002"]]);
});

test("a filter is taken out of the address or out of the query", () => {
  assert.deepEqual(less({ year: ["1", "2"], tag: ["x"] }, "year", "1"), { year: ["2"], tag: ["x"] });
  assert.deepEqual(less({ year: ["1"], tag: ["x"] }, "year", "1"), { tag: ["x"] });
  assert.deepEqual(typed({ year: ["2020", "2023"], after: ["2019"] }, { year: ["2023"], from: ["2020"] }), [["year", "2020"]]);
  assert.equal(untyped("ماء مصدر:\"وكالة القوافل\" سفن", "وكالة القوافل"), "ماء  سفن");
  assert.equal(untyped("source:a.c x", "a.c"), "x");
  assert.equal(untyped("source:abc x", "a.c"), "source:abc x");
  assert.equal(untyped("years:2020", "2020"), "");
  assert.equal(untyped("ماء -source:abc", "abc"), "ماء");
  assert.equal(untyped("ماء", "abc"), "ماء");
});

test("one of several values of a filter is taken out of a query, and the others stay", () => {
  const several = "source:BBC أو الشرق الأوسط | \"CNN\" ماء";
  const left = (value) => untyped(several, value, ["BBC", "الشرق الأوسط", "CNN"]);
  assert.deepEqual([left("BBC"), left("الشرق الأوسط"), left("CNN")],
    ['source:الشرق الأوسط | "CNN" ماء', 'source:BBC | "CNN" ماء', "source:BBC أو الشرق الأوسط ماء"]);
  assert.equal(untyped("source:BBC أو ماء", "BBC", ["BBC"]), "أو ماء");
  assert.equal(["BBC", "الشرق الأوسط", "CNN"].reduce((q, value) => untyped(q, value), several), "ماء");
});
