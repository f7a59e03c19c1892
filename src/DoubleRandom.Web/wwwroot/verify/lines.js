/**
 * Walks over the lines of a `.jsonl` file (A.2): every line ends in LF, the last one too. `from` and `to` bound the
 * current line without its LF.
 */
export class LineWalk {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.number = 0;
    this.from = 0;
    this.to = -1;
    this.isUnterminated = false;
  }

  /** Goes to the next line. @returns {boolean} false at the end */
  next() {
    this.from = this.to + 1;
    if (this.from >= this.bytes.length) {
      return false;
    }
    this.number++;
    this.to = this.bytes.indexOf(10, this.from);
    if (this.to < 0) {
      this.to = this.bytes.length;
      this.isUnterminated = true;
    }
    return true;
  }

  /** The bytes of the current line, not copied. @returns {Uint8Array} */
  line() {
    return this.bytes.subarray(this.from, this.to);
  }

  /** How much of the file has been walked, 0..1. @returns {number} */
  share() {
    return this.bytes.length === 0 ? 1 : this.from / this.bytes.length;
  }
}
