import { BlockHash } from "./block-hash.js";

const BUCKETS = 4096;

/**
 * Many 32-byte hashes in one array of 32-bit words, and the order of their owners by (hash as 32 big-endian bytes,
 * place), as A.7 and A.8 ask for.
 */
export class HashTable {
  /** @param {number} size how many hashes */
  constructor(size) {
    this.words = new Uint32Array(8 * size);
  }

  /** Stores a hash. @param {number} place @param {Int32Array} words eight big-endian words */
  put(place, words) {
    this.words.set(words, 8 * place);
  }

  /** Lower-case hex of a stored hash. @returns {string} */
  hex(place) {
    let hex = "";
    for (let i = 8 * place; i < 8 * place + 8; i++) {
      hex += this.words[i].toString(16).padStart(8, "0");
    }
    return hex;
  }

  compare(a, b) {
    for (let i = 0; i < 8; i++) {
      const x = this.words[8 * a + i];
      const y = this.words[8 * b + i];
      if (x !== y) {
        return x < y ? -1 : 1;
      }
    }
    return 0;
  }

  /**
   * The given places by (hash, place). Equal hashes keep the order of their places, so places must be numbered in the
   * order that breaks ties. Sorted in small heaps by the first bits, to rest in between.
   * @param {number[]} places ascending @returns {Promise<Uint32Array>}
   */
  async order(places, pace) {
    const starts = new Uint32Array(BUCKETS + 1);
    for (const place of places) {
      starts[(this.words[8 * place] >>> 20) + 1]++;
    }
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    const ordered = new Uint32Array(places.length);
    const next = starts.slice(0, BUCKETS);
    for (const place of places) {
      ordered[next[this.words[8 * place] >>> 20]++] = place;
    }
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      ordered.subarray(starts[bucket], starts[bucket + 1]).sort((a, b) => this.compare(a, b) || a - b);
      if (pace.isDue()) {
        await pace.rest(bucket / BUCKETS);
      }
    }
    return ordered;
  }
}

/** The hash of a long byte string, with rests. @returns {Promise<Uint8Array>} 32 bytes */
export async function hashSlowly(suite, bytes, pace) {
  const hash = new BlockHash(suite.algorithm);
  for (let at = 0; at < bytes.length; at += 0x100000) {
    hash.add(bytes, at, Math.min(bytes.length, at + 0x100000));
    if (pace.isDue()) {
      await pace.rest(at / bytes.length);
    }
  }
  return hash.finishInto(new Uint8Array(32));
}
