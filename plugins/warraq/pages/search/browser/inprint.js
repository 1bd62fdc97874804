// Words of a query that the press writes otherwise: of spoken Arabic, names in English and French, letters; and words that mean the same.
import { isRest } from "./families.js";
import { row, whole } from "./made.js";
import { LETTERED, names } from "./sayings.js";
import { open, said } from "./store.js";
import { NEAR, NONE, PHRASE, word } from "./words.js";

// What letters are called: MBC is «إم بي سي» too.
const CALLED = { A: "اي", B: "بي", C: "سي", D: "دي", E: "اي", F: "اف", G: "جي", H: "اتش", I: "اي", J: "جي", K: "كي", L: "ال", M: "ام", N: "ان", O: "او", P: "بي", Q: "كيو", R: "ار", S: "اس",
  T: "تي", U: "يو", V: "في", W: "دبليو", X: "اكس", Y: "واي", Z: "زد" };
// Names of so many words at most.
const LONGEST = 4;
// So many others of a word's meaning are looked for: each may cost a file.
const MOST = 6;
// A very long family that has so many thousand bytes (unpacked) is loaded with all its places; of a longer one, for a name of several words, those of the
// word itself; of one that is longer still none, so that the name is not looked for: a large archive has enough without it.
const WHOLE = 40;
const PART = 120;
// A broken plural, or another form of the verb, of what the press writes; of a name from abroad, what ends otherwise.
const RELATED = 0.8;

// What a list says: [[words of the query, what the press writes for them]]. `which`: 0 of speech and of other languages, 1 what means the same,
// 2 what speech may mean by words of the press.
async function written(words, which, { strictly = false, single = () => true } = {}) {
  const runs = words.flatMap((_, from) => words.slice(from, from + LONGEST).map((_, size) => words.slice(from, from + size + 1))).filter((run) => run.length > 1 || single(run[0])).sort((a, b) => b.length - a.length);
  const found = await Promise.all(runs.map(async (run) => {
    const entries = (await Promise.all(names(run, which, strictly).map(said))).filter(Boolean);
    // What is in doubt as it was typed is not certain without its article: «العربية».
    const told = !which && entries[0]?.[2]?.length && !entries[0][0].length ? null : entries.map((entry) => entry[which] ?? []).find(({ length }) => length);
    return [run, told ?? (!which && run.length === 1 && LETTERED.test(run[0].written) ? [Array.from(run[0].written, (letter) => CALLED[letter]).join(" ")] : null)];
  }));
  // What is part of a longer name is no word of its own.
  const taken = new Set();
  return found.filter(([run, told]) => told && !run.some((of) => taken.has(of)) && run.every((of) => taken.add(of)));
}

// The forms that are the word itself; what is known of some articles only may be it in the others.
function itself(forms) {
  const own = forms.filter(([, near]) => near >= NEAR.core);
  return own.length ? [...own, ...forms.filter(([form]) => isRest(form))] : own;
}

// Whether a word has synonyms itself, and not by its family alone: كهربا is of no flight.
const hasGroup = ({ stem, synonyms }, analysis) => Boolean(synonyms?.some((name) => analysis.tokens(name).some((token) => analysis.analyse(token).stem === stem)));

// Let words stand for what the press writes for them. `surely`: the query is spoken, so its words are meant as they are spoken.
export async function inPrint(words, analysis, { surely = false, spoken = words } = {}) {
  const certain = await written(words, 0, { single: (of) => spoken.includes(of) });
  const trusting = surely || certain.some(([[of]]) => !/[a-z]/u.test(of.token));
  const had = new Set(certain.flatMap(([run]) => run));
  const doubtful = trusting ? await written(words.filter((of) => !had.has(of)), 2) : [];
  await Promise.all([...certain, ...doubtful].map(async ([run, names], n) => {
    const kept = run.map((of) => hasGroup(of, analysis));
    const own = run.map(({ forms }, at) => (kept[at] ? forms : itself(forms)));
    // What it would be related to is another word: حرامية has nothing of الحرام.
    const made = run.map((of, at) => Object.assign(whole(of.written, own[at]), { families: new Set(kept[at] ? of.families : own[at].length ? [of.family] : []), cores: new Set() }));
    const sure = own.some((forms) => !forms.length) || n < certain.length;
    if (!(await widened(made, names, analysis, sure ? NEAR.core : NEAR.synonym))) return;
    for (const [at, of] of run.entries())
      Object.assign(of, { forms: made[at].forms, families: made[at].families, cores: new Set([...of.cores, ...made[at].cores]), labels: [...(kept[at] ? of.labels : []), ...made[at].labels], synonyms: [...new Set([...(kept[at] ? of.synonyms : []), ...told(run, names)])] });
  }));
}

// Let words stand for others that mean the same: those words. `strictly`: of words in that form alone.
export async function meant(words, analysis, strictly) {
  const found = await written(words.filter((of) => !of.whole && !of.parts), 1, { strictly });
  const done = await Promise.all(found.map(async ([run, all]) => {
    const names = all.slice(0, MOST);
    if (run.some((of) => of.labels.length && !of.synonyms) || !(await widened(run, names, analysis, NEAR.synonym))) return [];
    for (const of of run) Object.assign(of, { widened: true, synonyms: [...new Set([...(of.synonyms ?? []), ...told(run, names)])] });
    return run;
  }));
  return done.flat();
}

const told = (run, names) => [run.map((of) => of.written).join(" "), ...names.map((name) => name.replace("=", ""))];

// How much is loaded of a word whose family has so many thousand bytes: words.js.
const share = (size, inName) => size <= WHOLE || (inName && (size <= PART ? PHRASE : NONE));

// Let words stand for names; whether the archive has one of them.
async function widened(words, names, analysis, weight) {
  const had = words[0].forms.length;
  const { large } = await open();
  const found = await Promise.all(names.map((name) => {
    const tokens = analysis.tokens(name.replace("=", ""));
    return Promise.all(tokens.map((token) => word(token, analysis, false, share(large.get(analysis.analyse(token).family) ?? 0, tokens.length > 1))));
  }));
  for (const [n, parts] of found.entries()) also(words, parts, names[n].startsWith("="), weight);
  return words[0].forms.length > had;
}

// Let words stand for a name of one word or more; `strictly`: in that form alone.
function also(words, parts, strictly, weight) {
  const foreign = words.some((of) => /[a-z]/u.test(of.token));
  const least = strictly ? NEAR.core : parts.length > 1 || foreign ? NEAR.stem : 0;
  const forms = parts.map((part) => part.forms.filter(([, near]) => near >= least));
  if (!forms.every((found) => found.length)) return;
  const found = parts.length === 1 ? forms[0].map(([form, near]) => [form, near < (foreign ? NEAR.core : NEAR.stem) ? weight * RELATED : weight]) : [[row(forms.map((some) => some.map(([form]) => form))), weight]];
  for (const of of words) {
    for (const [form, near] of found) if (form.count && !of.forms.some(([one]) => one === form)) of.forms.push([form, near]);
    if (parts.length > 1) of.labels.push(parts.map(({ stem }) => stem));
    else if (strictly) of.cores.add(parts[0].core);
    else of.families.add(parts[0].family);
  }
}
