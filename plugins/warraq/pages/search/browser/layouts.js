// What was typed with the keyboard in another layout: «advdk hf, uhrgm» is شيرين أبو عاقلة, and خلاشةش is obama.
// The letters of each layout on the same keys, row after row, as systems bring them; a letter may be two (لا).
const KEYS = {
  en: "` q w e r t y u i o p [ ] a s d f g h j k l ; ' z x c v b n m , . / \\",
  fr: "² a z e r t y u i o p ^ $ q s d f g h j k l m ù w x c v b n , ; : ! *",
  ar: "ذ ض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ \\",
  // Apple's Arabic.
  apple: "§ ض ص ث ق ف غ ع ه خ ح ج ة ش س ي ب ل ا ت ن م ك ؛ ظ ط ذ د ز ر و ، . / \\",
  // Persian, of Windows and of the standard ISIRI 9147.
  fa: "پ ض ص ث ق ف غ ع ه خ ح ج چ ش س ی ب ل ا ت ن م ک گ ظ ط ز ر ذ د ئ و . / پ",
  isiri: "÷ ض ص ث ق ف غ ع ه خ ح ج چ ش س ی ب ل ا ت ن م ک گ ظ ط ز ر ذ د پ و . / \\",
};
// With the shift key, by the keys of the first layout. Marks are left out: they change no word.
const SHIFTED = {
  ar: { H: "أ", Y: "إ", N: "آ", G: "لأ", T: "لإ", B: "لآ" },
  apple: { D: "ى", H: "آ", C: "ئ", V: "ء", B: "أ", N: "إ", M: "ؤ" },
  fa: { H: "آ", Z: "ة", X: "ي", C: "ژ", V: "ؤ", B: "إ", N: "أ", M: "ء" },
  isiri: { A: "ؤ", S: "ئ", D: "ي", F: "إ", G: "أ", H: "آ", J: "ة", Z: "ك", C: "ژ", M: "ء" },
};
const LATIN = ["en", "fr"];
const rows = Object.fromEntries(Object.entries(KEYS).map(([name, row]) => [name, row.split(" ")]));

// The keys that a text was typed with, as the letters of the first layout; null where it has a letter that no key of the layout gives.
function pressed(text, layout) {
  const row = rows[layout];
  const shifted = Object.entries(SHIFTED[layout] ?? {});
  let keys = "";
  for (let at = 0; at < text.length; ) {
    const pair = text.slice(at, at + 2);
    const size = row.includes(pair) || shifted.some(([, letters]) => letters === pair) ? 2 : 1;
    const letter = text.slice(at, at + size);
    const key = row.indexOf(LATIN.includes(layout) ? letter.toLowerCase() : letter);
    const high = shifted.find(([, letters]) => letters === letter)?.[0];
    if (key >= 0) keys += letter === letter.toLowerCase() ? rows.en[key] : rows.en[key].toUpperCase();
    else if (high) keys += high;
    else if (/\p{L}/u.test(letter)) return null;
    else keys += letter;
    at += size;
  }
  return keys;
}

const given = (keys, layout) => Array.from(keys, (key) => SHIFTED[layout]?.[key] ?? rows[layout][rows.en.indexOf(key.toLowerCase())] ?? key).join("");

// From the layout that was on to the one that the fingers knew, the likeliest first.
const LATIN_ON = [["en", "ar"], ["fr", "ar"], ["en", "fa"], ["en", "isiri"], ["en", "apple"]];
const ARABIC_ON = [["ar", "en"], ["fa", "en"], ["isiri", "en"], ["fa", "ar"], ["isiri", "ar"], ["ar", "fa"], ["ar", "fr"]];
// No word of Latin letters has other signs in it, and hardly any lacks a vowel.
const LATIN_WORD = /^(?:[a-z]*[aeiouy][a-z]*|[a-z]{1,3}|\p{Nd}+)?$/iu;
const ARABIC_WORD = /^(?:[\u0620-\u065f\u066e-\u06d3\u200c]+|\p{Nd}+)?$/u;

// Whether the shift key was held where the layout that was meant has something for it: a capital begins a word.
const isHeld = (keys, to) => [...keys.matchAll(/\p{Lu}/gu)].every(({ 0: key, index }) => (LATIN.includes(to) ? !/\p{L}/u.test(keys[index - 1] ?? "") : SHIFTED[to][key]));

// What a query may have been meant as: only other spellings, each once.
export function readings(query) {
  const latin = /[a-z]/iu.test(query);
  if (latin === /[\u0620-\u065f\u066e-\u06d3]/u.test(query)) return [];
  const made = new Set();
  for (const [from, to] of latin ? LATIN_ON : ARABIC_ON)
    // لا may be one key or two.
    for (const text of latin ? [query] : [query, query.replaceAll("لا", "ل\u0000ا")]) {
      const keys = pressed(text, from)?.replaceAll("\u0000", "");
      if (keys && (latin || isHeld(keys, to))) made.add(given(keys, to));
    }
  made.delete(query);
  return [...made].filter((text) => text.split(/\s+/u).every((word) => LATIN_WORD.test(word) || ARABIC_WORD.test(word)));
}
