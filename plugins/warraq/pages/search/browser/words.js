// The words of a query as sets of forms of the index, each form with how near it is to what was typed.
import { family, isRest } from "./families.js";

// As typed; without its particles; without its endings; another form of its verb, its broken plural.
// Guessed: likely meant by a word that nobody wrote; by one that has relatives here; by one that stands here itself.
export const NEAR = { bare: 1, core: 0.9, seated: 0.85, stem: 0.6, family: 0.5, synonym: 0.58, guessed: 0.55, doubted: 0.62, other: 0.2 };

// A hamza sits on what the case asks for, or on what the writer thought: إخلاؤه, إخلائه, إخلاءه.
const seated = (core) => core.replace(/ا[ءوي](?=.)/gu, "اء");

export function nearness(form, word) {
  if (form.bare === word.bare) return NEAR.bare;
  if (form.core === word.core) return NEAR.core;
  if (form.core.length > 4 && seated(form.core) === seated(word.core)) return NEAR.seated;
  return form.stem === word.stem ? NEAR.stem : NEAR.family;
}

// Whether two words share what is left of them when each loses another beginning: كيران and ويران are one word only where the archive has يران itself.
const isOther = ({ bare }, word) => !bare.endsWith(word.bare) && !word.bare.endsWith(bare);
// Without such words; where there are no others they are related to what was typed, which is told.
function itself(forms, word) {
  if (forms.some(([form]) => form.bare === word.core || isRest(form))) return forms;
  const is = forms.map(([form, near]) => near < NEAR.core || !isOther(form, word));
  const isKnown = forms.some(([, near], n) => is[n] && near >= NEAR.core);
  return forms.flatMap(([form, near], n) => (is[n] ? [[form, near]] : isKnown ? [] : [[form, NEAR.stem]]));
}

// Of a word in a phrase no more is loaded than a phrase asks for.
export const PHRASE = "phrase";

// Of a word that says nothing, nothing is, where very many articles have it, and of a phrase's word as long as others of it may do: it is `idle`.
export const NONE = "none";

// A word of a query: { token, bare, core, stem, family, forms: [[form, nearness]], families: the names of all it covers }; `whole`: with all its places, or PHRASE, or NONE.
export async function word(token, analysis, articled = false, whole = false) {
  const names = analysis.analyse(token, articled);
  const found = whole === NONE ? [] : await family(names.family, whole, whole === PHRASE ? names.bare : undefined);
  const forms = itself(found.map((form) => [form, nearness(form, names)]), names);
  return { token, ...names, forms, families: new Set([names.family]), cores: new Set([names.core]), labels: [], idle: whole === NONE };
}

// Those of a word's forms that are so near, which is the word itself with whatever particles.
export const formsOf = ({ forms }, least = NEAR.core) => forms.filter(([, near]) => near >= least).map(([form]) => form);

// Whether the archive has a word itself, or with other particles.
export const known = (of) => of.idle || of.forms.some(([, near]) => near >= NEAR.core);

// Let a word stand for one that was likely meant by it: `entry` is of the lists of words.
export async function widen(of, entry, analysis, weight) {
  const other = await word(entry.word, analysis, entry.articled, true);
  for (const [form, near] of other.forms) {
    const had = of.forms.find(([one]) => one === form);
    if (!had && near >= NEAR.stem) of.forms.push([form, near * weight, entry.spelt]);
    else if (had && had[1] < near * weight) [had[1], had[2]] = [near * weight, entry.spelt];
  }
  of.families.add(other.family);
  of.cores.add(other.core);
}

// Groups of synonyms are filed as concepts are: names.py.
export const isSynonym = (id) => id.startsWith("~");

// Whether a word is a name or has synonyms: then it is no slip.
export const isNamed = (of) => of.labels.length > 0 || Boolean(of.synonyms);

// Whether forms are in articles that a word is not in.
function findMore(forms, of) {
  if (!forms.length) return false;
  const had = new Set(of.forms.flatMap(([form]) => [...form.read().articles]));
  return forms.some((form) => form.read().articles.some((article) => !had.has(article)));
}

// Let a word stand for a concept, under whatever name an article has it: whether it finds articles by that which have not the word.
export async function concept(of, { id, label, names }, analysis) {
  const forms = await family(`=${id}`);
  let widens = false;
  if (isSynonym(id)) {
    if (!forms.length) return;
    // What begins it is no particle: it has nothing of what its other letters would be.
    of.entire ||= [of.bare, of.core].some((one) => names.includes(`${one}!`));
    if (of.entire) of.forms = of.forms.filter(([, near]) => near >= NEAR.seated || near === NEAR.synonym);
    of.synonyms = label.split(" | ");
    for (const form of forms) of.forms.push([form, NEAR.synonym]);
    for (const name of names) {
      if (name.endsWith("@")) of.families.add(name.slice(0, -1));
      if (name.endsWith("!")) of.cores.add(analysis.analyse(name.slice(0, -1)).core);
    }
  } else {
    widens = !of.idle && findMore(forms, of);
    for (const form of forms) of.forms.push([form, NEAR.bare]);
  }
  of.labels.push(...names.filter((name) => !/[@!]$/u.test(name)).map((name) => name.split(" ").map((word) => analysis.analyse(word, true).stem)));
  return widens;
}
