// What readers ask with in spoken Arabic, and which words the press writes otherwise: speech.py adds them to the description of words.
import { sieve } from "./sieve.js";

const read = new WeakMap();

// { asking, owning, behind, before, first, leading: each a set of words, known: which words are said otherwise in print, nearly }.
export function asking(analysis) {
  if (!read.has(analysis)) {
    const { known, ...words } = analysis.description.asking;
    const sets = Object.entries(words).map(([kind, listed]) => [kind, new Set(listed.split(" "))]);
    read.set(analysis, { ...Object.fromEntries(sets), known: sieve(known) });
  }
  return read.get(analysis);
}
