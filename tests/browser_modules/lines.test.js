// The rows of a concordance.
import assert from "node:assert/strict";
import { test } from "node:test";
import { say } from "./elements.js";
import { load } from "./site.js";

const { leading, row, told } = await load("lines.js");
const LINE = { url: "https://example.org/a/", title: "عنوان", date: "2023", dateText: "عام 2023", source: "م", part: "text", direction: "rtl",
  before: "قال إن ", hit: "القناة", after: " مفتوحة-اليوم", beside: [3, 8] };

test("a line leads to its own place in the article, wherever else the word stands", () => {
  const href = leading(LINE, "قناة");
  assert.match(href, /\?mark=.*#:~:text=/u);
  const [, prefix, text, suffix] = /text=([^,]*)-,([^,]*),-([^,]*)$/u.exec(href).map(decodeURIComponent);
  assert.deepEqual([prefix, text, suffix], ["قال إن", "القناة", "مفتوحة-اليوم"]);
  assert.ok(!leading({ ...LINE, part: "notes" }, "قناة").includes(":~:"));
  assert.ok(leading({ ...LINE, before: "", hit: "a,b-c&d", after: "" }, "x").endsWith("text=a%2Cb%2Dc%26d"));
});

test("a row is a row to everyone, and cells of the other direction change sides", () => {
  const cells = row(LINE, "قناة", "before", say, "rtl");
  assert.deepEqual([cells.attributes.role, cells.all("td").map(({ attributes }) => attributes.role)], ["row", ["cell", "cell", "cell", "cell"]]);
  assert.deepEqual(cells.all("td").map(({ className }) => className), ["before", "hit", "after", "from"]);
  assert.deepEqual(row({ ...LINE, direction: "ltr" }, "x", undefined, say, "rtl").all("td").map(({ className, dir }) => [className, dir]).slice(0, 3),
    [["before turned", "ltr"], ["hit", "ltr"], ["after turned", "ltr"]]);
});

test("what the lines are in the order of stands out", () => {
  const bold = (order) => row(LINE, "قناة", order, say, "rtl").all("b").map(({ text }) => text);
  assert.deepEqual([bold("before"), bold("after"), bold(undefined)], [["إن "], [" مفتوحة-"], []]);
  assert.equal(row({ ...LINE, part: "title" }, "x", "", say, "rtl").all("p")[1].text, "intitle · م · عام 2023");
});

test("a part is never taken for the whole", () => {
  const forms = { linecount: { other: "{n} lines" }, part: "{first}–{last} of {all}", about: "~{hits}", unread: "{n} unread" };
  const found = { first: 1, last: 9, articles: 9, failed: 0, hits: 12, next: undefined };
  assert.equal(told(found, 12, forms), "12 lines");
  assert.equal(told({ ...found, articles: 90, next: "9", hits: 500, failed: 2 }, 12, forms), "12 lines 1–9 of 90 ~500 2 unread");
  assert.equal(told({ ...found, first: 5 }, 3, forms), "3 lines 5–9 of 9 ~12");
  assert.equal(told({ ...found, first: 10 }, 0, forms), "0 lines ~12");
});
