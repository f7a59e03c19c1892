import { BlockHash, hashOf } from "./block-hash.js";

/**
 * HMAC (RFC 2104) under one key over SHA-256 or SM3. The states after the two pads are kept, so a message of up to 55
 * bytes, such as an object id, costs two compressions (A.7).
 */
export class Hmac {
  /** @param {object} algorithm SHA256 or SM3 @param {Uint8Array} key any length */
  constructor(algorithm, key) {
    this.hash = new BlockHash(algorithm);
    this.inner = this.stateAfterPad(algorithm, key, 0x36);
    this.outer = this.stateAfterPad(algorithm, key, 0x5c);
    this.between = new Uint8Array(32);
  }

  stateAfterPad(algorithm, key, pad) {
    const block = new Uint8Array(64);
    block.set(key.length > 64 ? hashOf(algorithm, key) : key);
    return new Int32Array(this.hash.begin().add(block.map(byte => byte ^ pad)).words);
  }

  /** The MAC as eight big-endian words, valid until the next call. @returns {Int32Array} */
  wordsOf(bytes, from = 0, to = bytes.length) {
    this.hash.beginAfterBlock(this.inner).add(bytes, from, to).finishInto(this.between);
    return this.hash.beginAfterBlock(this.outer).add(this.between).finish();
  }

  /** The 32 bytes of the MAC. @returns {Uint8Array} */
  of(bytes) {
    this.hash.beginAfterBlock(this.inner).add(bytes).finishInto(this.between);
    return this.hash.beginAfterBlock(this.outer).add(this.between).finishInto(new Uint8Array(32));
  }
}
