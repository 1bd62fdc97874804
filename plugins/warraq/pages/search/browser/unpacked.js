// The description of words as arabic/analysis/packing.py writes it: lists and tables in which a word says only what it does not share with another.
const LISTS = ["stop", "whole", "seen"];
const TABLES = ["families", "forms", "pasts", "imperfects"];
const NUMBERS = 0x23;
const LETTERS = NUMBERS + 24;
const BEYOND = 0x100;
const FAR = 0x4000;

function sign(n) {
  const code = LETTERS + n + (LETTERS + n >= 0x5c ? 1 : 0);
  return String.fromCharCode(code < 0x7f ? code : BEYOND + n);
}

export function unpacked({ alphabet, ...made }) {
  const letters = new Map(Array.from(alphabet, (letter, n) => [sign(n), letter]));
  const entries = (text) => {
    const found = [];
    for (const one of text) {
      if (letters.has(one)) found.at(-1)[1] += letters.get(one);
      else found.push([one.charCodeAt(0) - (one.charCodeAt(0) >= FAR ? FAR : NUMBERS), ""]);
    }
    return found;
  };
  const words = (text) => {
    let last = "";
    return entries(text).map(([same, rest]) => (last = last.slice(0, same) + rest));
  };
  for (const name of LISTS) made[name] = words(made[name]);
  for (const name of TABLES) {
    const values = entries(made[name][1]);
    made[name] = Object.fromEntries(words(made[name][0]).map((key, n) => [key, key.slice(0, key.length - values[n][0]) + values[n][1]]));
  }
  return made;
}
