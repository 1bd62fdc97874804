// Forms that no article writes as one word and that are searched as if it did: several words in a row, an article's own day.
export class Made {
  // `found`: article → its places, in their order; `long`: article → its length, where that is known.
  constructor(found, long) {
    this.found = found;
    this.articles = Int32Array.from(found.keys()).sort();
    this.count = this.articles.length;
    if (long) this.lengths = Float32Array.from(this.articles, (article) => long.get(article));
    this.starts = new Int32Array(this.count + 1);
    this.articles.forEach((article, n) => { this.starts[n + 1] = this.starts[n] + found.get(article).length; });
  }
  read() { return this; }
  in(article) { return this.found.get(article) ?? []; }
}

const inside = (forms, article) => forms.flatMap((form) => [...form.in(article)]);
const size = (forms) => forms.reduce((sum, form) => sum + form.count, 0);

// Where parts follow each other, each at most `apart` words behind the one before it; a part is any of several forms.
export function row(parts, apart = 1) {
  const found = new Map();
  const long = new Map();
  const rarest = parts.reduce((a, b) => (size(a) <= size(b) ? a : b));
  for (const form of rarest) form.read().articles.forEach((article, n) => { long.set(article, form.lengths?.[n]); });
  for (const article of long.keys()) {
    let ends = inside(parts[0], article).map((place) => [place, place]);
    for (const part of parts.slice(1)) {
      if (!ends.length) break;
      const places = inside(part, article);
      ends = ends.flatMap(([first, last]) => places.filter((place) => place > last && place <= last + apart).map((place) => [first, place]));
    }
    if (ends.length) found.set(article, [...new Set(ends.map(([first]) => first))].sort((a, b) => a - b));
  }
  return new Made(found, long);
}

// A part of a query that is searched as one word: `forms` as words.js has them, `labels` the stems that are marked in texts.
export const whole = (written, forms, labels = []) => ({
  token: written, written, bare: written, core: written, stem: written, family: written, whole: true,
  forms: forms.filter(([form]) => form.count), families: new Set(), cores: new Set(), labels,
});
