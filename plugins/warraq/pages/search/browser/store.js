// The files of the index, fetched when they are first needed and kept. Written by written.py and small_files.py.
import { Analysis } from "./analysis.js";
import { inFull, unpacked as described } from "./unpacked.js";

const ROOT = new URL("index/", import.meta.url);
const kept = new Map();
// So many files are remembered, those that were asked for last: the browser's cache has the others.
const MOST = 300;

async function fetched(path, read) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return read(answer);
}

// What a map has under a name, or `make` gives; it keeps the names that were asked for last.
export function remembered(map, name, make) {
  const found = map.get(name) ?? make();
  map.delete(name);
  map.set(name, found);
  if (map.size > MOST) map.delete(map.keys().next().value);
  return found;
}

const once = (path, read) => remembered(kept, path, () => {
  const promise = fetched(path, read);
  promise.catch(() => kept.delete(path));
  return promise;
});

// Most files are packed, unless a server that knows the name unpacked them on the way. No file of ours that is not packed begins like that.
async function unpacked(answer) {
  const data = await answer.blob();
  const [first, second] = new Uint8Array(await data.slice(0, 2).arrayBuffer());
  return new Response(first === 0x1f && second === 0x8b ? data.stream().pipeThrough(new DecompressionStream("gzip")) : data);
}

// JSON in an Arabic code page, or in UTF-8 behind a mark: lettering.py.
const ARABIC = new TextDecoder("windows-1256");
const utf8 = new TextDecoder();
export const lettered = (path) => once(path, async (answer) => {
  const data = new Uint8Array(await (await unpacked(answer)).arrayBuffer());
  return JSON.parse((data[0] === 0xef ? utf8 : ARABIC).decode(data));
});
export const json = (path) => once(path, async (answer) => (await unpacked(answer)).json());
export const bytes = (path, isWhole) => once(path, async (answer) => {
  const data = new Uint8Array(await (await unpacked(answer)).arrayBuffer());
  if (!isWhole(data)) throw new Error(`${path}: not as it was written`);
  return data;
});

// What is compared of names: the words of each.
const compared = (names, analysis) => names.map((name) => analysis.tokens(name).map((token) => analysis.analyse(token))).filter(([first]) => first?.bare.length > 1);
const row = (words) => words.map(({ bare }) => bare).join(" ");

// A concept: its id, its label, its names as labels.py compares them. A group of synonyms is written as its label, and begins with "~".
function concept(entry, analysis) {
  const [id, label, own, ...others] = typeof entry === "string" ? [`~${entry.split(" | ")[0]}`, entry, 0, ...entry.split(" | ")] : entry;
  const words = compared([...(own & 1 ? [label] : []), ...(own & 2 ? [id] : []), ...others], analysis);
  const names = words.map((all) => (all.length > 1 || typeof entry !== "string" ? row(all) : all[0].core === all[0].bare ? `${all[0].family}@` : `${all[0].bare}!`));
  return { id, label, names: [...new Set(names)].sort() };
}

let opened;

// Everything that a first query needs besides its own words. The index tells articles by numbers below `places`, of which some are nobody's.
export function open() {
  opened ??= Promise.all([lettered("manifest.json"), lettered("analysis.json"), lettered("names.json")])
    .then(([manifest, description, names]) => {
      const analysis = new Analysis(described(description));
      const labels = new Map();
      for (const entry of names) {
        const made = concept(entry, analysis);
        for (const name of made.names) labels.set(name, [...(labels.get(name) ?? []), made]);
      }
      return { ...manifest, versions: new Map(manifest.versions), analysis, labels, files: leaves(manifest.words), long: new Set(inFull(manifest.long)), large: new Map(inFull(manifest.large).map((name, n) => [name, manifest.sizes[n]])) };
    });
  opened.catch(() => { opened = undefined; });
  return opened;
}

// The tree of shards.py: [first hash, name] of each file, in order; a name of "" where no file is.
function leaves(tree) {
  const found = [];
  let at = 0;
  const walk = (low, depth) => {
    const sign = tree[at++];
    if (sign === "1") {
      walk(low, depth + 1);
      walk(low + 2 ** (31 - depth), depth + 1);
    } else found.push([low, sign === "0" ? (2 ** depth + Math.floor(low / 2 ** (32 - depth))).toString(16) : ""]);
  };
  if (tree) walk(0, 0);
  return found;
}

// CRC-32, as zlib has it.
const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
export function hash(text) {
  let value = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) value = CRC[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

// What results are narrowed by, of each article by its number: { days, source, tag, language }, and taken: 1 where a number is an article's.
let narrowing;
export function facets() {
  narrowing ??= Promise.all([open(), json("facets.json")]).then(([{ places }, { gaps, ...listed }]) => {
    const made = { ...listed, taken: new Uint8Array(places), days: new Int32Array(places), source: new Int32Array(places).fill(-1),
      tag: new Array(places).fill([]), language: new Int32Array(listed.language.length ? places : 0).fill(-1) };
    let number = -1;
    for (const [n, gap] of gaps.entries()) {
      number += gap + 1;
      made.taken[number] = 1;
      for (const kind of ["days", "source", "tag"]) made[kind][number] = listed[kind][n];
      if (made.language.length) made.language[number] = listed.language[n];
    }
    return made;
  });
  narrowing.catch(() => { narrowing = undefined; });
  return narrowing;
}

// A text: what contributions.py packs of an article.
export const text = (article) => lettered(`texts/${article.toString(16)}.json.gz`);

// What the lists of words say of one: speech.py. Where they can't be had, a search finds what was typed.
export async function said(word) {
  const list = await lettered(`said/${(hash(word.split(" ")[0]) % 256).toString(16).padStart(2, "0")}.json.gz`).catch(() => ({}));
  return Object.hasOwn(list, word) ? list[word] : undefined;
}
