// Resolves the selectors of a page's Web Annotations: what each finds, and where.
import {
  createCssSelectorMatcher,
  createTextPositionSelectorMatcher,
  createTextQuoteSelectorMatcher,
} from "@apache-annotator/dom";
import { makeRefinable } from "@apache-annotator/selector";

const MATCHERS = {
  CssSelector: createCssSelectorMatcher,
  TextQuoteSelector: createTextQuoteSelectorMatcher,
  TextPositionSelector: createTextPositionSelectorMatcher,
};
const matcher = makeRefinable((selector) => MATCHERS[selector.type](selector));

function place(range) {
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString().length;
}

globalThis.resolveSelector = async (selector) => {
  const found = [];
  for await (const range of matcher(selector)(document.body)) {
    found.push({ text: range.toString(), place: place(range) });
  }
  return found;
};
