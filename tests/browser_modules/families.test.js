// Where words stand: numbers, forms, families, as Python writes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { beside, EXPECTED, families, form, load, manifest, number } from "./site.js";

const one = (...postings) => families({ كتاب: [form("كتاب", {}, postings)] });
const read = async (data) => {
  const { module } = beside({ ...manifest({ articles: 50000 }), "words/1.bin.gz": data });
  const [found] = await (await module("families.js")).family("كتاب");
  return found.read();
};

test("numbers take one byte to 127, two to 16383, and are whole beyond 32 bits", async () => {
  assert.deepEqual([127, 128, 16383, 16384].map((n) => number(n).length), [1, 2, 2, 3]);
  const places = [0, 127, 255, 256, 16384 + 256, 2 ** 31 - 1];
  const found = await read(one([0, places]));
  assert.deepEqual([...found.in(0)], places);
  const { module } = beside({ ...manifest(), "words/1.bin.gz": families({ س: [[...form("س").slice(0, -2), ...number(2 ** 40), 0]] }) });
  assert.equal((await (await module("families.js")).family("س"))[0].count, 2 ** 40);
});

test("a form is in its articles: first, last, neighbours, and those far from each other", async () => {
  const found = await read(one([0, [5]], [1, [6, 7]], [65, [8]], [130, [9]], [40000, [1, 300]]));
  assert.deepEqual([...found.articles], [0, 1, 65, 130, 40000]);
  assert.deepEqual([0, 1, 65, 130, 40000].map((article) => [...found.in(article)]), [[5], [6, 7], [8], [9], [1, 300]]);
  assert.deepEqual([2, 64, 66, 39999, 40001].map((article) => [...found.in(article)]), [[], [], [], [], []]);
});

test("a form that begins late is not in the articles before it", async () => {
  assert.deepEqual([...(await read(one([3, [1]]))).in(0)], []);
});

test("a form's core and stem are parts of it", async () => {
  const { module } = beside({ ...manifest(), "words/1.bin.gz": families({ كتاب: [form("وكتابهم", { cut: 1, from: 0, size: 4 }), form("كتابي", { size: 4 }), form("يكتب", { from: 1, size: 3 })] }) });
  const found = await (await module("families.js")).family("كتاب");
  assert.deepEqual(found.map(({ bare, core, stem }) => [bare, core, stem]), [["وكتابهم", "كتابهم", "كتاب"], ["كتابي", "كتابي", "كتاب"], ["يكتب", "يكتب", "كتب"]]);
});

test("a family is found in the file whose bits its hash begins with, a long one in its own, and no other file is asked for", async () => {
  // The hashes of حوت, باب and بيت begin with 0, 10 and 11.
  const { module, asked } = beside({
    ...manifest({ words: "1010-", long: ["ثوب"] }),
    "words/2.bin.gz": families({ حوت: [form("حوت")] }),
    "words/6.bin.gz": families({ سمك: [form("سمك"), form("سمكي")], باب: [form("باب")] }),
    "words/long-6dce4980.bin.gz": families({ ثوب: [form("ثوب"), form("ثوبي")] }),
  });
  const { family } = await module("families.js");
  const forms = async (name) => (await family(name)).map(({ bare }) => bare);
  assert.deepEqual(await Promise.all(["حوت", "باب", "سمك", "ثوب", "بيت"].map(forms)), [["حوت"], ["باب"], ["سمك", "سمكي"], ["ثوب", "ثوبي"], []]);
  for (const name of ["اسد", "", "تمر", "با", "بابا", "جم", "حوتي", "يوم", "\u0000", "\uffff", "__proto__"]) assert.deepEqual(await forms(name), [], name);
  assert.deepEqual(asked.filter((path) => path.startsWith("words/")).toSorted(), ["words/2.bin.gz", "words/6.bin.gz", "words/long-6dce4980.bin.gz"]);
});

test("what a server sent in the place of a file is no file without the word: it is refused, and asked for again", async () => {
  const whole = families({ باب: [form("باب", {}, [[1, [300]]])], كتاب: [form("كتاب")] });
  const page = (letters) => new TextEncoder().encode(`<!doctype html><html><title>${"x".repeat(letters)}</title></html>`);
  const files = { ...manifest() };
  const { module } = beside(files);
  const { family } = await module("families.js");
  for (const wrong of [page(0), page(5), page(500), page(5000), new Uint8Array(), whole.slice(0, -1), whole.slice(0, 12), whole.slice(0, 1), Uint8Array.of(255), Uint8Array.of(0, 255, 255)]) {
    files["words/1.bin.gz"] = wrong;
    await assert.rejects(family("كتاب"), /words\/1\.bin\.gz: not as it was written/);
  }
  files["words/1.bin.gz"] = whole;
  assert.equal((await family("كتاب")).length, 1);
});

test("every family of the archive has its forms where they stand in the articles", async () => {
  const { family } = await load("families.js");
  assert.ok(Object.keys(EXPECTED.families).length > 80);
  for (const [name, forms] of Object.entries(EXPECTED.families)) {
    const found = Object.fromEntries((await family(name)).map((one) => {
      const places = Object.fromEntries([...one.read().articles].map((article) => [article, [...one.in(article)]]));
      return [one.bare, { core: one.core, stem: one.stem, places }];
    }));
    assert.deepEqual(found, forms, name);
  }
});
