import { joinBytes, sameBytes } from "../verify/bytes.js";
import { verifyEd25519 } from "../verify/ed25519.js";
import { MerkleTree } from "../verify/merkle.js";
import { readCheckpointBody, readNote } from "../verify/note.js";
import { tilePaths } from "../verify/notice.js";
import { Fault, must } from "../verify/report.js";
import { Suite } from "../verify/suite.js";

const LEAVES = 256;
const HASH = 32;

/**
 * Follows the log from the state a witness signed last to its newest checkpoint (A.4, C2SP tlog-witness): the new tree is grown from the kept one
 * by the leaves in between, so whatever it leads to continues what was signed.
 * @param {{origin: string, logKey: Uint8Array, size: number, peaks: Uint8Array}} kept
 * @param {function(string): Promise<Uint8Array>} read a file below /log/
 * @returns {Promise<{text: string, size: number, peaks: Uint8Array}>} `text` is the body to be cosigned @throws {Fault}
 */
export async function followLog(kept, read) {
  const note = readNote(await read("checkpoint"));
  const body = readCheckpointBody(note.text);
  must(body.origin === kept.origin, "这不是您见证的日志", "this is not the log you witness");
  must(await isSigned(note, kept), "检查点没有日志的有效签名，或者日志换了密钥", "the checkpoint lacks the log's signature, or the log has another key now");
  must(body.size >= kept.size, `日志现有 ${body.size} 条，短于您上次共签的 ${kept.size} 条`, `the log has ${body.size} entries, fewer than the ${kept.size} you cosigned last`);
  const tree = MerkleTree.resume(new Suite("sha256"), kept.size, kept.peaks);
  for (const leaf of await leavesBetween(kept.size, body.size, read)) {
    tree.addLeafHash(leaf);
  }
  must(sameBytes(tree.root(), body.root), `日志没有延续您上次共签的状态（第 ${kept.size} 条）`, `the log does not continue what you cosigned last (at ${kept.size})`);
  return { text: note.text, size: tree.size, peaks: tree.peaks };
}

async function isSigned(note, { origin, logKey }) {
  for (const { name, blob } of note.signatures) {
    if (name === origin && blob?.length === 4 + 64 && await verifyEd25519(logKey, blob.subarray(4), new TextEncoder().encode(note.text))) {
      return true;
    }
  }
  return false;
}

/** The leaf hashes from place `from` to before `to`, each 32 bytes. */
async function leavesBetween(from, to, read) {
  if (from === to) {
    return [];
  }
  const first = Math.floor(from / LEAVES);
  const bytes = joinBytes(...await Promise.all(tilePaths(to).slice(first).map(read)));
  if (bytes.length !== HASH * (to - first * LEAVES)) {
    throw new Fault("日志的内容不完整", "the log's content is incomplete");
  }
  return Array.from({ length: to - from }, (_, i) => bytes.subarray(HASH * (from - first * LEAVES + i)).subarray(0, HASH));
}
