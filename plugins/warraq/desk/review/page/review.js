// One item at a time; a decision is one key. Keys go by their place on the keyboard (event.code), so that they work in Arabic too.
import { Alike } from "./alike.js";
import { choose, keepPlace, offer, readPlace } from "./filters.js";
import { listenToKeys } from "./keys.js";
import { ask } from "./server.js";
import { at, conflict, difference, fill, isLine, kindOf, proposalKey, showItem, standing, tell, toMark } from "./shown.js";
import { listSteps } from "./steps.js";

const ENOUGH = 4;
let queue = [];
let current = null;
const asked = { filters: {}, order: "kind", skipped: [] };
let place = ""; // the last item that was decided on or skipped: what comes next stands behind it
let last = null; // the last decision
let state = { waiting: -1, open: 0, decided: 0, left: 0 };
let busy = false;

const alike = new Alike(ask);

// A request that writes: no key counts until it is answered.
async function send(name, body) {
  busy = true;
  for (const id of ["failed", "undone"]) at(id).textContent = "";
  at("conflicts").replaceChildren();
  try {
    return await ask(name, body);
  } finally {
    busy = false;
  }
}

async function refill() {
  const answer = await ask("view", { ...asked, after: queue.at(-1)?.id ?? place, number: 12 });
  if (!answer) return;
  state = answer;
  const have = new Set(queue.map((item) => item.id));
  queue.push(...answer.items.filter((item) => !have.has(item.id)));
  offer(answer.counts, asked);
}

async function show() {
  if (queue.length < ENOUGH) await refill();
  const isAnother = queue[0]?.id !== current?.id || queue[0]?.sentence !== current?.sentence || queue[0]?.alike !== current?.alike;
  current = queue[0] ?? null;
  tell(state);
  at("item").hidden = !current;
  at("nothing").hidden = !!current;
  if (!current) {
    const { open, skipped, filtered, reading } = at("nothing").dataset;
    const why = state.waiting ? reading : asked.skipped.length ? skipped : Object.keys(asked.filters).length ? filtered : open;
    at("nothing").textContent = why;
    return;
  }
  if (isAnother) {
    showItem(current);
    at("item").dataset.id = current.id;
    at("item").focus({ preventScroll: true });
    window.scrollTo(0, 0);
    await alike.begin(current);
  }
}

async function restart() {
  keepPlace(asked);
  queue = [];
  place = "";
  current = null;
  await show();
}

async function decide(decisions) {
  const answer = await send("decide", { by: at("by").value, decisions });
  return answer && (await goOn(answer, decisions));
}

// What is left once something was decided, and what could not be written.
async function goOn(answer, decisions) {
  state = { ...state, ...answer, left: state.left };
  state.left -= decisions.length - Object.keys(answer.refused).length;
  // A decision may have settled its neighbours, and a mended line is another line: the server says what is left of these articles.
  const left = new Map(answer.left.map((item) => [item.id, item]));
  const touched = new Set(answer.paths);
  place = decisions.at(-1).id;
  const group = current?.group;
  queue = queue.filter((item) => !touched.has(item.path) || left.has(item.id)).map((item) => left.get(item.id) ?? item);
  for (const { id } of decisions) if (!(id in answer.refused)) queue = queue.filter((item) => item.id !== id);
  for (const item of queue) if (item.group === group) item.alike = Math.max(1, item.alike - decisions.length);
  const unwritten = decisions.find((decision) => decision.choice === "fix" && decision.id in answer.refused);
  if (unwritten && left.has(unwritten.id)) queue = [left.get(unwritten.id), ...queue.filter((item) => item.id !== unwritten.id)];
  await show();
  const refused = [...new Set(Object.values(answer.refused))];
  if (refused.length) at("failed").textContent = `${at("failed").dataset.text} ${refused.join(" ")}`;
  if (unwritten) keepTyped(unwritten, answer.conflicts);
  at("conflicts").replaceChildren(...Object.entries(answer.conflicts).map(conflict));
  if (at("journal").open) listSteps();
  return !refused.length;
}

// What an editor typed is never lost: it stays in its box, and where its item is gone it is shown.
function keepTyped({ id, text }, conflicts) {
  if (current?.id === id) {
    actions.fix();
    at("line").value = text;
  } else {
    conflicts[id.slice(0, id.lastIndexOf("#"))] ??= { now: "", meant: text };
  }
}

const say = (name) => {
  at("failed").textContent = at("failed").dataset[name];
};
const keep = (id) => ({ id, choice: "keep" });
const take = (item, name) => ({ id: item.id, choice: "take", text: name, expected: item.sentence });
const fix = (item, text) => ({ id: item.id, choice: "fix", text, expected: item.markdown ?? "" });

async function takeProposal(number) {
  const proposal = current.proposals[number];
  if (!proposal) return say("noProposal");
  last = { choice: "take", name: proposal.name };
  await decide([take(current, proposal.name)]);
}

// All that are alike, once each of their sentences was shown.
async function together(decisionOf) {
  if (!(await alike.showOn())) return;
  const decisions = alike.items.map(decisionOf);
  if (decisions.length) await decide(decisions);
}

const actions = {
  keep: () => {
    last = { choice: "keep" };
    return decide([keep(current.id)]);
  },
  all: () => together((item) => keep(item.id)),
  take: () => takeProposal(0),
  remove: () => (proposalKey(current) === "R" ? takeProposal(0) : say("noProposal")),
  takeAll: () => {
    const name = current.proposals[0]?.name;
    return name ? together((item) => take(item, name)) : say("noProposal");
  },
  like: () => {
    if (last?.choice === "keep") return actions.keep();
    if (last?.choice === "take") return takeProposal(current.proposals.findIndex((each) => each.name === last.name));
    const now = standing(current);
    if (!last?.from || now.split(last.from).length !== 2) return say("unlike");
    return decide([fix(current, now.replace(last.from, () => last.to))]);
  },
  skip: () => {
    asked.skipped.push(current.id);
    place = current.id;
    queue.shift();
    return show();
  },
  undo: () => undo({}),
  cancel: () => {
    for (const id of ["fixing", "rejecting"]) at(id).hidden = true;
    at("item").focus();
  },
  fix: () => {
    if (isLine(current) && current.markdown === null) return say("noSentence");
    document.querySelector('label[for="line"]').textContent = kindOf(current).ask;
    at("line").value = standing(current);
    at("fixing").hidden = false;
    at("line").focus();
  },
  reject: () => {
    at("rejecting").hidden = false;
    at("why").value = "";
    at("why").focus();
  },
  whole: async () => {
    const answer = await ask("original", { id: current.id });
    if (!answer?.original.length) return;
    fill(at("source"), answer.original);
    toMark();
  },
  within: () => {
    asked.filters = { path: current.path };
    return restart();
  },
  everywhere: () => {
    asked.filters = {};
    return restart();
  },
  journal: () => {
    at("journal").open = !at("journal").open;
    at("journal").querySelector("summary").focus();
  },
};

async function undo(body) {
  const answer = await send("undo", body);
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
  busy = true;
  try {
    asked.skipped = [];
    const back = await ask("items", { ids: answer.undone.slice(0, 12) });
    queue = [...(back?.items ?? []), ...queue.filter((item) => !answer.undone.includes(item.id))].slice(0, 12);
    current = null;
    const found = await ask("view", { ...asked, number: 1 });
    state = { ...state, ...found };
    await show();
  } finally {
    busy = false;
  }
  at("undone").textContent = `${text} ${answer.undone.length}`;
  if (at("journal").open) listSteps();
}

at("asked").addEventListener("change", (event) => {
  if (event.target.id === "by") return;
  choose(asked);
  restart();
});
at("asked").addEventListener("submit", (event) => event.preventDefault());

at("fixing").addEventListener("submit", (event) => {
  event.preventDefault();
  if (busy) return;
  const { from, to } = difference(standing(current), at("line").value);
  last = { choice: "fix", from, to };
  decide([fix(current, at("line").value)]);
});

at("rejecting").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (busy) return;
  at("rejecting").hidden = true;
  const answer = await send("reject", { by: at("by").value, id: current.id, reason: at("why").value });
  if (answer) await goOn(answer, [{ id: current.id, choice: "reject" }]);
});

document.addEventListener("click", (event) => {
  const { step } = event.target.closest("[data-step]")?.dataset ?? {};
  if (step && !busy) undo({ number: Number(step) });
  const { proposal } = event.target.closest("[data-proposal]")?.dataset ?? {};
  if (proposal && current && !busy) takeProposal(Number(proposal));
  const button = event.target.closest("[data-do]");
  if (button && !busy && (current || ["undo", "everywhere"].includes(button.dataset.do))) actions[button.dataset.do]();
});

listenToKeys({
  actions,
  isBusy: () => busy,
  isShown: () => !!current,
  propose: takeProposal,
});

// The archive is looked at bit by bit, while the editor is at work already.
async function look(again = false) {
  let answer = await ask("look", { again });
  while (answer?.waiting > 0) {
    state = { ...state, ...answer };
    if (!current || queue.length < ENOUGH) await show();
    tell(state);
    answer = await ask("look", {});
  }
  if (!answer) return;
  state = { ...state, ...answer };
  if (!busy) await refill();
  if (!current) await show();
  tell(state);
}

readPlace(asked);
await show();
await look(true);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && !busy && look(true));
