// Formats references as reference managers do: reads { items, styles, locales }, prints the entries by style, language and id.
const { readFileSync } = require("node:fs");
const { Engine } = require("citeproc");

const { items, styles, locales } = JSON.parse(readFileSync(0, "utf8"));
const known = new Map(items.map((item) => [item.id, item]));
const made = {};
for (const [name, style] of Object.entries(styles)) {
  for (const language of Object.keys(locales)) {
    const system = { retrieveLocale: (asked) => locales[asked] ?? locales["en-US"], retrieveItem: (id) => known.get(id) };
    const engine = new Engine(system, style, language, true);
    engine.setOutputFormat("text");
    engine.updateItems([...known.keys()]);
    const [{ entry_ids: ids, bibliography_errors: errors }, entries] = engine.makeBibliography();
    made[`${name} ${language}`] = { errors, entries: Object.fromEntries(ids.map(([id], n) => [id, entries[n].trim()])) };
  }
}
console.log(JSON.stringify(made));
