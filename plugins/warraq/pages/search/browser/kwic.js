// Key words in context: each place where a query's words stand, with what stands before and after it.
import { marks } from "./excerpt.js";
import { SITE } from "./result.js";
import { answer } from "./search.js";
import { text } from "./store.js";

// So many lines are given at once, and so many articles read for them: more would be a download of the archive, which data/ has in one file.
export const LINES = 500;
export const ARTICLES = 200;
// Of so many articles at most it is said how many lines they would have in all.
const COUNTED = 20_000;
const AT_A_TIME = 500;
// So many texts are asked for at the same time.
const TOGETHER = 8;
// Letters of context, on each side.
const WIDTH = 90;
// So many words of the context decide the order.
const DEEP = 4;
// The letters of scripts that run from right to left, and of any others.
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const LETTER = /\p{L}/u;

// The direction that a text is read in: that of its first letter.
export const direction = (words) => (RTL.test(LETTER.exec(words)?.[0] ?? "") ? "rtl" : "ltr");

// The places of a phrase's words in a text, as typed or with particles before them: [start, end, first token, last token].
function phrased(words, placed, names) {
  const found = [];
  for (let at = 0; at + words.length <= placed.length; at++)
    if (words.every((word, n) => names[at + n].core === word.core || names[at + n].bare === word.bare))
      found.push({ start: placed[at][1], end: placed[at + words.length - 1][2], at, last: at + words.length - 1 });
  return found;
}

// The places of a query in one text; words of it that follow each other are one place.
export function places(part, { words, phrases }, analysis, placed = analysis.placed(part)) {
  const starts = new Map(placed.map(([, start], n) => [start, n]));
  const ends = new Map(placed.map(([, , end], n) => [end, n]));
  const found = marks(part, words, analysis, placed).map(({ start, end }) => ({ start, end, at: starts.get(start), last: ends.get(end) }));
  if (phrases.length) {
    const names = placed.map(([token]) => analysis.analyse(token));
    for (const phrase of phrases) found.push(...phrased(phrase, placed, names));
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const made = [];
  for (const one of found) {
    const before = made.at(-1);
    if (before && (one.start < before.end || /^[^\S\n]+$/u.test(part.slice(before.end, one.start)))) {
      if (one.end > before.end) [before.end, before.last] = [one.end, one.last];
    } else made.push({ ...one });
  }
  return made;
}

const line = (given) => given.replace(/\s+/gu, " ");

// What stands on one side of a place, whole words as far as they fit.
function around(part, at, step) {
  if (step < 0) {
    const start = Math.max(0, at - WIDTH);
    const cut = part.slice(start, at);
    return line(start ? cut.slice(Math.max(0, cut.search(/\s/u))) : cut).trimStart();
  }
  const cut = part.slice(at, at + WIDTH);
  return line(at + WIDTH < part.length ? cut.slice(0, Math.max(cut.search(/\s\S*$/u), 0) || WIDTH) : cut).trimEnd();
}

// The paragraphs of the notes that the text has word by word, as [start, end]: a summary is often the first sentences.
function repeated(notes, body) {
  const text = line(body);
  return Array.from(notes.matchAll(/.+/gu), ({ 0: said, index }) => [said, index]).filter(([said]) => text.includes(line(said.replace(/\s*(?:…|\.{3})\s*$/u, "")).trim())).map(([said, start]) => [start, start + said.length]);
}

// The lines of one article: its title, text and notes, each with the words by which lines are put in order.
export function linesOf([url, title, body, date, source, notes, dateText], article, asked, analysis) {
  const facts = { url: new URL(url, SITE).href, title, date, dateText, source, direction: direction(body || title) };
  const made = [];
  for (const [part, whole] of [["title", title], ["text", body], ["notes", notes]]) {
    if (!whole) continue;
    const placed = analysis.placed(whole);
    const tokens = (first, step) => Array.from({ length: DEEP }, (_, n) => placed[first + step * n]?.[0] ?? "").filter(Boolean);
    const again = part === "notes" ? repeated(whole, body) : [];
    for (const { start, end, at, last } of places(whole, asked, analysis, placed).filter(({ start }) => !again.some(([from, to]) => start >= from && start < to)))
      made.push({
        ...facts, part, article, before: around(whole, start, -1), hit: line(whole.slice(start, end)), after: around(whole, end, 1),
        keys: { before: tokens(at - 1, -1), hit: placed.slice(at, last + 1).map(([token]) => token), after: tokens(last + 1, 1) },
        // What stands right beside it, so that a reader sees what the lines are in order of.
        beside: [beside(whole, placed[at - 1], start, -1), beside(whole, placed[last + 1], end, 1)],
      });
  }
  return made;
}

// How many letters of a context belong to the word next to the place.
const beside = (whole, word, at, step) => (word ? line(step < 0 ? whole.slice(word[1], at) : whole.slice(at, word[2])).length : 0);

// Compares lines by their words on a side, then as they were found.
export function comparing(order, language) {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return (a, b) => {
    const [left, right] = [a.keys[order], b.keys[order]];
    for (let n = 0; n < Math.max(left.length, right.length); n++) {
      const by = compare(left[n] ?? "", right[n] ?? "");
      if (by) return by;
    }
    return a.n - b.n;
  };
}

// How many places of an article the words of a query have, by the index alone.
const counted = (words, article) => new Set(words.flatMap(({ forms }) => forms.flatMap(([form]) => [...form.in(article)]))).size;

// A sum over many articles, with pauses in which the page can answer its reader.
async function sum(articles, of) {
  let all = 0;
  for (const [n, article] of articles.entries()) {
    all += of(article);
    if (n % AT_A_TIME === AT_A_TIME - 1) await new Promise((done) => { setTimeout(done); });
  }
  return all;
}

// { lines: [{ before, hit, after, url, title, date, dateText, source, part, direction, n }], articles: how many answer, first and last: those that were read,
// next: where to go on (`at`), if there is more, hits: about how many lines there are in all, failed: articles whose text could not be read }.
// at: "37" is the article with which to begin, "37.500" its 500th place. `onlines(lines, read, of)` has them as they come; `signal` ends it early.
export async function kwic(query, { filters, sort, exactly, order, at = "0", limit = LINES, language, signal, onlines } = {}) {
  const { ranked: { best }, words, all, phrases, index } = await answer(query, { filters, sort, exactly });
  const { analysis } = index;
  const asked = { words, phrases };
  const [given, passed = 0] = at.split(".").map(Number);
  // Behind the last article there is no line to begin with.
  const [first, skipped] = given < best.length ? [given, passed] : [0, 0];
  const until = Math.min(best.length, first + ARTICLES);
  const made = [];
  let failed = 0;
  let next;
  let read = first;
  while (read < until && next === undefined && !signal?.aborted) {
    const batch = best.slice(read, Math.min(until, read + TOGETHER));
    const texts = await Promise.all(batch.map((article) => text(article).catch(() => null)));
    const fresh = [];
    for (const [n, entry] of texts.entries()) {
      if (!entry) { failed++; continue; }
      const found = linesOf(entry, read + n, asked, analysis);
      const from = read + n === first ? skipped : 0;
      const room = limit - made.length - fresh.length;
      fresh.push(...found.slice(from, from + room));
      if (found.length - from > room) next = `${read + n}${from + room ? `.${from + room}` : ""}`;
      else if (found.length - from === room && read + n + 1 < best.length) next = String(read + n + 1);
      if (next !== undefined) { batch.length = n + 1; break; }
    }
    read += batch.length;
    for (const one of fresh) made.push(Object.assign(one, { n: made.length }));
    onlines?.(fresh, read - first, until - first);
  }
  if (next === undefined && read < best.length) next = String(read);
  if (order) made.sort(comparing(order, language));
  const hits = best.length > COUNTED ? undefined : await sum(best, (article) => counted(all, article));
  return { lines: made, articles: best.length, first: first + 1, last: read, next, hits, failed };
}
