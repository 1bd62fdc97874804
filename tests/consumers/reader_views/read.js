// Reads pages whose paths are lines of the standard input; prints what Readability makes of each, a line of JSON for each.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const page = new JSDOM(readFileSync(path), { url: "https://archive.test/w/", contentType: "text/html", virtualConsole: new VirtualConsole() });
  const { title, byline, dir, lang, siteName, publishedTime, textContent } = new Readability(page.window.document).parse();
  console.log(JSON.stringify({ title, byline, dir, lang, siteName, publishedTime, text: textContent }));
}
