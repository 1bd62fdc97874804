// More like this: the articles that share the most telling words and names with one.
import { addressHash, numbered } from "./address_hash.js";
import { alternatives, chosen, counts, dates, unread, withDates, written } from "./filters.js";
import { matches, newest } from "./rank.js";
import { result, SITE } from "./result.js";
import { facets, open, text } from "./store.js";
import { word } from "./words.js";

// So many words of an article are looked up, and so many of these are what it is about.
const LOOKED = 24;
const TELLING = 12;
// Of so few articles a word may be telling though most have it.
const FEW = 10;
// A word of the title counts as so many of the text.
const TITLE = 3;
// An article is alike that has so much of what the other is about.
const ALIKE = 0.25;
const SATURATION = 1.2;

// The words of an article that may tell what it is about, the most often written first.
export function often([, title, body], analysis) {
  const times = new Map();
  for (const [part, worth] of [[title, TITLE], [body, 1]])
    for (const token of analysis.tokens(part)) {
      if (token.length < 3 || /^\p{N}/u.test(token) || analysis.stop.has(token)) continue;
      const { core } = analysis.analyse(token);
      const had = times.get(core) ?? { token, core, count: 0 };
      had.count += worth;
      times.set(core, had);
    }
  return [...times.values()].sort((a, b) => b.count - a.count || b.core.length - a.core.length || (a.core < b.core ? -1 : 1)).slice(0, LOOKED);
}

const rarity = (having, total) => Math.log(1 + (total - having + 0.5) / (having + 0.5));

// { best: articles, likest first, words: what they were compared by, of: the article's text, index }; `path` is below the site's root.
// Where the archive has no such article, nothing is like it.
export async function alike(path, filters = {}) {
  const opened = await open();
  const { analysis, articles: total } = opened;
  const [own, known] = await Promise.all([numbered(path, addressHash(path)), facets()]);
  const index = { ...opened, days: known.days };
  const size = opened.places;
  if (own === undefined) return { best: [], every: () => [], words: [], of: [path, path], lost: true, index };
  const entry = await text(own);
  const looked = await Promise.all(often(entry, analysis).map(async ({ token, count }) => ({ of: await word(token, analysis), count })));
  const speaking = known.language.filter((language) => language === known.language[own]).length || total;
  const common = Math.max(FEW, speaking / 2);
  const telling = [];
  for (const { of, count } of looked) {
    const { near, times } = matches(of, size);
    const having = near.reduce((sum, weight) => sum + (weight > 0), 0);
    // What it alone has, and what half of its language's articles have, finds nothing.
    if (having > 1 && having <= common) telling.push({ of, near, times, worth: (1 + Math.log(count)) * rarity(having, total) });
  }
  telling.sort((a, b) => b.worth - a.worth);
  telling.length = Math.min(telling.length, TELLING);
  const sums = new Float32Array(size);
  let whole = 0;
  for (const { near, times, worth } of telling) {
    whole += worth;
    for (let article = 0; article < size; article++) if (near[article]) sums[article] += worth * near[article] * (0.5 + (0.5 * times[article]) / (times[article] + SATURATION));
  }
  const tags = known.tag[own];
  const tagged = new Map(tags.map((tag) => [tag, 0]));
  if (tags.length) for (const of of known.tag) for (const tag of of) if (tagged.has(tag)) tagged.set(tag, tagged.get(tag) + 1);
  for (const tag of tags) whole += rarity(tagged.get(tag), total);
  if (tags.length) known.tag.forEach((of, article) => { for (const tag of of) if (tagged.has(tag)) sums[article] += rarity(tagged.get(tag), total); });
  // Neither itself nor another of its versions, and no article twice.
  const shown = (article) => opened.versions.get(article) ?? article;
  const allowed = await chosen(filters, opened, analysis);
  const order = newest(known.days);
  const all = Array.from(sums, (_, article) => article)
    .filter((article) => sums[article] >= ALIKE * whole && sums[article] > 0 && shown(article) === article && article !== shown(own))
    .sort((a, b) => sums[b] - sums[a] || order(a, b));
  const best = all.filter((article) => !allowed || allowed[article]);
  return { best, every: () => all, words: telling.map(({ of }) => of), of: entry, index };
}

// As `search` of search.js gives results; `url` is the address of an article, or what follows the site's root in it.
export async function similar(url, { limit = 10, offset = 0, filters = {}, facets: counted = false } = {}) {
  const path = decodeURI(new URL(url, SITE).href.slice(SITE.href.length));
  const given = Object.fromEntries(Object.entries(filters).map(([kind, values]) => [kind, [values].flat().map(String)]));
  const opened = await open();
  const wanted = await withDates(given, opened.analysis);
  const { best, every, words, of, lost, index } = await alike(path, wanted);
  return {
    total: best.length, complete: best.length, corrected: [], suggested: [], understood: dates(wanted), unread: await unread(wanted, opened), filters: written(wanted),
    results: await Promise.all(best.slice(offset, offset + limit).map((article) => result(article, words, index, []))),
    like: { url: new URL(of[0], SITE).href, title: of[1], ...(lost ? { lost } : {}) },
    ...(counted ? { facets: await counts(best, index, await alternatives(wanted, every, index, index.analysis)) } : {}),
  };
}
