// Words of which one suffices: of very long families only their heads are loaded.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, beside, families, form, hashed, headed, manifest } from "./site.js";

const entry = (title, body) => [`articles/${title} ${body}/`, title, body, "", "", "", "", 0];
const river = analysis.analyse("نهر").family;
const files = (size) => ({
  ...manifest({ articles: 4, places: 8, length: 30, words: "0", large: { [river]: size } }),
  "words/1.bin.gz": families({ جسر: [form("جسر", {}, [[1, [50]], [3, [49]]])], قطار: [form("قطار", {}, [[2, [48]], [3, [48]]])] }),
  [`words/head-${hashed(river)}.bin.gz`]: headed(river, [5], [form("نهر", {}, [[0, [3]]], { kept: true, count: 2 })]),
  [`words/long-${hashed(river)}.bin.gz`]: families({ [river]: [form("نهر", {}, [[0, [3]], [5, [48]]])] }),
  "texts/0.json.gz": entry("ا ب ت نهر", "ا"), "texts/5.json.gz": entry("خبر", "نهر"), "texts/1.json.gz": entry("خبر", "ا ب جسر"), "texts/3.json.gz": entry("خبر", "قطار جسر"),
});

async function found(query, size = 500) {
  const { module, asked } = beside(files(size));
  const { total, understood } = await (await module("search.js")).search(query, { limit: 0 });
  return { total, told: understood.filter(({ as }) => as === "either").map(({ typed }) => typed), long: asked.some((path) => path.includes("long-")) };
}

test("one of two words suffices, and the page says so", async () => {
  assert.deepEqual(await found("جسر أو قطار"), { total: 3, told: [["جسر", "قطار"]], long: false });
});

test("of a very long family the head says which articles have it; of a shorter one all is loaded", async () => {
  assert.deepEqual(await found("نهر OR جسر"), { total: 4, told: [["نهر", "جسر"]], long: false });
  assert.deepEqual(await found("نهر | جسر", 60), { total: 4, told: [["نهر", "جسر"]], long: true });
});

test("a phrase may be one of them", async () => {
  assert.deepEqual(await found('"قطار جسر" أو نهر'), { total: 3, told: [["قطار جسر", "نهر"]], long: false });
});
