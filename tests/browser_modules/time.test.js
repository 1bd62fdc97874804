// The range of time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link, say } from "./elements.js";
import { load } from "./site.js";

const { time } = await load("time.js");
const MONTHS = [["2005-03", "", 4], ["2009", "", 1], ["", "", 2]];
function made(filters = {}, months = MONTHS) {
  const gone = [];
  return { gone, section: time({ q: "x", filters, page: 2 }, months, { say, link, go: (to) => gone.push(new URL(to).search), opened: new Set() }) };
}

test("each year has a column, high as it has results, and a line in the list where it has any", () => {
  const { section } = made();
  assert.deepEqual(section.all("i").map(({ style }) => style.blockSize), ["100%", "0%", "0%", "0%", "25%"]);
  assert.deepEqual(section.all("li").map(({ text }) => text), ["20091", "20054"]);
  assert.deepEqual(section.children.slice(-1).map(({ text }) => text), ["undated"]);
  assert.equal(section.children[1].attributes["aria-hidden"], "true");
});

test("a column leads to its year, handles to their range", () => {
  const { section, gone } = made({ source: ["s"], year: ["2005"] });
  section.all("span")[0].listeners.click();
  const [from, to] = section.all("input");
  assert.deepEqual([from.value, to.value, from.attributes["aria-valuetext"]], ["0", "0", "2005"]);
  to.value = "3";
  to.listeners.input();
  to.listeners.change();
  assert.deepEqual(gone, ["?q=x&source=s&from=2005&to=2005", "?q=x&source=s&from=2005&to=2008"]);
});

test("handles don't pass each other", () => {
  const { section } = made({ from: ["2006"], to: ["2009"] }, [["2001", "", 1], ["2009", "", 1]]);
  const [from, to] = section.all("input");
  assert.deepEqual([from.value, to.value], ["5", "8"]);
  to.value = "2";
  to.listeners.input();
  assert.deepEqual([from.value, to.value, from.attributes["aria-valuetext"]], ["2", "2", "2003"]);
});

test("of a chosen year the months are shown, and of no date nothing", () => {
  const { section } = made({ from: ["2005-03"], to: ["2005-03"] });
  const [month] = section.all("a");
  assert.deepEqual([section.all("i").length, month.text, month.attributes["aria-current"]], [12, "2005-034", "true"]);
  assert.equal(made({}, [["", "", 3]]).section, null);
  assert.equal(made({}, [["2005", "", 3]]).section.all("input").length, 0);
});

test("a range that only ends has its months as well", () => {
  const { section } = made({ to: ["2005-03"] });
  assert.deepEqual(section.all("a").map(({ text, attributes }) => [text, attributes["aria-current"]]), [["2005-034", undefined]]);
  const [from, to] = section.all("input");
  assert.deepEqual([from.value, to.value], ["0", "2"]);
});
