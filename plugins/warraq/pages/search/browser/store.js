// The files of the index, fetched when they are first needed and kept. Written by written.py and small_files.py.
import { Analysis } from "./analysis.js";
import { unpacked as described } from "./unpacked.js";

const ROOT = new URL("index/", import.meta.url);
const utf8 = new TextDecoder();
const kept = new Map();

async function fetched(path, read) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return read(answer);
}

function once(path, read) {
  if (!kept.has(path)) {
    const promise = fetched(path, read);
    promise.catch(() => kept.delete(path));
    kept.set(path, promise);
  }
  return kept.get(path);
}

// Most files are packed, unless a server that knows the name unpacked them on the way. No file of ours that is not packed begins like that.
async function unpacked(answer) {
  const data = await answer.blob();
  const [first, second] = new Uint8Array(await data.slice(0, 2).arrayBuffer());
  return new Response(first === 0x1f && second === 0x8b ? data.stream().pipeThrough(new DecompressionStream("gzip")) : data);
}

const json = (path) => once(path, async (answer) => (await unpacked(answer)).json());
const bytes = (path) => once(path, async (answer) => new Uint8Array(await (await unpacked(answer)).arrayBuffer()));

// A group of synonyms as a concept is written: its id, its label, its words as labels.py compares them.
function synonyms(label, analysis) {
  const names = label.split(" | ");
  const compared = names.map((name) => analysis.tokens(name).map((token) => analysis.analyse(token))).filter(([first]) => first?.bare.length > 1);
  return [`~${names[0]}`, label, [...new Set(compared.map((words) => (words.length > 1 ? words.map(({ bare }) => bare).join(" ") : `${words[0].family}@`)))].sort()];
}

let opened;

// Everything that a first query needs besides its own words. The index tells articles by numbers below `places`, of which some are nobody's.
export function open() {
  opened ??= Promise.all([json("manifest.json"), json("analysis.json"), json("names.json")])
    .then(([manifest, description, names]) => {
      const analysis = new Analysis(described(description));
      const labels = new Map();
      for (const entry of names) {
        const [id, label, known] = typeof entry === "string" ? synonyms(entry, analysis) : entry;
        for (const name of known) labels.set(name, [...(labels.get(name) ?? []), { id, label, names: known }]);
      }
      return { ...manifest, versions: new Map(manifest.versions), analysis, labels, files: leaves(manifest.words), long: new Set(manifest.long) };
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
export const text = (article) => json(`texts/${article.toString(16)}.json.gz`);

// Which article has an address, of the places where numbering.py would put it; undefined where none has.
export async function numbered(path, [first, step]) {
  const { taken } = await facets();
  const places = taken.length;
  for (let at = first % places, tried = 0; tried < places && taken[at]; tried++, at = (at + (step | 1) + 2 ** 32) % places)
    if ((await text(at))[0] === path) return at;
  return undefined;
}

// Which of the entries, in their order, is `entry` or the last before it; -1 where it would come before all.
function place(entries, entry) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle] <= entry) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

class Bytes {
  constructor(data, at = 0) { this.data = data; this.at = at; }
  number() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.data[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
  take(size) { this.at += size; return this.data.subarray(this.at - size, this.at); }
  string() { return utf8.decode(this.take(this.number())); }
}

// Words of an article, as postings.py writes them: two steps an octave.
const LENGTHS = Float32Array.from({ length: 16 }, (_, level) => 2 ** ((level + 9) / 2) - 1);

// One form of a family, and where it stands: read out of its bytes when first asked for.
class Form {
  constructor(input) {
    this.bare = input.string();
    const cut = input.number();
    const from = input.number();
    const size = input.number();
    this.core = this.bare.slice(cut);
    this.stem = this.core.slice(from, from + size);
    this.count = input.number();
    this.data = input.take(input.number());
  }
  read() {
    if (this.articles) return this;
    const input = new Bytes(this.data);
    this.articles = new Int32Array(this.count);
    this.lengths = new Float32Array(this.count);
    this.starts = new Int32Array(this.count + 1);
    const places = [];
    let number = -1;
    for (let n = 0; n < this.count; n++) {
      const head = input.number();
      number += Math.floor(head / 32) + 1;
      this.articles[n] = number;
      this.lengths[n] = LENGTHS[(head >> 1) & 15];
      let times = head & 1 ? 1 : input.number();
      for (let at = 0; times > 0; times--) places.push((at += input.number()));
      this.starts[n + 1] = places.length;
    }
    this.places = Int32Array.from(places);
    return this;
  }
  in(article) {
    this.read();
    const n = place(this.articles, article);
    return n >= 0 && this.articles[n] === article ? this.places.subarray(this.starts[n], this.starts[n + 1]) : [];
  }
}

const families = new Map();

// The file that has a family, if there is one.
function fileOf(name, { files, long }) {
  const at = hash(name);
  if (long.has(name)) return `words/long-${at.toString(16).padStart(8, "0")}.bin.gz`;
  const file = files.findLast(([low]) => low <= at)?.[1];
  return file ? `words/${file}.bin.gz` : null;
}

// The forms of a family that the archive has.
export async function family(name) {
  const index = await open();
  const file = fileOf(name, index);
  if (!file) return [];
  if (!families.has(name)) {
    const input = new Bytes(await bytes(file));
    const forms = [];
    while (input.at < input.data.length) {
      const found = input.string();
      const end = input.number() + input.at;
      while (found === name && input.at < end) forms.push(new Form(input));
      input.at = end;
    }
    families.set(name, forms);
  }
  return families.get(name);
}

const backwards = (word) => Array.from(word).reverse().join("");

// Every word of the archive that begins ("front") or ends ("back") with the letters: [{ word, common, articled, spelt }].
export function listed(side, letters) {
  return side === "back" ? filed(side, backwards(letters), (word) => word.endsWith(letters)) : filed(side, letters, (word) => word.startsWith(letters));
}

// Every word that sounds like another, vowels aside.
export async function sounding(consonants) {
  const { analysis } = await open();
  return filed("sound", `${consonants} `, (word) => analysis.consonants(word) === consonants);
}

// The name of a file of words with a prefix: listing.py.
const fileName = (prefix) => Array.from({ length: prefix.length }, (_, n) => prefix.charCodeAt(n).toString(16).padStart(4, "0")).join("") || "all";

async function filed(side, key, fits) {
  const prefixes = (await json("lists.json"))[side].filter((prefix) => prefix.startsWith(key) || key.startsWith(prefix));
  const files = prefixes.map((prefix) => json(`${side}/${fileName(prefix)}.json.gz`));
  const found = [];
  for (const entries of await Promise.all(files))
    for (const entry of entries.split(" ")) {
      const [, word, common, articled, spelt] = /^(.*?)(\d)(\+?)(.*)$/.exec(entry);
      if (fits(word)) found.push({ word, common: +common, articled: Boolean(articled), spelt: spelt || word });
    }
  return found;
}
