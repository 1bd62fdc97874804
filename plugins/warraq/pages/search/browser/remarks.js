// What has to be said of an answer: how it was understood, and what to do where it is poor.
import { element } from "./render.js";

// The query with another word in the place of one that was typed.
const instead = (now, typed, word) => ({ ...now, q: now.q.includes(typed) ? now.q.replace(typed, () => word) : word, page: 1 });

export function remarks(now, found, pages, { say, link }) {
  const said = [];
  const links = ({ typed, meant }) => meant.flatMap((word, n) => [n ? `${say.comma} ` : "", link(instead(now, typed, word), word)]);
  for (const one of found.corrected) {
    const lead = !one.meant.length ? [] : [`${found.total ? say.meant : say.perhaps} `, ...links(one)];
    said.push(element("p", {}, `${say.unknown} `, element("bdi", {}, `«${one.typed}»`), ". ", ...lead));
  }
  for (const one of found.suggested) said.push(element("p", {}, `${say.perhaps} `, ...links(one)));
  if (found.total && !found.complete) said.push(element("p", {}, say.most));
  if (now.page > pages && found.total) {
    const sentence = say.beyond.replace("{page}", String(now.page)).replace("{last}", String(pages));
    said.push(element("p", {}, `${sentence} `, link({ ...now, page: pages }, say.tolast)));
  }
  if (!found.total && Object.keys(now.filters).length)
    said.push(element("p", {}, link({ ...now, filters: {}, page: 1 }, say.everywhere)));
  const words = now.q.trim().split(/\s+/).filter((word) => word.length > 2 && !found.corrected.some(({ typed }) => typed === word));
  if (!found.total && words.length && words.length + found.corrected.length > 1)
    said.push(element("p", {}, `${say.fewer} `, ...words.slice(0, 6).flatMap((word, n) => [n ? `${say.comma} ` : "", link({ ...now, q: word, page: 1 }, word)])));
  if (!found.total && (now.q.trim() || now.like)) said.push(element("p", {}, say.nothing));
  return said;
}
