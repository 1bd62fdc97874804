// The filters over the results where there is no room beside them: the same element moves into a dialog and back.
export function sheet(root, side) {
  const dialog = root.querySelector("[data-sheet]");
  const home = side.parentElement;
  const wide = matchMedia("(min-width:56rem)");
  root.querySelector("[data-open-sheet]").addEventListener("click", () => {
    dialog.querySelector("[data-sheet-body]").append(side);
    dialog.showModal();
  });
  dialog.addEventListener("close", () => home.append(side));
  dialog.addEventListener("click", (event) => {
    // A click beside the dialog is one on its backdrop.
    if (event.target === dialog || event.target.closest("[data-close-sheet]")) dialog.close();
  });
  wide.addEventListener("change", () => dialog.close());
  return dialog;
}
