// What narrows results, and how many each choice would leave.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, beside, manifest } from "./site.js";

// Seven articles: undated, a year, a month, the days around a year's end, a negative and no source.
const FACETS = {
  gaps: [0, 0, 0, 0, 0, 0, 0],
  days: [0, 20230000, 20231100, 20231108, 20231231, 20240000, 20240101],
  sources: ["", "صحيفة الواحة", "وكالة القوافل", "وكالة القوافل الكبرى"],
  source: [1, 1, 2, 2, 3, 0, 1],
  tags: [["Water-Council", "مجلس المياه"], ["جسور", "جسور"], ["سفن", "سفن"]],
  tag: [[], [0], [0, 1], [1], [2], [2, 1], []],
  languages: ["ar", "fa"],
  language: [0, 0, 1, 0, 0, 1, 0],
};
const { module } = beside({ ...manifest({ places: 8 }), "facets.json": FACETS });
const { alternatives, chosen, counts, reversed, unread } = await module("filters.js");
const index = { articles: 7, labels: new Map([["wco", [{ id: "Water-Council" }]]]) };
const left = async (wanted) => [...(await chosen(wanted, index, analysis))].flatMap((allowed, article) => (allowed ? [article] : []));

test("without filters all is allowed", async () => assert.equal(await chosen({}, index, analysis), null));

for (const [what, wanted, articles] of [
  ["a year, with its months and days", { year: ["2023"] }, [1, 2, 3, 4]],
  ["a year in Arabic digits", { year: ["٢٠٢٤"] }, [5, 6]],
  ["either of two years", { year: ["2023", "2024"] }, [1, 2, 3, 4, 5, 6]],
  ["a year that no article is of", { year: ["1900"] }, []],
  ["what is not a year", { year: ["امس"] }, []],
  ["before a year: not that year", { before: ["2024"] }, [1, 2, 3, 4]],
  ["before a month: not that month", { before: ["2023-12"] }, [1, 2, 3]],
  ["before a day: not that day", { before: ["2023-11-08"] }, [1, 2]],
  ["after a year: not that year", { after: ["2023"] }, [5, 6]],
  ["after a month: not that month, nor the year as a whole", { after: ["2023-11"] }, [4, 5, 6]],
  ["after a day: not that day", { after: ["2023-12-31"] }, [5, 6]],
  ["between two days", { after: ["2023-11-07"], before: ["2023-12-31"] }, [3]],
  ["the narrower of two bounds", { before: ["2025", "2023-11"] }, [1]],
  ["an impossible bound", { before: ["امس"] }, []],
  ["after a day that no month has: nothing, not what comes after the month", { after: ["2023-11-31"] }, []],
  ["before a month that no year has", { before: ["2023-13"] }, []],
  ["the 29th of February of a leap year, and of another", { after: ["2024-02-29"], before: ["2100-02-29"] }, []],
  ["the 29th of February of a leap year", { before: ["2024-02-29"], after: ["2023-12-31"] }, [5, 6]],
  ["a source by its name: not those whose names are longer", { source: ["وكالة القوافل"] }, [2, 3]],
  ["a source by a part of its name", { source: ["القوافل"] }, [2, 3, 4]],
  ["a source in another spelling", { source: ["وكاله القوافل"] }, [2, 3, 4]],
  ["either of two sources", { source: ["صحيفة الواحة", "الكبرى"] }, [0, 1, 4, 6]],
  ["a source by a few letters in the midst of a word: none", { source: ["لوا"] }, []],
  ["a source by some letters of a word", { source: ["واحة"] }, [0, 1, 6]],
  ["a source that does not exist", { source: ["لا أحد"] }, []],
  ["a source of signs only", { source: ["!"] }, []],
  ["a tag by its id, in any case", { tag: ["water-council"] }, [1, 2]],
  ["a tag by its label", { tag: ["مجلس المياه"] }, [1, 2]],
  ["a tag by its label, folded", { tag: ["مَجلس المياه"] }, [1, 2]],
  ["a tag by another name of its concept", { tag: ["WCO"] }, [1, 2]],
  ["a language", { language: ["FA"] }, [2, 5]],
  ["a language by its name, in Arabic, Persian, English", { language: ["فارسي"] }, [2, 5]],
  ["either of two languages by their names", { language: ["العربية", "persian"] }, [0, 1, 2, 3, 4, 5, 6]],
  ["a language in the page's letters", { language: ["فارسی"] }, [2, 5]],
  ["without a language", { "-language": ["عربي"] }, [2, 5]],
  ["a language that no article has", { language: ["he"] }, []],
  ["from a day to a month, both included", { from: ["2023-11-08"], to: ["2023-12"] }, [3, 4]],
  ["to a day, included", { to: ["2023-11-08"] }, [1, 2, 3]],
  ["from the first year to the last", { from: ["0000"], to: ["9999"] }, [1, 2, 3, 4, 5, 6]],
  ["from what is no date", { from: ["امس"] }, []],
  ["to a month that no year has", { to: ["2023-13"] }, []],
  ["without a source", { "-source": ["القوافل"] }, [0, 1, 5, 6]],
  ["without two sources", { "-source": ["صحيفة الواحة", "الكبرى"] }, [2, 3, 5]],
  ["without a tag, under any name, and in a year", { "-tag": ["WCO"], year: ["2023"] }, [3, 4]],
  ["without either of two tags", { "-tag": ["جسور", "سفن"] }, [0, 1, 6]],
  ["without a year: undated articles too", { "-year": ["2023"] }, [0, 5, 6]],
  ["without what no article can have", { "-source": ["لا أحد"] }, []],
  ["without what is no year", { "-year": ["امس"] }, []],
  ["two tags: both", { tag: ["جسور", "سفن"] }, [5]],
  ["a tag that does not exist", { tag: ["جسر-لا"] }, []],
  ["a known tag and one that does not exist", { tag: ["جسور", "لا"] }, []],
  ["all kinds together", { year: ["2023"], source: ["القوافل"], tag: ["جسور"], after: ["2023-11"], before: ["2024"] }, []],
  ["a kind that does not exist filters nothing", { colour: ["red"] }, [0, 1, 2, 3, 4, 5, 6]],
])
  test(`filters: ${what}`, async () => assert.deepEqual(await left(wanted), articles));

test("years come newest first; undated articles are of none", async () => {
  assert.deepEqual((await counts([0, 1, 2, 5], index)).year, [["2024", "2024", 1], ["2023", "2023", 2]]);
});

test("sources and tags come by how many articles have them, then in their own order; no source is not a choice", async () => {
  const { source, tag } = await counts([6, 5, 4, 3, 2, 1, 0], index);
  assert.deepEqual(source.map(([value, , n]) => [value, n]), [["صحيفة الواحة", 3], ["وكالة القوافل", 2], ["وكالة القوافل الكبرى", 1]]);
  assert.deepEqual(tag, [["جسور", "جسور", 3], ["Water-Council", "مجلس المياه", 2], ["سفن", "سفن", 2]]);
});

test("no results leave no choices", async () => assert.deepEqual(await counts([], index), { year: [], source: [], tag: [], language: [], month: [] }));

test("months come oldest first, years without a month before theirs, undated articles last", async () => {
  const { month } = await counts([0, 1, 2, 3, 4, 5, 6], index);
  assert.deepEqual(month.map(([value, , n]) => [value, n]), [["2023", 1], ["2023-11", 2], ["2023-12", 1], ["2024", 1], ["2024-01", 1], ["", 1]]);
});

test("what may be chosen beside a choice of its kind is counted without that choice, and with all others", async () => {
  const wanted = { year: ["2023"], source: ["وكالة القوافل"] };
  const of = await alternatives(wanted, () => [0, 1, 2, 3, 4, 5, 6], index, analysis);
  assert.deepEqual(of, { year: [2, 3], source: [1, 2, 3, 4] });
  assert.deepEqual((await counts([2, 3], index, of)).source.map(([value, , n]) => [value, n]), [["وكالة القوافل", 2], ["صحيفة الواحة", 1], ["وكالة القوافل الكبرى", 1]]);
  assert.deepEqual(await alternatives({ tag: ["سفن"] }, () => assert.fail("not asked"), index, analysis), {});
});

test("an archive in one language says so without a word of each article", async () => {
  const { module: other } = beside({ ...manifest({ places: 8 }), "facets.json": { ...FACETS, languages: ["fa"], language: [] } });
  const { chosen: of, counts: sums } = await other("filters.js");
  assert.deepEqual((await sums([0, 1], index)).language, [["fa", "", 2]]);
  assert.deepEqual([...(await of({ language: ["fa"] }, index, analysis))], [1, 1, 1, 1, 1, 1, 1, 0], "the last number is nobody's");
});

test("a language that the archive lacks is named, with those that it has", async () => {
  assert.deepEqual(await unread({ language: ["he", "عربي"], "-language": ["xx"] }, { ...index, analysis }), [
    { key: "language", value: "he", nearest: [["ar", "ar"], ["fa", "fa"]] }, { key: "-language", value: "xx", nearest: [["ar", "ar"], ["fa", "fa"]] },
  ]);
});

for (const [wanted, is] of [
  [{ after: ["2011"], before: ["2010"] }, true],
  [{ from: ["2012-05-03"], to: ["2012-05-02"] }, true],
  [{ after: ["2013-11-07"], before: ["2013-11-09"] }, false],
  [{ from: ["2012"], to: ["2012"] }, false],
  [{ from: ["2012"], to: ["امس"] }, false],
  [{ before: ["2010"] }, false],
]) test(`a range that ends before it begins: ${JSON.stringify(wanted)}`, () => assert.equal(reversed(wanted, analysis), is));
