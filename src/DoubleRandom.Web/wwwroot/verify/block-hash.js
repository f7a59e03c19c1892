/**
 * The frame that SHA-256 and SM3 share: 64-byte blocks, big-endian length padding, eight 32-bit words of state. One
 * object hashes any number of messages one after the other and makes no garbage while it does.
 *
 * An algorithm is `{ name, start: Int32Array(8), compress(words, bytes, at) }`.
 */
export class BlockHash {
  /** @param {{name: string, start: Int32Array, compress: Function}} algorithm */
  constructor(algorithm) {
    this.algorithm = algorithm;
    this.words = new Int32Array(algorithm.start);
    this.block = new Uint8Array(64);
    this.filled = 0;
    this.length = 0;
  }

  /** Starts a new message. @returns {BlockHash} */
  begin() {
    this.words.set(this.algorithm.start);
    this.filled = 0;
    this.length = 0;
    return this;
  }

  /** Starts a message whose first 64 bytes have already led to the given state (HMAC pads). @returns {BlockHash} */
  beginAfterBlock(words) {
    this.words.set(words);
    this.filled = 0;
    this.length = 64;
    return this;
  }

  /** One more byte. @returns {BlockHash} */
  addByte(byte) {
    this.block[this.filled++] = byte;
    this.length++;
    if (this.filled === 64) {
      this.algorithm.compress(this.words, this.block, 0);
      this.filled = 0;
    }
    return this;
  }

  /** Bytes `from` up to, not including, `to`. @returns {BlockHash} */
  add(bytes, from = 0, to = bytes.length) {
    const { words, block } = this;
    const { compress } = this.algorithm;
    let at = from;
    this.length += to - from;
    while (this.filled > 0 && at < to) {
      block[this.filled++] = bytes[at++];
      if (this.filled === 64) {
        compress(words, block, 0);
        this.filled = 0;
      }
    }
    for (; at + 64 <= to; at += 64) {
      compress(words, bytes, at);
    }
    while (at < to) {
      block[this.filled++] = bytes[at++];
    }
    return this;
  }

  /** Ends the message; the hash then stands in `words`, eight big-endian words. @returns {Int32Array} */
  finish() {
    const { words, block } = this;
    const bytesInAll = this.length;
    block[this.filled++] = 0x80;
    if (this.filled > 56) {
      block.fill(0, this.filled);
      this.algorithm.compress(words, block, 0);
      this.filled = 0;
    }
    block.fill(0, this.filled, 56);
    const high = Math.floor(bytesInAll / 0x20000000);
    const low = (bytesInAll << 3) >>> 0;
    for (let i = 0; i < 4; i++) {
      block[56 + i] = high >>> (24 - 8 * i);
      block[60 + i] = low >>> (24 - 8 * i);
    }
    this.algorithm.compress(words, block, 0);
    this.filled = 0;
    return words;
  }

  /** Ends the message and writes the 32 bytes of the hash to `out` from `at` on. @returns {Uint8Array} `out` */
  finishInto(out, at = 0) {
    const words = this.finish();
    for (let i = 0; i < 8; i++) {
      const word = words[i];
      out[at++] = word >>> 24;
      out[at++] = word >>> 16;
      out[at++] = word >>> 8;
      out[at++] = word;
    }
    return out;
  }
}

/** The 32-byte hash of one byte string. @returns {Uint8Array} */
export function hashOf(algorithm, bytes) {
  return new BlockHash(algorithm).begin().add(bytes).finishInto(new Uint8Array(32));
}
