// The lines of a concordance on the page: a table, whatever its rows look like.
import { comparing, kwic } from "./kwic.js";
import { digits, element, said } from "./render.js";

const ORDERS = [["", "asfound"], ["before", "bybefore"], ["hit", "byhit"], ["after", "byafter"]];

const roled = (name, role, properties, ...children) => {
  const made = element(name, properties, ...children);
  made.setAttribute("role", role);
  return made;
};

// The article's address with what was searched for, and the place of this line.
export function leading({ url, before, hit, after, part }, query) {
  const to = new URL(url);
  to.searchParams.set("mark", query.slice(0, 200));
  if (part === "notes") return to.href;
  const words = (given, count) => encodeURIComponent(given.trim().split(" ").slice(...count).join(" ")).replace(/-/gu, "%2D");
  const [prefix, suffix] = [words(before, [-3]), words(after, [0, 3])];
  to.hash = `:~:text=${prefix ? `${prefix}-,` : ""}${encodeURIComponent(hit).replace(/-/gu, "%2D")}${suffix ? `,-${suffix}` : ""}`;
  return to.href;
}

function cell(given, length, side, one, here) {
  // A space at the edge of a box would vanish between two words.
  const at = side === "before" ? given.length - length : length;
  const parts = length ? [given.slice(0, at), given.slice(at)] : [given];
  if (length) parts[side === "before" ? 1 : 0] = element("b", {}, parts[side === "before" ? 1 : 0]);
  return roled("td", "cell", { className: `${side}${here === one.direction ? "" : " turned"}`, dir: one.direction }, element("span", {}, ...parts));
}

export function row(one, query, order, say, here) {
  const link = element("a", { href: leading(one, query) }, element("mark", {}, one.hit));
  const facts = element("p", { className: "quiet" });
  const parts = [one.part === "text" ? null : say[`in${one.part}`], one.source && element("bdi", {}, one.source),
    one.date && element("time", { dateTime: one.date }, element("bdi", {}, one.dateText || one.date))].filter(Boolean);
  facts.append(...parts.flatMap((part, n) => (n ? [" · ", part] : [part])));
  const [left, right] = one.beside;
  return roled("tr", "row", {},
    cell(one.before, order === "before" ? left : 0, "before", one, here),
    roled("td", "cell", { className: "hit", dir: one.direction }, link),
    cell(one.after, order === "after" ? right : 0, "after", one, here),
    roled("td", "cell", { className: "from" }, element("p", { dir: "auto" }, one.title), facts));
}

// Put new rows among those that are there; these are not moved, so that no focus is lost.
function put(body, rows, fresh, order, made) {
  if (!order) {
    rows.push(...fresh);
    body.append(...fresh.map(made));
    return;
  }
  const compare = comparing(order, document.documentElement.lang);
  for (const one of fresh) {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(rows[middle], one) <= 0) low = middle + 1;
      else high = middle;
    }
    rows.splice(low, 0, one);
    body.insertBefore(made(one), body.children[low] ?? null);
  }
}

// Fill `place` with the lines of a state; `current()` says whether the reader still waits for them. Gives what kwic gives.
export async function show(place, now, filters, { say, link, status, current }) {
  const here = getComputedStyle(place).direction;
  const heads = ["before", "word", "after", "article"].map((name) => roled("th", "columnheader", { scope: "col" }, say[`head${name}`]));
  const body = roled("tbody", "rowgroup", {});
  const table = roled("table", "table", {}, roled("thead", "rowgroup", { className: "vh" }, roled("tr", "row", {}, ...heads)), body);
  table.setAttribute("aria-label", say.lines);
  const orders = element("p", { className: "sorts quiet" }, `${say.orderoflines} `, ...ORDERS.flatMap(([order, name]) => {
    const made = link({ ...now, order: order || undefined }, say[name]);
    made.dataset.key = `order:${order}`;
    if ((now.order ?? "") === order) made.setAttribute("aria-current", "true");
    return [made, " "];
  }));
  const stop = element("button", { type: "button", className: "button", hidden: true }, say.stop);
  const progress = element("progress", { hidden: true });
  progress.setAttribute("aria-label", say.reading);
  const ending = new AbortController();
  stop.addEventListener("click", () => ending.abort());
  const foot = element("div", { className: "told" }, progress, stop);
  place.replaceChildren(orders, foot, table);
  const rows = [];
  const found = await kwic(now.q, {
    filters, sort: now.sort, exactly: Boolean(now.exact), at: now.at, signal: ending.signal,
    onlines(fresh, read, of) {
      if (!current()) return ending.abort();
      put(body, rows, fresh, now.order, (one) => row(one, now.q, now.order, say, here));
      [progress.max, progress.value] = [of, read];
      progress.hidden = stop.hidden = read >= of;
    },
  });
  if (!current()) return null;
  stop.hidden = progress.hidden = true;
  if (stop === document.activeElement) status.focus({ preventScroll: true });
  status.textContent = told(found, rows.length, say);
  const around = [];
  if (now.at) around.push(link({ ...now, at: undefined }, say.firstlines, { rel: "prev" }));
  if (found.next !== undefined) around.push(link({ ...now, at: found.next }, say.morelines, { rel: "next" }));
  place.append(element("nav", { className: "pager" }, ...around));
  return found;
}

// What was read, and what was not: a part is never taken for the whole.
export function told(found, count, say) {
  const lines = said(say.linecount, count);
  const whole = found.next === undefined && found.first === 1;
  const parts = [lines];
  if (!whole && found.last >= found.first) parts.push(say.part.replace("{first}", digits(found.first)).replace("{last}", digits(found.last)).replace("{all}", digits(found.articles)));
  if (!whole && found.hits) parts.push(say.about.replace("{hits}", digits(found.hits)));
  if (found.failed) parts.push(say.unread.replace("{n}", digits(found.failed)));
  return parts.join(" ");
}
