// Which words a list has, nearly: a Golomb-coded set, as sieve.py writes it. It knows every word of the list, and takes one in 256 others for one.
import { hash } from "./store.js";

const BITS = 8;

export function sieve(written) {
  const [many, count, data] = written.split(" ");
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const known = new Set();
  let at = 0;
  const bit = () => (bytes[at >> 3] >> (7 - (at++ & 7))) & 1;
  let value = 0;
  for (let word = 0; word < count; word++) {
    while (bit()) value += 1 << BITS;
    for (let n = BITS - 1; n >= 0; n--) value += bit() << n;
    known.add(value);
  }
  return { has: (word) => known.has(Math.floor((hash(word) * many * 2 ** BITS) / 2 ** 32)) };
}
