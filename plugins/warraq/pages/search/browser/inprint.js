// Words of a query that the press writes otherwise: of spoken Arabic, names in English and French, letters.
import { known } from "./asking.js";
import { row, whole } from "./made.js";
import { NEAR, word } from "./words.js";

// What letters are called: MBC is «إم بي سي» too.
const CALLED = { A: "اي", B: "بي", C: "سي", D: "دي", E: "اي", F: "اف", G: "جي", H: "اتش", I: "اي", J: "جي", K: "كي", L: "ال", M: "ام", N: "ان", O: "او", P: "بي", Q: "كيو", R: "ار", S: "اس",
  T: "تي", U: "يو", V: "في", W: "دبليو", X: "اكس", Y: "واي", Z: "زد" };

// What the press writes for a word: of spoken Arabic, a name in English, letters.
async function written(of) {
  const key = [of.token, of.bare, of.core].find((one) => known.has(one));
  if (key) return (await import("./spoken.js")).spoken[key];
  const { abroad } = await import("./abroad.js");
  return Object.hasOwn(abroad, of.token) ? abroad[of.token] : /^[A-Z]{2,5}$/u.test(of.written) ? [Array.from(of.written, (letter) => CALLED[letter]).join(" ")] : [];
}

// Let words stand for what the press writes for them.
export async function inPrint(words, analysis) {
  await Promise.all(words.map(async (of) => {
    const names = await written(of);
    if (!names.length) return;
    const had = of.forms.filter(([, near]) => near >= NEAR.core);
    // What it would be related to is another word: حرامية has nothing of الحرام.
    const made = Object.assign(whole(of.written, had), { families: new Set(had.length ? [of.family] : []), cores: new Set() });
    for (const name of names) await also(made, name.replace("=", ""), analysis, name.startsWith("=") ? NEAR.core : NEAR.stem);
    if (made.forms.length > had.length) Object.assign(of, { forms: made.forms, families: made.families, cores: new Set([...of.cores, ...made.cores]), labels: made.labels, synonyms: [of.written, ...names.map((name) => name.replace("=", ""))] });
  }));
}

// Let a word stand for a name of one word or more, in forms that are so near.
async function also(of, name, analysis, least) {
  const parts = await Promise.all(analysis.tokens(name).map((token) => word(token, analysis, false, true)));
  const forms = parts.map((part) => part.forms.filter(([, near]) => near >= least).map(([form]) => form));
  if (parts.length === 1) {
    for (const form of forms[0]) if (!of.forms.some(([one]) => one === form)) of.forms.push([form, NEAR.synonym]);
    if (least > NEAR.stem) of.cores.add(parts[0].core);
    else of.families.add(parts[0].family);
  } else if (forms.every((found) => found.length)) {
    const together = row(forms);
    if (!together.count) return;
    of.forms.push([together, NEAR.synonym]);
    of.labels.push(parts.map(({ stem }) => stem));
  }
}

// What is spoken without its last hamza (شهدا), and what will be, in Cairo (هيدرب).
export const spelt = (token) => [...(/..ا$/u.test(token) ? [`${token}ء`] : []), ...(/^[هح][يتن]../u.test(token) ? [token.slice(1)] : [])];
