// Queries that are nothing but words, as nearly all are; the language of the others is query.js's, which is loaded when one comes.
// Longer queries are cut: few type them, and each further word costs a file. What is cut off is said.
export const LETTERS = 400;
export const WORDS = 16;
export const OR = new Set(["OR", "|", "أو", "او"]);
const WORDED = /^[\p{L}\p{M} \t\n\u00a0\u2000-\u200f\u202f؟?!.,،…]*$/u;
export const NUMBERED = /\p{Nd}/u;

// The tokens of a text: { token, raw, gap, end }: as it is written, what stands before it, where it ends.
export function tokensOf(text, analysis, gap = " ") {
  let last = 0;
  return analysis.placed(text).map(([token, start, end], n) => {
    const made = { token, raw: text.slice(start, end), gap: n ? text.slice(last, start) : gap, end };
    last = end;
    return made;
  });
}

// Whether a query may say that one of several words suffices.
export const hasOr = (query) => query.split(/\s+/u).some((one) => OR.has(one) || one === "or");

// Whether a query is words alone: query.js would find no more in it.
export const isPlain = (query) => WORDED.test(query) && !hasOr(query);

// What such a query asks, as query.js would say it.
export function plainly(query, analysis) {
  const words = tokensOf(query, analysis, "\n");
  return { strict: false, plain: words.slice(0, WORDS), cut: words.slice(WORDS).map(({ raw }) => raw), phrases: [], without: [], either: [], filters: {}, behind: [] };
}
