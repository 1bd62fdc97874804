import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./site.js";

// As much of a page as marks.js looks at: blocks of text nodes.
function page(...blocks) {
  const found = blocks.map((texts) => ({
    texts: texts.map((data) => ({ data, length: data.length })),
    textContent: texts.join(""),
    querySelector: () => null,
    closest: () => null,
  }));
  const set = new Map();
  Object.assign(globalThis, {
    window: { Highlight: class {} },
    CSS: { highlights: { set: (name, highlight) => set.set(name, highlight) } },
    Highlight: class { constructor(...ranges) { this.ranges = ranges; } },
    NodeFilter: { SHOW_TEXT: 4 },
    Range: class {
      setStart(node, at) { this.start = [node.data, at]; }
      setEnd(node, at) { this.end = [node.data, at]; }
      getBoundingClientRect() { return { top: 0 }; }
    },
    CSSStyleSheet: class { replaceSync() {} },
    location: { hash: "" }, innerHeight: 900, scrollY: 0,
    document: {
      adoptedStyleSheets: [],
      querySelectorAll: () => found,
      createTreeWalker: ({ texts }) => {
        let at = -1;
        return { nextNode: () => ++at < texts.length, get currentNode() { return texts[at]; } };
      },
    },
  });
  return () => set.get("searched").ranges.map(({ start, end }) => [start, end]);
}

const { show } = await load("marks.js");

test("a word is marked in its text node; at the border of two it stays in the one that has it", async () => {
  const ranges = page(["قال ", "الجسر", " هنا"], ["بلا شيء"], ["الجسر"]);
  assert.equal(await show("الجسر"), 2);
  assert.deepEqual(ranges(), [[["الجسر", 0], ["الجسر", 5]], [["الجسر", 0], ["الجسر", 5]]]);
});

test("a word that two nodes share is marked over both", async () => {
  const ranges = page(["في ال", "جسر الكبير"]);
  assert.equal(await show("الجسر"), 1);
  assert.deepEqual(ranges(), [[["في ال", 3], ["جسر الكبير", 3]]]);
});

test("where the browser can't highlight, nothing is done", async () => {
  page(["الجسر"]);
  globalThis.window = {};
  assert.equal(await show("الجسر"), 0);
});
