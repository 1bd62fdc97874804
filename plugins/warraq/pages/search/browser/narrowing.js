// What stands beside the results: every choice that would narrow or widen them, with the number of results that it would leave.
import { languageName } from "./chips.js";
import { digits, element } from "./render.js";
import { time } from "./time.js";

const FIRST = 8;
const MOST = 200;

// A link that says where the focus goes back to when the page has changed.
function choice(kind, [value, label, count], now, link) {
  const chosen = now.filters[kind] ?? [];
  const on = chosen.includes(value);
  const values = on ? chosen.filter((other) => other !== value) : [...chosen, value];
  const filters = { ...now.filters, [kind]: values };
  if (!values.length) delete filters[kind];
  const made = link({ ...now, filters, page: 1, at: undefined }, kind === "language" ? languageName(value) : label);
  made.dataset.key = `${kind}:${value}`;
  made.append(element("span", {}, digits(count)));
  if (on) made.setAttribute("aria-current", "true");
  return element("li", {}, made);
}

// The sections of the side. `opened` remembers which of them a reader unfolded.
export function sections(now, facets, tools) {
  const { say, link, opened } = tools;
  const made = [time(now, facets.month, tools)];
  for (const kind of ["source", "tag", "language"]) {
    const all = facets[kind].slice(0, MOST);
    // One language is no choice.
    if (!all.length || (kind === "language" && all.length < 2 && !now.filters.language)) continue;
    const items = all.map((one) => choice(kind, one, now, link));
    const section = element("section", {}, element("h2", {}, say[kind]), element("ul", { className: "facet" }, ...items.slice(0, FIRST)));
    if (items.length > FIRST) {
      const rest = element("details", { open: opened.has(kind) }, element("summary", {}, say.more), element("ul", { className: "facet" }, ...items.slice(FIRST)));
      rest.addEventListener("toggle", () => opened[rest.open ? "add" : "delete"](kind));
      section.append(rest);
    }
    made.push(section);
  }
  return made.filter(Boolean);
}
