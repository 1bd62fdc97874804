// The language of queries: words, "an exact phrase" or «one», -without, this OR that (أو), source: tag: year: before: after: (or مصدر: وسم: سنة: قبل: بعد:).
import { LETTERS, OR, tokensOf, WORDS } from "./plain.js";

const KEYS = { __proto__: null, source: "source", tag: "tag", year: "year", before: "before", after: "after",
  "مصدر": "source", "المصدر": "source", "وسم": "tag", "الوسم": "tag", "سنة": "year", "سنه": "year", "قبل": "before", "بعد": "after" };
const PART = /(-?)(?:([a-z]+|[\u0621-\u064a]+):(?:\s(?=\S))?)?(?:["\u201c\u201d\u201e\u00ab]([^"\u201c\u201d\u201e\u00ab\u00bb]*)["\u201c\u201d\u201e\u00bb]|([^\s"\u201c\u201d\u201e\u00ab]+|\S))?/giuy;
const DATED = new Set(["year", "before", "after"]);
// Words behind a filter's value that may belong to it: «source:BBC News Arabic».
const NAMED = 5;

// A date that begins a text, as the value of a filter: { value, end }; `boundAt`: dates.js, where the query has a number.
export function dateValue(text, analysis, boundAt) {
  const words = tokensOf(text, analysis);
  const found = words.length && boundAt?.(words, 0, analysis);
  if (!found) return null;
  const { end } = words[found.end - 1];
  const written = text.slice(0, end);
  return { value: found.readings ? { readings: found.readings, written } : written, end };
}

// { plain, cut, phrases, without, either, filters, behind }: `plain` are words with how they were written, `cut` those that were too many; of `without` and `phrases` each entry is a
// phrase (`-source` and the like among the filters are without them), `strict` where one stands between quotation marks that only a search knows, not in the «…» that a text has too; of `either` each entry is several of which one suffices; `behind` has of a filter's value the words that may belong to it.
export function parse(query, analysis, boundAt = null) {
  const text = String(query).slice(0, LETTERS);
  const asked = { strict: false, plain: [], cut: [], phrases: [], without: [], either: [], filters: {}, behind: [] };
  const parts = [];
  let last = null;
  for (PART.lastIndex = 0; PART.lastIndex < text.length; ) {
    const from = PART.lastIndex;
    let [whole, minus, name, quoted, unquoted] = PART.exec(text) ?? [""];
    if (!whole) {
      PART.lastIndex = from + 1;
      continue;
    }
    // «20 في المئة» is one word.
    const end = name || quoted !== undefined ? 0 : analysis.percentAt(text, from + minus.length);
    if (end > PART.lastIndex) {
      [whole, unquoted] = [text.slice(from, end), text.slice(from + minus.length, end)];
      PART.lastIndex = end;
    }
    const key = name && KEYS[name.toLowerCase()];
    if (key && (quoted ?? unquoted)) {
      const start = from + whole.length - (unquoted ?? "").length;
      const date = DATED.has(key) && quoted === undefined ? dateValue(text.slice(start), analysis, boundAt) : null;
      const inside = DATED.has(key) && quoted !== undefined ? dateValue(quoted, analysis, boundAt) : null;
      const value = date?.value ?? inside?.value ?? quoted ?? unquoted;
      (asked.filters[minus + key] ??= []).push(value);
      if (date) PART.lastIndex = start + date.end;
      else if (quoted === undefined && !DATED.has(key)) parts.push({ behind: { key: minus + key, value } });
      last = null;
      continue;
    }
    const plain = name && !key ? whole.slice(minus.length) : quoted ?? unquoted ?? (name ? whole : "");
    const phrase = quoted !== undefined && !(name && !key);
    if (!minus && !phrase && OR.has(plain)) parts.push({ or: true, raw: plain, tokens: tokensOf(plain, analysis) });
    else {
      const start = from + whole.length - plain.length;
      const tokens = tokensOf(plain, analysis);
      // What stands between a word and the one before it tells whether they are parts of a date.
      if (tokens.length && !phrase) tokens[0].gap = last === null ? "\n" : text.slice(last, start + tokens[0].end - tokens[0].raw.length);
      if (phrase || minus) last = null;
      else if (tokens.length) last = start + tokens.at(-1).end;
      parts.push({ tokens, minus: Boolean(minus), phrase, strict: !whole.includes("\u00ab") });
    }
  }
  collect(parts, asked);
  return asked;
}

// So many phrases, and so many words of which one suffices, are searched for.
const PHRASES = 4;
const EITHER = 8;
const bare = (tokens) => tokens.map(({ token }) => token);

// The first of some words, or of parts that have words; the others are cut off.
function put(all, most, asked) {
  asked.cut.push(...all.slice(most).flatMap((one) => one.tokens ?? one).map(({ raw }) => raw));
  return all.slice(0, most);
}

function collect(parts, asked) {
  const alone = (part) => part && !part.or && !part.behind && !part.minus && part.tokens.length > 0;
  for (let n = 0; n < parts.length; n++) {
    const part = parts[n];
    if (part.behind) {
      asked.behind.push({ ...part.behind, words: parts.slice(n + 1, n + 1 + NAMED).filter(alone).flatMap(({ tokens }) => tokens) });
      continue;
    }
    if (!part.or && alone(part) && parts[n + 1]?.or && alone(parts[n + 2])) {
      const several = [part];
      while (parts[n + 1]?.or && alone(parts[n + 2])) several.push(parts[(n += 2)]);
      const kept = put(several, EITHER, asked).map(({ tokens }) => put(tokens, WORDS, asked));
      if (asked.either.length < PHRASES) asked.either.push(kept);
      else put(kept.flat(), 0, asked);
      continue;
    }
    if (!part.tokens.length) continue;
    const phrases = part.minus ? asked.without : asked.phrases;
    if ((part.minus || part.phrase) && phrases.length >= PHRASES) put(part.tokens, 0, asked);
    else if (part.minus) phrases.push(bare(put(part.tokens, WORDS, asked)));
    else if (part.phrase) {
      phrases.push(bare(put(part.tokens, WORDS, asked)));
      asked.strict ||= part.strict;
    }
    else asked.plain.push(...part.tokens);
  }
  asked.plain = put(asked.plain, WORDS, asked);
}
