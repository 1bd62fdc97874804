// What is said of an answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "./elements.js";
import { load } from "./site.js";

const { remarks } = await load("remarks.js");
const SAY = { comma: ",", meant: "meant:", perhaps: "perhaps:", unknown: "unknown", most: "most", everywhere: "everywhere", fewer: "fewer:", nothing: "nothing", nosuch: "nosuch",
  beyond: "no {page} of {last}", tolast: "last" };
const said = (now, found, pages = 1) => remarks({ q: "", filters: {}, page: 1, ...now }, { total: 1, complete: 1, corrected: [], suggested: [], ...found }, pages, { say: SAY, link });
const texts = (...given) => said(...given).map(({ text }) => text);

test("a good answer needs no word", () => assert.deepEqual(texts({ q: "ماء" }, {}), []));

test("a page behind the last says so, and leads to the last", () => {
  const [only] = said({ page: 99 }, {}, 3);
  assert.deepEqual([only.text, only.all("a")[0].to.page], ["no 99 of 3 last", 3]);
  assert.deepEqual(texts({ page: 3 }, {}, 3), []);
});

test("nothing found leads on: without filters, by one word", () => {
  assert.deepEqual(texts({ q: "ماء سفن", filters: { year: ["1066"] }, page: 5 }, { total: 0, complete: 0 }), ["everywhere", "fewer: ماء, سفن", "nothing"]);
  assert.deepEqual(texts({ like: "articles/x/" }, { total: 0 }), ["nothing"]);
});

test("an article that the archive does not have is named, whether its address may be one or not", () => {
  assert.deepEqual(texts({ unlike: "nope" }, { total: 0 }), ["nosuch nope"]);
  assert.deepEqual(texts({ like: "articles/x/" }, { total: 0, like: { title: "articles/x/", lost: true } }), ["nosuch articles/x/"]);
});

test("the single words are words: no quotation marks, no filters, nothing that is left out", () => {
  const none = { total: 0, complete: 0 };
  assert.deepEqual(texts({ q: '"سفن ماء" «بحر»' }, none), ["fewer: سفن, ماء, بحر", "nothing"]);
  assert.deepEqual(texts({ q: "after:أمس ماء -سفن OR" }, { ...none, filters: { after: ["أمس"] } }), ["fewer: ماء", "nothing"]);
  assert.deepEqual(texts({ q: "source: ماء" }, { ...none, filters: { source: ["ماء"] } }), ["nothing"]);
  assert.deepEqual(texts({ q: "source:" }, none), ["nothing"]);
  assert.deepEqual(texts({ q: "ماء" }, none), ["nothing"]);
});

test("what was too long to be searched for is named", () => {
  const cut = (exact) => remarks({ q: "x", filters: {}, page: 1, exact }, { total: 1, complete: 1, corrected: [], suggested: [], understood: [{ as: "cut", typed: "ماء" }] }, 1, { say: { ...SAY, cut: "too long" }, link });
  assert.deepEqual(cut("1").map(({ text }) => text), ["«ماء» too long"]);
});

test("a day that no calendar has is said, and nothing was read into it", () => {
  const understood = [{ as: "noday", typed: "30 فبراير" }];
  assert.deepEqual(remarks({ q: "30 فبراير", filters: {}, page: 1 }, { total: 1, complete: 1, corrected: [], suggested: [], understood }, 1, { say: { ...SAY, noday: "no day" }, link }).map(({ text }) => text), ["«30 فبراير» no day"]);
});

test("a name of a concept is said with what the archive calls it", () => {
  const understood = [{ as: "name", typed: "WCO", meant: "مجلس المياه" }];
  const said = remarks({ q: "WCO", filters: {}, page: 1 }, { total: 1, complete: 1, corrected: [], suggested: [], understood }, 1, { say: { ...SAY, name: "is a name:", exactly: "exactly" }, link });
  assert.deepEqual(said.map(({ text }) => text), ["«WCO» is a name: مجلس المياه", "exactly"]);
});

test("a word of whose stem others were found is named", () => {
  const understood = [{ as: "related", typed: "محل" }];
  assert.deepEqual(remarks({ q: "محل", filters: {}, page: 1 }, { total: 1, complete: 1, corrected: [], suggested: [], understood }, 1, { say: { ...SAY, related: "no article" }, link }).map(({ text }) => text), ["«محل» no article"]);
});

test("a word is not named among its other names", () => {
  const named = (typed, meant) => {
    const understood = [{ as: "synonyms", typed, meant }];
    return remarks({ q: typed, filters: {}, page: 1 }, { total: 1, complete: 1, corrected: [], suggested: [], understood }, 1, { say: { ...SAY, synonyms: "also", exactly: "exactly" }, link })[0].text;
  };
  assert.equal(named("الدكان", ["دكان", "محل", "متجر"]), "«الدكان» also محل, متجر");
  assert.equal(named("محل", ["دكان"]), "«محل» also دكان");
});

test("what was meant replaces what was typed, whatever signs it has", () => {
  const [only] = said({ q: "a $& b" }, { corrected: [{ typed: "$&", meant: ["c$1"] }] });
  assert.deepEqual([only.text, only.all("a")[0].to.q], ["unknown «$&». meant: c$1", "a c$1 b"]);
});

test("a word of another sense that came along is named, and the form that was typed is searched for alone", () => {
  const understood = [{ as: "senses", typed: "محلي", meant: "محل" }];
  const [only, ...rest] = remarks({ q: "سوق محلي", filters: {}, page: 2 }, { total: 1, complete: 1, corrected: [], suggested: [], understood }, 1, { say: { ...SAY, senses: "comes with:", alone: "alone" }, link });
  assert.deepEqual([only.text, only.all("a")[0].to, rest.map(({ text }) => text)], ["«محلي» comes with: محل. alone", { q: 'سوق "محلي"', filters: {}, page: 1 }, ["no 2 of 1 last"]]);
});

test("a year that may be of two calendars leads to itself in each, wherever it was typed", () => {
  const readings = [{ calendar: "hijri", year: 1392, span: [19720216, 19730203] }, { calendar: "persian", year: 1392, month: 5, span: [20130723, 20130822] }, { calendar: "gregorian", year: 2016, month: 7, day: 10, span: [20160710, 20160710] }];
  const to = (now) => remarks({ q: "", filters: {}, page: 3, ...now }, { total: 1, complete: 1, corrected: [], suggested: [], understood: [{ as: "date", typed: "1392", readings }] }, 3, { say: { ...SAY, which: "which?", exactly: "exactly" }, link })[0].all("a").map((one) => one.to);
  assert.deepEqual(to({ q: "year:1392 سد" }).map(({ q, page }) => [q, page]), [["year:1392هـ سد", 1], ["year:1392-05ش سد", 1], ["year:2016-07-10 سد", 1]]);
  assert.deepEqual(to({ q: "سد", filters: { year: ["2009", "1392"], tag: ["x"] } }).map(({ q, filters }) => [q, filters.year, filters.tag]), [["سد", ["2009", "1392هـ"], ["x"]], ["سد", ["2009", "1392-05ش"], ["x"]], ["سد", ["2009", "2016-07-10"], ["x"]]]);
});

test("a language that the archive lacks is told with the names of those that it has", () => {
  const unread = [{ key: "language", value: "he", nearest: [["ar", "ar"]] }];
  const [only] = remarks({ q: "سد", filters: { language: ["he"] }, page: 1 }, { total: 1, complete: 1, corrected: [], suggested: [], unread }, 1, { say: { ...SAY, notread: "not read" }, link });
  assert.deepEqual([only.text, only.all("a")[0].to.filters], ["not read language:he. perhaps: Arabic", { language: ["ar"] }]);
});

test("a range that ends before it begins is said", () => {
  const none = { total: 0, complete: 0, corrected: [], suggested: [], understood: [{ as: "reversed" }] };
  const said = remarks({ q: "سد", filters: { from: ["2012"], to: ["2009"] }, page: 1 }, none, 1, { say: { ...SAY, reversed: "reversed" }, link });
  assert.deepEqual(said.map(({ text }) => text), ["reversed", "everywhere", "nothing"]);
});

test("a source that the archive lacks is called as the page calls it, and no single word is offered", () => {
  const none = { total: 0, complete: 0, corrected: [], suggested: [], filters: { "-source": ["رويترز"] }, unread: [{ key: "-source", value: "رويترز", nearest: [] }] };
  const said = remarks({ q: "سد نهر -source:رويترز", filters: {}, page: 1 }, none, 1, { say: { ...SAY, nonehas: "none has", source: "المصدر" }, link });
  assert.deepEqual(said.map(({ text }) => text), ["none has -المصدر:رويترز.", "nothing"]);
  assert.deepEqual(said[0].all("bdi").map(({ text }) => text), ["-المصدر:رويترز", "رويترز"]);
});

test("of several that suffice the OR between them is shown as it was typed", () => {
  const said = (q, typed) => remarks({ q, filters: {}, page: 1 }, { total: 1, complete: 1, corrected: [], suggested: [], understood: [{ as: "either", typed }] }, 1, { say: { ...SAY, either: "either of:", exactly: "exactly" }, link })[0].text;
  assert.equal(said("عن غزة أو جنين", ["غزة", "جنين"]), "«غزة أو جنين» either of: غزة, جنين");
  assert.equal(said('"سد (النهضة)" OR  قطر | x', ["سد (النهضة)", "قطر", "x"]), '«"سد (النهضة)" OR  قطر | x» either of: سد (النهضة), قطر, x');
  assert.equal(said("غزة،جنين", ["غزة", "جنين"]), "«غزة | جنين» either of: غزة, جنين");
});
