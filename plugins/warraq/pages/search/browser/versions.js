// Versions of one article are one result: the one that is shown, unless another has words of the query that it lacks.

const had = (words, article) => words.filter((of) => of.forms.some(([form]) => form.in(article).length)).length;

// { best, complete, sure } as rank.js gives it, with one article of each that has versions; `versions`: article → the one that is shown.
export function folded(ranked, words, versions) {
  const shown = new Set(versions.values());
  const chosen = new Map(); // the one that is shown → what stands for it
  for (const article of ranked.best) {
    const of = versions.get(article) ?? article;
    if (!shown.has(of)) continue;
    const before = chosen.get(of);
    const more = before === undefined ? 1 : had(words, article) - had(words, before);
    if (more > 0 || (!more && article === of)) chosen.set(of, article);
  }
  const best = ranked.best.filter((article) => (chosen.get(versions.get(article) ?? article) ?? article) === article);
  if (best.length === ranked.best.length) return ranked;
  const complete = ranked.complete && best.filter((article) => had(words, article) === words.length).length;
  return { ...ranked, best, complete };
}
