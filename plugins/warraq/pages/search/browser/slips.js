// What may have been meant by words that the archive has not, or hardly has: slips, names in Latin letters, another layout of the keyboard, words apart.
import { family } from "./families.js";
import { row } from "./made.js";
import { completions, corrections, halves, heard, revowelled, unlike } from "./neighbours.js";
import { count } from "./rank.js";
import { each, LATIN, LETTERED, spelt } from "./sayings.js";
import { FEW, isCut, joined } from "./understanding.js";
import { isNamed, known, NEAR, widen, word } from "./words.js";

// So many words that may have been meant are tried: each may cost a file. Fewer where the word stands in the archive itself.
const MEANT = 12;
const OTHERS = 4;
// Of several words so many each, since their neighbours tell which; what one is worth then that never stands beside them.
const SEVERAL = 8;
const APART = 0.5;
// So unlike at most are two spellings of one name.
const ONE = 0.5;
// So many words of a query are doubted, the rarest first.
const DOUBTED = 3;
// How much oftener, as a power of two, and how likely.
const FAR = 3;
const LIKELY = 0.8;
// A word of more letters is long, and what its relatives are worth then.
const LONG = 5;
const RELATED = 0.3;
// How far a likelier slip outweighs another.
const LEAN = 4;
// So unlikely at most is a name that nobody typed in another layout.
const CERTAIN = 0.35;
// Powers of two in a rank by sound.
const RANKED = 4;
// A name of two words typed as one.
const NAMED = /^(?:بن|ابن|ابو|ابي|عبد|بني|غير|شبه|ما|كل|لا)../u;

// An abbreviation sounds like no word: CNN. What can be read aloud may: NATO.
const isAbbreviation = ({ written = "" }) => LETTERED.test(written) && !/[AEIOUY]/u.test(written);

// Letters as names have them: vowels, and never four consonants in a row.
const NAME = /^(?=.*[aeiou])(?!.*[^aeiouy]{4})[a-z2-9']{3,}$/u;
// Clusters of consonants that Europe writes in names.
const CLUSTERS = /sch|tch|th|ck/gu;
// What hands write in another layout alone: ة or ى that ends nothing.
const UNWRITTEN = /[ةى]\p{L}/u;
const LETTER = /[a-z]/iu;
// A word that Arabic may write: ة and ى end words, and چ is Persian.
const POSSIBLE = /^(?!.*[ةى].)(?!.*[پچژگ])[^ءؤئةى].*[^آإ]$/u;
// One that is long enough to tell.
const ARABIC = /^(?!.*[ةى].)[^\sپچژگ]{5,}(?<!ئ)$/u;

// Let a word stand for what was likely meant by it too; `weight` of the likeliest, which the rest follows at a distance.
async function guess(of, found, analysis, weight) {
  of.guessed = found;
  const top = found[0]?.rank;
  await Promise.all(found.map((entry, n) => widen(of, entry, analysis, weight * (1 - (top - entry.rank) / LEAN - n / 100))));
}

// Where nothing else fits, another spelling may stand here a single time.
async function once(of, analysis) {
  const found = await Promise.all([...new Set(revowelled(of.token))].slice(0, SEVERAL).map(async (token) => (known(await word(token, analysis)) ? [{ word: token, spelt: token, rank: 1 }] : [])));
  return found.flat();
}

// What begins a name was taken for a particle: «فنزولا» is فنزويلا where no article has that word with ف before it.
async function uncut(of, analysis) {
  const least = Math.log2(1 + count(of));
  const found = (await corrections({ ...of, core: of.bare }, analysis, OTHERS)).filter(({ word: other, common, rank }) => other[0] === of.bare[0] && rank > 1 && common > least);
  if (!found.length) return;
  for (const form of of.forms) form[1] *= RELATED;
  await guess(of, found, analysis, NEAR.seated);
}

async function correct(of, analysis, typing) {
  const found = typing ? await completions(of, MEANT) : [];
  if (!found.length && !isAbbreviation(of)) found.push(...(await corrections(of, analysis, MEANT)));
  if (!found.length && !of.forms.length && !typing && of.token.length > LONG) found.push(...(await once(of, analysis)));
  of.completed = typing;
  // What a long word is related to by its stem is less likely meant than another word that a slip explains.
  if (found[0]?.rank >= LIKELY && of.bare.length > LONG && analysis.analyse(found[0].word).family !== of.family) for (const form of of.forms) form[1] *= RELATED;
  await guess(of, found, analysis, of.forms.length ? NEAR.doubted : NEAR.guessed);
}

// A name in Latin letters stands for what sounds like it in Arabic ones too.
async function transliterate(of, { analysis, labels }, most) {
  const found = await heard(of.token, analysis, most);
  if (!found.length) return;
  await guess(of, found, analysis, NEAR.stem);
  // A name that has others brings them along: Facebook is فيسبوك, and so فيس بوك.
  const [{ word: first, spelt: as, sure }] = found;
  const others = sure ? [first, `${analysis.analyse(first).family}@`].flatMap((name) => labels.get(name) ?? []) : [];
  for (const { id } of others) for (const form of await family(`=${id}`)) of.forms.push([form, NEAR.synonym, as]);
}

// A name that a list knows is spelt otherwise here: agadir is أكادير where hardly anybody writes أغادير.
async function alsoSpelt(of, analysis) {
  const listed = of.synonyms.flatMap((name) => analysis.tokens(name)).filter((name) => !LATIN.test(name));
  const found = (await heard(of.token, analysis, OTHERS)).filter(({ word: other, sure, common }) => sure && common > FAR && listed.some((name) => unlike(name, other) <= ONE));
  if (found.length) await guess(of, found, analysis, NEAR.seated);
}

// What a word may be: [{ spelt, forms }], one of them itself where the archive has it.
function meanings({ guessed: found = [], forms }) {
  const own = forms.filter(([, near, spelt]) => !spelt && near >= NEAR.core);
  return [...(own.length ? [{ forms: own }] : []), ...found.slice(0, SEVERAL).map(({ spelt }) => ({ spelt, forms: forms.filter(([, , other]) => other === spelt) }))];
}

// Of what two words beside each other may have been meant for, those are likelier that stand side by side: «mohamed salah» is محمد صلاح, not سلاح.
function pair(words) {
  for (const [n, second] of words.entries()) {
    const first = words[n - 1];
    if (!first || ![first, second].some(({ guessed: found }) => found?.length > 1)) continue;
    const pairs = meanings(first).flatMap((one) => meanings(second).map((other) => [one, other, row([one, other].map(({ forms }) => forms.map(([form]) => form))).count]));
    const most = Math.max(...pairs.map(([, , together]) => together));
    if (most <= FEW) continue;
    for (const [at, of] of [first, second].entries()) {
      const top = Math.max(...of.forms.map(([, near, spelt]) => (spelt ? near : 0)));
      for (const { spelt, forms } of meanings(of)) {
        if (!spelt || !forms.length) continue;
        const together = Math.max(...pairs.filter((one) => one[at].spelt === spelt).map((one) => one[2])) / most;
        const own = Math.max(...forms.map(([, near]) => near));
        for (const form of forms) form[1] *= (top * (APART + (1 - APART) * together)) / own;
      }
    }
  }
}

// How well the archive knows a reading: of its longest words how often, as powers of two, it has each; null where it lacks most of them.
async function holds(text, index) {
  const { analysis, labels } = index;
  const tokens = analysis.tokens(text).filter((token) => token.length > 2 && !analysis.stop.has(token)).sort((a, b) => b.length - a.length).slice(0, 3);
  const found = await Promise.all(tokens.map(async (token) => {
    const of = await word(token, analysis);
    if (known(of) || labels.has(token)) return Math.log2(1 + count(of));
    return LATIN.test(token) && token.length > 3 && (await heard(token, analysis, 1))[0]?.sure ? 0 : -1;
  }));
  return found.filter((bits) => bits >= 0).length > tokens.length * 0.6 && !UNWRITTEN.test(text) ? found : null;
}

// The reading whose words the archive has oftenest. Of the likelier layout one that is wholly known is enough.
async function likeliest(readings, index, least) {
  let best = null;
  for (const text of readings) {
    const found = await holds(text, index);
    const bits = found?.reduce((sum, one) => sum + one, 0);
    if (found && bits > (best?.bits ?? least)) best = { text, bits };
    if (found?.every((one) => one > FAR) && best.text === text) break;
  }
  return best?.text ?? null;
}

// The query as it reads in another layout, of which some words are `unknown` and some `long` enough to tell; null where it is as it should be.
export async function otherLayout(query, unknown, long, index) {
  const { analysis } = index;
  // A name that the archive has is a name, and a slip of one letter is likelier than another layout.
  const latin = /^[a-z0-9' -]+$/iu.test(query.trim());
  const slips = /[a-z]/iu.test(query) ? [] : await Promise.all(unknown.filter(({ written }) => ARABIC.test(written)).map((of) => corrections(of, analysis, 1)));
  if (slips.some(([first]) => first?.common > 1 && first.distance === undefined)) return null;
  // What is all in capitals is an abbreviation: NFT.
  if (latin && long.length && /^[\p{Lu}\s]+$/u.test(query) && long.every(({ token }) => token.length < 6)) return null;
  const names = !latin ? [] : (await Promise.all(long.map(async ({ token }) => (NAME.test(token) ? (await heard(token, analysis, 1))[0] : null)))).filter((name) => name?.cost < CERTAIN);
  const named = long.length > 0 && names.length === long.length;
  const { readings } = await import("./layouts.js");
  const arabic = !LETTER.test(query);
  // From one layout of Arabic letters to another is farther than any slip.
  const near = arabic && (await Promise.all(unknown.filter(({ written }) => POSSIBLE.test(written) && !/ئ$/u.test(written)).map((of) => corrections(of, analysis, 1)))).some(([first]) => first?.rank > LIKELY);
  const all = readings(query).filter((text) => !near || LETTER.test(text));
  // A word in another layout has to be met oftener than what sounds like the name that was typed.
  const text = await likeliest(all, index, named ? names.reduce((sum, { rank }) => sum + Math.max(FAR, RANKED * rank), 0) : -1);
  if (text || named) return text;
  // What no language writes was typed in the commonest of the other layouts, whatever the archive has: «advdk hf, uhrgm».
  return all.length && long.length && long.every((of) => unknown.includes(of)) && isNonsense(query, long) && LETTER.test(all[0] ?? "") === arabic && isWritten(all[0]) ? all[0] : null;
}

const written = (token) => (LATIN.test(token) ? NAME.test(token.replace(CLUSTERS, "t")) : POSSIBLE.test(token));

// Whether no word of a query can be one: of one word alone, which may be a name from anywhere, it takes more to say so.
function isNonsense(query, long) {
  const tokens = long.map(({ written: raw, token }) => (raw ?? token).toLowerCase());
  if (tokens.some((token) => written(token)) || /\p{Lu}\p{Lu}/u.test(query)) return false;
  return !tokens.every((token) => LATIN.test(token)) || (tokens.some(({ length }) => length > 4) && (tokens.length > 1 || !/[aeiouy]/u.test(tokens[0])));
}

// Whether all words of a reading may be words.
const isWritten = (text) => text.match(/[\p{L}\p{M}\d]{3,}/gu)?.every((word) => written(word.toLowerCase()) && /[اويىأإآa-z]/iu.test(word));

async function respelt(of, analysis) {
  for (const token of spelt(of.token)) if (count(await word(token, analysis)) > count(of)) await guess(of, [{ word: token, spelt: token, rank: 1 }], analysis, NEAR.seated);
}

// Letters and a number that were typed as one word: «إف16», «20كم», F16. One digit beside Latin letters is a letter: ro7.
const NUMBERED = /^(?:([^\da-z]+)(\d+)|(\d+)([^\da-z]+)|([a-z]+)(\d{2,}))$/u;

// Two words in the place of one, which is named.
function apart(pair, of) {
  const cut = pair[0].token.length;
  const written = of.written.length === of.token.length ? [of.written.slice(0, cut), of.written.slice(cut)] : pair.map(({ token }) => token);
  const told = { typed: of.written, meant: [written.join(" ")] };
  return pair.map((part, n) => Object.assign(part, { written: written[n], parts: true, apart: told }));
}

async function numberApart(of, { analysis }, typing) {
  const parts = typing || known(of) || isNamed(of) || of.whole ? null : NUMBERED.exec(of.token)?.slice(1).filter(Boolean);
  const pair = parts ? await each(parts, analysis) : [];
  return pair.length && pair.every(known) ? apart(pair, of) : [of];
}

// The words of a query, each with what may have been meant by it; one may be two.
export async function guessed(asked, index, typing) {
  const { analysis } = index;
  const words = (await Promise.all(asked.map((of) => numberApart(of, index, typing)))).flat();
  await Promise.all(words.map((of) => (isNamed(of) || of.whole || typing || count(of) > FEW ? null : respelt(of, analysis))));
  await Promise.all(words.map((of) => (isCut(of) && !typing && !of.guessed ? uncut(of, analysis) : null)));
  await Promise.all(words.map((of) => (LATIN.test(of.token) && !isNamed(of) && !isAbbreviation(of) && !(/\d/u.test(of.token) && known(of)) ? transliterate(of, index, words.length > 1 ? SEVERAL : OTHERS) : null)));
  await Promise.all(words.map((of) => (LATIN.test(of.token) && of.synonyms && count(of) <= FEW ? alsoSpelt(of, analysis) : null)));
  await Promise.all(words.map((of, n) => (known(of) || isNamed(of) || of.guessed?.length ? null : correct(of, analysis, typing && n === words.length - 1))));
  pair(words);
  return (await Promise.all(words.map(async (of) => {
    if (typing || known(of) || of.whole || isNamed(of) || of.token.length < 5 || (of.guessed?.length && of.guessed[0].distance === undefined && !NAMED.test(of.token)) || LATIN.test(of.token)) return [of];
    const pair = await halves(of.token, analysis, of.guessed?.length > 0 && of.guessed[0].distance === undefined);
    return pair ? apart(await each(pair, analysis), of) : [of];
  }))).flat();
}

// What else may have been meant where an answer is poor: two words as one, or others that a slip makes of them.
export async function doubted(read, ranked, index, order) {
  const { analysis } = index;
  const { words } = read;
  if (!ranked.complete && words.length > 1) {
    const together = [...(await joined(read.typed, analysis, true)).filter((of) => !analysis.stop.has(of.token)), ...read.special];
    if (together.some(({ parts }) => parts)) {
      const other = order(together);
      if (other.complete) return { words: together, ranked: other };
    }
  }
  const rare = words.filter((of) => of.core.length > 2 && !of.guessed && !of.whole && known(of) && !isNamed(of)).sort((a, b) => count(a) - count(b));
  // Hardly anybody slips twice: one word that the archive lacks explains a poor answer.
  if (words.some((of) => of.guessed && !known(of))) return { words, ranked };
  const tried = words.length > 1 ? rare.slice(0, DOUBTED) : rare.filter((of) => count(of) <= FEW);
  await Promise.all(tried.map(async (of) => {
    const found = (await corrections(of, analysis, MEANT)).filter((entry) => analysis.analyse(entry.word).family !== of.family).slice(0, OTHERS);
    // A word that a few articles have is doubted where another, that a slip explains, is met far oftener: نتياهو 1, نتنياهو 84.
    await guess(of, ranked.sure ? found.filter(({ common, rank }) => rank >= LIKELY && common > FAR + Math.log2(count(of))) : found, analysis, NEAR.other);
  }));
  if (!tried.length || (ranked.sure && !tried.some((of) => of.guessed.length))) return { words, ranked };
  // What has the words themselves comes first.
  const other = order(words);
  const first = ranked.best.slice(0, ranked.complete);
  const had = new Set(first);
  return { words, ranked: { ...other, best: [...first, ...other.best.filter((article) => !had.has(article))], complete: ranked.complete || other.complete } };
}

