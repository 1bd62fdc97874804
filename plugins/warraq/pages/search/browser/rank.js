// Which articles answer a query, and in what order.
import { NEAR } from "./words.js";

// How much of a word's worth depends on how often it stands in an article; how fast that saturates; how much an article's length counts.
const FREQUENCY = 0.35;
const SATURATION = 1.2;
const LENGTH = 0.5;
// What words next to each other, and words of the title, are worth more.
const CLOSE = 0.4;
const TITLE = 0.25;
// So many of the best are looked at for that: reading places costs time.
const CLOSELY = 400;
// Where fewer than a page of articles have all of several words, those that lack one follow.
const PAGE = 10;
const SEVERAL = 3;
// How close the words of an answer have to be that nobody will doubt.
const SURE = 0.2;

// One word against all articles: how near its nearest form is, and how often its forms stand there. `long` learns how long those articles are.
export function matches(word, total, long = new Float32Array(total)) {
  const near = new Float32Array(total);
  const times = new Float32Array(total);
  for (const [form, weight] of word.forms) {
    const { articles, starts, lengths } = form.read();
    for (let n = 0; n < articles.length; n++) {
      const article = articles[n];
      if (near[article] < weight) near[article] = weight;
      times[article] += weight * (starts[n + 1] - starts[n]);
      if (lengths?.[n]) long[article] = lengths[n];
    }
  }
  return { near, times };
}

// The rarity of a word, by how near: an exact form that is rare says more than its common family.
function rarities({ near }, total, { forms }) {
  const counts = new Map();
  for (const weight of near) if (weight) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  const rarity = new Map();
  let met = 0;
  for (const weight of [...counts.keys()].sort((a, b) => b - a)) {
    met += counts.get(weight);
    // Of a form of a very long family some articles are not known to have it (heads.js), but how many do is.
    const articles = forms.reduce((most, [form, own]) => (own >= weight ? Math.max(most, Math.min(form.count, total)) : most), met);
    rarity.set(weight, weight * Math.log(1 + (total - articles + 0.5) / (articles + 0.5)));
  }
  return rarity;
}

export function places(word, article) {
  const found = [];
  for (const [form] of word.forms) for (const place of form.in(article)) found.push(place);
  return found.sort((a, b) => a - b);
}

// The shortest stretch of an article that has all the words: 1 where they stand side by side, towards 0 where far apart.
function closeness(words, article) {
  const events = words.flatMap((word, n) => places(word, article).map((place) => [place, n])).sort((a, b) => a[0] - b[0]);
  const counts = new Array(words.length).fill(0);
  let missing = words.length;
  let best = Infinity;
  for (let left = 0, right = 0; right < events.length; right++) {
    if (counts[events[right][1]]++ === 0) missing--;
    while (missing === 0) {
      best = Math.min(best, events[right][0] - events[left][0]);
      if (--counts[events[left++][1]] === 0) missing++;
    }
  }
  return 1 / (1 + Math.max(0, best - words.length + 1) / 3);
}

export const count = (word) => word.forms.reduce((sum, [form, near]) => sum + (near >= NEAR.core ? form.count : 0), 0);

// What of each article the words have: { words, found, rarity, telling, having, most, long }.
function weighed(words, { places: total, articles }, allowed) {
  const long = new Float32Array(total);
  const found = words.map((word) => matches(word, total, long));
  const having = new Uint8Array(total);
  for (const { near } of found) for (let article = 0; article < total; article++) if (near[article]) having[article]++;
  let most = 0;
  for (let article = 0; article < total; article++) if (having[article] > most && (!allowed || allowed[article])) most = having[article];
  const rarity = found.map((match, n) => rarities(match, articles, words[n]));
  // What a word says of an article: nothing where no article has it.
  const telling = rarity.map((of) => Math.max(0, ...of.values()));
  return { words, found, having, most, long, rarity, telling };
}

// The articles that have so many of the words, each with its worth.
function scored({ words, found, having, telling, rarity, long }, least, most, { length }, allowed) {
  const worth = [];
  const all = telling.reduce((sum, one) => sum + one, 0);
  for (let article = 0; article < having.length; article++) {
    if (having[article] < least || having[article] > most || (allowed && !allowed[article])) continue;
    const norm = SATURATION * (1 - LENGTH + LENGTH * ((long[article] || length) / length));
    let score = 0;
    let told = 0;
    for (let n = 0; n < words.length; n++) {
      const near = found[n].near[article];
      if (near) {
        told += telling[n];
        const often = found[n].times[article];
        score += rarity[n].get(near) * (1 - FREQUENCY + FREQUENCY * (often / (often + norm)));
      }
    }
    worth.push([article, score * (told / all) * (having[article] / words.length)]);
  }
  return worth;
}

// The newer of two articles first, where their days are known.
export const newest = (days) => (a, b) => (days ? days[b] - days[a] : 0) || b - a;

// Those articles in their order, with regard to where the words stand.
function ordered(worth, { words, found }, { body, days }) {
  const newer = newest(days);
  const order = (a, b) => b[1] - a[1] || newer(a[0], b[0]);
  worth.sort(order);
  const closely = worth.slice(0, CLOSELY);
  for (const entry of closely) {
    // An article's own day stands nowhere in its text.
    const present = words.filter((word, n) => found[n].near[entry[0]] && !word.own?.some((form) => form.in(entry[0]).length));
    entry[2] = present.length > 1 ? closeness(present, entry[0]) : 0;
    const titled = present.filter((word) => places(word, entry[0])[0] < body).length;
    entry[1] *= (1 + CLOSE * entry[2]) * (1 + TITLE * (titled / words.length));
  }
  closely.sort(order);
  return [...closely, ...worth.slice(CLOSELY)];
}

// Articles that lack one of the words, behind the few that have all. Of two words they have the rarer, and are no more than fill a page.
function lackingOne(all, complete, index, allowed) {
  const { words, most, telling, found } = all;
  if (words.length >= SEVERAL) return ordered(scored(all, most - 1, most - 1, index, allowed), all, index);
  const { near } = found[telling[0] < telling[1] ? 1 : 0];
  return words.length === 1 ? [] : ordered(scored(all, 1, 1, index, allowed).filter(([article]) => near[article]), all, index).slice(0, PAGE - complete);
}

// { best: articles in order, complete: how many of them have all words, sure: whether the first has them as typed and close together }.
// `allowed`: what filters leave, or null.
export function rank(words, index, allowed, sort) {
  const all = weighed(words, index, allowed);
  const { most, found } = all;
  // Where no article has all words, those that have most of them are given: half at least.
  // A word that was only guessed, or has others of its meaning, is no reason to pass over articles that have all the others.
  const guessed = words.length >= SEVERAL && words.some((word) => word.widened || (word.guessed && word.forms.every(([, , spelt]) => spelt))) ? 1 : 0;
  const least = most === words.length ? most - guessed : Math.max(1, Math.min(most, Math.ceil(words.length / 2)));
  const worth = scored(all, least, words.length, index, allowed);
  const complete = most === words.length ? worth.filter(([article]) => all.having[article] === most).length : 0;
  if (sort === "date") return { best: worth.map(([article]) => article).sort(newest(index.days)), complete, sure: true };
  const best = ordered(worth, all, index);
  const first = best[0];
  const sure = complete > 0 && (words.length === 1 || first[2] >= SURE) && found.every(({ near }) => near[first[0]] >= NEAR.bare);
  if (complete && complete < PAGE && !guessed) best.push(...lackingOne(all, complete, index, allowed));
  return { best: best.map(([article]) => article), complete, sure };
}

// The spellings that were guessed for a word and that some articles have instead of it, most often met first.
export function guesses(word, articles) {
  const met = new Map();
  for (const article of articles) {
    const here = word.forms.filter(([form]) => form.in(article).length).sort((a, b) => b[1] - a[1])[0];
    if (here?.[2]) met.set(here[2], (met.get(here[2]) ?? 0) + 1);
  }
  return [...met].sort((a, b) => b[1] - a[1]).map(([spelt]) => spelt);
}
