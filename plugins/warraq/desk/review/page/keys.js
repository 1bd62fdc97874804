// Keys go by their place on the keyboard (event.code), so that they work in Arabic too.
import { at } from "./told.js";

const KEYS = {
  KeyK: "keep",
  KeyA: "all",
  KeyF: "fix",
  KeyS: "skip",
  KeyU: "undo",
  KeyT: "take",
  KeyR: "remove",
  KeyL: "like",
  KeyO: "whole",
  KeyM: "within",
  KeyJ: "journal",
  KeyX: "reject",
};
const SHIFTED = { KeyK: "all", KeyT: "takeAll", KeyR: "takeAll" };
const WITHOUT_ITEM = ["undo", "journal"];
const TYPED_INTO = "input:not([type=checkbox]), textarea, select";

export function listenToKeys({ act, isBusy, isShown, propose }) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest("#item form")) {
      act("cancel");
      return;
    }
    if (event.target === at("line") && event.key === "Enter" && (event.ctrlKey || event.metaKey)) at("fixing").requestSubmit();
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches(TYPED_INTO)) return;
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    const action = event.shiftKey ? SHIFTED[event.code] : KEYS[event.code];
    if (isBusy() || !(action || digit) || !(isShown() || WITHOUT_ITEM.includes(action))) return;
    event.preventDefault();
    if (digit) propose(Number(digit[1]) - 1);
    else act(action);
  });
}
