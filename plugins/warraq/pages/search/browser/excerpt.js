// The words of an article that answer a query, in the article's own spelling.
const WORDS = 34;
const BEFORE = 6;

// The places of a text's words that a query's words cover: [start, end, number of the query's word].
export function marks(text, words, analysis, placed = analysis.placed(text)) {
  const found = [];
  const names = placed.map(([token]) => analysed(token, analysis));
  let marked = -1;
  placed.forEach(([token, start], at) => {
    if (at <= marked) return;
    const label = longest(words.flatMap((word) => word.labels).filter((stems) => stems.every((stem, n) => names[at + n]?.stem === stem)));
    const n = words.findIndex((word) =>
      word.labels.includes(label) || word.cores.has(names[at].core) || (word.families.has(names[at].family) && !analysis.stop.has(token)));
    if (n < 0) return;
    marked = at + Math.max(1, label?.length ?? 1) - 1;
    found.push({ start, end: placed[marked][2], n, at, exact: Boolean(label) || words[n].bare === names[at].bare });
  });
  return found;
}

const longest = (labels) => labels.reduce((a, b) => (a && a.length >= b.length ? a : b), undefined);

const known = new Map();
function analysed(token, analysis) {
  if (!known.has(token)) known.set(token, analysis.analyse(token));
  return known.get(token);
}

// { text, marks }: the stretch that has most of the words; marks are positions in it.
export function excerpt(text, words, analysis) {
  const placed = analysis.placed(text);
  const found = marks(text, words, analysis, placed);
  if (!placed.length) return { text: "", marks: [] };
  let best = 0;
  let most = -1;
  for (let left = 0, right = 0; left < found.length; left++) {
    while (right < found.length && found[right].at < found[left].at + WORDS - BEFORE) right++;
    const inside = found.slice(left, right);
    const worth = 4 * new Set(inside.map((mark) => mark.n)).size + 2 * new Set(inside.filter((mark) => mark.exact).map((mark) => mark.n)).size
      + Math.min(inside.length, 4) / 4;
    if (worth > most) { most = worth; best = found[left].at; }
  }
  const first = Math.max(0, Math.min(best - BEFORE, placed.length - WORDS));
  const last = Math.min(placed.length, first + WORDS) - 1;
  const start = first === 0 ? 0 : placed[first][1];
  const end = last === placed.length - 1 ? text.length : placed[last][2];
  const lead = first === 0 ? "" : "… ";
  return {
    text: lead + text.slice(start, end).replace(/\s/g, " ") + (end < text.length ? " …" : ""),
    marks: found.filter((mark) => mark.start >= start && mark.end <= end).map((mark) => [mark.start - start + lead.length, mark.end - start + lead.length]),
  };
}
