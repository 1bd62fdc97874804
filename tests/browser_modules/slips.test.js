// What may have been meant by words that the archive lacks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysis, beside, families, form, load, manifest } from "./site.js";

const { guessed, otherLayout } = await load("slips.js");
const { open } = await load("store.js");
const { known, word } = await load("words.js");
const index = await open();
const read = (...tokens) => Promise.all(tokens.map(async (token) => Object.assign(await word(token, analysis), { written: token })));

test("a slip of one letter", async () => {
  const [of] = await guessed(await read("السفيننه"), index, false);
  assert.ok(of.guessed.some(({ word: meant }) => meant === "سفينه"), JSON.stringify(of.guessed));
});
test("a word that the archive has is let alone", async () => {
  const [of] = await guessed(await read("الجسر"), index, false);
  assert.deepEqual([of.guessed, known(of)], [undefined, true]);
});
test("two words that were typed as one", async () => assert.deepEqual((await guessed(await read("مجلسالمياه"), index, false)).map(({ token }) => token), ["مجلس", "المياه"]));
test("what was typed in the other layout", async () => {
  const words = await read("hg[sv");
  assert.equal(await otherLayout("hg[sv", words, words, index), "الجسر");
});
test("what no language writes was typed in another layout, whatever the archive has", async () => {
  const layout = async (query) => {
    const words = await Promise.all(analysis.placed(query).map(async ([token, start, end]) => Object.assign(await word(token, analysis), { written: query.slice(start, end) })));
    const long = words.filter(({ token }) => token.length > 2);
    return otherLayout(query, long, long, index);
  };
  assert.deepEqual(await Promise.all(["advdk hf, uhrgm", "hgsdsd", "خلاشةش"].map(layout)), ["شيرين ابو عاقلة", "السيسي", "obama"]);
  const names = ["goldschmidt rothschild", "xhtml", "rhythm", "zxcvbnm", "HDMI VGA", "strengths", "شيرين أبو عاقلة", "كتاب"];
  assert.deepEqual(await Promise.all(names.map(layout)), names.map(() => null));
});
test("a slip is no other layout", async () => {
  const words = await read("السفيننه");
  assert.equal(await otherLayout("السفيننه", words, words, index), null);
});
test("of two layouts the one that gives words is meant: no word has ى before its end", async () => {
  const words = await read("hg[ndn");
  assert.equal(await otherLayout("hg[ndn", words, words, index), "الجدید");
});
test("what is met often in another layout is likelier than what sounds like a name", async () => {
  const meant = async (articles) => {
    const often = Array.from({ length: articles }, (_, n) => [n, [50]]);
    const { module } = beside({
      ...manifest({ front: [], back: [], sound: [""], articles: 99 }), "sound/all.json.gz": "نحوا2",
      "words/1.bin.gz": families({ داعش: [form("داعش", {}, often)], نحوا: [form("نحوا", {}, often)] }),
    });
    const own = await (await module("store.js")).open();
    const typed = [{ ...(await (await module("words.js")).word("nhua", own.analysis)), written: "nhua" }];
    return (await module("slips.js")).otherLayout("nhua", typed, typed, own);
  };
  assert.deepEqual([await meant(60), await meant(1)], ["داعش", null]);
});

test("letters and a number that were typed as one word, and both are named", async () => {
  const split = async (written) => {
    const [token] = analysis.tokens(written);
    return (await guessed([Object.assign(await word(token, analysis), { written })], index, false)).map(({ written: part, apart }) => [part, apart?.meant.join()]);
  };
  assert.deepEqual(await split("الجسر20"), [["الجسر", "الجسر 20"], ["20", "الجسر 20"]]);
  assert.deepEqual(await split("٢٠الجسر"), [["٢٠", "٢٠ الجسر"], ["الجسر", "٢٠ الجسر"]]);
  for (const whole of ["ضظغ20", "الجسر77777", "ro7", "7amas"]) assert.deepEqual((await split(whole)).map(([, told]) => told), [undefined], whole);
  const typing = await guessed(await read("الجسر20"), index, true);
  assert.equal(typing.length, 1);
});
test("what is all in capitals is an abbreviation and no other layout", async () => {
  const layout = async (query) => { const words = await read(...analysis.tokens(query)); return otherLayout(query, words, words, index); };
  assert.deepEqual([await layout("[SV"), await layout("SV"), await layout("SV NFT")], ["جسر", null, null]);
});
test("a slip is likelier than another layout of Arabic letters", async () => {
  const words = await read("ثفينة");
  assert.equal(await otherLayout("ثفينة", words, words, index), null);
});
test("what a long word is related to follows what a slip makes of it", async () => {
  const { module } = beside({
    ...manifest({ front: [""], back: [""], sound: [""], articles: 99 }), "front/all.json.gz": "مانهاتن4", "back/all.json.gz": "مانهاتن4", "sound/all.json.gz": "مانهاتن4",
    "words/1.bin.gz": families({ مان: [form("مان", {}, [[1, [50]]])], مانهاتن: [form("مانهاتن", {}, [[2, [50]]])] }),
  });
  const own = await (await module("store.js")).open();
  const typed = Object.assign(await (await module("words.js")).word("مانهاتان", own.analysis), { written: "مانهاتان" });
  const [of] = await (await module("slips.js")).guessed([typed], own, false);
  const [worth, other] = ["مان", "مانهاتن"].map((bare) => of.forms.find(([one]) => one.bare === bare)[1]);
  assert.ok(worth < other / 2, `${worth} ${other}`);
});
// The words of an archive as they are meant, each in some articles [[article, places]], and how common its lists say they are.
async function archive(words, query) {
  const list = Object.keys(words).filter((one) => words[one].common).map((one) => `${analysis.analyse(one).core}${words[one].common}`).join(" ");
  const had = {};
  for (const one of Object.keys(words)) (had[analysis.analyse(one).family] ??= []).push(form(one, {}, words[one].in));
  const { module } = beside({ ...manifest({ front: [""], back: [""], sound: [""], articles: 99 }), "front/all.json.gz": list, "back/all.json.gz": list, "sound/all.json.gz": list, "words/1.bin.gz": families(had) });
  const own = await (await module("store.js")).open();
  const { word: of } = await module("words.js");
  const typed = await Promise.all(query.map(async ({ token, ...more }) => Object.assign(await of(token, own.analysis), { written: token }, more)));
  const found = await (await module("slips.js")).guessed(typed, own, false);
  archive.told = found.map(({ guessed: meant = [] }) => meant.map(({ spelt }) => spelt).join());
  return found.map(({ forms }) => forms.toSorted((a, b) => b[1] - a[1])[0]?.[0].bare);
}
const often = (from, to, ...places) => Array.from({ length: to - from }, (_, n) => [from + n, places]);
test("of what two names in Latin letters may be, the pair that stands side by side is meant", async () => {
  const words = { سامر: { common: 3, in: often(0, 9, 50) }, سليم: { common: 4, in: often(0, 9, 51) }, سلوم: { common: 8, in: often(20, 60, 51) }, سمير: { common: 8, in: often(20, 60, 70) } };
  assert.deepEqual(await archive(words, [{ token: "samir" }, { token: "sleim" }]), ["سامر", "سليم"]);
});
test("a listed name that hardly any article has so is looked for in another spelling of its sound", async () => {
  const targona = { token: "targona", synonyms: ["targona", "ترغونة"], labels: [] };
  assert.deepEqual(await archive({ تركونه: { common: 6, in: often(2, 50, 50) } }, [targona]), ["تركونه"]);
  assert.deepEqual(await archive({ تركونه: { common: 2, in: often(2, 4, 50) }, تريغان: { common: 8, in: often(5, 50, 50) } }, [targona]), [undefined]);
});
test("what begins a name is no particle where another spelling of the whole name is commoner", async () => {
  const words = { فنزويلا: { common: 4, in: often(0, 15, 50) }, نزولا: { common: 2, in: often(20, 23, 50) } };
  assert.deepEqual(await archive(words, [{ token: "فنزولا" }]), ["فنزويلا"]);
  assert.deepEqual(await archive({ ...words, فنزولا: { common: 2, in: [[30, [50]]] } }, [{ token: "فنزولا" }]), ["فنزولا"]);
  assert.deepEqual(await archive({ نزولا: words.نزولا }, [{ token: "فنزولا" }]), ["نزولا"]);
});
test("a name that stands once is in no list, and is found where nothing else fits", async () => {
  const words = { جسور: { common: 5, in: often(5, 9, 50) }, سكندنافيا: { in: [[1, [50]]] } };
  assert.deepEqual(await archive(words, [{ token: "سكندينافيا" }]), ["سكندنافيا"]);
  assert.deepEqual(await archive({ ...words, سكندينافي: { common: 4, in: [[2, [50]]] } }, [{ token: "سكندينافيا" }]), ["سكندينافي"]);
  assert.deepEqual(await archive(words, [{ token: "رمضانيات" }]), [undefined]);
});
test("what was taken for a particle stays before what was meant", async () => {
  await archive({ كاترين: { common: 3, in: [[1, [50]]] } }, [{ token: "كاتيرن" }]);
  assert.deepEqual(archive.told, ["كاترين"]);
});
