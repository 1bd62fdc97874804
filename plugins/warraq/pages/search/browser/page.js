// The page /search/: results while typing, ways to narrow them and to work with them, and an address for every state.
import { bounds, read, write } from "./address.js";
import { chipList, chips } from "./chips.js";
import { sections } from "./narrowing.js";
import { expect, leave, restore, watch } from "./place.js";
import { remarks } from "./remarks.js";
import { digits, element, item, keys, said, sentences } from "./render.js";
import { search, similar, suggest } from "./search.js";
import { sheet } from "./sheet.js";

const PAGE = 10;
// Nothing is asked for while the hand still types; what narrows the results, once they are looked at.
const WAIT = 250;
const SETTLED = 600;
// A wait that a reader notices is said.
const NOTICED = 300;

const root = document.querySelector("[data-search-page]");
const part = (name) => root.querySelector(`[data-${name}]`);
const say = sentences(root);
const box = root.querySelector("input[type=search]");
const [status, list, lines, side, saving, filters] = ["status", "results", "lines", "facets", "save", "open-sheet"].map(part);
const opened = new Set();
const dialog = sheet(root, side);

const state = () => read(location.href);
const address = (now) => write(now, location.href);
const link = (to, text, properties = {}) => element("a", { href: address(to), ...properties }, element("bdi", {}, text));

let last = 0;
// The filters as the search has them, and what the reader sees: for a file of it.
let shown = { now: state(), total: 0 };

const asks = ({ q, like, unlike, filters }) => Boolean(q.trim() || like || unlike || Object.keys(filters).length);

const find = (now, options) => now.like
  ? similar(now.like, { ...options, filters: bounds(now.filters) })
  : search(now.q, { ...options, filters: bounds(now.filters), sort: now.sort, exactly: Boolean(now.exact) });

// How many there are, and how many of them have all the words, where others follow.
const counted = ({ total, complete: whole }) => [said(say.results, total), ...(whole && whole < total ? [said(say.complete, whole)] : [])].join(" · ");

async function show(now, { typing = false, back = false } = {}) {
  const turn = ++last;
  const current = () => turn === last;
  expect(back);
  const inLines = Boolean(now.view && now.q.trim() && !now.like);
  const waiting = setTimeout(() => {
    if (!current()) return;
    root.classList.add("loading");
    status.textContent = say.loading;
  }, NOTICED);
  let found;
  try {
    found = await find(now, { limit: inLines ? 0 : PAGE, offset: (now.page - 1) * PAGE, typing });
  } catch {
    if (current()) failed(now);
    return;
  } finally {
    clearTimeout(waiting);
    if (current()) root.classList.remove("loading");
  }
  if (!current()) return;
  const asked = asks(now);
  shown = { now, total: found.total };
  status.textContent = asked ? counted(found) : "";
  list.replaceChildren(...found.results.map((result) => item(result, now.q, "h2", say, link({ like: path(result.url), filters: {}, page: 1 }, say.alike))));
  part("notes").replaceChildren(...remarks(now, found, inLines ? now.page : Math.max(1, Math.ceil(found.total / PAGE)), { say, link }));
  lines.replaceChildren();
  root.dataset.view = inLines ? "lines" : asked ? "list" : "";
  tools(now, found, inLines);
  part("pager").replaceChildren(...(inLines ? [] : pages(now, found.total)));
  document.title = now.q ? `\u2068${now.q}\u2069 — ${root.dataset.title}` : root.dataset.title;
  if (!typing) part("suggested").replaceChildren();
  await Promise.all([narrowing(now, typing, asked, current), inLines && found.total ? concordance(now, current) : null]);
  if (back && current()) restore(root);
}

// What narrows the results comes behind them: it needs the days and sources of all articles.
async function narrowing(now, typing, asked, current) {
  if (typing) await new Promise((done) => setTimeout(done, SETTLED));
  if (!current()) return;
  try {
    const found = await find(now, { limit: 0, typing, facets: true });
    if (current()) beside(now, found, asked);
  } catch {
    if (current()) failed(now);
  }
}

async function concordance(now, current) {
  try {
    const { show: fill } = await import("./lines.js");
    const found = await fill(lines, now, bounds(now.filters), { say, link, status, current });
    if (found && current()) shown.lines = found;
  } catch {
    if (current()) failed(now);
  }
}

const path = (url) => decodeURI(url.slice(new URL("../", location.href).href.length));

function failed(now) {
  const again = element("button", { type: "button", className: "button" }, say.again);
  again.addEventListener("click", () => show(now));
  status.textContent = say.failed;
  part("notes").replaceChildren(again);
}

// Chips over the results, and choices beside them; the focus stays on the choice that was made.
function beside(now, found, asked) {
  const active = chips(now, found);
  part("chips").replaceChildren(...chipList(active, now, say, link));
  part("chips").hidden = !active.length;
  part("chosen").textContent = active.length ? `(${digits(active.length)})` : "";
  const key = side.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  side.replaceChildren(...(asked ? sections(now, found.facets, { say, link, go, opened }) : []));
  if (key) [...side.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key)?.focus({ preventScroll: true });
  side.hidden = filters.hidden = !side.childElementCount;
  filters.disabled = false;
  part("close-sheet").textContent = said(say.showing, found.total);
}

function tools(now, found, inLines) {
  const ordered = found.total > 1 && now.q.trim() && !now.like;
  part("sorts").hidden = !ordered || inLines;
  part("views").hidden = !now.q.trim() || !found.total || Boolean(now.like);
  saving.hidden = !found.total;
  // It has its place with the results, and works when what narrows them has come.
  if (found.total && filters.hidden) {
    filters.hidden = false;
    filters.disabled = true;
  }
  for (const button of saving.querySelectorAll("[data-format]")) button.hidden = inLines && !["csv", "json"].includes(button.dataset.format);
  part("saved").textContent = "";
  const choose = (links, chosen, to) => {
    for (const one of links) {
      one.href = address(to(one));
      if (chosen(one)) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
  };
  const sort = (one) => (one.dataset.sort === "date" ? "date" : undefined);
  choose(part("sorts").querySelectorAll("a"), (one) => sort(one) === now.sort, (one) => ({ ...now, sort: sort(one), page: 1 }));
  const view = (one) => one.dataset.view || undefined;
  choose(part("views").querySelectorAll("a"), (one) => (view(one) === "lines") === inLines, (one) => ({ ...now, view: view(one), page: 1, at: undefined, order: undefined }));
}

function pages(now, total) {
  const made = [];
  if (now.page > 1) made.push(link({ ...now, page: Math.min(now.page - 1, Math.max(1, Math.ceil(total / PAGE))) }, say.back, { rel: "prev" }));
  if (now.page * PAGE < total) made.push(link({ ...now, page: now.page + 1 }, say.further, { rel: "next" }));
  return made;
}

async function complete(typed) {
  const turn = last;
  const found = await suggest(typed).catch(() => []);
  if (turn !== last || typed !== box.value) return;
  const links = found.map(({ query, label }) => element("li", {}, link({ ...state(), q: query, page: 1 }, label)));
  part("suggested").replaceChildren(...links);
}

function go(to) {
  leave();
  history.pushState(null, "", to);
  const now = state();
  box.value = now.q;
  return show(now);
}

let waiting;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    // What is typed is looked for in articles: another article is no longer asked about.
    const now = { ...state(), q: box.value, like: undefined, view: undefined, page: 1 };
    history.replaceState(null, "", address(now));
    show(now, { typing: !/\s$/u.test(box.value) });
    complete(box.value);
  }, WAIT);
});
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  go(address({ ...state(), q: box.value, like: undefined, page: 1, at: undefined }));
});
root.addEventListener("click", (event) => {
  const to = event.target.closest("a");
  if (!to || event.ctrlKey || event.metaKey || event.shiftKey || event.button || new URL(to.href).pathname !== location.pathname) return;
  event.preventDefault();
  const inside = side.contains(to);
  go(to.href);
  // Who narrows the results goes on narrowing.
  if (inside) return;
  // Not the box: on a telephone that would open the keyboard over the results.
  status.focus({ preventScroll: true });
  if (root.getBoundingClientRect().top < 0) root.scrollIntoView();
});
saving.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { save } = await import("./saving.js");
  save(button, { ...shown, find: (offset, limit) => find(shown.now, { offset, limit }), say, told: part("saved") });
});
const move = keys(box, () => [...root.querySelectorAll("[data-suggested] a, [data-results] a")]);
root.addEventListener("keydown", (event) => {
  if (move(event) || event.key !== "Escape" || document.activeElement !== box || !box.value) return;
  event.preventDefault();
  box.value = "";
  box.dispatchEvent(new Event("input"));
});
addEventListener("popstate", () => {
  leave();
  dialog.close();
  const now = state();
  box.value = now.q;
  show(now, { back: true });
});

part("without").hidden = true;
part("with").hidden = false;
watch(root);
const now = state();
box.value = now.q;
if (asks(now)) {
  root.dataset.view = "list";  // as it will be with results: nothing moves when they come
  show(now, { back: true });
} else box.focus({ preventScroll: true });
