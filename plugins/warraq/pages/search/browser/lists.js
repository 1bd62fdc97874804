// The words of the archive by their beginnings, their ends and their sounds: listing.py. What a slip may have been meant for is looked for in them.
import { json, lettered, open } from "./store.js";

const backwards = (word) => Array.from(word).reverse().join("");

// Every word of the archive that begins ("front") or ends ("back") with the letters: [{ word, common, articled, spelt }].
export function listed(side, letters) {
  return side === "back" ? filed(side, backwards(letters), (word) => word.endsWith(letters)) : filed(side, letters, (word) => word.startsWith(letters));
}

// Every word that sounds like another, vowels aside.
export async function sounding(consonants) {
  const { analysis } = await open();
  return filed("sound", `${consonants} `, (word) => analysis.consonants(word) === consonants);
}

// The name of a file of words with a prefix: listing.py.
const fileName = (prefix) => Array.from({ length: prefix.length }, (_, n) => prefix.charCodeAt(n).toString(16).padStart(4, "0")).join("") || "all";

async function filed(side, key, fits) {
  const prefixes = (await json("lists.json"))[side].filter((prefix) => prefix.startsWith(key) || key.startsWith(prefix));
  const files = prefixes.map((prefix) => lettered(`${side}/${fileName(prefix)}.json.gz`));
  const found = [];
  for (const entries of await Promise.all(files))
    for (const entry of entries.split(" ")) {
      const [, word, common, articled, spelt] = /^(.*?)(\d)(\+?)(.*)$/.exec(entry);
      if (fits(word)) found.push({ word, common: +common, articled: Boolean(articled), spelt: spelt || word });
    }
  return found;
}
