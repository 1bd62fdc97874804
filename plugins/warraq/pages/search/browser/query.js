// The language of queries: words, "an exact phrase" or «one», -without, this OR that (أو), source: tag: year: before: after: language: (or مصدر: وسم: سنة: قبل: بعد: لغة:, and in Persian).
import { LETTERS, OR, tokensOf, WORDS } from "./plain.js";

const KEYS = { __proto__: null, source: "source", tag: "tag", year: "year", before: "before", after: "after", language: "language",
  "مصدر": "source", "المصدر": "source", "وسم": "tag", "الوسم": "tag", "سنة": "year", "سنه": "year", "قبل": "before", "بعد": "after", "لغة": "language", "لغه": "language", "اللغة": "language",
  "منبع": "source", "برچسب": "tag", "سال": "year", "پیش": "before", "پس": "after", "زبان": "language" };
const PART = /(-?)(?:([a-z]+|[\u0621-\u064a\u067e\u0686\u06a9\u06cc]+):(?:\s(?=\S))?)?(?:["\u201c\u201d\u201e\u00ab\u2039]([^"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a]*)["\u201c\u201d\u201e\u00bb\u203a]|['\u2018\u201a]([^'\u2018\u2019\u201a]+\s[^'\u2018\u2019\u201a]+)['\u2018\u2019](?!\S)|([^\s"\u201c\u201d\u201e\u00ab\u2039]+|\S))?/giuy;
const DATED = new Set(["year", "before", "after"]);
// Of these several are chosen together: «source:BBC أو CNN», «year:2009 OR 2010».
const TOGETHER = new Set(["source", "year", "language", "-source", "-year", "-language"]);
const OTHER_YEAR = /\s+(?:OR|\||[أا]و)\s+(?=\p{Nd})/uy;
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
// phrase (`-source` and the like among the filters are without them), `strict` where one stands between quotation marks that only a search knows, not in the «…» that a text has too; of `either` each entry is several of which one suffices; `behind` has of a filter's value the
// words that may belong to it, and in `others`, each behind an OR, those that may be another value of it; `parts`, where there are such, is all as it stands in the query.
export function parse(query, analysis, boundAt = null) {
  const text = String(query).slice(0, LETTERS);
  const filters = {};
  const parts = [];
  let last = null;
  for (PART.lastIndex = 0; PART.lastIndex < text.length; ) {
    const from = PART.lastIndex;
    let [whole, minus, name, double, single, unquoted] = PART.exec(text) ?? [""];
    const quoted = double ?? single;
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
      (filters[minus + key] ??= []).push(value);
      const named = quoted === undefined && !DATED.has(key);
      parts.push({ filter: minus + key, tokens: [], ...(named ? { behind: { key: minus + key, value } } : {}) });
      if (date) {
        PART.lastIndex = start + date.end;
        for (let other; key === "year" && (other = yearBehind(text, analysis, boundAt)); PART.lastIndex = other.end) filters[minus + key].push(other.value);
      }
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
  // «السعودية or قطر»; in English that is a word like others.
  for (const [n, part] of parts.entries()) if (part.tokens[0]?.token === "or" && [parts[n - 1], parts[n + 1]].every((one) => alone(one) && analysis.arabic.test(one.tokens[0].token))) part.or = true;
  return collected(parts, filters);
}

// Another year where PART has come to: { value, end }.
function yearBehind(text, analysis, boundAt) {
  OTHER_YEAR.lastIndex = PART.lastIndex;
  if (!OTHER_YEAR.test(text)) return null;
  const date = dateValue(text.slice(OTHER_YEAR.lastIndex), analysis, boundAt);
  return date && { value: date.value, end: OTHER_YEAR.lastIndex + date.end };
}

// What was asked, but for what belongs to the value of a filter: tokens of words, and each OR before them.
export function without({ parts, filters }, taken) {
  const left = parts.map(({ behind: _, ...part }) => ({ ...part, tokens: part.tokens.filter((of) => !taken.has(of)) }));
  return collected(left.filter((part, n) => part.filter || (!taken.has(parts[n]) && (part.or || part.tokens.length))), filters);
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

const alone = (part) => part && !part.or && !part.filter && !part.minus && part.tokens.length > 0;

// The words from a part on that stand alone, and behind each OR others: [{ or, words }].
function following(parts, from) {
  const groups = [{ words: [] }];
  for (let at = from, size = 0; at < parts.length; at++) {
    if (alone(parts[at]) && !parts[at].phrase && size++ < NAMED) groups.at(-1).words.push(...parts[at].tokens);
    else if (parts[at].or && alone(parts[at + 1])) [size] = [0, groups.push({ or: parts[at], words: [] })];
    else break;
  }
  return groups;
}

function collected(parts, filters) {
  const asked = { strict: false, plain: [], cut: [], phrases: [], without: [], either: [], filters, behind: [] };
  for (let n = 0; n < parts.length; n++) {
    const part = parts[n];
    if (part.behind) {
      const [{ words }, ...others] = following(parts, n + 1);
      asked.behind.push({ ...part.behind, words, others: TOGETHER.has(part.filter) ? others : [] });
    }
    if (part.or && TOGETHER.has(parts[n - 1]?.filter) && parts[n - 1].filter === parts[n + 1]?.filter) continue;
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
  return asked.behind.length ? { ...asked, parts } : asked;
}
