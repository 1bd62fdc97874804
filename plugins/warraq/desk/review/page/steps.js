// The journal: what was decided, in earlier sessions too, each step with a button that takes it back.
import { ask } from "./server.js";
import { at } from "./told.js";

export async function listSteps() {
  const answer = await ask("steps", {});
  const rows = (answer?.steps ?? []).map((step) => {
    const [row, words, button] = ["li", "span", "button"].map((name) => document.createElement(name));
    words.textContent = `${step.number}. ${step.day} · ${step.by} · ${step.what} (${step.files})`;
    Object.assign(button, { type: "button", className: "button", textContent: at("journal").dataset.undo });
    button.dataset.step = step.number;
    row.append(words, button);
    return row;
  });
  at("journal").querySelector("ol").replaceChildren(...rows);
}

at("journal").addEventListener("toggle", () => at("journal").open && listSteps());
