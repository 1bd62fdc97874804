// Marks the words searched for on an article's page. Nothing of the page is changed: its text stays what selectors and copies expect.
import { marker } from "./search.js";

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, blockquote, td, th, dd, figcaption";

export async function show(query) {
  if (!window.Highlight || !CSS.highlights) return 0;
  const places = await marker(query);
  const ranges = [];
  for (const block of document.querySelectorAll(`main :is(${BLOCKS})`)) {
    if (block.querySelector(BLOCKS) || block.closest("nav, aside, footer, form, details")) continue;
    const nodes = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length) nodes.push([at, walker.currentNode]);
    const boundary = (place, side) => {
      const [at, node] = nodes.findLast(([start]) => (side < 0 ? start <= place : start < place));
      return [node, place - at];
    };
    for (const [start, end] of places(block.textContent)) {
      const range = new Range();
      range.setStart(...boundary(start, -1));
      range.setEnd(...boundary(end, 1));
      ranges.push(range);
    }
  }
  CSS.highlights.set("searched", new Highlight(...ranges));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("::highlight(searched){background-color:light-dark(#f6dfb4,#4d3a14)}");
  document.adoptedStyleSheets.push(sheet);
  if (ranges.length && !location.hash) {
    const { top } = ranges[0].getBoundingClientRect();
    if (top > innerHeight) scrollTo({ top: top + scrollY - innerHeight / 3 });
  }
  return ranges.length;
}
