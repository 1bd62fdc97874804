// What a browser makes of references: reads { script, items }, prints each as BibTeX and RIS, and all of them as CSL-JSON.
const { readFileSync } = require("node:fs");

const { script, items } = JSON.parse(readFileSync(0, "utf8"));
import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`).then(({ bibtex, csl, ris }) => {
  console.log(JSON.stringify({ bibtex: items.map(bibtex), ris: items.map(ris), csl: csl(items) }));
});
