// The filters and the order; they stand in the address, so that a page that is loaded again has its place.
import { at } from "./told.js";

const CHOSEN = ["rule", "source", "certainty"];

// The filters, with the number of items that each leaves.
export function offer(counts, asked) {
  for (const name of CHOSEN) {
    const select = at("asked").elements[name];
    const made = counts[name].filter(([value]) => value).map(([value, words, number]) => new Option(`${words} (${number})`, value));
    select.replaceChildren(select.options[0], ...made);
    const wanted = asked.filters[name] ?? "";
    if (wanted && ![...select.options].some((option) => option.value === wanted)) select.append(new Option(wanted, wanted));
    select.value = wanted;
  }
  at("asked").elements.order.value = asked.order;
  at("within").hidden = !asked.filters.path;
  at("within").querySelector("bdi").textContent = asked.filters.path ?? "";
  const chosen = [...at("asked").querySelectorAll("select")].filter((select) => select.value && select.name !== "order");
  at("filtered").textContent = [...chosen.map((select) => select.selectedOptions[0].text), asked.filters.path ?? ""].filter(Boolean).join(" · ");
}

export function choose(asked) {
  const chosen = Object.fromEntries(CHOSEN.map((name) => [name, at("asked").elements[name].value]));
  asked.filters = Object.fromEntries(Object.entries({ ...asked.filters, ...chosen }).filter(([, value]) => value));
  asked.order = at("asked").elements.order.value;
}

export function keepPlace({ order, filters }) {
  history.replaceState(null, "", `#${new URLSearchParams({ order, ...filters })}`);
}

export function readPlace(asked) {
  const from = new URLSearchParams(location.hash.slice(1));
  asked.order = from.get("order") === "article" ? "article" : "kind";
  const names = [...CHOSEN, "path"].filter((name) => from.get(name));
  asked.filters = Object.fromEntries(names.map((name) => [name, from.get(name)]));
}
