// Which words a list has, nearly: a Bloom filter, as sieve.py writes it. It knows every word of the list, and takes one in two hundred others for one.
import { hash } from "./store.js";

const TIMES = 5;

export function sieve(written) {
  const bits = Uint8Array.from(atob(written), (one) => one.charCodeAt(0));
  const has = (word) => {
    const value = hash(word);
    const step = (value >>> 16) | 1;
    for (let n = 0; n < TIMES; n++) {
      const at = ((value & 0xffff) + n * step) % (8 * bits.length);
      if (!(bits[at >> 3] & (1 << (at & 7)))) return false;
    }
    return true;
  };
  return { has };
}
