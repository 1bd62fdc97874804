// What was likely meant by a word that the archive does not have: words one letter away, and words that begin like it.
import { listed } from "./store.js";

const ARTICLES = ["وال", "بال", "ال", "لل"];

// Whether two words differ by one letter: put in, left out, exchanged, or two neighbours turned round.
export function near(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  if (a.length === b.length)
    return a.slice(same + 1) === b.slice(same + 1)
      || (a[same] === b[same + 1] && a[same + 1] === b[same] && a.slice(same + 2) === b.slice(same + 2));
  return a.length < b.length ? a.slice(same) === b.slice(same + 1) : a.slice(same + 1) === b.slice(same);
}

async function around(word) {
  const half = Math.min(2, word.length - 1);
  const found = await Promise.all([listed("front", word.slice(0, half)), listed("back", word.slice(-half))]);
  return found.flat();
}

const commonest = (found, most) =>
  [...new Map(found.sort((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1)).map((entry) => [entry.word, entry])).values()].slice(0, most);

// Up to `most` words of the archive that are one letter from a word, as typed or without its particles, likeliest first.
export async function corrections(word, most) {
  const typed = [...new Set([word.core, word.bare, word.token])].filter((form) => form.length > 2);
  const found = [];
  for (const form of typed)
    for (const entry of await around(form))
      if (near(form, entry.word)) found.push({ ...entry, rank: entry.common });
  // A slip in the article itself: whatever follows it has to be right.
  for (const article of ARTICLES)
    for (const size of [article.length - 1, article.length, article.length + 1]) {
      const rest = word.token.slice(size);
      if (size > 0 && rest.length > 2 && near(word.token.slice(0, size), article))
        for (const entry of await listed("front", rest)) if (entry.word === rest) found.push({ ...entry, rank: entry.common });
    }
  return commonest(found, most);
}

// Up to `most` words that begin like one that is still being typed.
export async function completions(word, most) {
  if (word.core.length < 2) return [];
  const found = await listed("front", word.core);
  return commonest(found.filter((entry) => entry.word !== word.core).map((entry) => ({ ...entry, rank: entry.common })), most);
}
