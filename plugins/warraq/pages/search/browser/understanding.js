// What a query means: its words as sets of forms of the index, with what else may have been meant by them, and what of it has to be said.
import { row, whole } from "./made.js";
import { isPlain, LETTERS, NUMBERED, plainly } from "./plain.js";
import { count } from "./rank.js";
import { family, wholly } from "./families.js";
import { compounds, each, inPrint, isListed, LATIN, runs, spelt, withoutAsking } from "./sayings.js";
import { concept, isNamed, isSynonym, known, NEAR, PHRASE, widen, word } from "./words.js";

// So many words that may have been meant are tried: each may cost a file. Fewer where the word stands in the archive itself.
const MEANT = 12;
const OTHERS = 4;
// Where so few articles of an archive of some size answer, what was typed may be a slip though it is a word.
export const FEW = 3;
export const MANY = 1000;
// So many words of a query are doubted, the rarest first.
const DOUBTED = 3;
// How much oftener, as a power of two, and how likely.
const FAR = 3;
const LIKELY = 0.8;
// How far a likelier slip outweighs another.
const LEAN = 4;
// So unlikely at most is a name that nobody typed in another layout.
const CERTAIN = 0.35;
// A name of two words typed as one.
const NAMED = /^(?:بن|ابن|ابو|ابي|عبد|بني|غير|شبه|ما|كل|لا)../u;

// Letters as names have them: vowels, and never four consonants in a row.
const NAME = /^(?=.*[aeiou])(?!.*[^aeiouy]{4})[a-z2-9']{3,}$/u;
// A word as Arabic writes it, long enough to tell: ة and ى end words, and چ is Persian.
const ARABIC = /^(?!.*[ةى].)[^\sپچژگ]{5,}(?<!ئ)$/u;

// What a query of the archive's own words does not need.
const neighbours = () => import("./neighbours.js");

// Let a word stand for what was likely meant by it too; `weight` of the likeliest, which the rest follows at a distance.
async function guess(of, found, analysis, weight) {
  of.guessed = found;
  const top = found[0]?.rank;
  await Promise.all(found.map((entry, n) => widen(of, entry, analysis, weight * (1 - (top - entry.rank) / LEAN - n / 100))));
}

async function correct(of, analysis, typing) {
  const { completions, corrections } = await neighbours();
  const found = typing ? await completions(of, MEANT) : [];
  if (!found.length) found.push(...(await corrections(of, analysis, MEANT)));
  of.completed = typing;
  await guess(of, found, analysis, of.forms.length ? NEAR.doubted : NEAR.guessed);
}

// A name in Latin letters stands for what sounds like it in Arabic ones too.
async function transliterate(of, { analysis, labels }) {
  const found = await (await neighbours()).heard(of.token, analysis, OTHERS);
  if (!found.length) return;
  await guess(of, found, analysis, NEAR.stem);
  // A name that has others brings them along: Facebook is فيسبوك, and so فيس بوك.
  const [{ word: first, spelt: as, sure }] = found;
  const others = sure ? [first, `${analysis.analyse(first).family}@`].flatMap((name) => labels.get(name) ?? []) : [];
  for (const { id } of others) for (const form of await family(`=${id}`)) of.forms.push([form, NEAR.synonym, as]);
}

async function named(words, { labels, analysis }, exactly = false) {
  await Promise.all([...runs(words, labels)].flatMap(([run, concepts]) => concepts.filter(({ id }) => !exactly || !isSynonym(id)).flatMap((found) => run.map((of) => concept(of, found, analysis)))));
}

// What else is searched for: the groups of synonyms, each with the words that were typed.
export function others(words) {
  const met = new Map();
  for (const { synonyms, written } of words) if (synonyms) met.set(synonyms.join(), { meant: synonyms, typed: [...(met.get(synonyms.join())?.typed ?? []), written] });
  return [...met.values()].map(({ meant, typed }) => ({ as: "synonyms", typed: typed.join(" "), meant }));
}

// What has the names is asked for together with the words, not behind them.
function ahead(tokens, { labels, analysis }, typing) {
  const spoken = tokens.map(({ token }) => analysis.analyse(token));
  const wanted = [...runs(spoken, labels)].flatMap(([, concepts]) => concepts.map(({ id }) => `=${id}`));
  // Two words that may be one are asked for as one, too.
  if (!typing) tokens.forEach((of, n) => { if (n && likelyOne(tokens[n - 1], of, analysis)) wanted.push(analysis.analyse(tokens[n - 1].token + of.token).family); });
  for (const name of wanted) family(name).catch(() => {});
}

// Whether one of two words is so short that both may be one.
const likelyOne = (before, of, { stop }) => [before, of].some(({ token }) => token.length < (stop.has(token) ? 3 : 4));

// Two words typed for one become one where the archive lacks one of the two, or wherever it has the two as one (`boldly`).
async function joined(words, analysis, boldly) {
  const made = [];
  // What speech has for something is a word, though the archive lacks it.
  const said = new Set((await Promise.all(words.map(async (of) => !known(of) && (await isListed(of)) && of))));
  for (const of of words) {
    const before = made.at(-1);
    if (before && !before.parts && (boldly || likelyOne(before, of, analysis) || !known(before) || !known(of))) {
      const both = await word(before.token + of.token, analysis);
      if (known(both) && (boldly || (known(before) && known(of) ? oftener(both, before, of) : !said.has(before) && !said.has(of)))) {
        made.splice(-1, 1, Object.assign(both, { written: `${before.written} ${of.written}`, parts: true }));
        continue;
      }
    }
    made.push(of);
  }
  return made;
}

// Whether an archive writes as one what was typed as two, of which one is so short that it is hardly a word: «يو تيوب».
const oftener = (both, ...pair) =>
  !pair.some(({ forms }) => forms.some(([form]) => form.kept < form.count)) && Math.min(...pair.map(({ token }) => token.length)) < 4 && both.forms.some(([, near]) => near === NEAR.bare) && count(both) > 1 && count(both) > 2 * row(pair.map(({ forms }) => forms.filter(([, near]) => near >= NEAR.core).map(([form]) => form))).count;

// One of several words or phrases as one word.
async function eitherOf(several, index) {
  const { analysis } = index;
  const found = await Promise.all(several.map((tokens) => each(tokens, analysis)));
  const of = whole(several.map((tokens) => tokens.map(({ raw }) => raw).join(" ")).join(" | "), []);
  for (const words of found) {
    await named(words, index);
    if (words.length === 1) {
      const [one] = words;
      of.forms.push(...one.forms);
      for (const part of ["families", "cores"]) for (const name of one[part]) of[part].add(name);
      of.labels.push(...one.labels);
    } else {
      of.forms.push([row(words.map(({ forms }) => forms.filter(([, near]) => near >= NEAR.core).map(([form]) => form))), NEAR.bare]);
      of.labels.push(words.map(({ stem }) => stem));
    }
  }
  of.told = { as: "either", typed: several.map((tokens) => tokens.map(({ raw }) => raw).join(" ")) };
  return of;
}

// Whether most of a reading's words are of the archive.
async function holds(text, index) {
  const { analysis, labels } = index;
  const { heard } = await neighbours();
  const tokens = analysis.tokens(text).filter((token) => token.length > 2 && !analysis.stop.has(token)).sort((a, b) => b.length - a.length).slice(0, 3);
  const found = await Promise.all(tokens.map(async (token) => known(await word(token, analysis)) || labels.has(token) || (LATIN.test(token) && token.length > 3 && (await heard(token, analysis, 1))[0]?.sure)));
  return tokens.length > 0 && found.filter(Boolean).length > tokens.length * 0.6;
}

// The query as it reads in another layout of the keyboard, where the archive has what it says and lacks what was typed.
async function otherLayout(query, typed, asked, index) {
  const listed = await Promise.all(typed.map(async (of) => !known(of) && (await isListed(of))));
  const unknown = typed.filter((of, n) => !known(of) && !listed[n] && !index.analysis.stop.has(of.token) && !index.labels.has(of.bare));
  const long = typed.filter(({ token }) => token.length > 2 && !index.analysis.stop.has(token));
  if (!unknown.length || unknown.length < Math.max(1, long.length / 2) || asked.phrases.length || Object.keys(asked.filters).length) return null;
  const { corrections, heard } = await neighbours();
  // A name that the archive has is a name, and a slip of one letter is likelier than another layout.
  const latin = /^[a-z0-9' -]+$/iu.test(query.trim());
  const slips = /[a-z]/iu.test(query) ? [] : await Promise.all(unknown.filter(({ written }) => ARABIC.test(written)).map((of) => corrections(of, index.analysis, 1)));
  if (slips.some(([first]) => first?.common > 1 && first.distance === undefined)) return null;
  const names = !latin ? [false] : await Promise.all(long.map(async ({ token }) => NAME.test(token) && (await heard(token, index.analysis, 1))[0]?.cost < CERTAIN));
  if (long.length && names.every(Boolean)) return null;
  const { readings } = await import("./layouts.js");
  for (const text of readings(query)) if (await holds(text, index)) return text;
  return null;
}

// «al-Assad», «el Sisi»: the article says nothing by itself.
const withoutLatinArticles = (words) => words.filter(({ token }, n) => !(/^[ae]l$/u.test(token) && LATIN.test(words[n + 1]?.token ?? "") && /^[\s-]$/u.test(words[n + 1].gap)));

// What a query needs by its looks comes beside the index, not behind it.
export function expect(query) {
  for (const wanted of [!isPlain(query) && import("./query.js"), NUMBERED.test(query) && import("./whole.js")]) if (wanted) wanted.catch(() => {});
}

// The words of a query, as the index has them.
export async function understood(typedQuery, index, { typing = false, exactly = false, layout = null } = {}) {
  const { analysis } = index;
  const query = String(typedQuery).slice(0, LETTERS);
  const reading = !exactly && NUMBERED.test(query) ? await import("./whole.js") : null;
  const asked = isPlain(query) ? plainly(query, analysis) : (await import("./query.js")).parse(query, analysis, (exactly ? await import("./whole.js") : reading)?.boundAt);
  for (const filter of asked.behind) {
    const { longest } = await import("./filters.js");
    const { value, taken } = await longest(filter, index);
    if (taken) {
      asked.filters[filter.key] = asked.filters[filter.key].map((one) => (one === filter.value ? value : one));
      const names = filter.words.slice(0, taken);
      asked.plain = asked.plain.filter((of) => !names.includes(of));
    }
  }
  const { rest, wholes } = reading ? reading.apart(asked.plain, index) : { rest: asked.plain, wholes: [] };
  const unsaid = (of) => analysis.stop.has(of.token);
  const { kept, unasked } = exactly ? { kept: rest, unasked: [] } : withoutAsking(rest, index, typing);
  const tokens = withoutLatinArticles(kept).filter(({ token }, n, all) => all.findIndex((other) => other.token === token) === n);
  // An article whose word is still to come says nothing yet.
  if (typing && tokens.length > 1 && analysis.description.articles.includes(tokens.at(-1).token)) tokens.pop();
  if (!exactly) ahead(tokens, index, typing);
  const [typed, phrases, without, special] = await Promise.all([
    each(tokens, analysis, wholly(tokens.filter((of) => !unsaid(of)), index)),
    Promise.all(asked.phrases.map((phrase) => each(phrase, analysis, () => PHRASE))),
    Promise.all(asked.without.map((phrase) => each(phrase, analysis, () => PHRASE))),
    Promise.all([...wholes, ...asked.either.map((several) => eitherOf(several, index))]),
  ]);
  const told = special.map((of) => of.told).filter(Boolean);
  if (unasked.length) told.push({ as: "asked", typed: unasked.map(({ raw }) => raw).join(" ") });
  const read = { asked, phrases, without, typed, special, told: layout ? [layout, ...told] : told };
  let words = typing || exactly ? typed : await joined(typed, analysis, false);
  if (!exactly && !layout && !asked.either.length) {
    const text = await otherLayout(query, words, asked, index);
    if (text) return understood(text, index, { typing, layout: { as: "layout", typed: query.trim(), meant: text.trim() } });
  }
  const spoken = words.filter((of) => !unsaid(of));
  if (spoken.length || phrases.length || special.length) words = spoken;
  await named(words, index, exactly);
  if (!exactly) await inPrint(words, analysis, { surely: unasked.length > 0, typing });
  if (!exactly && !typing) read.told.push(...(await compounds(words, index)));
  if (!exactly) words = await guessed(words, index, typing);
  words = [...words, ...special];
  const phrased = phrases.flat().filter((of) => !unsaid(of));
  return { ...read, words, all: [...words, ...phrased] };
}

async function respelt(of, analysis) {
  for (const token of spelt(of.token)) if (count(await word(token, analysis)) > count(of)) await guess(of, [{ word: token, spelt: token, rank: 1 }], analysis, NEAR.seated);
}

async function guessed(words, index, typing) {
  const { analysis } = index;
  await Promise.all(words.map((of) => (isNamed(of) || of.whole || typing || count(of) > FEW ? null : respelt(of, analysis))));
  await Promise.all(words.map((of) => (LATIN.test(of.token) && !isNamed(of) && !(/\d/u.test(of.token) && known(of)) ? transliterate(of, index) : null)));
  await Promise.all(words.map((of, n) => (known(of) || isNamed(of) || of.guessed?.length ? null : correct(of, analysis, typing && n === words.length - 1))));
  return (await Promise.all(words.map(async (of) => {
    if (typing || known(of) || of.whole || isNamed(of) || of.token.length < 5 || (of.guessed?.length && of.guessed[0].distance === undefined && !NAMED.test(of.token)) || LATIN.test(of.token)) return [of];
    const pair = await (await neighbours()).halves(of.token, analysis);
    return pair ? (await each(pair, analysis)).map((part) => Object.assign(part, { parts: true })) : [of];
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
  const { corrections } = await neighbours();
  const tried = words.length > 1 ? rare.slice(0, DOUBTED) : rare.filter((of) => count(of) <= FEW);
  await Promise.all(tried.map(async (of) => {
    const found = await corrections(of, analysis, OTHERS);
    // A word that a few articles have is doubted where another, that a slip explains, is met far oftener: نتياهو 1, نتنياهو 84.
    await guess(of, ranked.sure ? found.filter(({ common, rank }) => rank >= LIKELY && common > FAR + Math.log2(count(of))) : found, analysis, NEAR.other);
  }));
  if (ranked.sure && !tried.some((of) => of.guessed.length)) return { words, ranked };
  if (!tried.length) return { words, ranked };
  // What has the words themselves comes first.
  const other = order(words);
  const first = ranked.best.slice(0, ranked.complete);
  const had = new Set(first);
  return { words, ranked: { ...other, best: [...first, ...other.best.filter((article) => !had.has(article))], complete: ranked.complete || other.complete } };
}

