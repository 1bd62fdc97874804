// Particles before words of three letters: «بسحب» is سحب. The analysis leaves such a word whole, since of four letters most are (كتاب, فريق); where
// few articles answer, what an archive has of both is taken for one word, unless the lists or the archive know it for a whole one.
import { NEAR, word } from "./words.js";

const PARTICLES = ["ب", "ل", "و", "ف"];

const isOne = (token, analysis) => {
  const { core } = analysis.analyse(token);
  return core === token && !analysis.stop.has(token) && !analysis.whole.has(token) && !analysis.whole.has(analysis.ending(token)) && !analysis.verb(token);
};

// What else a word may stand as: with a particle, or without the one that it has.
function others({ bare, core }, analysis) {
  if (!analysis.arabic.test(core) || analysis.stop.has(core)) return [];
  if (core.length === 3) return PARTICLES.map((particle) => particle + core).filter((token) => isOne(token, analysis));
  return core.length === 4 && bare === core && PARTICLES.includes(core[0]) && !analysis.stop.has(core.slice(1)) && isOne(core, analysis) ? [core.slice(1)] : [];
}

// Let words stand for themselves with other particles; whether the archive has some.
export async function particled(words, { analysis, large }) {
  const found = await Promise.all(words.filter((of) => !of.whole && !of.parts && !of.idle).map(async (of) => {
    const had = of.forms.length;
    const tokens = others(of, analysis).filter((token) => !large.has(analysis.analyse(token).family));
    for (const other of await Promise.all(tokens.map((token) => word(token, analysis)))) {
      for (const [form, near] of other.forms)
        if (near >= NEAR.core && !of.forms.some(([one]) => one === form)) of.forms.push([form, NEAR.core]);
      if (other.forms.some(([, near]) => near >= NEAR.core)) of.cores.add(other.core);
    }
    return of.forms.length > had;
  }));
  return found.some(Boolean);
}
