// The language of queries: words, "an exact phrase", -without, source: tag: year: before: after: (or مصدر: وسم: سنة: قبل: بعد:).
const KEYS = { __proto__: null, source: "source", tag: "tag", year: "year", before: "before", after: "after",
  "مصدر": "source", "المصدر": "source", "وسم": "tag", "الوسم": "tag", "سنة": "year", "سنه": "year", "قبل": "before", "بعد": "after" };
const PART = /(?<=^|\s)(-?)(?:([a-z]+|[\u0621-\u064a]+):)?(?:["\u201c\u201d\u201e]([^"\u201c\u201d\u201e]*)["\u201c\u201d\u201e]|(\S+))/giu;
// Longer queries are cut: nobody types them, and each further word costs a file.
const LETTERS = 400;
const WORDS = 16;

// { words, phrases, without, filters, written }: words and phrases are folded tokens; of `without` each entry is a phrase; `written` has each word's
// own spelling.
export function parse(query, analysis) {
  const asked = { words: [], phrases: [], without: [], filters: {}, written: new Map() };
  for (const [whole, minus, name, quoted, plain] of String(query).slice(0, LETTERS).matchAll(PART)) {
    const key = name && KEYS[name.toLowerCase()];
    if (key && (quoted ?? plain)) {
      (asked.filters[key] ??= []).push(quoted ?? plain);
      continue;
    }
    const text = name && !key ? whole.slice(minus.length) : quoted ?? plain;
    for (const [token, start, end] of analysis.placed(text)) if (!asked.written.has(token)) asked.written.set(token, text.slice(start, end));
    const tokens = analysis.tokens(text).slice(0, WORDS);
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
