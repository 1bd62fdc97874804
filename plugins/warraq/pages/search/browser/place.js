// Where a reader was on a page of results, kept with the entry of the browser's history: Back leads to the same line.
const WAIT = 150;

let waiting;
// The place that a reader is led back to, until its results are there: a page that is shorter as yet scrolls by itself, and that is no place of the reader's.
let coming = null;

// Results are on their way; `back`: to where the reader was.
export function expect(back) {
  coming = back ? history.state : null;
}

function keep(focus) {
  clearTimeout(waiting);
  if (coming && !focus) return;
  history.replaceState({ ...history.state, scroll: Math.round(scrollY), ...(focus ? { focus } : {}) }, "");
}

// Watch from now on; the browser no longer scrolls by itself, since results come later than it knows.
export function watch(root) {
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, WAIT);
  }, { passive: true });
  addEventListener("pagehide", () => keep());
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) keep(link.href);
  }, { capture: true });
}

// Forget a wait that belongs to the entry that is left.
export const leave = () => clearTimeout(waiting);

// Go to where the reader was, and put the focus on the link that was followed, unless it is somewhere already.
export function restore(root) {
  const { scroll, focus } = coming ?? {};
  coming = null;
  if (focus && document.activeElement === document.body) [...root.querySelectorAll("a")].find(({ href }) => href === focus)?.focus({ preventScroll: true });
  if (scroll !== undefined) scrollTo({ top: scroll, behavior: "instant" });
}
