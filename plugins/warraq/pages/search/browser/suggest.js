// How a query that is being typed may go on: names that the archive knows, and its words.
import { completions } from "./neighbours.js";
import { open } from "./store.js";
import { isSynonym, word } from "./words.js";

// A name may be typed from any of its last words on.
const WORDS = 4;
const LETTERS = 400;

// Up to `limit` queries, each with what it adds: [{ query, label, kind }], where `kind` is "name" (of the vocabulary) or "word".
// Nothing is suggested behind a space or within a filter or an excluded word.
export async function suggest(query, { limit = 6 } = {}) {
  const typed = String(query).slice(0, LETTERS);
  const last = /(?:^|\s)(["«\u201c]?)([^\s"«»\u201c\u201d:-]+)$/u.exec(typed);
  if (!last) return [];
  const index = await open();
  const found = names(typed, index, limit);
  const { analysis } = index;
  const [token] = analysis.tokens(last[2]);
  if (found.length < limit && token && analysis.tokens(last[2]).length === 1) {
    const before = typed.slice(0, typed.length - last[2].length);
    // What is typed may have an article or a particle; its completion keeps it.
    const of = await word(token, analysis);
    const lead = token.slice(0, token.length - of.core.length);
    for (const { spelt } of await completions(of, limit)) {
      const whole = `${lead}${lead.endsWith("ال") && spelt.startsWith("ال") ? spelt.slice(2) : spelt}`;
      found.push({ query: `${before}${whole}`, label: whole, kind: "word" });
    }
  }
  const own = new Set([typed.trim()]);
  return found.filter((one) => !own.has(one.query) && own.add(one.query)).slice(0, limit);
}

// The names that go on from the last words of a query, those of which more was typed first.
function names(typed, { labels, analysis }, limit) {
  const placed = analysis.placed(typed).slice(-WORDS);
  const found = [];
  for (let from = 0; from < placed.length && found.length < limit; from++) {
    const begun = placed.slice(from).map(([token]) => analysis.analyse(token).bare).join(" ");
    if (begun.length < 2 || (placed.length - from > 1 && begun.length < 5)) continue;
    const start = placed[from][1];
    const ids = new Set();
    for (const [name, concepts] of labels)
      if (name.startsWith(begun) && name !== begun)
        for (const { id, label } of concepts) if (!isSynonym(id) && !ids.has(id) && ids.add(id)) found.push({ query: `${typed.slice(0, start)}${label}`, label, kind: "name" });
  }
  return found.sort((a, b) => a.label.length - b.label.length).slice(0, limit);
}
