// Names that are proposed for the vocabulary, one at a time; a decision is one key. Texts are anybody's: they go in as text, never as HTML.
import { ask } from "./server.js";
import { at, tell } from "./told.js";

const sorts = JSON.parse(document.querySelector("main").dataset.sorts);
const page = { queue: [], skipped: [], steps: [], only: "", busy: false };
const current = () => page.queue[0] ?? null;

function made(name, text, more = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...more });
}

function passage({ path, words }) {
  const [row, line] = [made("li", ""), made("bdi", "", { dir: "auto" })];
  line.append(words[0], made("mark", words[1]), words[2]);
  row.append(line, made("code", path, { dir: "ltr" }));
  return row;
}

function form(words, number) {
  const [row, label] = [made("li", ""), made("label", "")];
  label.append(Object.assign(document.createElement("input"), { type: "checkbox", checked: true, value: words, disabled: !number }), made("bdi", words));
  row.append(label);
  return row;
}

function other({ id, label }, number) {
  const [row, button] = [made("li", ""), made("button", "", { type: "button", className: "button" })];
  button.append(made("bdi", label), " ", made("bdi", `(${id})`, { dir: "ltr" }), " ", made("kbd", `${number + 1}`));
  button.dataset.concept = id;
  row.append(button);
  return row;
}

function showName(item) {
  at("name").textContent = item.forms[0];
  const { articles, times } = at("counts").dataset;
  at("counts").textContent = `${sorts[item.kind]} · ${item.articles} ${articles} · ${item.times} ${times}`;
  at("forms").hidden = item.forms.length < 2;
  at("forms").querySelector("ul").replaceChildren(...item.forms.map(form));
  at("perhaps").hidden = !item.perhaps.length;
  at("perhaps").querySelector("ol").replaceChildren(...item.perhaps.slice(0, 9).map(other));
  at("passages").replaceChildren(...item.passages.map(passage));
  at("label").value = item.forms[0];
  at("concept").value = item.concept;
  at("kind").value = item.kind;
  for (const id of ["changing", "joining"]) at(id).hidden = true;
}

// How much is left, of each sort too.
function showLeft(state) {
  tell(state);
  const select = at("asked").elements.only;
  const options = Object.entries(state.kinds).map(([kind, number]) => new Option(`${sorts[kind]} (${number})`, kind));
  select.replaceChildren(select.options[0], ...options.filter((option) => state.kinds[option.value] || option.value === page.only));
  select.value = page.only;
}

// What is open, once the archive was looked at.
async function refill(again = false) {
  let answer = await ask("proposed", { kind: page.only, skipped: page.skipped, again });
  while (answer?.waiting) {
    showLeft(answer);
    at("nothing").hidden = false;
    at("nothing").textContent = at("nothing").dataset.reading;
    answer = await ask("proposed", { kind: page.only, skipped: page.skipped });
  }
  if (!answer) return;
  page.queue = answer.names;
  showLeft(answer);
}

async function show(again = false) {
  if (again || page.queue.length < 2) await refill(again);
  const item = current();
  at("item").hidden = !item;
  at("nothing").hidden = !!item;
  at("nothing").textContent = item ? "" : at("nothing").dataset.open;
  if (!item) return;
  showName(item);
  at("item").focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

const chosen = () => [...at("forms").querySelectorAll("input:checked")].map((box) => box.value);

async function decide(choice, more) {
  const item = current();
  const answer = await ask("name", { id: item.id, choice, kind: item.kind, only: page.only, names: chosen(), ...more });
  if (!answer) return;
  if (answer.refused) {
    at("failed").textContent = `${at("failed").dataset.text} ${answer.refused}`;
    return;
  }
  page.steps.push(answer.step);
  page.queue.shift();
  showLeft(answer);
  await show();
}

function open(id, field) {
  at(id).hidden = false;
  at(field).focus();
}

const actions = {
  take: () => decide("take", { concept: current().concept }),
  never: () => decide("never", {}),
  change: () => open("changing", "label"),
  join: () => open("joining", "which"),
  skip: () => {
    page.skipped.push(current().id);
    page.queue.shift();
    return show();
  },
  cancel: () => {
    for (const id of ["changing", "joining"]) at(id).hidden = true;
    at("item").focus();
  },
  undo: async () => {
    const { text, none } = at("undone").dataset;
    const number = page.steps.at(-1);
    if (!number) {
      at("undone").textContent = none;
      return;
    }
    const answer = await ask("take_back", { number });
    if (!answer) return;
    if (answer.refused) {
      at("failed").textContent = answer.refused;
      return;
    }
    page.steps.pop();
    page.skipped = [];
    await refill();
    await show();
    at("undone").textContent = `${text} 1`;
  },
};

// No key counts until what was begun is done.
async function act(work) {
  if (page.busy) return;
  page.busy = true;
  for (const id of ["failed", "undone"]) at(id).textContent = "";
  try {
    await work();
  } finally {
    page.busy = false;
  }
}

const KEYS = { KeyT: "take", KeyF: "change", KeyN: "never", KeyJ: "join", KeyS: "skip", KeyU: "undo" };

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest("#item form")) return act(actions.cancel);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest("#changing")) return at("changing").requestSubmit();
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  const concept = digit ? current()?.perhaps[Number(digit[1]) - 1]?.id : null;
  const name = KEYS[event.code];
  if (!(concept || name) || !(current() || name === "undo")) return;
  event.preventDefault();
  act(concept ? () => decide("join", { concept }) : actions[name]);
});

document.addEventListener("click", (event) => {
  const { concept } = event.target.closest("[data-concept]")?.dataset ?? {};
  if (concept) act(() => decide("join", { concept }));
  const { do: name } = event.target.closest("[data-do]")?.dataset ?? {};
  if (name && (current() || name === "undo")) act(actions[name]);
});

at("changing").addEventListener("submit", (event) => {
  event.preventDefault();
  const [label, concept, kind] = ["label", "concept", "kind"].map((id) => at(id).value.trim());
  act(() => decide("take", { concept, kind, names: [label, ...chosen().filter((name) => name !== label)] }));
});

at("joining").addEventListener("submit", (event) => {
  event.preventDefault();
  act(() => decide("join", { concept: at("which").value.trim() }));
});

at("which").addEventListener("input", async () => {
  const words = at("which").value;
  const answer = await ask("concepts", { words });
  if (answer && words === at("which").value) at("found").replaceChildren(...answer.concepts.map(({ id, label }) => new Option(label, id)));
});

at("asked").addEventListener("change", () => {
  page.only = at("asked").elements.only.value;
  act(() => show(true));
});
at("asked").addEventListener("submit", (event) => event.preventDefault());

at("kind").replaceChildren(...Object.entries(sorts).map(([kind, label]) => new Option(label, kind)));
await act(() => show(true));
