// The description of words as arabic/analysis/packing.py writes it: words say only what they do not share with the one before, and what a word
// belongs to is made of its letters by a pattern.
const LISTS = ["stop", "whole", "seen"];
const TABLES = ["families", "forms", "pasts", "imperfects"];
const NUMBERS = 0x23;
const MANY = 24;
const FAR = 0x4000;

const ONE_BYTE = new TextDecoder("windows-1256").decode(Uint8Array.from({ length: 256 - NUMBERS }, (_, n) => NUMBERS + n)).replace(/[\\\x7f]/gu, "");
const BEYOND = 0x3000;

const sign = (n) => ONE_BYTE[n] ?? String.fromCharCode(BEYOND + n);

// Words in order, each written as how many letters it shares with the one before, and the rest.
export function inFull(written) {
  let last = "";
  return written.map((entry) => (last = last.slice(0, Number.parseInt(entry[0], 36)) + entry.slice(1)));
}

export function unpacked({ alphabet, patterns, likewise, ...made }) {
  const letters = new Map(Array.from(alphabet, (letter, n) => [sign(MANY + n), letter]));
  const number = (one) => one.charCodeAt(0) - (one.charCodeAt(0) >= FAR ? FAR : NUMBERS);
  const shapes = new Map(patterns.split(" ").map((shape, n) => [sign(n), Array.from(shape, (one) => letters.get(one) ?? number(one))]));
  const words = (text) => {
    const found = [];
    for (const one of text) {
      if (letters.has(one)) found.push(found.pop() + letters.get(one));
      else found.push((found.at(-1) ?? "").slice(0, number(one)));
    }
    return found;
  };
  for (const name of LISTS) made[name] = words(made[name]);
  for (const name of TABLES) {
    const [keys, values] = made[name];
    made[name] = Object.fromEntries(words(keys).map((key, n) => [key, shapes.get(values[n]).map((part) => key[part] ?? part).join("")]));
  }
  Object.entries(made.pasts).forEach(([past, family], n) => {
    const behind = past.replace(/^ا/u, "");
    if (likewise[n] === "1") made.imperfects[behind] = family;
    else if (likewise[n] === "2") made.seen.push(behind);
  });
  made.seen = [...new Set(made.seen)].sort();
  return made;
}
