// Shows TEI documents by CETEIcean and prints what stands in <tei-text>, without notes, pictures and what stood there before.

import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>");
for (const name of ["document", "HTMLElement", "customElements", "DOMParser", "Node", "Element", "CustomEvent", "Event", "XMLSerializer"]) {
  globalThis[name] = window[name];
}
globalThis.window = window;
const { default: CETEI } = await import("CETEIcean");

const shown = {};
for (const [slug, xml] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const viewer = new CETEI({ documentObject: window.document });
  const made = viewer.domToHTML5(new window.DOMParser().parseFromString(xml, "text/xml"));
  const text = made.querySelector("tei-text");
  for (const left of text.querySelectorAll("tei-note, tei-sic, tei-figure")) left.remove();
  shown[slug] = text.textContent;
}
console.log(JSON.stringify(shown));
