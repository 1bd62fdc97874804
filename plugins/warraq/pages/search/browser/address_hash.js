// BLAKE2b (RFC 7693) of an address, eight bytes of it: numbering.py begins with them to look for an article's number.
import { facets, text } from "./store.js";

const MASK = (1n << 64n) - 1n;
const START = [0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n, 0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n];
const ORDER = ["0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
  "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0"];
const SIZE = 8;

const turned = (value, by) => ((value >> by) | (value << (64n - by))) & MASK;

function mix(v, [a, b, c, d], x, y) {
  v[a] = (v[a] + v[b] + x) & MASK;
  v[d] = turned(v[d] ^ v[a], 32n);
  v[c] = (v[c] + v[d]) & MASK;
  v[b] = turned(v[b] ^ v[c], 24n);
  v[a] = (v[a] + v[b] + y) & MASK;
  v[d] = turned(v[d] ^ v[a], 16n);
  v[c] = (v[c] + v[d]) & MASK;
  v[b] = turned(v[b] ^ v[c], 63n);
}

const COLUMNS = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]];

function compress(h, words, count, last) {
  const v = [...h, ...START];
  v[12] ^= BigInt(count);
  if (last) v[14] ^= MASK;
  for (let round = 0; round < 12; round++) {
    const order = Array.from(ORDER[round % 10], (digit) => parseInt(digit, 16));
    COLUMNS.forEach((column, n) => { mix(v, column, words[order[2 * n]], words[order[2 * n + 1]]); });
  }
  return h.map((value, n) => value ^ v[n] ^ v[n + 8]);
}

// [where the number may be, how far the next place is]
export function addressHash(address) {
  const data = new TextEncoder().encode(address);
  let h = [START[0] ^ BigInt(0x01010000 + SIZE), ...START.slice(1)];
  const blocks = Math.max(1, Math.ceil(data.length / 128));
  for (let block = 0; block < blocks; block++) {
    const view = new DataView(new ArrayBuffer(128));
    data.subarray(block * 128, block * 128 + 128).forEach((byte, n) => { view.setUint8(n, byte); });
    const words = Array.from({ length: 16 }, (_, n) => view.getBigUint64(8 * n, true));
    h = compress(h, words, Math.min(data.length, (block + 1) * 128), block === blocks - 1);
  }
  const view = new DataView(new ArrayBuffer(SIZE));
  view.setBigUint64(0, h[0], true);
  return [view.getUint32(0), view.getUint32(4)];
}

// Which article has an address, of the places where numbering.py would put it; undefined where none has.
export async function numbered(path, [first, step]) {
  const { taken } = await facets();
  const places = taken.length;
  for (let at = first % places, tried = 0; tried < places && taken[at]; tried++, at = (at + (step | 1) + 2 ** 32) % places)
    if ((await text(at))[0] === path) return at;
  return undefined;
}
