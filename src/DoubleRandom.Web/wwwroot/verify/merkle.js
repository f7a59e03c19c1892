import { BlockHash } from "./block-hash.js";

/**
 * A Merkle tree (RFC 9162 section 2.1.1, A.3) that grows leaf by leaf and can tell its root at every size. It keeps the
 * roots of the full subtrees only: one per bit of the size.
 */
export class MerkleTree {
  /** @param {Suite} suite */
  constructor(suite) {
    this.hash = new BlockHash(suite.algorithm);
    this.subtrees = new Uint8Array(64 * 32);
    this.depth = 0;
    this.size = 0;
    this.leaf = new Uint8Array(32);
  }

  /**
   * The tree as it stood earlier. @param {Suite} suite @param {number} size
   * @param {Uint8Array} peaks the roots of its full subtrees, greatest first, 32 bytes each
   */
  static resume(suite, size, peaks) {
    const tree = new MerkleTree(suite);
    tree.subtrees.set(peaks);
    [tree.size, tree.depth] = [size, peaks.length / 32];
    return tree;
  }

  /** The roots of the full subtrees, greatest first: enough to go on from here. @returns {Uint8Array} */
  get peaks() {
    return this.subtrees.slice(0, 32 * this.depth);
  }

  /** Appends the line that stands in `bytes` from `from` to `to`; its leaf hash is then in `leaf`. */
  addLine(bytes, from = 0, to = bytes.length) {
    this.hash.begin().addByte(0).add(bytes, from, to).finishInto(this.leaf);
    this.addLeafHash(this.leaf);
  }

  /** Appends a leaf by its hash. @param {Uint8Array} leafHash 32 bytes */
  addLeafHash(leafHash) {
    const { subtrees } = this;
    subtrees.set(leafHash, 32 * this.depth++);
    for (let n = this.size++; n % 2 === 1; n = (n - 1) / 2) {
      const left = 32 * (this.depth - 2);
      this.hash.begin().addByte(1).add(subtrees, left, left + 64).finishInto(subtrees, left);
      this.depth--;
    }
  }

  /** The root over all leaves so far. @returns {Uint8Array} 32 bytes */
  root() {
    if (this.size === 0) {
      return this.hash.begin().finishInto(new Uint8Array(32));
    }
    const { subtrees, depth } = this;
    const root = subtrees.slice(32 * (depth - 1), 32 * depth);
    for (let i = depth - 2; i >= 0; i--) {
      this.hash.begin().addByte(1).add(subtrees, 32 * i, 32 * i + 32).add(root).finishInto(root);
    }
    return root;
  }
}

/** The leaf hash H(0x00 || line) (A.3). @returns {Uint8Array} 32 bytes */
export function leafHashOf(suite, line) {
  return new BlockHash(suite.algorithm).begin().addByte(0).add(line).finishInto(new Uint8Array(32));
}

/** The root over leaves given by their hashes. @param {Uint8Array[]} leafHashes @returns {Uint8Array} 32 bytes */
export function rootOfLeafHashes(suite, leafHashes) {
  const tree = new MerkleTree(suite);
  for (const leafHash of leafHashes) {
    tree.addLeafHash(leafHash);
  }
  return tree.root();
}

/**
 * The root that an inclusion proof leads to (RFC 9162 section 2.1.3.2, A.11.11).
 * @param {Uint8Array} leafHash @param {number} index @param {number} size @param {Uint8Array[]} path
 * @returns {Uint8Array|null} null if the path has the wrong length for that place
 */
export function rootOfProof(suite, leafHash, index, size, path) {
  if (index < 0 || index >= size) {
    return null;
  }
  const hash = new BlockHash(suite.algorithm);
  const node = new Uint8Array(leafHash);
  let place = index;
  let last = size - 1;
  for (const beside of path) {
    if (last === 0) {
      return null;
    }
    if (place % 2 === 1 || place === last) {
      hash.begin().addByte(1).add(beside).add(node).finishInto(node);
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash.begin().addByte(1).add(node).add(beside).finishInto(node);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? node : null;
}
