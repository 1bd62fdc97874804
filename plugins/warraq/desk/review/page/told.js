// The places of a page, and how far it has come.
export const at = (id) => document.getElementById(id);

// How much is left, and how much was decided; how far the archive was looked at.
export function tell(state) {
  const { left, done, reading } = at("progress").dataset;
  const read = state.waiting > 0 ? ` · ${reading} ${state.articles - state.waiting} / ${state.articles}` : "";
  at("progress").textContent = `${state.left} ${left} · ${state.decided} ${done}${read}`;
  at("bar").max = Math.max(1, state.decided + state.left);
  at("bar").value = state.decided;
}

// How far a key that decides on thousands has come.
export function tellWork({ what, done, of }) {
  at("progress").textContent = `${what}: ${done} / ${of}`;
  at("bar").max = of;
  at("bar").value = done;
}
