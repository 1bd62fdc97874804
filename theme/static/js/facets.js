// Several facets at once: fetches the index when somebody opens the box, counts, and lists. Without it, every facet has its own page.
const box = document.querySelector(".combine");
const root = box.dataset.root, kinds = ["year", "concept", "source"];
const most = 50;
let index;
// In the digits of the site, whose page says which.
const zero = { arab: 0x660, arabext: 0x6f0 }[document.documentElement.dataset.digits];
const digits = (number) => zero ? String(number).replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit))) : number;

const chosen = () => Object.fromEntries(kinds.map((kind) => [kind, box.querySelector(`[name=${kind}]`).value]));
const fits = (article, wanted, but) =>
  kinds.every((kind) => kind === but || wanted[kind] === "" || article[kind].includes(Number(wanted[kind])));

function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

function fill() {
  const wanted = chosen();
  for (const kind of kinds) {
    const select = box.querySelector(`[name=${kind}]`), counts = index[kind].map(() => 0);
    for (const article of index.articles) if (fits(article, wanted, kind)) for (const number of article[kind]) counts[number]++;
    const options = index[kind].map((name, number) =>
      counts[number] || wanted[kind] === String(number)
        ? element("option", { value: number }, `\u2068${name}\u2069 (${digits(counts[number])})`)
        : "");
    select.replaceChildren(select.options[0], ...options);
    select.value = wanted[kind];
  }
  const found = index.articles.filter((article) => fits(article, wanted));
  const any = Object.values(wanted).some((value) => value !== "");
  const said = box.querySelector("output");
  said.textContent = any ? digits(found.length) : "";
  said.parentElement.hidden = !any;
  box.querySelector("ol").replaceChildren(...(any ? found.slice(0, most) : []).map((article) =>
    element("li", { class: "item" },
      element("a", { href: new URL(article.address, new URL(root, location)), lang: article.lang, dir: article.dir }, article.title),
      element("p", { class: "quiet" }, element("bdi", {}, article.source.map((number) => index.source[number]).join("")),
        article.source.length && article.date ? " · " : "", element("bdi", {}, article.date)))));
}

box.hidden = false;
box.addEventListener("toggle", async () => {
  if (index || !box.open) return;
  const data = await (await fetch(new URL("data/facets.json.gz", new URL(root, location)))).blob();
  // Packed, unless a server that knows the name unpacked it on the way.
  const [first] = new Uint8Array(await data.slice(0, 1).arrayBuffer());
  index = await new Response(first === 0x1f ? data.stream().pipeThrough(new DecompressionStream("gzip")) : data).json();
  fill();
});
box.addEventListener("change", fill);
