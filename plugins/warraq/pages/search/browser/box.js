// The box in the header: the first results while typing. Loaded with the first letter, never before.
import { element, item, keys, said, sentences } from "./render.js";
import { search } from "./search.js";

const FIRST = 5;
const WAIT = 250;

// `form`: includes/search-box.html.
export function open(form) {
  const box = form.querySelector("input");
  // The page of the search has every sentence: no other page has to carry them.
  const spoken = fetch(form.action)
    .then((answer) => answer.text())
    .then((page) => sentences(new DOMParser().parseFromString(page, "text/html")))
    .catch(() => ({ results: { other: "{n}" } }));
  const status = element("p", { className: "vh", role: "status" });
  const panel = element("div", { className: "found", hidden: true });
  form.append(status, panel);
  const style = element("link", { rel: "stylesheet", href: new URL("../search/box.css", document.querySelector("link[rel=stylesheet]").href) });
  const dressed = new Promise((done) => { style.onload = style.onerror = done; });
  document.head.append(style);
  let last = 0;
  let waiting;

  async function show() {
    const turn = ++last;
    const query = box.value;
    const found = query.trim() ? await search(query, { limit: FIRST, typing: !/\s$/u.test(query) }).catch(() => null) : null;
    const say = await spoken;
    await dressed;
    if (turn !== last) return;
    status.textContent = found ? said(say.results, found.total) : "";
    panel.hidden = !found;
    if (!found) return;
    const all = element("a", { href: `${form.action}?${new URLSearchParams({ q: query })}` }, said(say.results, found.total));
    panel.replaceChildren(element("ol", { className: "items" }, ...found.results.map((result) => item(result, query, "h3", say))), element("p", {}, all));
  }

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, WAIT);
  });
  const move = keys(box, () => (panel.hidden ? [] : [...panel.querySelectorAll("a")]));
  form.addEventListener("keydown", (event) => {
    if (move(event)) return;
    if (event.key === "Escape" && !panel.hidden) panel.hidden = true;
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) panel.hidden = true;
  });
  show();
}
