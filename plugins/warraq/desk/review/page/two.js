// Two articles side by side: in each is marked what the other has not.
import { ask } from "./server.js";
import { kindOf, lead } from "./shown.js";
import { at } from "./told.js";

function fillPieces(place, pieces, name) {
  const made = pieces.map(([text, alone]) => {
    if (!alone) return text;
    const mark = document.createElement(name);
    mark.textContent = text;
    return mark;
  });
  place.replaceChildren(...made);
}

export async function showTwo(item) {
  const isTwo = kindOf(item).two;
  at("other").hidden = !isTwo;
  at("days").hidden = !isTwo;
  at("source").closest("section").hidden = isTwo;
  if (isTwo) at("text").tabIndex = 0;
  else at("text").removeAttribute("tabindex");
  if (!isTwo) return;
  const [link, path, text] = ["a", "bdi", ".excerpt"].map((each) => at("other").querySelector(each));
  for (const place of [link, path, text, at("days").firstChild]) place.textContent = "";
  const answer = await ask("two", { id: item.id });
  if (at("item").dataset.id !== item.id || !answer) return; // another one is shown by now
  if (!answer.this) {
    text.textContent = at("other").dataset.gone;
    return;
  }
  link.textContent = answer.other.title;
  lead(link, answer.other);
  path.textContent = [answer.other.days, answer.other.path].filter(Boolean).join(" · ");
  text.lang = answer.other.lang;
  at("days").firstChild.textContent = answer.this.days;
  fillPieces(at("text").firstElementChild, answer.this.pieces, "ins");
  at("text").querySelector(":scope > mark").textContent = "";
  fillPieces(text, answer.other.pieces, "del");
}
