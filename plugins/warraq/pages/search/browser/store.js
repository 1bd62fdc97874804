// The files of the index, fetched when they are first needed and kept. Written by postings.py, neighbours.py and index.py.
import { Analysis } from "./analysis.js";

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

const json = (path) => once(path, (answer) => answer.json());
const bytes = (path) => once(path, async (answer) => new Uint8Array(await answer.arrayBuffer()));

let opened;

// Everything that a first query needs besides its own words.
export function open() {
  opened ??= Promise.all([json("manifest.json"), json("analysis.json"), bytes("lengths.bin"), json("names.json")])
    .then(([manifest, description, lengths, names]) => {
      const labels = new Map();
      for (const [id, label, known] of names)
        for (const name of known) labels.set(name, [...(labels.get(name) ?? []), { id, label, names: known }]);
      return { ...manifest, analysis: new Analysis(description), lengths: Float32Array.from(lengths, (n) => 2 ** (n / 16) - 1), labels };
    });
  opened.catch(() => { opened = undefined; });
  return opened;
}

export const facets = () => json("facets.json");
export const text = (article) => json(`texts/${article}.json`);

// Which of the files, given the first entry of each, has `entry`; -1 where it would come before all.
function place(firsts, entry) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= entry) low = middle + 1;
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
    this.starts = new Int32Array(this.count + 1);
    const places = [];
    let article = -1;
    for (let n = 0; n < this.count; n++) {
      const gap = input.number();
      article += (gap >> 1) + 1;
      this.articles[n] = article;
      let times = gap & 1 ? 1 : input.number();
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

// The forms of a family that the archive has.
export async function family(name) {
  const { words } = await open();
  const file = place(words, name);
  if (file < 0) return [];
  if (!families.has(name)) {
    const input = new Bytes(await bytes(`words/${file}.bin`));
    const forms = [];
    while (input.at < input.data.length) {
      const found = input.string();
      const size = input.number();
      if (found === name) {
        const end = input.at + size;
        while (input.at < end) forms.push(new Form(input));
        break;
      }
      if (found > name) break;
      input.at += size;
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

async function filed(side, key, fits) {
  const firsts = (await open())[side];
  const files = [];
  for (let file = Math.max(0, place(firsts, key)); file < firsts.length && firsts[file].slice(0, key.length) <= key; file++)
    files.push(json(`${side}/${file}.json`));
  const found = [];
  for (const entries of await Promise.all(files))
    for (const entry of entries.split(" ")) {
      const [, word, common, articled, spelt] = /^(.*?)(\d)(\+?)(.*)$/.exec(entry);
      if (fits(word)) found.push({ word, common: +common, articled: Boolean(articled), spelt: spelt || word });
    }
  return found;
}
