// Cleans each HTML text of a JSON list as sanitize-html does where nothing is set.
import { readFileSync } from "node:fs";
import sanitize from "sanitize-html";

const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => sanitize(text))));
