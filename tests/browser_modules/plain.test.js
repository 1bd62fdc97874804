// Queries that are nothing but words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { isPlain, plainly } = await load("plain.js");
const { parse } = await load("query.js");

const WORDED = ["", " ", "الجسر", " الجسر  الجديد؟ ", "القَناةِ، والماء…", "کتاب‌های ایران", "Suez Canal", "الجسر\nالقناة", "word. Another, one!", "ئو \u0640 ـالـ", "ا ".repeat(40)];
const OTHER = ['"الجسر"', "«الجسر»", "الجسر -القناة", "مصدر:الواحة", "الجسر أو القناة", "a OR b", "الجسر or القناة", "a | b", "2009", "٢٠٪", "مارس ٢٠٠٩", "el-sisi", "الجسر\ufeffالقناة", "%", "أو"];

for (const query of WORDED)
  test(`the whole language of queries finds in words alone what is found without it: ${JSON.stringify(query).slice(0, 30)}`, () => {
    assert.ok(isPlain(query));
    const said = ({ plain, ...rest }) => ({ ...rest, plain: plain.map(({ token, raw, gap }) => ({ token, raw, gap })) });
    assert.deepEqual(said(plainly(query, analysis)), said(parse(query, analysis)));
  });
for (const query of OTHER) test(`a query that says more is left to it: ${query}`, () => assert.ok(!isPlain(query)));
