// How a query may go on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { suggest } = await load("search.js");
const queries = async (typed, options) => (await suggest(typed, options)).map(({ query }) => query);

test("names of the vocabulary come first, in whichever language they are begun", async () => {
  assert.deepEqual((await suggest("أخبار مجلس الم"))[0], { query: "أخبار مجلس المياه", label: "مجلس المياه", kind: "name" });
  assert.equal((await queries("water cou"))[0], "مجلس المياه");
});

test("words of the archive follow, with the particle that was typed", async () => {
  assert.deepEqual(await queries("أخبار المست"), ["أخبار المستشفى"]);
  assert.deepEqual(await queries("جسر والمست"), ["جسر والمستشفى"]);
});

test("nothing is suggested behind a space, within a filter, or of one letter's names", async () => {
  for (const typed of ["", " ", "مجلس ", "source:مجل", "م", "؟", "\"مجلس\" "]) assert.deepEqual(await queries(typed), [], typed);
});

test("no more than wanted, and nothing that is typed already", async () => {
  assert.ok((await queries("ال", { limit: 2 })).length <= 2);
  assert.ok(!(await queries("مجلس المياه")).includes("مجلس المياه"));
  assert.ok((await suggest("x".repeat(5000))).length === 0);
});
