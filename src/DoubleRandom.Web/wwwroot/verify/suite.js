import { bytesOf, joinBytes } from "./bytes.js";
import { hashOf } from "./block-hash.js";
import { Hmac } from "./hmac.js";
import { SHA256 } from "./sha256.js";
import { SM3 } from "./sm3.js";

/** One of the two suites of A.1: its hash H, and the tagged forms TH and TM. */
export class Suite {
  /** @param {"sha256"|"sm3"} name */
  constructor(name) {
    this.name = name;
    this.algorithm = name === "sm3" ? SM3 : SHA256;
  }

  /** H(bytes), untagged (A.11.1). @returns {Uint8Array} 32 bytes */
  hash(bytes) {
    return hashOf(this.algorithm, bytes);
  }

  /** TH(tag, fields...) (A.1). @returns {Uint8Array} 32 bytes */
  taggedHash(tag, ...fields) {
    return this.hash(encodeTagged(tag, fields));
  }

  /** TM(key, tag, fields...) (A.1). @returns {Uint8Array} 32 bytes */
  taggedMac(key, tag, ...fields) {
    return this.macUnder(key).of(encodeTagged(tag, fields));
  }

  /** HMAC under one key, for many messages. @returns {Hmac} */
  macUnder(key) {
    return new Hmac(this.algorithm, key);
  }
}

/**
 * enc(tag, f1..fn) of A.1: the tag, a zero byte, then every field with its length before it.
 * @param {string} tag @param {(string|number|Uint8Array)[]} fields texts and integers count by their bytes as text
 * @returns {Uint8Array}
 */
export function encodeTagged(tag, fields) {
  const pieces = [bytesOf(tag), new Uint8Array(1)];
  for (const field of fields) {
    const bytes = field instanceof Uint8Array ? field : bytesOf(String(field));
    pieces.push(u32be(bytes.length), bytes);
  }
  return joinBytes(...pieces);
}

/** A number in four big-endian bytes (A.1). @param {number} n 0 to 2^32-1 @returns {Uint8Array} */
export function u32be(n) {
  return new Uint8Array([n >>> 24, n >>> 16, n >>> 8, n]);
}
