// What a query means, over the articles of tests/search/library.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { understood } = await load("understanding.js");

const { search } = await load("search.js");
const { open } = await load("store.js");
const index = await open();
const told = async (query, options) => (await understood(query, index, options)).told.map(({ as, meant }) => [as, meant]);

test("another layout is said", async () => assert.deepEqual(await told("hg[sv"), [["layout", "الجسر"]]));
test("what the archive has is read as it is", async () => assert.deepEqual(await told("الجسر"), []));
test("exactly is word by word", async () => assert.deepEqual([await told("hg[sv", { exactly: true }), await told("8 نوفمبر 2009", { exactly: true })], [[], []]));
test("a name that finds more than its words is said, and asks for nothing but its words where they are meant exactly", async () => {
  assert.deepEqual([await told("WCO"), await told("اجتماع مجلس المياه"), await told("المجلس")], [[["name", "مجلس المياه"]], [["name", "مجلس المياه"]], []]);
  const slugs = async (query, exactly) => (await search(query, { exactly })).results.map(({ url }) => url.split("/").at(-2)).sort();
  assert.deepEqual([await slugs("مجلس المياه"), await slugs("مجلس المياه", true)], [["canal", "council", "persian"], ["council"]]);
});
test("a word that no article has is told where others of its stem are found", async () => {
  const said = async (query, options) => (await search(query, options)).understood.map(({ as, typed }) => [as, typed]);
  assert.deepEqual([await said("طبيب"), await said("الجسر"), await said("ضظغضظغ")], [[["related", "طبيب"]], [], []]);
  assert.deepEqual(await said("طبيب", { typing: true }), []);
});
test("a name among several of which one suffices is said too", async () => {
  assert.deepEqual(await told("WCO أو الجسر"), [["either", undefined], ["name", "مجلس المياه"]]);
  assert.deepEqual(await told("WCO أو الجسر", { exactly: true }), [["either", undefined]]);
});
test("one of two suffices", async () => assert.deepEqual((await told("الجسر أو القناة")).map(([as]) => as), ["either"]));
test("a date or a number that is typed twice is asked for once", async () => {
  const typed = async (query) => (await understood(query, index)).told.map((one) => one.typed);
  assert.deepEqual([await typed("2023 2023 ٢٠٢٣"), await typed("8 نوفمبر 2023 الجسر 8 نوفمبر 2023")], [["2023"], ["8 نوفمبر 2023"]]);
});
test("a house is no article of the word behind it", async () => {
  const joinedOf = async (query) => (await search(query)).corrected.some((one) => one.typed === query);
  assert.deepEqual(await Promise.all(["آل جسر", "وآل الجسر", "مست شفى"].map(joinedOf)), [false, false, true]);
});
