// What is shown, and what comes next: the state of the page, which every key reads and changes.
import { Alike } from "./alike.js";
import { keepPlace, offer } from "./filters.js";
import { ask } from "./server.js";
import { showItem } from "./shown.js";
import { at, tell, tellWork } from "./told.js";
import { showTwo } from "./two.js";

const ENOUGH = 4;

export const page = {
  queue: [],
  current: null,
  asked: { filters: {}, order: "kind", skipped: [] },
  place: "", // the last item that was decided on or skipped: what comes next stands behind it
  state: { waiting: -1, open: 0, decided: 0, left: 0 },
  busy: false,
  turn: 0, // grows with each decision: what was asked before it may be open no more
};

export const alike = new Alike(ask);

// No key counts until what was begun is done, and what comes next is shown.
export async function busily(work) {
  page.busy = true;
  at("item").ariaBusy = "true";
  try {
    return await work();
  } finally {
    page.busy = false;
    at("item").ariaBusy = "false";
  }
}

const A_WHILE = 500;

// Say how far a long piece of work has come, as long as it goes on.
function watch() {
  let timer = 0;
  let over = false;
  const look = async () => {
    const work = await ask("progress", {});
    if (over) return;
    if (work?.of) tellWork(work);
    timer = setTimeout(look, A_WHILE);
  };
  timer = setTimeout(look, A_WHILE);
  return () => {
    over = true;
    clearTimeout(timer);
    tell(page.state);
  };
}

// What the last key said is no more true of the next one.
export function hush() {
  for (const id of ["failed", "undone"]) at(id).textContent = "";
}

// A request that writes.
export async function send(name, body) {
  page.turn += 1;
  hush();
  at("conflicts").replaceChildren();
  const end = watch();
  try {
    return await ask(name, body);
  } finally {
    end();
  }
}

export async function refill() {
  const turn = page.turn;
  const answer = await ask("view", { ...page.asked, after: page.queue.at(-1)?.id ?? page.place, number: 12 });
  if (!answer || turn !== page.turn) return;
  page.state = answer;
  const have = new Set(page.queue.map((item) => item.id));
  page.queue.push(...answer.items.filter((item) => !have.has(item.id)));
  offer(answer.counts, page.asked);
}

export async function show() {
  if (page.queue.length < ENOUGH) await refill();
  const isAnother = page.queue[0]?.id !== page.current?.id || page.queue[0]?.sentence !== page.current?.sentence || page.queue[0]?.alike !== page.current?.alike;
  page.current = page.queue[0] ?? null;
  tell(page.state);
  at("item").hidden = !page.current;
  at("nothing").hidden = !!page.current;
  if (!page.current) {
    const { open, skipped, filtered, reading } = at("nothing").dataset;
    const why = page.state.waiting ? reading : page.asked.skipped.length ? skipped : Object.keys(page.asked.filters).length ? filtered : open;
    at("nothing").textContent = why;
    return;
  }
  if (isAnother) {
    showItem(page.current);
    at("item").dataset.id = page.current.id;
    at("item").focus({ preventScroll: true });
    window.scrollTo(0, 0);
    showTwo(page.current);
    alike.begin(page.current); // nobody has to wait for it
  }
}

export async function restart() {
  keepPlace(page.asked);
  page.queue = [];
  page.place = "";
  page.current = null;
  await show();
}

export const needsMore = () => !page.current || page.queue.length < ENOUGH;
