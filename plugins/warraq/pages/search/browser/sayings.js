// How people put a query: what only asks, names of two words, words that the press writes otherwise.
import { asking } from "./asking.js";
import { row } from "./made.js";
import { count } from "./rank.js";
import { said } from "./store.js";
import { isNamed, known, NEAR, formsOf, word } from "./words.js";

export const LATIN = /^(?=.*[a-z])[a-z2-9']{3,}$/u;
export const LETTERED = /^[A-Z]{2,5}$/u;
const COMPOUND = new Set(["عبد", "ابو", "ابي"]);

// `whole`: which of them with all places; phrases ask for that.
export const each = (tokens, analysis, whole = () => true) =>
  Promise.all(tokens.map(async (of) => Object.assign(await word(of.token ?? of, analysis, false, whole(of)), { written: of.raw ?? of })));

// The runs of words that are names of concepts: [words, concepts].
export function* runs(words, labels) {
  for (let from = 0; from < words.length; from++)
    for (let to = Math.min(words.length, from + 8); to > from; to--) {
      const concepts = [words.slice(from, to).map((of) => of.bare).join(" "), ...(to === from + 1 ? [`${words[from].family}@`, ...new Set([`${words[from].bare}!`, `${words[from].core}!`])] : [])].flatMap((name) => labels.get(name) ?? []);
      if (concepts.length) {
        yield [words.slice(from, to), concepts];
        break;
      }
    }
}

// What only asks, as people speak: «شو صار في …», «بدي أعرف عن …»: { kept, unasked }. What is part of a name asks nothing.
export function withoutAsking(tokens, { labels, analysis }, typing) {
  const analysed = tokens.map(({ token }) => analysis.analyse(token));
  const named = new Set([...runs(analysed, labels)].flatMap(([run]) => (run.length > 1 ? run.map(({ bare }) => bare) : [])));
  const unasked = [];
  let follows = false;
  const { asking: words, among, owning, before, behind, first, leading, these, times } = asking(analysis);
  const begins = tokens.findIndex(({ token }) => !leading.has(token));
  const several = tokens.filter(({ token }) => words.has(token) || among.has(token)).length > 1;
  const beside = (set, n) => set.has(tokens[n - 1]?.token) || set.has(tokens[n + 1]?.token);
  for (const [n, of] of tokens.entries()) {
    const asks = (n <= begins && first.has(tokens[begins].token)) || words.has(of.token) || (/^و../u.test(of.token) && words.has(of.token.slice(1))) || (before.has(of.token) && behind.has(tokens[n + 1]?.token)) || (follows && behind.has(of.token))
      || (several && among.has(of.token)) || (these.has(of.token) && beside(times, n)) || (times.has(of.token) && beside(these, n));
    follows = asks && !named.has(analysed[n].bare) && !(typing && n === tokens.length - 1);
    if (follows) unasked.push(of);
  }
  // «الصورة حق الوزير»: his, and no right of his.
  const owns = (of, n) => owning.has(of.token) && /^ال../u.test(tokens[n - 1]?.token ?? "") && (tokens[n + 1] ? !analysis.stop.has(tokens[n + 1].token) : /^(?:حق|مال)./u.test(of.token) && !typing);
  if (unasked.some(({ token }) => words.has(token))) unasked.push(...tokens.filter((of, n) => !unasked.includes(of) && !named.has(analysed[n].bare) && owns(of, n)));
  const kept = tokens.filter((of) => !unasked.includes(of));
  return kept.some(({ token }) => !analysis.stop.has(token)) ? { kept, unasked: unasked.filter(({ token }) => !analysis.stop.has(token)) } : { kept: tokens, unasked: [] };
}

// What people say with what is before and behind a word: شهدا without its last hamza, هيدرب and بيدرب, عالجسر, هالجسر, ما راحش, راحو; and its passives: اتأجل, انقتل.
export const spelt = (token) => [
  ...(/..ا$/u.test(token) ? [`${token}ء`] : []), ...(/..و$/u.test(token) ? [`${token}ا`] : []), ...(/^(?:[هح][يتن]|ب[يت]|كا?ي)../u.test(token) ? [token.replace(/^(?:كا|.)/u, "")] : []),
  ...(/^(?:ه|ع|ع?ها|م|ف)ال...?/u.test(token) ? [token.replace(/^.*?ال/u, "ال")] : []), ...(/...ش$/u.test(token) ? positive(token.slice(0, -1).replace(/^ما?(?=...)/u, "")) : []),
  ...(/^ات(?!.ا).../u.test(token) ? [token.slice(1), token.slice(2)] : []), ...(/^ان(?!.ا).../u.test(token) ? [token.slice(2)] : []),
];

// Of what is not, as people speak, what is: مبيروحوش and بيروحو, and so يروحو and بيروحوا.
const positive = (token) => [token, ...spelt(token)];

// A verb as the lists have it, without who it is done to and without what says when: لقوهم is لقوا, and كتخدم, غنخدم, عمبيخدم are يخدم.
function listed(token) {
  const done = token.replace(/(..)و(?:هم?|ها|ني|نا|كم)$/u, "$1وا");
  const verb = done.replace(/^(?:غا?|كا?|عمب?|ب|لح|رح|ت(?=ي))[يتن](?=...)/u, "ي");
  return [...(done === token ? [] : positive(done)), ...(verb === done ? [] : [verb])];
}

// Under what a list may have a word.
export const keys = (of) => [...new Set([of.token, of.bare, of.core, ...spelt(of.token), ...listed(of.token), ...(/^[عه]ال/u.test(of.token) ? [of.token.slice(3)] : [])])];

// Whether the press may write otherwise what was typed: a word of spoken Arabic, a name in Latin letters.
// So many articles at most have what is asked for in any case, once it is typed; and what none has but in other forms.
const RARE = 5;
const isSaid = (of, met, typing) => keys(of).some((one) => met.has(one)) || LETTERED.test(of.written) || LATIN.test(of.token) || (!typing && (count(of) <= RARE || !known(of)));

// Whether the lists say something of a word itself.
export const isListed = async (of) => (await Promise.all([of.token, ...listed(of.token)].map(said))).some((entry) => entry?.[0].length);

// Whether the lists may have a name of several of the words: «العملة الصينية».
export const withoutArticle = (token) => (token.startsWith("ال") && token.length > 3 ? token.slice(2) : token);
const named = (words, met) => words.some((_, n) => [2, 3].some((size) => n + size <= words.length && met.has(words.slice(n, n + size).map(({ token }) => withoutArticle(token)).join(" "))));

const isFree = (of) => !of.whole && (!isNamed(of) || Boolean(of.synonyms));

// What a list may have of a word, or of several: under what names. `which`: 1 what means the same.
export const names = (run, which, strictly) => {
  if (run.length > 1) return [run.map(({ token }) => withoutArticle(token)).join(" ")];
  const [of] = run;
  return which !== 1 ? [...keys(of), of.written] : [of.token, of.bare, of.core, ...(strictly || of.entire ? [] : [`~${of.stem}`])];
};

// What the lists say comes beside the module that reads it, not behind it.
const early = (words, which, strictly) => { for (const of of words) for (const name of names([of], which, strictly)) said(name); };

// `surely`: something in the query was spoken.
export async function inPrint(words, analysis, { surely, typing }) {
  const free = words.filter(isFree);
  const { known: met } = asking(analysis);
  const spoken = free.filter((of) => surely || isSaid(of, met, typing));
  if (spoken.length || named(free, met)) {
    early(spoken, 0);
    await (await import("./inprint.js")).inPrint(free, analysis, { surely, spoken });
  }
  const unknown = typing ? [] : words.filter((of) => !isNamed(of) && !of.whole && !known(of));
  if (unknown.length) await meant(unknown, analysis, true);
}

// Where few articles have the words of a query, those that have others of the same meaning follow: the words that have some.
export async function meant(words, analysis, strictly = false) {
  early(words.filter((of) => !of.whole), 1, strictly);
  return (await import("./inprint.js")).meant(words, analysis, strictly);
}

// «عبد الله» and «عبدالله» are one name, whichever was typed: [{ as, typed, meant }].
export async function compounds(words, { analysis, large }) {
  const told = [];
  await Promise.all(words.map(async (of, n) => {
    const next = words[n + 1];
    if (COMPOUND.has(of.token) && next && !next.whole && next.token.length > 1) {
      const both = (await word(of.token + next.token, analysis, false, true)).forms.filter(([, near]) => near >= NEAR.core);
      for (const one of [of, next]) one.forms.push(...both.map(([form]) => [form, NEAR.core]));
      if (both.length) told.push({ as: "synonyms", typed: `${of.written} ${next.written}`, meant: [of.token + next.token] });
    }
    const start = [...COMPOUND].find((begin) => of.token.startsWith(begin) && of.token.length - begin.length > 2);
    // Where very many articles have the second word, its places are too long for this.
    if (!start || of.parts || of.whole || large.has(analysis.analyse(of.token.slice(start.length)).family)) return;
    const parts = await each([start, of.token.slice(start.length)], analysis);
    const apart = row(parts.map((part) => formsOf(part)));
    if (apart.count < 2) return;
    of.forms.push([apart, NEAR.core]);
    of.labels.push(parts.map(({ stem }) => stem));
    told.push({ as: "synonyms", typed: of.written, meant: [parts.map(({ token }) => token).join(" ")] });
  }));
  return told;
}
