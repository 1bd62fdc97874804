// Names in Latin letters, and Arabic written with Latin letters and digits (7amas, 3abbas, el-sisi): how likely an Arabic word was meant by one.
// What a letter, or several, may stand for, each with how unlikely that is.
const HEARD = {
  b: "ب", p: "ب", t: "ت ط2", th: "ث ذ2 ت2", j: "ج ي2", dj: "ج", g: "ج غ ق2 ك3", gh: "غ ج3", h: "ه ح1", kh: "خ", d: "د ض2 ذ3", dh: "ذ ظ ض", r: "ر", z: "ز ذ2 ظ2 ض4",
  s: "س ص1 ز4", sh: "ش", ch: "تش ش1 خ3 ك3", tch: "تش", sch: "ش", c: "ك س1 ج3 تش3", ck: "ك", k: "ك ق2 خ5", q: "ق ك2", f: "ف", ph: "ف", v: "ف", l: "ل", ll: "ل ي3", m: "م", n: "ن", w: "و ف2", wh: "و", y: "ي ا3",
  x: "كس", qu: "ك كو ق", ts: "تس", tz: "تز", ng: "نغ نج ن1", a: "ا _1 ع3 عا3 ه4 ي4", aa: "ا ع1", e: "_ ي ا3 ع3 ه4 اي2", i: "ي _1 ا3 ع3 اي2", o: "و _1 ا3 ع3 او2",
  u: "و _ ا3 ع3 ي4 او1", ou: "و _2", oo: "و", ee: "ي", ea: "ي", ai: "ي اي", ay: "ي اي", ei: "ي اي", ey: "ي", au: "و او عو1", aw: "و او", ow: "او و", ie: "ي", ia: "يا",
  io: "يو", ae: "اع يا", abd: "عبد", "3": "ع", "7": "ح", "5": "خ", "6": "ط", "9": "ص ق2", "8": "ق غ", "2": "ا _ ي2 و2 ق3", "4": "ش ذ2", "'": "_ ع1", "3'": "غ", "7'": "خ",
  "6'": "ظ", "9'": "ض",
};
// The same at the end of a word.
const LAST = { a: "ا ه ي2 _3", ah: "ه ا2 ح1 اح1", eh: "ه", e: "ي ه1 _1 ا2", i: "ي", y: "ي", o: "و", u: "و", c: "ك تش1 ج3", ic: "يك1 يتش1" };
const read = (table) => new Map(Object.entries(table).map(([letters, all]) => [letters, all.split(" ").map((one) => {
  const [, meant, cost] = /^(\D+)(\d?)$/u.exec(one);
  return [meant === "_" ? "" : meant, Number(cost || 0) / 10];
})]));
const SOUNDS = read(HEARD);
const ENDS = read(LAST);
// What the index lists words by has no digits: 7 and h are not heard there.
const DIGITS = { "3": "a", "7": "h", "5": "kh", "6": "t", "9": "s", "8": "k", "2": "a", "4": "sh" };
const UNSAID = { "ا": 0.3, "و": 0.4, "ي": 0.4, "ع": 0.4, "ه": 0.3, "ء": 0 };
const SKIPPED = { h: 0.6, e: 0.15, "'": 0 };
// Names seldom begin with a vowel that is not written.
const FIRST = 0.4;
const MOST = 1.4;

// Other spellings whose consonants are listed apart.
const VARIANTS = [["dh", "z"], ["th", "z"], ["ng", "n"], ["ch", "kh"], ["j", "y"], ["w", "v"], ["ll", "y"], ["c", "ch"], ["c", "j"]];
// A c of Belgrade or Istanbul ends a name.
const LATER = new Set(["c"]);
const digits = (token) => token.replace(/[2-9]/gu, (digit) => DIGITS[digit]);
export function* spellings(token) {
  const plain = digits(token);
  yield plain;
  for (const [from, to] of VARIANTS)
    if (LATER.has(from) ? plain.endsWith(from) : plain.includes(from)) yield LATER.has(from) ? plain.slice(0, -from.length) + to : plain.replaceAll(from, to);
}
const single = (word) => word.replace(/(.)\1/gu, "$1");

// How unlikely an Arabic word was meant: 0 where each letter says so, Infinity where it can't be. Of فيدرر both letters are heard.
export const unlikely = (token, meantWord) => Math.min(...[...new Set([single(meantWord), meantWord])].map((word) => cost(token, word)));

function cost(token, word) {
  const latin = token.replace(/([b-df-hjkmnp-tv-xz])\1/gu, "$1");
  const size = word.length + 1;
  const rows = Array.from({ length: latin.length + 1 }, () => new Float64Array(size).fill(Infinity));
  rows[0][0] = 0;
  for (let at = 0; at <= latin.length; at++)
    for (let place = 0; place < size; place++) {
      const before = rows[at][place];
      if (before > MOST) continue;
      const least = (to, where, more) => { if (rows[to][where] > before + more) rows[to][where] = before + more; };
      if (place < word.length) least(at, place + 1, UNSAID[word[place]] ?? 1.2);
      if (at === latin.length) continue;
      least(at + 1, place, SKIPPED[latin[at]] ?? 1.2);
      for (let length = 1; length <= 3 && at + length <= latin.length; length++)
        for (const [meant, more] of (at + length === latin.length && ENDS.get(latin.slice(at))) || SOUNDS.get(latin.slice(at, at + length)) || [])
          if (word.startsWith(meant, place)) least(at + length, place + meant.length, more + (!at && !meant ? FIRST : 0));
    }
  return rows[latin.length][word.length];
}
