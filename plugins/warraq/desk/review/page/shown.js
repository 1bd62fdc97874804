// How an item is put on the page. Texts are anybody's: they go in as text, never as HTML.
import { at } from "./told.js";

export function fill(place, [before, quote, after]) {
  const [first, last] = [...place.children].filter((child) => child.localName === "span");
  first.textContent = before;
  place.querySelector(":scope > mark").textContent = quote;
  last.textContent = after;
}

const kinds = JSON.parse(document.querySelector("main").dataset.kinds);
export const kindOf = (item) => kinds[item.about] ?? { keep: item.about, ask: "" };
export const isLine = (item) => item.about === "doubt";

const WORD = /[\p{L}\p{M}\p{N}]/u;

const within = (text, at) => WORD.test(text[at - 1] ?? "") && WORD.test(text[at] ?? "");

// What differs between two lines, from the beginning of a word to the end of one.
export function difference(one, other) {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  while (start > 0 && (within(one, start) || within(other, start))) start -= 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  while (end > 0 && (within(one, one.length - end) || within(other, other.length - end))) end -= 1;
  const [from, to] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return { before: one.slice(0, start), from, to, after: one.slice(one.length - end) };
}

const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

// The side on which a text begins: that of what would be written, whatever is struck out before it.
function sideOf(text) {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter ? (FROM_RIGHT.test(letter) ? "rtl" : "ltr") : "auto";
}

// A line as it would be written, with what goes struck out and what comes marked.
export function written(was, becomes) {
  const { before, from, to, after } = difference(was, becomes);
  const made = ["bdi", "del", "ins"].map((name) => document.createElement(name));
  made[0].dir = sideOf(becomes);
  made[1].textContent = from;
  made[2].textContent = to;
  made[0].append(before, ...(from ? [made[1]] : []), ...(to ? [made[2]] : []), after);
  return made[0];
}

// The line or the value that an item is about, as it stands in the file.
export const standing = (item) => (isLine(item) ? (item.markdown ?? "") : item.quote);

// The key of an item's first proposal: a repetition is removed, anything else taken.
export const proposalKey = (item) => (item.proposals[0]?.name === "remove" ? "R" : "T");

// The original scrolls to the place in question.
export function toMark() {
  const mark = at("source").querySelector("mark");
  const [above, room] = [mark.offsetTop - at("source").offsetTop, at("source").clientHeight];
  at("source").scrollTop = above + mark.offsetHeight > room ? above - room / 3 : 0;
}

// Where an article stands on the site that is served beside the review.
export function lead(link, { slug }) {
  const site = document.documentElement.dataset.site;
  if (site) link.href = `${site}/articles/${encodeURIComponent(slug)}/`;
}

export function linkTo(item) {
  const link = Object.assign(document.createElement("a"), { textContent: item.title || item.slug, dir: "auto", target: "_blank", rel: "noreferrer" });
  lead(link, item);
  return link;
}

function label(button, item) {
  const remove = proposalKey(item) === "R";
  button.hidden = !item.proposals.length;
  const take = button.dataset.do === "take" ? (kindOf(item).take ?? button.dataset.take) : button.dataset.take;
  button.querySelector("span").textContent = remove ? button.dataset.remove : take;
  button.querySelector("kbd").textContent = `${button.dataset.do === "takeAll" ? "Shift+" : ""}${remove ? "R" : "T"}`;
}

export function showItem(item) {
  at("reason").textContent = item.reason;
  at("headline").textContent = item.title;
  lead(at("headline"), item);
  at("path").textContent = item.path;
  at("source-name").textContent = item.of;
  fill(at("text"), isLine(item) ? [item.before, item.quote, item.after] : ["", item.quote || "—", ""]);
  at("text").lang = item.lang;
  at("text").dir = isLine(item) || item.quote ? "auto" : document.documentElement.dir;
  fill(at("source"), item.source);
  toMark();
  document.querySelector('[data-do="keep"] span').textContent = kindOf(item).keep;
  for (const name of ["take", "takeAll"]) label(document.querySelector(`[data-do="${name}"]`), item);
  at("proposals").hidden = !item.proposals.length;
  at("proposals").querySelector("ol").replaceChildren(...item.proposals.map((proposal, number) => proposed(item, proposal, number)));
  at("keeps").querySelector("code").textContent = item.keeps;
  at("keeps").hidden = !item.keeps;
  at("fixing").hidden = true;
}

// The key of a text that may be a version, and that of one which is.
function keys(was, becomes) {
  const made = written(`perhaps_version_of: ${was}`, `version_of: ${becomes}`);
  made.dir = "ltr";
  return made;
}

function proposed(item, proposal, number) {
  const [row, key] = [document.createElement("li"), document.createElement("kbd")];
  key.textContent = number ? `${number + 1}` : proposalKey(item);
  const made = kindOf(item).two ? keys(item.quote, proposal.text) : written(standing(item), proposal.text);
  row.append(made, " ", key);
  if (number) {
    key.tabIndex = 0;
    key.dataset.proposal = number;
    key.role = "button";
  }
  return row;
}

// An editor saved the file meanwhile: both texts are shown, and nothing was written.
export function conflict([path, { now, meant }]) {
  const shown = at("conflict").content.cloneNode(true);
  shown.querySelector("bdi").textContent = path;
  const [first, second] = shown.querySelectorAll("pre");
  first.textContent = now;
  second.textContent = meant;
  return shown;
}
