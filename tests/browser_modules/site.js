// The browser's search modules as they are published, beside an index that Python built (test_browser_modules.py makes both).
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const search = pathToFileURL(`${process.env.WARRAQ_SITE}/search/`);

export const asked = []; // the addresses below index/ that were fetched, in their order

// fetch() of node reads no files: a site on a disk answers as a server would.
globalThis.fetch = async (url) => {
  asked.push(String(url).replace(`${search}index/`, ""));
  try {
    return new Response(await readFile(url));
  } catch {
    return new Response("", { status: 404 });
  }
};

export const load = (name) => import(new URL(name, search).href);

// A form of an index: { article: [places] }.
export function form(held, names = {}) {
  const articles = Object.keys(held).map(Number).sort((a, b) => a - b);
  const starts = [0];
  const places = [];
  for (const article of articles) {
    places.push(...held[article]);
    starts.push(places.length);
  }
  return {
    ...names, articles, starts, places, count: articles.length,
    read() { return this; },
    in: (article) => held[article] ?? [],
  };
}
