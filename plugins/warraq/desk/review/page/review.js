// One item at a time; a decision is one key.
import { choose, readPlace } from "./filters.js";
import { listenToKeys } from "./keys.js";
import { ask } from "./server.js";
import { alike, busily, hush, needsMore, page, refill, restart, send, show } from "./session.js";
import { conflict, difference, fill, isLine, kindOf, proposalKey, standing, toMark } from "./shown.js";
import { listSteps } from "./steps.js";
import { at, tell } from "./told.js";

let last = null; // the last decision

async function decide(decisions, seen = []) {
  return await busily(async () => {
    const answer = await send("decide", { by: at("by").value, decisions, seen, shown: page.queue.map((item) => item.id) });
    return answer && (await goOn(answer, decisions));
  });
}

// What is left once something was decided, and what could not be written.
async function goOn(answer, decisions) {
  page.state = { ...page.state, ...answer, left: page.state.left };
  page.state.left -= decisions.length - Object.keys(answer.refused).length;
  // A decision may have settled its neighbours, and a mended line is another line: the server says what is left of these articles.
  const left = new Map(answer.left.map((item) => [item.id, item]));
  const touched = new Set(answer.paths);
  page.place = decisions.at(-1).id;
  const group = page.current?.group;
  page.queue = page.queue.filter((item) => !touched.has(item.path) || left.has(item.id)).map((item) => left.get(item.id) ?? item);
  for (const { id } of decisions) if (!(id in answer.refused)) page.queue = page.queue.filter((item) => item.id !== id);
  for (const item of page.queue) if (item.group === group) item.alike = Math.max(1, item.alike - decisions.length);
  const unwritten = decisions.find((decision) => decision.choice === "fix" && decision.id in answer.refused);
  if (unwritten && left.has(unwritten.id)) page.queue = [left.get(unwritten.id), ...page.queue.filter((item) => item.id !== unwritten.id)];
  await show();
  const refused = [...new Set(Object.values(answer.refused))];
  if (answer.unseen) await alike.begin(page.current); // more came in that is alike
  if (refused.length) say("text", refused.join(" "));
  if (unwritten) keepTyped(unwritten, answer.conflicts);
  at("conflicts").replaceChildren(...Object.entries(answer.conflicts).map(conflict));
  if (at("journal").open) listSteps();
  return !refused.length;
}

// What an editor typed is never lost: it stays in its box, and where its item is gone it is shown.
function keepTyped({ id, text }, conflicts) {
  if (page.current?.id === id) {
    actions.fix();
    at("line").value = text;
  } else {
    conflicts[id.slice(0, id.lastIndexOf("#"))] ??= { now: "", meant: text };
  }
}

const say = (name, why = "") => {
  at("failed").textContent = `${at("failed").dataset[name]} ${why}`.trim();
};
const keep = (id) => ({ id, choice: "keep" });
const keepShown = ({ id, sentence }) => ({ id, choice: "keep", expected: sentence });
const take = (item, name) => ({ id: item.id, choice: "take", text: name, expected: item.sentence });
const fix = (item, text) => ({ id: item.id, choice: "fix", text, expected: item.markdown ?? "" });

async function takeProposal(number) {
  const proposal = page.current.proposals[number];
  if (!proposal) return say("noProposal");
  last = { choice: "take", name: proposal.name };
  await decide([take(page.current, proposal.name)]);
}

// All that are alike, once each of their sentences was shown.
async function together(decisionOf) {
  if (!(await alike.showOn())) return;
  const decisions = alike.items.map(decisionOf);
  if (decisions.length) await decide(decisions, alike.seen);
}

const actions = {
  keep: () => {
    last = { choice: "keep" };
    return decide([keep(page.current.id)]);
  },
  all: () => together(keepShown),
  take: () => takeProposal(0),
  remove: () => (proposalKey(page.current) === "R" ? takeProposal(0) : say("noProposal")),
  takeAll: () => {
    const name = page.current.proposals[0]?.name;
    return name ? together((item) => take(item, name)) : say("noProposal");
  },
  like: () => {
    if (last?.choice === "keep") return actions.keep();
    if (last?.choice === "take") return takeProposal(page.current.proposals.findIndex((each) => each.name === last.name));
    const now = standing(page.current);
    if (!last?.from || now.split(last.from).length !== 2) return say("unlike");
    return decide([fix(page.current, now.replace(last.from, () => last.to))]);
  },
  skip: () => {
    page.asked.skipped.push(page.current.id);
    page.place = page.current.id;
    page.queue.shift();
    return show();
  },
  undo: () => undo({}),
  cancel: () => {
    for (const id of ["fixing", "rejecting"]) at(id).hidden = true;
    at("item").focus();
  },
  fix: () => {
    if (isLine(page.current) && page.current.markdown === null) return say("noSentence");
    document.querySelector('label[for="line"]').textContent = kindOf(page.current).ask;
    at("line").value = standing(page.current);
    at("fixing").hidden = false;
    at("line").focus();
  },
  reject: () => {
    at("rejecting").hidden = false;
    at("why").value = "";
    at("why").focus();
  },
  whole: async () => {
    const answer = await ask("original", { id: page.current.id });
    if (!answer?.original.length) return;
    at("source").closest("section").hidden = false;
    fill(at("source"), answer.original);
    toMark();
  },
  within: () => {
    page.asked.filters = { path: page.current.path };
    return restart();
  },
  everywhere: () => {
    page.asked.filters = {};
    return restart();
  },
  journal: () => {
    at("journal").open = !at("journal").open;
    at("journal").querySelector("summary").focus();
  },
};

function act(name) {
  hush();
  return actions[name]();
}

const undo = (body) => busily(() => takeBack(body));

async function takeBack(body) {
  const answer = await send("undo", body);
  if (!answer) return;
  if (answer.refused) {
    return say("text", answer.refused);
  }
  const { text, none } = at("undone").dataset;
  if (!answer.undone.length) {
    at("undone").textContent = none;
    return;
  }
  // What was taken back is shown again: the next key must not decide on anything else.
  page.asked.skipped = [];
  const back = await ask("items", { ids: answer.undone.slice(0, 12) });
  page.queue = [...(back?.items ?? []), ...page.queue.filter((item) => !answer.undone.includes(item.id))].slice(0, 12);
  page.current = null;
  const found = await ask("view", { ...page.asked, number: 1 });
  page.state = { ...page.state, ...found };
  await show();
  at("undone").textContent = `${text} ${answer.undone.length}`;
  if (at("journal").open) listSteps();
}

at("asked").addEventListener("change", (event) => {
  if (event.target.id === "by") return;
  choose(page.asked);
  restart();
});
at("asked").addEventListener("submit", (event) => event.preventDefault());

at("fixing").addEventListener("submit", (event) => {
  event.preventDefault();
  if (page.busy) return;
  const { from, to } = difference(standing(page.current), at("line").value);
  last = { choice: "fix", from, to };
  decide([fix(page.current, at("line").value)]);
});

at("rejecting").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (page.busy) return;
  at("rejecting").hidden = true;
  const { id } = page.current;
  await busily(async () => {
    const answer = await send("reject", { by: at("by").value, id, reason: at("why").value });
    if (answer) await goOn(answer, [{ id, choice: "reject" }]);
  });
});

document.addEventListener("click", (event) => {
  const { step } = event.target.closest("[data-step]")?.dataset ?? {};
  if (step && !page.busy) undo({ number: Number(step) });
  const { proposal } = event.target.closest("[data-proposal]")?.dataset ?? {};
  if (proposal && page.current && !page.busy) takeProposal(Number(proposal));
  const button = event.target.closest("[data-do]");
  if (button && !page.busy && (page.current || ["undo", "everywhere"].includes(button.dataset.do))) act(button.dataset.do);
});

listenToKeys({
  act,
  isBusy: () => page.busy,
  isShown: () => !!page.current,
  propose: takeProposal,
});

const A_MOMENT = 300;
const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));

// The archive is looked at bit by bit, while the editor is at work already.
async function look(again = false) {
  let answer = await ask("look", { again });
  while (answer?.waiting > 0) {
    page.state = { ...page.state, ...answer };
    if (needsMore()) await show();
    tell(page.state);
    await pause(page.busy ? A_MOMENT : 0);
    answer = await ask("look", {});
  }
  if (!answer) return;
  page.state = { ...page.state, ...answer };
  if (!page.busy) await refill();
  if (!page.current) await show();
  tell(page.state);
}

readPlace(page.asked);
await show();
await look(true);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && !page.busy && look(true));
