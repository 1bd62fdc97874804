// One item at a time; a decision is one key. Keys go by their place on the keyboard (event.code), so that they work in Arabic too.
const at = (id) => document.getElementById(id);
const token = document.documentElement.dataset.token;
const headers = { "X-Warraq-Token": token, "Content-Type": "application/json" };
let items = [];
let skipped = new Set();
let current = null;
let busy = false;

async function load(first = []) {
  const answer = await fetch("items", { headers });
  items = await answer.json();
  show(first);
}

const alike = (item) => items.filter((other) => other.group === item.group);

function show(first = []) {
  const wasGroup = current?.group;
  const left = items.filter((item) => !skipped.has(item.id));
  current = left.find((item) => first.includes(item.id)) || left.find((item) => item.group === wasGroup) || left[0] || null;
  const progress = at("progress");
  progress.textContent = `${items.length} ${progress.dataset.left}`;
  at("item").hidden = !current;
  at("nothing").hidden = !!current;
  if (!current) {
    if (items.length) at("nothing").textContent = at("nothing").dataset.skipped;
    return;
  }
  at("reason").textContent = current.reason;
  at("rule").textContent = current.rule;
  at("alike").textContent = `${alike(current).length} ${at("alike").dataset.text}`;
  at("headline").textContent = current.title;
  at("path").textContent = current.path;
  fill(at("text"), [current.before, current.quote, current.after]);
  at("text").lang = current.lang;
  at("text").dir = "auto";
  fill(at("source"), current.source);
  const keep = document.querySelector('[data-do="keep"]');
  keep.querySelector("span").textContent = keep.getAttribute(`data-${current.about}`);
  at("fixing").hidden = true;
  at("item").dataset.id = current.id;
  at("item").focus();
}

function fill(place, [before, quote, after]) {
  const [first, last] = place.querySelectorAll("span");
  first.textContent = before;
  place.querySelector("mark").textContent = quote;
  last.textContent = after;
}

async function send(name, body) {
  busy = true;
  at("failed").textContent = "";
  at("undone").textContent = "";
  at("conflicts").replaceChildren();
  try {
    const answer = await fetch(name, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return await answer.json();
  } catch (error) {
    at("failed").textContent = `${at("failed").dataset.text} ${error.message}`;
    return null;
  } finally {
    busy = false;
  }
}

async function decide(decisions) {
  const answer = await send("decide", { by: at("by").value, decisions });
  if (!answer) return;
  // A decision may have settled its neighbours, and a mended line is another line: the server says what is left of these articles.
  const touched = new Set(answer.paths);
  items = items.filter((item) => !touched.has(item.path)).concat(answer.left);
  const unwritten = decisions.find((decision) => decision.choice === "fix" && decision.id in answer.refused);
  show(unwritten ? [unwritten.id] : []);
  const refused = [...new Set(Object.values(answer.refused))];
  if (refused.length) at("failed").textContent = `${at("failed").dataset.text} ${refused.join(" ")}`;
  if (unwritten) keepTyped(unwritten, answer.conflicts);
  at("conflicts").replaceChildren(...Object.entries(answer.conflicts).map(conflict));
}

// What an editor typed is never lost: it stays in its box, and where its item is gone it is shown.
function keepTyped({ id, text }, conflicts) {
  if (current?.id === id) {
    actions.fix();
    at("line").value = text;
    at("fixing").hidden = false;
    at("line").focus();
  } else {
    conflicts[id.slice(0, id.lastIndexOf("#"))] ??= { now: "", meant: text };
  }
}

// An editor saved the file meanwhile: both texts are shown, and nothing was written.
function conflict([path, { now, meant }]) {
  const shown = at("conflict").content.cloneNode(true);
  shown.querySelector("bdi").textContent = path;
  const [first, second] = shown.querySelectorAll("pre");
  first.textContent = now;
  second.textContent = meant;
  return shown;
}

const actions = {
  keep: () => decide([{ id: current.id, choice: "keep" }]),
  all: () => decide(alike(current).map((item) => ({ id: item.id, choice: "keep" }))),
  skip: () => {
    skipped.add(current.id);
    show();
  },
  undo: async () => {
    const answer = await send("undo", {});
    if (!answer) return;
    if (answer.refused) {
      at("failed").textContent = `${at("failed").dataset.text} ${answer.refused}`;
      return;
    }
    const { text, none } = at("undone").dataset;
    if (!answer.undone.length) {
      at("undone").textContent = none;
      return;
    }
    // What was taken back is shown again: the next key must not decide on anything else.
    skipped = new Set();
    busy = true;
    try {
      await load(answer.undone);
    } finally {
      busy = false;
    }
    at("undone").textContent = `${text} ${answer.undone.length}`;
  },
  cancel: () => {
    at("fixing").hidden = true;
    at("item").focus();
  },
  fix: () => {
    const label = document.querySelector('label[for="line"]');
    const isValue = current.about !== "doubt"; // a date or a title, not a line of the text
    if (!isValue && current.markdown === null) {
      at("failed").textContent = at("failed").dataset.noSentence;
      return;
    }
    const { date, title, text } = label.dataset;
    label.textContent = current.about === "doubtful-title" ? title : isValue ? date : text;
    at("line").value = isValue ? current.quote : current.markdown;
    at("fixing").hidden = false;
    at("line").focus();
  },
};

at("fixing").addEventListener("submit", (event) => {
  event.preventDefault();
  if (busy) return;
  decide([{ id: current.id, choice: "fix", text: at("line").value, expected: current.markdown || "" }]);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button && !busy && (current || button.dataset.do === "undo")) actions[button.dataset.do]();
});

const KEYS = { KeyK: "keep", KeyA: "all", KeyF: "fix", KeyS: "skip", KeyU: "undo" };
document.addEventListener("keydown", (event) => {
  if (event.target === at("line")) {
    if (event.key === "Escape") actions.cancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) at("fixing").requestSubmit();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, textarea")) return;
  const action = KEYS[event.code];
  if (!action || busy || (!current && action !== "undo")) return;
  event.preventDefault();
  actions[action]();
});

load();
