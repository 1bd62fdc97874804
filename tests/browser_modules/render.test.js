// Results as elements, in a page that is only as much of one as the modules need.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

class Element {
  constructor(name) { Object.assign(this, { name, children: [] }); }
  append(...children) { this.children.push(...children); }
  focus() { document.activeElement = this; }
  get text() { return this.children.map((child) => child.text ?? child).join(""); }
}
globalThis.document = { createElement: (name) => new Element(name), documentElement: { lang: "ar" }, activeElement: null };
const { element, item, keys, leading, marked, said } = await load("render.js");
const parts = (text, marks) => marked(text, marks).filter((part) => part !== "").map((part) => (part.name ? [part.text] : part));
const SAY = { lacking: "بلا", comma: "،", inferred: "تقدير", version: "نسخة أخرى من:" };
const RESULT = { url: "https://example.org/a/", title: "عنوان", titleMarks: [], excerpt: "نص", marks: [], missing: [], date: "", dateText: "", source: "" };

test("marks stand first, last, side by side", () => {
  assert.deepEqual(parts("abcdef", [[0, 2], [2, 3], [5, 6]]), [["ab"], ["c"], "de", ["f"]]);
  assert.deepEqual([parts("abc", []), parts("abc", [[0, 3]]), parts("", [])], [["abc"], [["abc"]], []]);
});

test("of marks that overlap the first stays, and no letter is lost or doubled", () => {
  assert.deepEqual(parts("abcdef", [[0, 3], [2, 5], [5, 6]]), [["abc"], "de", ["f"]]);
  assert.deepEqual(parts("abcdef", [[1, 5], [2, 3]]), ["a", ["bcde"], "f"]);
});

test("what is missing is not put into an element, an empty text is", () => {
  assert.deepEqual(element("p", { className: "x" }, null, undefined, "", "a").children, ["", "a"]);
});

test("a result's address has the query, two hundred letters of it, and nothing for an empty one", () => {
  const mark = (query) => new URL(leading("https://example.org/a/?b=1", query)).searchParams.get("mark");
  assert.deepEqual([mark("x y&z"), mark(" "), mark("")], ["x y&z", null, null]);
  assert.deepEqual([200, 201].map((size) => mark("x".repeat(size)).length), [200, 200]);
});

test("a number is said in the plural form of its language", () => {
  const forms = { zero: "لا {n}", one: "واحد", two: "اثنان", few: "{n} قليلة", many: "{n} كثيرة", other: "{n} أخرى" };
  assert.deepEqual([0, 1, 2, 3, 10, 11, 99, 100, 103].map((n) => said(forms, n)),
    ["لا 0", "واحد", "اثنان", "3 قليلة", "10 قليلة", "11 كثيرة", "99 كثيرة", "100 أخرى", "103 قليلة"]);
  assert.equal(said({ other: "{n}" }, 1), "1");
  assert.equal(said({ one: "one", other: "{n}" }, 0, "en"), "0");
});

test("a result shows its source and date, and says where the date is inferred", () => {
  const text = (more) => item({ ...RESULT, ...more }, "", "h2", SAY).text;
  assert.equal(text({}), "عنواننص");
  assert.equal(text({ source: "م", date: "2023", dateText: "عام" }), "عنواننصم · عام");
  assert.equal(text({ date: "2023", inferred: true }), "عنواننص2023 (تقدير)");
  assert.equal(text({ source: "م", inferred: true }), "عنواننصم");
  assert.equal(text({ excerpt: "" }), "عنوان");
});

test("a result names the words that it lacks, with commas between them", () => {
  assert.equal(item({ ...RESULT, excerpt: "", missing: ["أ", "ب"] }, "", "h2", SAY).text, "عنوانبلا أ، ب");
});

test("arrows go from the box through the links and back, and stop at both ends", () => {
  const [box, first, last] = ["input", "a", "a"].map((name) => new Element(name));
  const move = keys(box, () => [first, last]);
  const press = (key) => {
    const moved = move({ key, preventDefault() {} });
    return [moved, ["box", "first", "last"][[box, first, last].indexOf(document.activeElement)]];
  };
  box.focus();
  assert.deepEqual(["ArrowUp", "Escape", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"].map(press), [
    [false, "box"], [false, "box"], [true, "first"], [true, "last"], [true, "last"], [true, "first"], [true, "box"],
  ]);
  last.focus();
  assert.deepEqual([press("x"), press("Escape")], [[false, "last"], [true, "box"]]);
  assert.equal(keys(box, () => [])({ key: "ArrowDown" }), false);
});

test("another version names the article that is shown, and its own day where it is known", () => {
  const versionOf = { url: "https://example.org/b/", title: "<b>الأصل</b>" };
  const made = (versionDay) => item({ ...RESULT, versionOf, versionDay }, "x", "h2", SAY).children.at(-1);
  assert.equal(made("اليوم").text, "نسخة أخرى من: <b>الأصل</b> · اليوم");
  assert.equal(made("").text, "نسخة أخرى من: <b>الأصل</b>");
  assert.equal(made("").children[1].href, "https://example.org/b/?mark=x");
  assert.ok(!item(RESULT, "x", "h2", SAY).text.includes("نسخة"));
});
