// The keyboard in another layout.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.js";

const { readings } = await load("layouts.js");

for (const [typed, meant] of [
  ["advdk hf, uhrgm", "شيرين ابو عاقلة"], ["gfkhk", "لبنان"], ["b", "لا"], ["خلاشةش", "obama"], ["حعفهى", "putin"], ["jivhk", "تهران"], ["الکوارث النوویئ", "الكوارث النووية"],
  // With the shift key: Persian of Windows, of the standard, and Apple's Arabic.
  ["lxfuZ", "مطبعة"], ["hgNvq", "الأرض"], ["lCsshj", "مؤسسات"], ["hgGvq", "الأرض"], ["jN;dn", "تأکید"], ["vk[", "رنج"], ["\\vk]i", "پرنچه"],
])
  test(`${typed} is ${meant}`, () => assert.ok(readings(typed).includes(meant), readings(typed).join()));

test("what is of both scripts, or of none, was meant so", () => assert.deepEqual([readings("BBC العربية"), readings("2009"), readings("")], [[], [], []]));

test("no reading has signs in its words", () => assert.ok(readings("dl;k").every((text) => !/[;,.]/u.test(text))));

test("nobody held the shift key within a word for what needs none", () => {
  assert.deepEqual(readings("رخسة").filter((text) => /[a-z]/u.test(text)), ["vosm"]);
  assert.ok(!readings("بيئةعمل").includes("بيستعمل"));
});
