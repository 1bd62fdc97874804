// The language of queries: words, "an exact phrase", -without, source: tag: year: before: after: (or مصدر: وسم: سنة: قبل: بعد:).
const KEYS = { source: "source", tag: "tag", year: "year", before: "before", after: "after",
  "مصدر": "source", "المصدر": "source", "وسم": "tag", "الوسم": "tag", "سنة": "year", "سنه": "year", "قبل": "before", "بعد": "after" };
const PART = /(?<=^|\s)(-?)(?:([a-z]+|[\u0621-\u064a]+):)?(?:["\u201c\u201d\u201e]([^"\u201c\u201d\u201e]*)["\u201c\u201d\u201e]|(\S+))/giu;
// Longer queries are cut: nobody types them, and each further word costs a file.
const LETTERS = 400;
const WORDS = 16;

// { words, phrases, without, filters }: words and phrases are folded tokens; of `without` each entry is a phrase.
export function parse(query, analysis) {
  const asked = { words: [], phrases: [], without: [], filters: {} };
  for (const [whole, minus, name, quoted, plain] of String(query).slice(0, LETTERS).matchAll(PART)) {
    const key = name && KEYS[name.toLowerCase()];
    if (key && (quoted ?? plain)) {
      (asked.filters[key] ??= []).push(quoted ?? plain);
      continue;
    }
    const tokens = analysis.tokens(name && !key ? whole.slice(minus.length) : quoted ?? plain).slice(0, WORDS);
    if (!tokens.length) continue;
    if (minus) asked.without.push(tokens);
    else if (quoted !== undefined && !(name && !key)) asked.phrases.push(tokens);
    else asked.words.push(...tokens);
  }
  asked.words = asked.words.slice(0, WORDS);
  asked.phrases = asked.phrases.slice(0, 4);
  asked.without = asked.without.slice(0, 4);
  return asked;
}
