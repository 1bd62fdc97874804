// The citations of a list or of all articles, made here of packed references (data/citations*.json.gz). Without it, these files are there.
// The same as warraq.pages.citations: a test holds that each article's own files have the same bytes.
const TEX = { "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
for (const sign of "%&#_$") TEX[sign] = `\\${sign}`;
const LANGUAGES = {
  ar: "arabic", de: "german", en: "english", es: "spanish", fa: "persian", fr: "french", he: "hebrew", ru: "russian", tr: "turkish", ur: "urdu",
};
const line = (text = "") => text.replace(/\p{Cc}/gu, " ").split(/[^\S\ufeff]+/u).filter(Boolean).join(" ");
const tex = (text) => Array.from(line(text), (sign) => TEX[sign] ?? sign).join("").replace(/-(?=-)/g, "-{}");
const verbatim = (text) => line(text).replace(/[{}\\]/g, (sign) => encodeURIComponent(sign));
const padded = (number, digits) => (number ? String(number).padStart(digits, "0") : "");
const day = (item) => (item.issued?.["date-parts"][0] ?? []).map((part, n) => padded(part, n ? 2 : 4));

export function bibtex(item) {
  const newspaper = tex(item["container-title"]), date = day(item);
  const fields = {
    title: tex(item.title),
    author: (item.author ?? []).map(({ literal }) => `{${tex(literal)}}`).join(" and "),
    journal: newspaper,
    journaltitle: newspaper,
    entrysubtype: "newspaper",
    date: date.join("-"),
    year: date[0],
    version: item.version,
    langid: LANGUAGES[item.language.split("-")[0]],
    url: verbatim(item.URL),
    doi: verbatim(item.DOI),
    note: tex(item.note),
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@article{${item.id},\n${lines.join(",\n")}\n}\n`;
}

export function ris(item) {
  const [year, month = "", of = ""] = day(item);
  const fields = [
    ["TY", "NEWS"], ["TI", item.title], ...(item.author ?? []).map(({ literal }) => ["AU", literal]), ["T2", item["container-title"]],
    ["PY", year], ["DA", year && `${year}/${month}/${of}/`], ["ET", item.version], ["LA", item.language], ["DB", item.archive], ["AN", item.id],
    ["UR", item.URL], ["DO", item.DOI], ["N1", item.note],
  ];
  return `${fields.map(([tag, value]) => (value ? `${tag}  - ${line(value)}\r\n` : "")).join("")}ER  - \r\n`;
}

export const csl = (items) => `[${items.map(({ custom, ...item }) => JSON.stringify(item)).join(",\n")}]\n`;

const FORMATS = {
  BibTeX: ["bib", "application/x-bibtex", (items) => items.map(bibtex).join("\n")],
  RIS: ["ris", "application/x-research-info-systems", (items) => items.map(ris).join("")],
  "CSL-JSON": ["json", "application/vnd.citationstyles.csl+json", csl],
};

// A server that knows the name may have unpacked the file on the way.
async function unpacked(answer) {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const data = await answer.blob();
  const [first, second] = new Uint8Array(await data.slice(0, 2).arrayBuffer());
  return new Response(first === 0x1f && second === 0x8b ? data.stream().pipeThrough(new DecompressionStream("gzip")) : data).json();
}

let loaded;
const references = (root) => {
  loaded ??= (async () => {
    const data = new URL("data/", root);
    const names = Object.keys(await (await fetch(new URL("citations.json", data))).json());
    return (await Promise.all(names.map(async (name) => unpacked(await fetch(new URL(name, data)))))).flat();
  })();
  loaded.catch(() => { loaded = undefined; });
  return loaded;
};

// `place` is a list's address; on the page of the data it is all articles.
async function chosen(root, place) {
  const every = await references(root);
  return place !== "data/" ? every.filter(({ custom }) => custom.lists.includes(place)) : every;
}

function save(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function offer(box) {
  const root = new URL(box.dataset.root, location);
  for (const [format, [ending, type, write]] of Object.entries(FORMATS)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.lang = "en";
    button.textContent = format;
    button.onclick = async () => {
      button.disabled = true;
      try {
        const items = await chosen(root, box.dataset.cite);
        const name = box.dataset.cite.split("/").filter(Boolean).pop();
        save(write(items), `${name}.${ending}`, type);
        box.dataset.saved = String(items.length);
      } catch {
        location.href = box.querySelector("a").href; // the files themselves
      }
      button.disabled = false;
    };
    box.append(button);
  }
}

for (const box of globalThis.document?.querySelectorAll("[data-cite]") ?? []) offer(box);
