// Results as files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { gathered, MOST, saved, savedLines, table } = await load("export.js");
const RESULT = { url: "https://example.org/a/", title: "عنوان, «س»", date: "2023-11", inferred: true, source: "م", excerpt: "نص" };
const finder = (total) => async (offset, limit) => ({ total, results: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, n) => ({ ...RESULT, url: `https://example.org/${offset + n}/` })) });

test("a table has the mark of its encoding, quotes what it has to, and runs nothing", () => {
  assert.equal(table(["a", "b"], [{ a: 'x"y', b: "1,2" }, { a: "=1+1", b: "x; @y" }]), '\ufeffa,b\r\n"x""y","1,2"\r\n\'=1+1,x;\' @y\r\n');
  assert.ok(table(["a"], [{ a: "\t=1" }]).includes("'"));
  assert.equal(table(["a"], [{}]), "\ufeffa\r\n\r\n");
});

test("all results are gathered up to a bound, and how far it is is said", async () => {
  const told = [];
  assert.equal((await gathered(finder(120), { onprogress: (...at) => told.push(at) })).results.length, 120);
  assert.deepEqual(told, [[50, 120], [100, 120], [120, 120]]);
  const { results, total } = await gathered(finder(9999));
  assert.deepEqual([results.length, total, new Set(results.map(({ url }) => url)).size], [MOST, 9999, MOST]);
  assert.equal((await gathered(async () => ({ total: 7, results: [] }))).results.length, 0);
});

test("each format has every result, and names what could not be read", async () => {
  const before = globalThis.fetch;
  globalThis.fetch = async (url) => (String(url).includes("/1/") ? new Response("", { status: 404 }) : new Response(`UR  - ${url}\nER  - \r\n\n`));
  const { text, count, missing, name } = await saved("ris", finder(3));
  globalThis.fetch = before;
  assert.deepEqual([count, missing, name], [2, 1, "results.ris"]);
  assert.equal(text, "UR  - https://example.org/0/cite.ris\nER  - \n\nUR  - https://example.org/2/cite.ris\nER  - \n");
  assert.equal((await saved("csv", finder(3))).text.split("\r\n").length, 5);
  const json = JSON.parse((await saved("json", finder(2), { about: { query: "س" } })).text);
  assert.deepEqual([json.query, json.total, json.results[0].passage, json.results[0].date_inferred], ["س", 2, "نص", true]);
});

test("lines are saved in the order in which they stand", () => {
  const lines = ["ب", "ا"].map((hit) => ({ ...RESULT, hit, before: "-1", after: "", part: "text", keys: {} }));
  assert.match(savedLines("csv", { lines }).text, /^\ufeffbefore,hit,after,part,address,title,date,source\r\n'-1,ب,.*\r\n'-1,ا,/u);
  assert.deepEqual(JSON.parse(savedLines("json", { lines }, { about: { query: "x" } }).text).lines.map(({ hit }) => hit), ["ب", "ا"]);
});

test("what is cited without an address has the one at which the reader has it", async () => {
  const before = globalThis.fetch;
  const made = async (format, given) => {
    globalThis.fetch = async () => new Response(given);
    return (await saved(format, finder(1))).text;
  };
  const [bib, ris] = ["@article{x,\n  title = {س},\n  note = {n}\n}\n", "TY  - NEWS\r\nTI  - س\r\nER  - \r\n"];
  const found = [await made("bib", bib), await made("ris", ris), await made("bib", bib.replace("note = {n}", "url = {u}"))];
  globalThis.fetch = before;
  assert.deepEqual(found, [
    "@article{x,\n  title = {س},\n  note = {n},\n  url = {https://example.org/0/}\n}\n",
    "TY  - NEWS\r\nTI  - س\r\nUR  - https://example.org/0/\r\nER  - \n",
    "@article{x,\n  title = {س},\n  url = {u}\n}\n",
  ]);
});
