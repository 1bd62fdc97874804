// The page /search/: results while typing, facets, and an address for every state.
import { element, item, keys, said, sentences } from "./render.js";
import { search } from "./search.js";

const PAGE = 10;
const WAIT = 120;
const KINDS = ["year", "source", "tag"];

const root = document.querySelector("[data-search-page]");
const say = sentences(root);
const box = root.querySelector("input[type=search]");
const status = root.querySelector("[data-status]");
const list = root.querySelector("[data-results]");
const notes = root.querySelector("[data-notes]");
const side = root.querySelector("[data-facets]");
const pager = root.querySelector("[data-pager]");
const sorts = root.querySelector("[data-sorts]");

// An address and the state it stands for: q, year, source, tag (any number of each), before, after, sort, page.
function state(address = location.href) {
  const asked = new URL(address).searchParams;
  return {
    q: asked.get("q") ?? "",
    filters: Object.fromEntries([...KINDS, "before", "after"].map((kind) => [kind, asked.getAll(kind)]).filter(([, values]) => values.length)),
    sort: asked.get("sort") === "date" ? "date" : undefined,
    page: Math.max(1, Math.trunc(+asked.get("page")) || 1),
  };
}

function address({ q, filters, sort, page }) {
  const to = new URL(location.pathname, location.href);
  if (q) to.searchParams.set("q", q);
  for (const [kind, values] of Object.entries(filters)) for (const value of values) to.searchParams.append(kind, value);
  if (sort) to.searchParams.set("sort", sort);
  if (page > 1) to.searchParams.set("page", String(page));
  return to.href;
}

let last = 0;

async function show(now, typing = false) {
  const turn = ++last;
  let found;
  try {
    found = await search(now.q, { limit: PAGE, offset: (now.page - 1) * PAGE, filters: now.filters, sort: now.sort, typing, facets: true });
  } catch {
    if (turn === last) status.textContent = say.failed;
    return;
  }
  if (turn !== last) return;
  const asked = now.q.trim() || Object.keys(now.filters).length;
  status.textContent = asked ? said(say.results, found.total) : "";
  list.replaceChildren(...found.results.map((result) => item(result, now.q, "h2", say)));
  notes.replaceChildren(...remarks(now, found));
  side.replaceChildren(...(asked ? facets(now, found) : []));
  side.hidden = !side.childElementCount;
  sorts.hidden = found.total < 2 || !now.q.trim();
  for (const link of sorts.querySelectorAll("a")) {
    const sort = link.dataset.sort === "date" ? "date" : undefined;
    link.href = address({ ...now, sort, page: 1 });
    if (sort === now.sort) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  pager.replaceChildren(...pages(now, found.total));
  document.title = now.q ? `\u2068${now.q}\u2069 — ${root.dataset.title}` : root.dataset.title;
}

// The query with another word in the place of one that was typed.
const instead = (now, typed, word) => ({ ...now, q: now.q.includes(typed) ? now.q.replace(typed, () => word) : word, page: 1 });

function remarks(now, found) {
  const said = [];
  const links = ({ typed, meant }) => meant.flatMap((word, n) => [n ? `${say.comma} ` : "", link(instead(now, typed, word), word)]);
  for (const one of found.corrected) {
    const lead = !one.meant.length ? [] : [`${found.total ? say.meant : say.perhaps} `, ...links(one)];
    said.push(element("p", {}, `${say.unknown} `, element("bdi", {}, `«${one.typed}»`), ". ", ...lead));
  }
  for (const one of found.suggested) said.push(element("p", {}, `${say.perhaps} `, ...links(one)));
  if (found.total && !found.complete) said.push(element("p", {}, say.most));
  if (!found.total && Object.keys(now.filters).length)
    said.push(element("p", {}, link({ ...now, filters: {}, page: 1 }, say.everywhere)));
  const words = now.q.trim().split(/\s+/).filter((word) => word.length > 2 && !found.corrected.some(({ typed }) => typed === word));
  if (!found.total && words.length && words.length + found.corrected.length > 1)
    said.push(element("p", {}, `${say.fewer} `, ...words.slice(0, 6).flatMap((word, n) => [n ? `${say.comma} ` : "", link({ ...now, q: word, page: 1 }, word)])));
  if (!found.total && now.q.trim()) said.push(element("p", {}, say.nothing));
  return said;
}

const link = (to, text, properties = {}) => element("a", { href: address(to), ...properties }, element("bdi", {}, text));

function facets(now, found) {
  return KINDS.filter((kind) => found.facets[kind].length).map((kind) => {
    const chosen = now.filters[kind] ?? [];
    const links = found.facets[kind].slice(0, kind === "year" ? 30 : 12).map(([value, label, count]) => {
      const on = chosen.includes(value);
      const values = on ? chosen.filter((other) => other !== value) : [...chosen, value];
      const filters = { ...now.filters, [kind]: values };
      if (!values.length) delete filters[kind];
      const made = link({ ...now, filters, page: 1 }, label);
      made.append(element("span", {}, String(count)));
      if (on) made.setAttribute("aria-current", "true");
      return element("li", {}, made);
    });
    return element("section", {}, element("h2", {}, say[kind]), element("ul", { className: "facet" }, ...links));
  });
}

function pages(now, total) {
  const made = [];
  if (now.page > 1) made.push(link({ ...now, page: now.page - 1 }, say.back, { rel: "prev" }));
  if (now.page * PAGE < total) made.push(link({ ...now, page: now.page + 1 }, say.further, { rel: "next" }));
  return made;
}

function go(to) {
  history.pushState(null, "", to);
  const now = state();
  box.value = now.q;
  show(now);
}

let waiting;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const now = { ...state(), q: box.value, page: 1 };
    history.replaceState(null, "", address(now));
    show(now, !/\s$/u.test(box.value));
  }, WAIT);
});
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  go(address({ ...state(), q: box.value, page: 1 }));
});
root.addEventListener("click", (event) => {
  const to = event.target.closest("a");
  if (!to || event.ctrlKey || event.metaKey || event.shiftKey || event.button || new URL(to.href).pathname !== location.pathname) return;
  event.preventDefault();
  go(to.href);
  // Not the box: on a telephone that would open the keyboard over the results.
  status.focus({ preventScroll: true });
  if (root.getBoundingClientRect().top < 0) root.scrollIntoView();
});
const move = keys(box, () => [...list.querySelectorAll("a")]);
root.addEventListener("keydown", (event) => {
  if (move(event) || event.key !== "Escape" || document.activeElement !== box || !box.value) return;
  event.preventDefault();
  box.value = "";
  box.dispatchEvent(new Event("input"));
});
addEventListener("popstate", () => {
  const now = state();
  box.value = now.q;
  show(now);
});

root.querySelector("[data-without]").hidden = true;
root.querySelector("[data-with]").hidden = false;
const now = state();
box.value = now.q;
if (now.q || Object.keys(now.filters).length) show(now);
else box.focus({ preventScroll: true });
