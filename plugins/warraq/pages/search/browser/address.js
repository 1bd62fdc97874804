// An address of /search/ and the state of the page that it stands for: whoever keeps the address has kept the search.
//
//   q, like (an article that others are to be like), source, tag, language, year, before, after (any number of each), from and to (years or months,
//   both included), exact=1 (word by word), sort=date, view=lines with order (before, hit, after) and at (the line it begins with), page

// What narrows results, in the order in which it is shown.
export const KINDS = ["year", "source", "tag", "language"];
const FILTERS = [...KINDS, "before", "after"];
const ENDS = ["from", "to"];
// No year of our calendar that an archive has is 1430.
const MONTH = /^(?!1[2-4])\d{4}(-(0[1-9]|1[0-2]))?$/u;
const ORDERS = ["before", "hit", "after"];
const AT = /^\d{1,7}(\.\d{1,7})?$/u;

// What an article's address looks like, below the site's root.
const ARTICLE = (given) => /^[^/:?#][^:?#]*\/$/u.test(given);

// { q, like, unlike: what should be an article's address and is none, filters, sort, view, order, at, page }; what an address says that means nothing is left out, but no filter is: search.js names those that it can make nothing of.
export function read(address) {
  const asked = new URL(address).searchParams;
  const one = (name, fits) => (fits(asked.get(name) ?? "") ? asked.get(name) : undefined);
  const filters = {};
  for (const kind of FILTERS) {
    const values = [...new Set(asked.getAll(kind))].filter(Boolean).slice(0, 50);
    if (values.length) filters[kind] = values;
  }
  for (const end of ENDS) {
    const value = one(end, Boolean);
    if (value) filters[end] = [value];
  }
  const view = one("view", (given) => given === "lines");
  return {
    q: asked.get("q") ?? "",
    like: one("like", ARTICLE),
    ...(one("like", (given) => given && !ARTICLE(given)) ? { unlike: asked.get("like").slice(0, 200) } : {}),
    filters,
    ...(one("exact", (given) => given === "1") ? { exact: "1" } : {}),
    sort: one("sort", (given) => given === "date"),
    view,
    order: view && one("order", (given) => ORDERS.includes(given)),
    at: view && one("at", (given) => AT.test(given)),
    page: Math.min(1e6, Math.max(1, Math.trunc(+asked.get("page")) || 1)),
  };
}

// The address of a state; `here` is any address of the page.
export function write({ q, like, filters = {}, exact, sort, view, order, at, page }, here) {
  const to = new URL(new URL(here).pathname, here);
  const put = (name, value) => { if (value) to.searchParams.append(name, value); };
  put("q", q);
  put("like", like);
  for (const kind of [...FILTERS, ...ENDS]) for (const value of filters[kind] ?? []) put(kind, value);
  put("exact", exact);
  put("sort", sort);
  put("view", view);
  if (view) for (const [name, value] of [["order", order], ["at", at]]) put(name, value);
  if (page > 1) put("page", String(page));
  return to.href;
}

const pad = (n, size) => String(n).padStart(size, "0");
// The year or month beside another: step is 1 or -1.
export function beside(period, step) {
  const [year, month] = period.split("-").map(Number);
  if (!month) return pad(year + step, 4);
  const months = year * 12 + month - 1 + step;
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}`;
}

// The filters as search.js has them: from and to are what lies after and before their neighbours, where they are years or months that have some.
export function bounds(filters) {
  const rest = { ...filters };
  for (const [end, key, step] of [["from", "after", -1], ["to", "before", 1]]) {
    const outside = MONTH.test(rest[end]?.[0]) ? beside(rest[end][0], step) : "";
    if (!MONTH.test(outside)) continue;
    rest[key] = [...(rest[key] ?? []), outside];
    delete rest[end];
  }
  return rest;
}

// Filters without one value, or without a whole kind.
export function less(filters, kind, value) {
  const { [kind]: values = [], ...rest } = filters;
  const left = value === undefined ? [] : values.filter((other) => other !== value);
  return left.length ? { ...rest, [kind]: left } : rest;
}

// The filters that stand in the query itself: [kind, value] of all that the search obeyed and that the address does not name.
export function typed(obeyed, filters) {
  const given = bounds(filters);
  return Object.entries(obeyed).flatMap(([kind, values]) => values.filter((value) => !given[kind]?.includes(value)).map((value) => [kind, value]));
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const OR = "(?:OR|\\||[أا]و)\\s+";
const QUOTE = `["'«»‹›\u2018\u2019\u201c\u201d\u201e]?`;
// Several words or phrases of which one suffices, as they stand in a query, with each OR between them.
export function eitherTyped(q, several) {
  const [found] = new RegExp(several.map((one) => QUOTE + escaped(one) + QUOTE).join(`\\s+${OR}`), "iu").exec(q) ?? [];
  return found ?? several.join(" | ");
}
// A query without one value of a filter; the query itself where none has it. `others`: all values of the filter, «source:BBC أو CNN».
export function untyped(q, value, others = []) {
  const quoted = (text) => `["'«‹\u2018\u201c\u201d\u201e]?(?:${text})["'»›\u2019\u201c\u201d\u201e]?(?=\\s|$)`;
  const without = (before, behind, left) => q.replace(new RegExp(`${before}${quoted(escaped(value))}${behind}`, "u"), left).trim();
  const key = "(^|\\s)(-?[\\p{L}_]+:\\s*)";
  const rest = others.filter((other) => other !== value).map(escaped).join("|");
  const tries = [...(rest ? [[key, `\\s+${OR}(?=${quoted(rest)})`, "$1$2"]] : []), [key, "", "$1"], [`(?:^|\\s+)${OR}`, "", ""]];
  return tries.map((one) => without(...one)).find((made) => made !== q.trim()) ?? q.trim();
}
