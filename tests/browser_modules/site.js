// What the tests of the browser's modules share. tests/search/test_browser_modules.py starts them: it makes the folder WARRAQ_SITE with the
// published modules, an index of made-up articles in many small files, and expected.json, what Python says of those articles.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const SITE = process.env.WARRAQ_SITE;
const text = (path) => readFileSync(join(SITE, path), "utf8");
export const EXPECTED = JSON.parse(text("expected.json"));
const PACKED = JSON.parse(new TextDecoder("windows-1256").decode(readFileSync(join(SITE, "search/index/analysis.json"))));
const at = (folder, name) => import(pathToFileURL(join(folder, "search", name)).href);

// The modules beside Python's index.
globalThis.fetch = async (url) => {
  try {
    return new Response(readFileSync(fileURLToPath(url)));
  } catch {
    return new Response("", { status: 404 });
  }
};
export const load = (name) => at(SITE, name);
export const { Analysis } = await load("analysis.js");
export const DESCRIPTION = (await load("unpacked.js")).unpacked({ ...PACKED });
export const analysis = new Analysis(DESCRIPTION);

const own = mkdtempSync(join(tmpdir(), "warraq-"));
process.on("exit", () => rmSync(own, { recursive: true, force: true }));

// Fresh modules beside an index of one's own: { module, asked }. `files`: path → JSON value or Uint8Array; `asked` lists the paths fetched.
export function beside(files) {
  const folder = mkdtempSync(join(own, "modules-"));
  cpSync(join(SITE, "search"), join(folder, "search"), { recursive: true, filter: (from) => !from.endsWith("index") });
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  const root = pathToFileURL(join(folder, "search", "index")).href;
  const asked = [];
  const before = globalThis.fetch;
  globalThis.fetch = async (url) => {
    if (!String(url).startsWith(root)) return before(url);
    const path = String(url).slice(root.length + 1);
    asked.push(path);
    if (!(path in files)) return new Response("", { status: 404 });
    return new Response(files[path] instanceof Uint8Array ? files[path] : `\ufeff${JSON.stringify(files[path])}`);
  };
  return { module: (name) => at(folder, name), asked };
}

// Articles have the numbers from 0 on, without gaps, and all words are in the file `words/1.bin.gz`.
// `large`: family → thousands of bytes.
export const manifest = ({ front = [], back = [], sound = [], long = [], large = {}, ...more } = {}) => ({
  "manifest.json": { articles: 0, places: 65536, length: 1, body: 48, words: "0", ...more,
    long: long.map((name) => `0${name}`), large: Object.keys(large).map((name) => `0${name}`), sizes: Object.values(large) },
  "lists.json": { front, back, sound },
  "analysis.json": PACKED,
  "names.json": [],
});

// LEB128, as postings.py describes it.
export function number(n) {
  const out = [];
  for (; n > 127; n = Math.floor(n / 128)) out.push((n % 128) + 128);
  return [...out, n];
}
export const string = (value) => {
  const data = [...new TextEncoder().encode(value)];
  return [...number(data.length), ...data];
};

// One form with its postings [[article, places, level of its length]].
// `kept`: as a head has it, of `count` articles in all.
export function form(bare, { cut = 0, from = 0, size = bare.length - cut } = {}, postings = [], { kept = false, count = postings.length } = {}) {
  const data = kept ? number(postings.length) : [];
  let last = -1;
  for (const [article, places, level = 0] of postings) {
    const gap = 32 * (article - last - 1) + 2 * level;
    data.push(...(places.length === 1 ? number(gap + 1) : [...number(gap), ...number(places.length)]));
    for (const [n, place] of places.entries()) data.push(...number(place - (n ? places[n - 1] : 0)));
    last = article;
  }
  return [...string(bare), ...number(cut), ...number(from), ...number(size), ...number(count), ...number(data.length), ...data];
}
export function families(found) {
  return Uint8Array.from(Object.entries(found).flatMap(([name, forms]) => [...string(name), ...number(forms.flat().length), ...forms.flat()]));
}

// The head of a very long family: the articles of which it knows no more, then its forms.
export function headed(name, rest, forms) {
  const body = [...number(rest.length), ...rest.flatMap((article, n) => number(article - (n ? rest[n - 1] : -1) - 1)), ...forms.flat()];
  return Uint8Array.from([...string(name), ...number(body.length), ...body]);
}
export const hashed = (name) => crc32(new TextEncoder().encode(name)).toString(16).padStart(8, "0");
function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

// A word as words.js makes it, whose forms are given as [postings, nearness, spelling, lengths], postings as { article: places }.
export const asked = (...forms) => ({
  forms: forms.map(([postings, near = 1, spelt, long = {}]) => {
    const articles = Object.keys(postings).map(Number);
    const starts = [0];
    for (const article of articles) starts.push(starts.at(-1) + postings[article].length);
    const one = { count: articles.length, articles, starts, lengths: articles.map((article) => long[article] ?? 100), in: (article) => postings[article] ?? [] };
    return [Object.assign(one, { read: () => one }), near, spelt];
  }),
});
