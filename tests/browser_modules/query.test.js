// The language of queries.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, load } from "./site.js";

const { parse, without } = await load("query.js");
const parsed = (query) => {
  const { plain, phrases, without, filters } = parse(query, analysis);
  return { words: plain.map(({ token }) => token), phrases, without, filters };
};
const only = (part) => ({ words: [], phrases: [], without: [], filters: {}, ...part });
const NAMES = "باب تاج ثوب جمل حوت خبز دار ذهب رمل زيت سوق شمس صوت ضرس طير ظهر عين".split(" ");

for (const query of ["", "   ", "\u064b\u0640", "؟!…", "-", '""', " - "])
  test(`a query without a word asks nothing: ${JSON.stringify(query)}`, () => assert.deepEqual(parsed(query), only({})));

test("one letter is a word", () => assert.deepEqual(parsed("س"), only({ words: ["س"] })));

test("sixteen words are asked, the seventeenth is not", () => {
  assert.equal(NAMES.length, 17);
  assert.deepEqual(parsed(NAMES.join(" ")).words, NAMES.slice(0, 16));
  assert.deepEqual(parsed(`"${NAMES.join(" ")}"`).phrases, [NAMES.slice(0, 16)]);
});

test("four hundred letters are read, the next is not", () => {
  assert.equal(parsed(`${"ل".repeat(398)} ب`).words.length, 2);
  assert.equal(parsed(`${"ل".repeat(399)} ب`).words.length, 1);
  assert.equal(parsed("ل".repeat(500)).words[0].length, 400);
});

test("four phrases and four exclusions are asked, the first ones", () => {
  const cut = (query) => parse(query, analysis).cut;
  assert.deepEqual([cut(NAMES.join(" ")), cut(`"${NAMES.join(" ")}"`), cut(NAMES.slice(0, 16).join(" "))], [NAMES.slice(16), NAMES.slice(16), []]);
  assert.deepEqual(cut(NAMES.slice(0, 10).join(" OR ")), NAMES.slice(8, 10));
  assert.deepEqual(cut(NAMES.slice(0, 5).map((word) => `"${word}"`).join(" ")), NAMES.slice(4, 5));
  assert.deepEqual(cut(NAMES.slice(0, 6).map((word) => `-${word}`).join(" ")), NAMES.slice(4, 6));
  assert.deepEqual(cut([0, 2, 4, 6, 8].map((n) => `${NAMES[n]} OR ${NAMES[n + 1]}`).join(" x ")), NAMES.slice(8, 10));
  const five = NAMES.slice(0, 5);
  assert.deepEqual(parsed(five.map((word) => `"${word}"`).join(" ")).phrases, five.slice(0, 4).map((word) => [word]));
  assert.deepEqual(parsed(five.map((word) => `-${word}`).join(" ")).without, five.slice(0, 4).map((word) => [word]));
});

for (const quoted of ['"باب تاج"', "\u201cباب تاج\u201d", "\u201eباب تاج\u201c", "\u201dباب تاج\u201d", "\u00abباب تاج\u00bb"])
  test(`a phrase may stand between ${quoted[0]} and ${quoted.at(-1)}`, () =>
    assert.deepEqual(parsed(`${quoted} جمل`), only({ phrases: [["باب", "تاج"]], words: ["جمل"] })));

test("a quotation that never closes is words", () => assert.deepEqual(parsed('"باب تاج'), only({ words: ["باب", "تاج"] })));

test("a minus excludes only at the beginning of a part", () => {
  assert.deepEqual(parsed('-باب -"تاج ثوب"'), only({ without: [["باب"], ["تاج", "ثوب"]] }));
  assert.deepEqual(parsed("باب-تاج"), only({ words: ["باب", "تاج"] }));
});

test("keys are Arabic or English, in any case, and may come again", () =>
  assert.deepEqual(parsed('Source:x SOURCE:y المصدر:"صحيفة الواحة" سنه:٢٠٢٣ بعد:2020'), only({
    filters: { source: ["x", "y", "صحيفة الواحة"], year: ["٢٠٢٣"], after: ["2020"] },
  })));

test("a key without a value filters nothing", () => {
  assert.deepEqual(parsed('source:""'), only({}));
  assert.deepEqual(parsed("source:"), only({ words: ["source"] }));
});

for (const name of ["colour", "لون", "constructor"])
  test(`what is not a key is a word: ${name}`, () => assert.deepEqual(parsed(`${name}:باب`), only({ words: [name, "باب"] })));

test("the prototype of objects is not a key", () => assert.deepEqual(parsed("__proto__:x").filters, {}));

test("what is not a key may be excluded with its value", () =>
  assert.deepEqual(parsed("-colour:باب"), only({ without: [["colour", "باب"]] })));

test("a word is remembered as it was first written", () => {
  const { plain } = parse("الجِسر الجسر (جَمَل)", analysis);
  assert.deepEqual(plain.map(({ token, raw }) => [token, raw]), [["الجسر", "الجِسر"], ["الجسر", "الجسر"], ["جمل", "جَمَل"]]);
});

test("a query may be anything: a number, null", () => {
  assert.deepEqual(parsed(2023).words, ["2023"]);
  assert.deepEqual(parsed(null).words, ["null"]);
});

test("a source's name ends at the latest where something else than words begins; others may follow behind an OR", () => {
  const behind = (query) => parse(query, analysis).behind.map(({ value, words, others }) => [value, ...[words, ...others.map((group) => group.words)].map((group) => group.map(({ raw }) => raw).join(" "))]);
  assert.deepEqual(behind("source:باب تاج -ثوب جمل"), [["باب", "تاج"]]);
  assert.deepEqual(behind("source:باب year:2020 تاج"), [["باب", ""]]);
  assert.deepEqual(behind('source:باب "تاج" ثوب'), [["باب", ""]]);
  assert.deepEqual(behind("source:باب تاج أو ثوب جمل | حوت"), [["باب", "تاج", "ثوب جمل", "حوت"]]);
  assert.deepEqual(behind("tag:باب أو تاج"), [["باب", ""]]);
  assert.deepEqual(behind(`source:${NAMES.join(" ")}`), [["باب", NAMES.slice(1, 6).join(" ")]]);
});

test("what belongs to a filter's value is no word, and no OR is left of it", () => {
  const asked = parse("source:باب تاج أو ثوب أو جمل حوت", analysis);
  const [{ words, others: [first] }] = asked.behind;
  const { plain, either, behind, filters } = without(asked, new Set([...words, first.or, ...first.words]));
  assert.deepEqual([plain.map(({ token }) => token), either, behind, filters], [["او", "جمل", "حوت"], [], [], { source: ["باب"] }]);
});

test("an OR between two filters of one kind is no word; between others it is", () => {
  assert.deepEqual(parsed("source:x أو source:y").words, []);
  assert.deepEqual(parsed("-year:x OR -year:y").words, []);
  assert.deepEqual(parsed("tag:x OR tag:y").words, ["or"]);
});

for (const quoted of ["\u2039باب تاج\u203a", "\u2018باب تاج\u2019", "'باب تاج'", "\u201aباب تاج\u2018"])
  test(`a phrase may stand between ${quoted[0]} and ${quoted.at(-1)} too`, () =>
    assert.deepEqual(parsed(`${quoted} جمل`), only({ phrases: [["باب", "تاج"]], words: ["جمل"] })));

test("an apostrophe quotes nothing", () => {
  assert.deepEqual(parsed("l'orient d'or rock 'n roll").phrases, []);
  assert.deepEqual(parsed("'ain 'arab").phrases, []);
  assert.deepEqual(parsed("'باب'").words, ["باب"]);
});

test("keys are Persian too, and languages may be asked for", () =>
  assert.deepEqual(parsed("منبع:x برچسب:y سال:1392 پیش:2020 پس:2010 زبان:فارسی لغة:عربي -language:en").filters, {
    source: ["x"], tag: ["y"], year: ["1392"], before: ["2020"], after: ["2010"], language: ["فارسی", "عربي"], "-language": ["en"],
  }));

test("“or” between two Arabic words is an OR, and a word elsewhere", () => {
  const asked = (query) => { const { plain, either } = parse(query, analysis); return [plain.map(({ token }) => token), either.map((several) => several.flat().map(({ token }) => token))]; };
  assert.deepEqual(asked("باب or تاج or ثوب"), [[], [["باب", "تاج", "ثوب"]]]);
  assert.deepEqual(asked("truth or dare"), [["truth", "or", "dare"], []]);
  assert.deepEqual(asked("or باب"), [["or", "باب"], []]);
});
