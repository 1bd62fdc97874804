// Places the annotations of a page by other people's programs: what each selects, and where.
import {
  createCssSelectorMatcher,
  createTextPositionSelectorMatcher,
  createTextQuoteSelectorMatcher,
} from "@apache-annotator/dom";
import { makeRefinable } from "@apache-annotator/selector";
import { createTextAnnotator, W3CTextFormat } from "@recogito/text-annotator";

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
  return { text: range.toString(), place: before.toString().length };
}

globalThis.placedByApache = async (selector) => {
  const found = [];
  for await (const range of matcher(selector)(document.body)) found.push(place(range));
  return found;
};

globalThis.placedByRecogito = (items) => {
  const annotator = createTextAnnotator(document.body, { adapter: W3CTextFormat(location.href, document.body) });
  // With `true`, 4.1.1 gives them to a part of its core that looks for no passage.
  annotator.setAnnotations(items, false);
  const placed = annotator.state.store.all().map(({ id, target }) => [id, target.selector.map(({ range }) => place(range))]);
  const exported = annotator.getAnnotations();
  annotator.destroy();
  return { placed: Object.fromEntries(placed), exported };
};
