// The menu that keeps what was found: as a file, or as an address.
import { download, MOST, saved, savedLines } from "./export.js";
import { digits } from "./render.js";

// Do what a button of the menu says; `told` is where it is said how far it is.
export async function save(button, { now, total, lines, find, say, told }) {
  if (button.dataset.copy !== undefined) {
    await navigator.clipboard.writeText(location.href).then(() => { told.textContent = say.copied; }, () => { told.textContent = location.href; });
    return;
  }
  const { format } = button.dataset;
  const about = { query: now.q, address: location.href };
  button.disabled = true;
  try {
    const onprogress = (done, of) => { told.textContent = say.gathering.replace("{n}", digits(done)).replace("{of}", digits(of)); };
    const file = lines ? savedLines(format, lines, { about }) : await saved(format, find, { about, onprogress });
    if (file.count) download(file);
    const parts = file.count ? [say.savedas.replace("{n}", digits(file.count)).replace("{name}", file.name)] : [];
    if (!lines && total > MOST) parts.push(say.savedpart.replace("{n}", digits(MOST)).replace("{of}", digits(total)));
    if (file.missing) parts.push(say.unread.replace("{n}", digits(file.missing)));
    told.textContent = parts.join(" ");
  } catch {
    told.textContent = say.failed;
  } finally {
    button.disabled = false;
    button.focus({ preventScroll: true });
  }
}
