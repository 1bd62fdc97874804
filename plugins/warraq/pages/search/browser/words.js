// The words of a query as sets of forms of the index, each form with how near it is to what was typed.
import { family } from "./store.js";

// As typed; without its particles; without its endings; another form of its verb, its broken plural.
export const NEAR = { bare: 1, core: 0.9, stem: 0.6, family: 0.5, guessed: 0.55 };

export function nearness(form, word) {
  if (form.bare === word.bare) return NEAR.bare;
  if (form.core === word.core) return NEAR.core;
  return form.stem === word.stem ? NEAR.stem : NEAR.family;
}

// A word of a query: { token, bare, core, stem, family, forms: [[form, nearness]], families: the names of all it covers }.
export async function word(token, analysis, articled = false) {
  const names = analysis.analyse(token, articled);
  const forms = (await family(names.family)).map((form) => [form, nearness(form, names)]);
  return { token, ...names, forms, families: new Set([names.family]), cores: new Set([names.core]), labels: [] };
}

// Let a word stand for others too: what was likely meant by it, a concept that it names.
export async function widen(of, token, analysis, articled, weight) {
  const other = await word(token, analysis, articled);
  for (const [form, near] of other.forms) {
    const known = of.forms.find(([had]) => had === form);
    if (known) known[1] = Math.max(known[1], near * weight);
    else if (near >= NEAR.stem) of.forms.push([form, near * weight]);
  }
  of.families.add(other.family);
  of.cores.add(other.core);
}

// Let a word stand for a concept, under whatever name an article has it.
export async function concept(of, { id, names }, analysis) {
  for (const form of await family(`=${id}`)) of.forms.push([form, NEAR.bare]);
  of.labels.push(...names.map((name) => name.split(" ").map((word) => analysis.analyse(word, true).stem)));
}
