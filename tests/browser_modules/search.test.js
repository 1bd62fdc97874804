// The module that pages import, beside the index that Python made of tests/search/library.py's articles.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { marker, search, similar } = await load("search.js");
const slugs = ({ results }) => results.map(({ url }) => url.split("/").at(-2));
// By date, the undated one last; of one day none are two.
const ALL = ["bridge", "canal", "council", "ships", "doctors", "far", "persian", "markup", "hamza"];
const everything = { filters: { before: "3000" } };

test("nothing asked, nothing found", async () => {
  for (const query of ["", " ", "؟", "\u064b"]) {
    const { total, complete, results, corrected, suggested } = await search(query, { facets: true });
    assert.deepEqual([total, complete, results, corrected, suggested], [0, 0, [], [], []]);
  }
});

test("filters alone give all articles they leave, newest first", async () => {
  const found = await search("", everything);
  assert.deepEqual([slugs(found), found.total], [ALL.slice(0, 8), 8]);
  assert.deepEqual(slugs(await search("source:القوافل")), ["canal", "council", "hamza"]);
});

test("results come page by page: first, last, one past the last", async () => {
  const page = async (offset, limit) => slugs(await search("", { ...everything, offset, limit }));
  assert.deepEqual(await page(0, 3), ALL.slice(0, 3));
  assert.deepEqual(await page(6, 3), ALL.slice(6, 8));
  assert.deepEqual([await page(8, 3), await page(0, 0)], [[], []]);
  assert.equal((await search("", { ...everything, offset: 8 })).total, 8);
});

test("ten results are given unless another number is asked for", async () => {
  const { results } = await search("في الجسر البحر المياه الوزير", { filters: { before: "3000" } });
  assert.ok(results.length <= 10);
});

test("one letter is a query", async () => assert.equal((await search("ظ")).total, 0));

test("filters of the query and of the caller hold together", async () => {
  assert.deepEqual(slugs(await search("tag:WCO", { filters: { year: 2023 } })), ["canal"]);
  assert.deepEqual(slugs(await search("tag:WCO", { filters: { year: "2024" } })), []);
  assert.deepEqual((await search("year:2023", { filters: { year: ["2024", ""] } })).filters, { year: ["2023", "2024"] });
});

test("a day that no calendar has is no filter: it is named, and nothing passes it", async () => {
  for (const [query, value] of [["after:2019-02-30", "2019-02-30"], ["after:٢٠١٩-١٣-٠١", "٢٠١٩-١٣-٠١"], ["after:\"31/4/2019\"", "31/4/2019"]]) {
    const { total, unread } = await search(`الجسر ${query}`);
    assert.deepEqual([total, unread], [0, [{ key: "after", value, nearest: [] }]], query);
  }
  const strange = await search("الجسر", { filters: { from: ["xx"] } });
  assert.deepEqual([strange.total, strange.unread], [0, [{ key: "from", value: "xx", nearest: [] }]]);
  assert.deepEqual((await search("الجسر", { filters: { before: "2030-02-30" } })).unread, [{ key: "before", value: "2030-02-30", nearest: [] }]);
});

test("a minus before a filter leaves out what the filter has, and a value of several words is one value", async () => {
  const [all, within] = [slugs(await search("", everything)), slugs(await search("source:القوافل"))];
  const found = await search("-source:القوافل before:3000");
  assert.deepEqual([slugs(found), found.filters["-source"]], [all.filter((slug) => !within.includes(slug)), ["القوافل"]]);
  assert.deepEqual((await search("الجسر -source:صحيفة الواحة")).filters, { "-source": ["صحيفة الواحة"] });
  const wrong = await search('الجسر -source:"صحيفة الوحة"');
  assert.deepEqual([wrong.total, wrong.unread[0].key, wrong.unread[0].nearest[0][0]], [0, "-source", "صحيفة الواحة"]);
});

test("what of a very long query is not searched for is said", async () => {
  const words = Array.from({ length: 17 }, (_, n) => `كلمة${"ابتثجحخدذرزسشصضطظ"[n]}`);
  const cut = async (query, options) => (await search(query, options)).understood.filter(({ as }) => as === "cut");
  assert.deepEqual(await cut(words.join(" ")), [{ as: "cut", typed: words[16] }]);
  assert.deepEqual(await cut(`"${words.join(" ")}"`, { exactly: true }), [{ as: "cut", typed: words[16] }]);
  assert.deepEqual(await cut(words.slice(0, 16).join(" ")), []);
  const [{ typed }] = await cut(`${"ا".repeat(400)}${"ب".repeat(9000)}`);
  assert.equal(typed, `${"ب".repeat(120)}…`);
});

test("a language narrows, and beside it stand those that may be chosen too", async () => {
  const found = await search("", { filters: { language: "fa" }, facets: true });
  assert.deepEqual([slugs(found), found.facets.language], [["persian"], [["ar", "", 8], ["fa", "", 1]]]);
});

test("a key that is the name of something in JavaScript is a word", async () => {
  assert.equal((await search("constructor:x")).total, 0);
});

test("an excluded word leaves the others, excluded alone it gives nothing but what lacks it", async () => {
  assert.deepEqual(slugs(await search("الجسر -البحر")), ["bridge"]);
  assert.ok(!slugs(await search("-البحر")).includes("far"));
});

test("a result says its address, and the words it lacks as they were written", async () => {
  const { results: [first, second] } = await search("الوزيرُ الجسر العمل");
  assert.match(first.url, /^file:.*\/articles\/bridge\/$/u);
  assert.deepEqual([first.missing, second.missing], [[], ["العمل"]]);
});

test("markup of an article is text, and marks are places in it", async () => {
  const { results: [{ title, titleMarks, excerpt }] } = await search("عنوان");
  assert.equal(title, "<b>عنوان</b> & «علامات»");
  assert.deepEqual(titleMarks, [[3, 8]]);
  assert.ok(excerpt.includes("<script>"));
});

test("the places of a query's words in any text", async () => {
  const places = await marker("الجسر");
  assert.deepEqual(places("جسر هنا والجسر"), [[0, 3], [8, 14]]);
  assert.deepEqual(places(""), []);
  assert.deepEqual((await marker(""))("جسر"), []);
});

test("a filter by a day that no calendar has is named whole", async () => {
  const found = await search("after:30 فبراير 2013 الجسر");
  assert.deepEqual([found.total, found.unread, found.understood], [0, [{ key: "after", value: "30 فبراير 2013", nearest: [] }], []]);
});

test("an unknown value of several words is named whole, and what is no part of it is searched for", async () => {
  const unread = async (query) => (await search(query)).unread.map(({ value, nearest: [[near] = []] }) => [value, near]);
  assert.deepEqual(await unread("source:وكالت القوفل"), [["وكالت القوفل", "وكالة القوافل"]]);
  assert.deepEqual(await unread("source:صحيفت الجسر"), [["صحيفت", "صحيفة الواحة"]]);
  assert.deepEqual(await unread("source:ضظغ الجسر"), [["ضظغ", undefined]]);
});

test("several sources and several years may stand behind one key", async () => {
  const filters = async (query) => { const found = await search(query); return [found.filters, found.unread]; };
  assert.deepEqual(await filters("source:صحيفة الواحة أو وكالة القوافل"), [{ source: ["صحيفة الواحة", "وكالة القوافل"] }, []]);
  assert.deepEqual(slugs(await search("الجسر source:القوافل أو صحيفة الواحة")), slugs(await search("الجسر", { filters: { source: ["القوافل", "صحيفة الواحة"] } })));
  assert.deepEqual(await filters("source:صحيفة الواحة أو الجسر"), [{ source: ["صحيفة الواحة"] }, []]);
  assert.deepEqual((await search("year:2020 أو 2023 OR 2024")).filters, { year: ["2020", "2023", "2024"] });
  assert.deepEqual((await search("year:2020 أو الجسر")).filters, { year: ["2020"] });
  assert.deepEqual(slugs(await search("year:2020 أو year:2023")), slugs(await search("", { filters: { year: ["2020", "2023"] } })));
});

test("a date in an address is read as the query line reads it, with its ends and beside “more like this” too", async () => {
  const read = async (filters, query = "") => { const { understood, unread } = await search(query, { filters }); return [understood.map(({ typed, readings }) => [typed, ...readings.map(({ calendar }) => calendar)]), unread]; };
  for (const key of ["year", "after", "before", "from", "to"])
    for (const value of ["۱۳۹۲", "1392", "1430هـ"]) assert.deepEqual(await read({ [key]: value }), await read({}, `${["from", "to"].includes(key) ? "year" : key}:${value}`), `${key}=${value}`);
  assert.deepEqual(slugs(await search("", { filters: { from: "١٤٤٥هـ", to: "2024-12" } })), slugs(await search("", { filters: { after: "2023-07-18", before: "2025" } })));
  const beside = await similar("articles/bridge/", { filters: { year: ["1430هـ", "xx"] } });
  assert.deepEqual([beside.total, beside.filters, beside.understood.map(({ typed }) => typed), beside.unread.map(({ value }) => value)], [0, { year: ["1430هـ", "xx"] }, ["1430هـ"], ["xx"]]);
});
