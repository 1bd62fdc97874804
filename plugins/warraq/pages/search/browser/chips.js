// The filters that are active, each as a link that takes it away.
import { less, typed, untyped } from "./address.js";
import { digits, element } from "./render.js";

const PERIODS = new Set(["year", "from", "to", "before", "after"]);

// The name of a language in the page's language.
export function languageName(code, language = document.documentElement.lang) {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

// What a filter says: the label of a concept, the name of a language, else the value itself.
export function label(kind, value, facets) {
  if (kind.startsWith("-")) return `-${label(kind.slice(1), value, facets)}`;
  if (kind === "language") return languageName(value);
  if (PERIODS.has(kind)) return digits(value);
  return facets?.[kind]?.find(([id]) => id === value)?.[1] || value;
}

// A list of chips: [{ kind, value, label, to: the state without it; none where the reader has to take it out of the query }].
export function chips(now, found) {
  const first = { ...now, page: 1, at: undefined };
  const made = Object.entries(now.filters).flatMap(([kind, values]) => values.map((value) => ({
    kind, value, label: label(kind, value, found.facets), to: { ...first, filters: less(now.filters, kind, value) },
  })));
  for (const [kind, value] of typed(found.filters ?? {}, now.filters)) {
    const q = untyped(now.q, value, found.filters[kind]);
    made.push({ kind, value, label: label(kind, value, found.facets), to: q === now.q.trim() ? undefined : { ...first, q } });
  }
  if (found.like) made.unshift({ kind: "like", value: now.like, label: found.like.title, to: { ...first, like: undefined } });
  return made;
}

export function chipList(made, now, say, link) {
  const items = made.map(({ kind, label: text, to }) => {
    const inside = element("span", {}, element("span", { className: "vh" }, to ? `${say.remove} ` : ""), `${say[kind.replace("-", "")]}: `, element("bdi", {}, text));
    if (!to) return element("li", {}, element("span", { className: "chip" }, inside));
    const made = link(to, "", { className: "chip" });
    made.replaceChildren(inside);
    return element("li", {}, made);
  });
  if (made.length > 1) items.push(element("li", {}, link({ ...now, q: made.reduce((q, { value }) => untyped(q, value), now.q), like: undefined, filters: {}, page: 1, at: undefined }, say.clear)));
  return items;
}
