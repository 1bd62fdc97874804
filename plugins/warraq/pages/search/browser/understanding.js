// What a query means: its words as sets of forms of the index, with what else may have been meant by them, and what of it has to be said.
import { row } from "./made.js";
import { hasOr, isPlain, LETTERS, NUMBERED, plainly } from "./plain.js";
import { count } from "./rank.js";
import { family, wholly } from "./families.js";
import { json } from "./store.js";
import { compounds, each, inPrint, isListed, LATIN, runs, spelt, withoutAsking } from "./sayings.js";
import { concept, isNamed, known, NEAR, formsOf, NONE, PHRASE, word } from "./words.js";

// Where so few articles of an archive of some size answer, what was typed may be a slip though it is a word.
export const FEW = 3;
export const MANY = 1000;
// So many articles have two words that may be none of each other's.
const BOTH = 40;
const ANYWHERE = 1e6;
// So many thousand bytes (unpacked) has the family of a word that a phrase had better not load.
const COMMON = 80;
// What may be a phrase, or a word that is refused.
const PHRASED = /["“”„«»‘’‚‹›]|(?:^|\s)-/u;
// So many letters are shown of what was too long to be searched for.
const TOLD = 120;
// Let words stand for the names of concepts that they are: those by which they find more, each with what was typed.
export async function named(words, { labels, analysis }) {
  const found = await Promise.all([...runs(words, labels)].flatMap(([run, concepts]) => concepts.map(async (one) => {
    const widens = (await Promise.all(run.map((of) => concept(of, one, analysis)))).some(Boolean);
    return widens ? [{ as: "name", typed: run.map(({ written }) => written).join(" "), meant: one.label }] : [];
  })));
  return found.flat();
}

// What else is searched for: the groups of synonyms, each with the words that were typed.
export function others(words) {
  const met = new Map();
  for (const { synonyms, written } of words) if (synonyms) met.set(synonyms.join(), { meant: synonyms, typed: [...(met.get(synonyms.join())?.typed ?? []), written] });
  return [...met.values()].map(({ meant, typed }) => ({ as: "synonyms", typed: typed.join(" "), meant }));
}

// The words that no article has: only others of their stem, «محلي» for محل, or of their family.
export const related = (words) => words.filter((of) => !of.whole && !isNamed(of) && !known(of) && of.forms.some(([, , spelt]) => !spelt)).map(({ written }) => ({ as: "related", typed: written }));

// What has the names is asked for together with the words, not behind them.
function ahead(tokens, { labels, analysis }, typing) {
  const spoken = tokens.map(({ token }) => analysis.analyse(token));
  const wanted = [...runs(spoken, labels)].flatMap(([, concepts]) => concepts.map(({ id }) => `=${id}`));
  // Two words that may be one are asked for as one, too.
  if (!typing) tokens.forEach((of, n) => { if (n && likelyOne(tokens[n - 1], of, analysis)) wanted.push(analysis.analyse(tokens[n - 1].token + of.token).family); });
  for (const name of wanted) family(name).catch(() => {});
}

// Whether one of two words is so short that both may be one.
const likelyOne = (before, of, { stop }) => !before.idle && !of.idle && [before, of].some(({ token }) => token.length < (stop.has(token) ? 3 : 4));

// «آل سعود»: a house, and no article of the word behind it.
const HOUSE = /^[وفبلك]?آل$/u;

// Two words typed for one become one where the archive lacks one of the two, or wherever it has the two as one (`boldly`).
export async function joined(words, analysis, boldly) {
  const made = [];
  // What speech has for something is a word, though the archive lacks it.
  const said = new Set((await Promise.all(words.map(async (of) => !known(of) && (await isListed(of)) && of))));
  for (const of of words) {
    const before = made.at(-1);
    if (before && !before.parts && !HOUSE.test(before.written) && (boldly || likelyOne(before, of, analysis) || !known(before) || !known(of))) {
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
  !pair.some(({ forms }) => forms.some(([form]) => form.kept < form.count)) && Math.min(...pair.map(({ token }) => token.length)) < 4 && both.forms.some(([, near]) => near === NEAR.bare) && count(both) > 1 && count(both) > 2 * row(pair.map((of) => formsOf(of))).count;

// What a query of the archive's own words does not need: two files, which come together.
export function slips() {
  import("./neighbours.js").catch(() => {});
  return import("./slips.js");
}

// Whether a long word stands here only without its first letters, as if those were a particle.
export const isCut = (of) => of.bare.length > 5 && of.bare !== of.core && !of.whole && !isNamed(of) && known(of) && !of.idle && !of.forms.some(([, near]) => near === NEAR.bare);

// What they look into comes beside them.
function twins() {
  import("./lists.js").catch(() => {});
  json("lists.json").catch(() => {});
  return import("./twins.js");
}

// Whether another word may have been meant.
const inDoubt = (of, typing) => (!isNamed(of) || (of.synonyms && LATIN.test(of.token) && count(of) <= FEW)) && (!known(of) || LATIN.test(of.token) || isCut(of) || (!typing && count(of) <= FEW && spelt(of.token).length > 0));

// Neighbours that no article has side by side, and few have both.
function strangers(words, { articles }) {
  const own = (of) => formsOf(of, NEAR.stem);
  const count = (pair, apart) => row(pair.map(own), apart).count + row(pair.map(own).reverse(), apart).count;
  const pairs = articles < MANY ? [] : words.slice(1).map((of, n) => [words[n], of]);
  return pairs.filter((pair) => pair.every((of) => known(of) && !of.guessed && !of.whole) && !pair.every(isNamed) && !count(pair, 1) && count(pair, ANYWHERE) <= BOTH);
}

// The query as it reads in another layout of the keyboard, where the archive has what it says and lacks what was typed.
async function otherLayout(query, typed, asked, index) {
  const lacking = typed.filter((of) => !known(of) && !index.analysis.stop.has(of.token) && !index.labels.has(of.bare));
  const long = typed.filter(({ token }) => token.length > 2 && !index.analysis.stop.has(token));
  const few = (found) => !found.length || found.length < long.length / 2;
  if (few(lacking) || asked.phrases.length || Object.keys(asked.filters).length) return null;
  // A word of speech is one of no other layout.
  const unknown = (await Promise.all(lacking.map(async (of) => ((await isListed(of)) ? null : of)))).filter(Boolean);
  if (few(unknown)) return null;
  return (await slips()).otherLayout(query, unknown, long, index);
}

// «al-Assad», «el Sisi»: the article says nothing by itself.
const withoutLatinArticles = (words) => words.filter(({ token }, n) => !(/^[ae]l$/u.test(token) && LATIN.test(words[n + 1]?.token ?? "") && /^[\s-]$/u.test(words[n + 1].gap)));

// What a query needs by its looks comes beside the index, not behind it.
export function expect(query) {
  for (const wanted of [!isPlain(query) && import("./query.js"), PHRASED.test(query) && import("./phrases.js"), hasOr(query) && import("./either.js"), NUMBERED.test(query) && import("./whole.js")]) if (wanted) wanted.catch(() => {});
}

// How much of each word of a phrase is loaded: of those that very many articles have nothing as yet, but for the rarest word of all (phrases.js).
function inPhrase(phrase, { analysis, large }) {
  const size = (token) => large.get(analysis.analyse(token).family) ?? 0;
  const most = Math.max(COMMON, Math.min(...phrase.map(size)));
  return (token) => (size(token) <= most ? PHRASE : NONE);
}

// The words of a query, as the index has them.
export async function understood(typedQuery, index, { typing = false, exactly = false, layout = null } = {}) {
  const { analysis } = index;
  const query = String(typedQuery).slice(0, LETTERS);
  const reading = !exactly && NUMBERED.test(query) ? await import("./whole.js") : null;
  let asked = isPlain(query) ? plainly(query, analysis) : (await import("./query.js")).parse(query, analysis, (exactly ? await import("./whole.js") : reading)?.boundAt);
  if (asked.behind.length) {
    const [{ without }, { taking }] = await Promise.all([import("./query.js"), import("./filters.js")]);
    asked = without(asked, await taking(asked, index));
  }
  const { rest, wholes, nodays } = reading ? reading.apart(asked.plain, index) : { rest: asked.plain, wholes: [], nodays: [] };
  const unsaid = (of) => analysis.stop.has(of.token);
  const { kept, unasked } = exactly ? { kept: rest, unasked: [] } : withoutAsking(rest, index, typing);
  const left = withoutLatinArticles(kept).filter(({ token }, n, all) => all.findIndex((other) => other.token === token) === n);
  // An article whose word is still to come says nothing yet.
  if (typing && left.length > 1 && analysis.description.articles.includes(left.at(-1).token)) left.pop();
  const tokens = left.map((of) => ({ ...of, idle: unsaid(of) && index.large.has(analysis.analyse(of.token).family) && !left.every(unsaid) }));
  const entire = wholly(tokens.filter((of) => !unsaid(of)), index);
  if (!exactly) ahead(tokens, index, typing);
  const [typed, phrases, without, special] = await Promise.all([
    each(tokens, analysis, (of) => (of.idle ? NONE : entire(of))),
    Promise.all(asked.phrases.map((phrase) => each(phrase, analysis, inPhrase(phrase, index)))),
    Promise.all(asked.without.map((phrase) => each(phrase, analysis, inPhrase(phrase, index)))),
    Promise.all([...wholes, ...asked.either.map(async (several) => (await import("./either.js")).eitherOf(several, index, exactly))]),
  ]);
  const told = [...special.flatMap(({ told: how, names = [] }) => [how, ...names]).filter(Boolean), ...nodays.map((typed) => ({ as: "noday", typed }))];
  if (unasked.length) told.push({ as: "asked", typed: unasked.map(({ raw }) => raw).join(" ") });
  const lost = [...asked.cut, String(typedQuery).slice(LETTERS).trim()].filter(Boolean).join(" ");
  if (lost) told.push({ as: "cut", typed: lost.length > TOLD ? `${lost.slice(0, TOLD)}…` : lost });
  const read = { asked, phrases, without, typed, special, told: layout ? [layout, ...told] : told };
  let words = typing || exactly ? typed : await joined(typed, analysis, false);
  if (!exactly && !layout && !asked.either.length) {
    const text = await otherLayout(query, words, asked, index);
    if (text) return understood(text, index, { typing, layout: { as: "layout", typed: query.trim(), meant: text.trim() } });
  }
  const spoken = words.filter((of) => !unsaid(of));
  if (spoken.length || phrases.length || special.length) words = spoken;
  if (!exactly) read.told.push(...(await named(words, index)));
  if (!exactly) await inPrint(words, analysis, { surely: unasked.length > 0, typing });
  if (!exactly && !typing) read.told.push(...(await compounds(words, index)));
  if (!exactly && words.some((of) => inDoubt(of, typing))) words = await (await slips()).guessed(words, index, typing);
  const doubted = exactly || typing ? [] : strangers(words, index);
  if (doubted.length) await (await twins()).exchanged(doubted, index);
  words = [...words, ...special];
  const phrased = phrases.flat();
  const telling = phrased.filter((of) => !unsaid(of));
  // Where all that was typed are phrases of words that say nothing, they are what is looked for: «على أن».
  return { ...read, words, all: [...words, ...(words.length || telling.length ? telling : phrased)] };
}
