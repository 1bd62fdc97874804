// Languages by what they are called.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { languagesOf } = await load("languages.js");
const known = { languages: ["ar", "en", "fa", "pt-BR", ""] };
const found = (...names) => names.map((name) => languagesOf(name, known, analysis));

test("a code, in any case", () => assert.deepEqual(found("ar", "PT-br", " en "), [[0], [3], [1]]));
test("a name in Arabic, English or Persian, in any gender", () => assert.deepEqual(found("العربية", "عربي", "Arabic", "فارسی", "English", "الإنجليزية"), [[0], [0], [0], [2], [1], [1]]));
test("a name in the language itself", () => assert.deepEqual(found("português (Brasil)"), [[3]]));
test("what is none", () => assert.deepEqual(found("", "!", "he", "not a code", "__proto__"), [[], [], [], [], []]));
