// Articles that are like one, of a made-up archive of its own and of tests/search/library.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { alike, often, similar } = await load("like.js");

test("words of the title come first, those that say nothing never", () => {
  const found = often(["", "قناة الماء", "فتحت القناة في 2023، والقناة كبيرة والجسر كبير"], analysis);
  assert.equal(found[0].core, analysis.analyse(analysis.tokens("القناة")[0]).core);
  assert.ok(found.every(({ token }) => !/^\d/u.test(token) && !analysis.stop.has(token)));
  assert.ok(often(["", "x".repeat(9), Array.from({ length: 500 }, (_, n) => `كلمة${"ابتثجحخد"[n % 8]}${"رزسشصض"[n % 6]}`).join(" ")], analysis).length <= 24);
});

test("an article is not like itself, nor like another version of it", async () => {
  const { best, of } = await alike("articles/bridge/");
  assert.equal(of[0], "articles/bridge/");
  const { results, like } = await similar("articles/bridge/", { facets: true });
  assert.ok(results.every(({ url }) => !url.includes("bridge")));
  assert.deepEqual([results.length, like.title], [Math.min(10, best.length), "الجسر الجديد يفتح أبوابه"]);
  assert.deepEqual((await similar("articles/bridge-v2/")).results.filter(({ url }) => url.includes("bridge")), []);
});

test("a whole address is understood, filters narrow, and one that the archive does not have is like nothing", async () => {
  const { SITE } = await load("result.js");
  const whole = await similar(new URL("articles/bridge/", SITE).href);
  assert.deepEqual(whole.results, (await similar("articles/bridge/")).results);
  assert.equal((await similar("articles/bridge/", { filters: { year: "1900" } })).total, 0);
  const nobody = await similar("articles/nobody/");
  assert.deepEqual([nobody.total, nobody.like.title, nobody.like.lost, whole.like.lost], [0, "articles/nobody/", true, undefined]);
});
