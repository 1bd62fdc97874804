// Where the words of the archive stand: families and their forms, out of the files that postings.py, shards.py, heads.py and parts.py describe.
import { bytes, hash, open, remembered } from "./store.js";

const utf8 = new TextDecoder();

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
      // Behind the end there is none.
      if (!(byte >= 128)) return value;
      scale *= 128;
    }
  }
  take(size) { this.at += size; return this.data.subarray(this.at - size, this.at); }
  string() { return utf8.decode(this.take(this.number())); }
}

// Whether data are families, one behind the other to the end: a page of the network that asks for a password is not, nor is half a file.
function isWhole(data) {
  const input = new Bytes(data);
  do {
    input.take(input.number());
    input.take(input.number());
  } while (input.at < data.length);
  return input.at === data.length;
}

// Words of an article, as postings.py writes them: two steps an octave.
const LENGTHS = Float32Array.from({ length: 16 }, (_, level) => 2 ** ((level + 9) / 2) - 1);

// A number of words as the index has it.
export const lengthAs = (words) => LENGTHS[Math.max(0, Math.min(15, Math.round(2 * Math.log2(words + 1)) - 9))];

// One form of a family, and where it stands: read out of its bytes when first asked for.
class Form {
  // `headed`: only the postings of some articles are there, behind their number.
  constructor(input, headed) {
    this.bare = input.string();
    const cut = input.number();
    const from = input.number();
    const size = input.number();
    this.core = this.bare.slice(cut);
    this.stem = this.core.slice(from, from + size);
    this.count = input.number();
    const data = new Bytes(input.take(input.number()));
    this.kept = headed ? data.number() : this.count;
    this.data = data.take(data.data.length - data.at);
  }
  read() {
    if (this.articles) return this;
    const input = new Bytes(this.data);
    this.articles = new Int32Array(this.kept);
    this.lengths = new Float32Array(this.kept);
    this.starts = new Int32Array(this.kept + 1);
    const places = [];
    let number = -1;
    for (let n = 0; n < this.kept; n++) {
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
  // Take in what texts say: article → { length, places }.
  learn(found) {
    this.read();
    const had = new Map([...this.articles].map((article, n) => [article, { length: this.lengths[n], places: [...this.in(article)] }]));
    const all = [...had, ...found].sort(([a], [b]) => a - b);
    this.articles = Int32Array.from(all, ([article]) => article);
    this.lengths = Float32Array.from(all, ([, { length }]) => length);
    this.places = Int32Array.from(all.flatMap(([, { places }]) => places));
    this.starts = Int32Array.from([0, ...all.map(([, { places }]) => places.length)]);
    for (let n = 1; n < this.starts.length; n++) this.starts[n] += this.starts[n - 1];
  }
  in(article) {
    this.read();
    const n = place(this.articles, article);
    return n >= 0 && this.articles[n] === article ? this.places.subarray(this.starts[n], this.starts[n + 1]) : [];
  }
}

// Behind every place of a text: of an article of which it is known only that it has a family.
export const SOMEWHERE = 2 ** 30;

// The articles that have one of the forms of a family in whatever way, beside those that are known.
class Rest {
  constructor(name, input) {
    Object.assign(this, { name, bare: "", core: "", stem: "\u0000", count: input.number() });
    this.articles = new Int32Array(this.count);
    let number = -1;
    for (let n = 0; n < this.count; n++) this.articles[n] = number += input.number() + 1;
    this.starts = Int32Array.from({ length: this.count + 1 }, (_, n) => n);
  }
  read() { return this; }
  in(article) {
    const n = place(this.articles, article);
    return n >= 0 && this.articles[n] === article ? [SOMEWHERE] : [];
  }
  // Leave out articles that are known now.
  learn(known) {
    this.articles = this.articles.filter((article) => !known.has(article));
    this.count = this.articles.length;
  }
}

// Whether a form stands for articles of which their texts say more; of a concept they don't.
export const isRest = ({ name }) => Boolean(name) && !name.startsWith("=");

// So many thousand bytes (unpacked) of very long families are loaded for one query; of more, their heads are.
const WHOLE = 120;

// Which words are asked for with all their places: none that says nothing, and the others where the very long families among them are not too long together.
export function wholly(spoken, { analysis, large }) {
  const size = spoken.reduce((sum, { token }) => sum + (large.get(analysis.analyse(token).family) ?? 0), 0);
  return (of) => size <= WHOLE && spoken.includes(of);
}

const families = new Map();

const eight = (name) => hash(name).toString(16).padStart(8, "0");

// Which part of a very long family has the forms that end as a word does.
const PARTS = 8;
const partOf = (bare) => hash(Array.from(bare).slice(-3).join("")) % PARTS;

// The file that has a family, if there is one.
function fileOf(name, { files, long, large }, whole, part) {
  if (large.has(name)) return part === null ? `words/${whole ? "long" : "head"}-${eight(name)}.bin.gz` : `words/part-${eight(name)}-${part}.bin.gz`;
  if (long.has(name)) return `words/long-${eight(name)}.bin.gz`;
  const at = hash(name);
  const file = files.findLast(([low]) => low <= at)?.[1];
  return file ? `words/${file}.bin.gz` : null;
}

// The forms of a family that the archive has. Of a very long one, unless it is asked for as a `whole`, all is known of some articles only, and of the rest
// that they have it: a form of its own, with `name`. `bare`: of a very long one those forms suffice that may be the word itself, as phrases ask for it.
export async function family(name, whole = false, bare = undefined) {
  const index = await open();
  const part = bare !== undefined && index.large.has(name) ? partOf(bare) : null;
  const file = fileOf(name, index, whole, part);
  if (!file) return [];
  const headed = !whole && part === null && index.large.has(name);
  // What reads the texts comes beside the postings, not behind them.
  if (headed) import("./heads.js").catch(() => {});
  const key = headed ? `${name} ` : part === null ? name : `${name} ${part}`;
  if (families.has(key)) return remembered(families, key);
  const input = new Bytes(await bytes(file, isWhole));
  const forms = [];
  while (input.at < input.data.length) {
    const found = input.string();
    const end = input.number() + input.at;
    if (found === name && headed) forms.push(new Rest(name, input));
    while (found === name && input.at < end) forms.push(new Form(input, headed));
    input.at = end;
  }
  return remembered(families, key, () => forms);
}
