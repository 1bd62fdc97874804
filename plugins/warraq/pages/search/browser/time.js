// The range of time that results are narrowed by: its shape as columns, two handles, and a list of the same numbers.
import { write } from "./address.js";
import { columns } from "./histogram.js";
import { digits, element } from "./render.js";

const HEIGHT = 100;

// A section, or null where no result has a date. `go` leads to an address; `link` makes a link to a state.
export function time(now, months, { say, link, go, opened }) {
  const { unit, columns: all, undated, rough } = columns(months, now.filters);
  if (!all.length) return null;
  const to = (first, last) => {
    const { year, from, to: high, ...rest } = now.filters;
    return { ...now, filters: { ...rest, from: [first], to: [last] }, page: 1, at: undefined };
  };
  const made = element("section", { className: "time" }, element("h2", {}, say.time));
  if (all.length > 1) made.append(shape(all, (period) => go(write(to(period, period), location.href))), handles(all, now.filters, say, (first, last) => go(write(to(first, last), location.href))));
  const list = element("details", { open: opened.has("time") || Boolean(now.filters.year) }, element("summary", {}, say[unit]), numbers(all, unit, now, link, to));
  list.addEventListener("toggle", () => opened[list.open ? "add" : "delete"]("time"));
  made.append(list);
  for (const [sentence, n] of [[say.rough, rough], [say.undated, undated]]) if (n) made.append(element("p", { className: "quiet" }, sentence.replace("{n}", digits(n))));
  return made;
}

// The columns, for eyes and pointers; the list says the same to everyone.
function shape(all, choose) {
  const most = Math.max(...all.map(({ count }) => count));
  const any = all.some(({ chosen }) => chosen);
  const made = element("div", { className: any ? "shape narrowed" : "shape" });
  made.setAttribute("aria-hidden", "true");
  for (const { period, count, chosen } of all) {
    const column = element("span", { className: chosen ? "chosen" : "", title: `\u2068${digits(period)}\u2069: ${digits(count)}` }, element("i", {}));
    column.firstChild.style.blockSize = `${count ? Math.max(4, Math.round((HEIGHT * count) / most)) : 0}%`;
    if (count) column.addEventListener("click", () => choose(period));
    made.append(column);
  }
  return made;
}

function handles(all, filters, say, choose) {
  const last = all.length - 1;
  const at = (period, none) => {
    if (!period) return none;
    const found = all.findIndex((column) => column.period.startsWith(period) || period.startsWith(column.period));
    const end = none && all.findLastIndex((column) => column.period.startsWith(period));
    return Math.max(0, none && end >= 0 ? end : found < 0 ? none : found);
  };
  const output = element("p", { className: "ends quiet" });
  const ends = [["from", 0], ["to", last]].map(([end, none]) => {
    const input = element("input", { type: "range", min: "0", max: String(last), step: "1" });
    input.value = String(at(filters[end]?.[0] ?? (filters.year?.length === 1 ? filters.year[0] : undefined), none));
    input.setAttribute("aria-label", say[end]);
    input.dataset.key = `time:${end}`;
    return input;
  });
  const period = (n) => all[+ends[n].value].period;
  const told = (moved) => {
    if (moved !== undefined && +ends[0].value > +ends[1].value) ends[1 - moved].value = ends[moved].value;
    ends.forEach((input, n) => { input.setAttribute("aria-valuetext", digits(period(n))); });
    output.replaceChildren(element("bdi", {}, digits(period(0))), " – ", element("bdi", {}, digits(period(1))));
  };
  ends.forEach((input, n) => {
    input.addEventListener("input", () => told(n));
    input.addEventListener("change", () => choose(period(0), period(1)));
  });
  told();
  return element("div", { className: "range" }, element("div", { className: "track" }, ...ends), output);
}

function numbers(all, unit, now, link, to) {
  const chosen = now.filters.year ?? [];
  const items = all.filter(({ count }) => count).toReversed().map(({ period, count, chosen: inside }) => {
    const on = unit === "year" && chosen.includes(period);
    const { year: _, from: low, to: high, ...rest } = now.filters;
    const years = on ? chosen.filter((other) => other !== period) : [...chosen, period];
    const state = unit === "year" ? { ...now, filters: years.length ? { ...rest, year: years } : rest, page: 1, at: undefined } : to(period, period);
    const made = link(state, digits(period));
    made.dataset.key = `time:${period}`;
    made.append(element("span", {}, digits(count)));
    if (on || (unit === "month" && inside && now.filters.from?.[0] === period && now.filters.to?.[0] === period)) made.setAttribute("aria-current", "true");
    return element("li", {}, made);
  });
  return element("ul", { className: "facet" }, ...items);
}
