// From a page's address at its source to the article here. Without it, the same stands in data/articles.csv.
const form = document.querySelector(".lookup");
const field = form.querySelector("input"), output = form.querySelector("output");
let index;

// The same as warraq.archive.address_key.
export function sameAddress(url) {
  const whole = url.split("#")[0].trim();
  const address = whole.includes("://") ? whole.slice(whole.indexOf("://") + 3) : whole;
  const slash = address.indexOf("/");
  const host = slash < 0 ? address : address.slice(0, slash);
  const rest = slash < 0 ? "" : address.slice(slash + 1);
  const [path, ...queries] = rest.split("?");
  const kept = queries.join("?").split("&").filter((part) => part && !/^(utm_|fbclid|gclid)/.test(part)).join("&");
  const start = `${host.toLowerCase().replace(/^www\./, "")}${slash < 0 ? "" : "/"}${path}`.replace(/\/+$/, "");
  return kept ? `${start}?${kept}` : start;
}

form.hidden = false;
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  index ??= await (await fetch(form.dataset.index)).json();
  const address = index[sameAddress(field.value)];
  if (!address) {
    output.textContent = form.dataset.none;
    return;
  }
  const found = document.createElement("a");
  found.href = new URL(address, new URL(form.dataset.root, location));
  found.textContent = decodeURI(found.href);
  output.replaceChildren(found);
});
