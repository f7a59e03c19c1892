import { bytesOf, bytesOfHex, hexOf, joinBytes, sameBytes } from "./bytes.js";
import { canonicalBytes, readCanonical } from "./canonical-json.js";
import { verifyNote } from "./checkpoints.js";
import { checkEntry } from "./entries.js";
import { isHex, mustBeCount, mustBeHex, mustBeId, mustHaveMembers } from "./members.js";
import { leafHashOf, rootOfLeafHashes, rootOfProof } from "./merkle.js";
import { readCheckpointBody, readNote } from "./note.js";
import { must } from "./report.js";

const LONGEST_PROOF = 65536;
const PROOF_MEMBERS = ["attempt", "drawId", "index", "logIndex", "opening", "path", "size"];
const OPENING_MEMBERS = ["batch", "id", "items", "kind", "parts", "salt"];
const TILE = 256;

/**
 * The proof behind the # of a notice's address: base64url of deflated canonical JSON (A.9, A.11.11).
 * @param {string} text @returns {Promise<object>} @throws {Fault}
 */
export async function readNotice(text) {
  const packed = packedOf(text);
  must(packed !== null, "二维码中的证明不完整，请重新扫码", "the proof in the code is incomplete; scan it again");
  const proof = readCanonical(await unpacked(packed));
  const [zh, en] = ["告知书证明", "the notice's proof"];
  mustHaveMembers(proof, PROOF_MEMBERS, zh, en);
  mustBeId(proof.drawId, zh, en);
  mustBeCount(proof.attempt, 1, zh, en);
  for (const name of ["index", "logIndex"]) {
    mustBeCount(proof[name], 0, zh, en);
  }
  mustBeCount(proof.size, 1, zh, en);
  must(Array.isArray(proof.path) && proof.path.length <= 64 && proof.path.every(hash => isHex(hash, 32)), `${zh}的路径写法不对`, `${en} has a bad path`);
  mustHaveMembers(proof.opening, OPENING_MEMBERS, zh, en);
  mustBeId(proof.opening.id, zh, en);
  mustBeHex(proof.opening.salt, 32, zh, en);
  must(proof.opening.kind === "object", `${zh}不是检查对象的证明`, `${en} is not one of a subject`);
  return proof;
}

/**
 * Whether the sealed list holds the opening, in the very entry the proof points to.
 * @param {object} proof @param {Uint8Array} line the log entry at `logIndex` @param {Suite} suite @returns {object} the entry
 * @throws {Fault}
 */
export function checkInSeal(proof, line, suite) {
  const entry = readCanonical(line);
  checkEntry(entry);
  must(entry.type === "draw.sealed" && entry.drawId === proof.drawId && entry.attempt === proof.attempt,
    "所指的日志条目不是这次抽取的封存条目", "the log entry it points to is not that attempt's seal");
  const root = rootOfProof(suite, leafHashOf(suite, canonicalBytes(proof.opening)), proof.index, proof.size, proof.path.map(bytesOfHex));
  must(proof.size === entry.body.objectCount && root !== null && hexOf(root) === entry.body.objectRoot,
    "证明不通向封存的名单：这份证明被改动过，或者不是这次抽取的", "the proof does not lead to the sealed list: it was altered, or is not of this draw");
  return entry;
}

/**
 * Whether the entry stands in the log that the log and enough witnesses signed.
 * @param {Uint8Array} note a checkpoint @param {Uint8Array} leaves the leaf hashes it covers, 32 bytes each
 * @returns {Promise<number>} when the quorum was reached, in seconds since 1970 @throws {Fault}
 */
export async function checkInLog(proof, line, note, leaves, trust, suite) {
  const checkpoint = { name: "checkpoint", note: readNote(note) };
  const body = readCheckpointBody(checkpoint.note.text);
  must(body.origin === trust.origin, "检查点不属于这个日志", "the checkpoint is of another log");
  const time = await verifyNote(checkpoint, trust, (_, fault) => {
    throw fault;
  });
  const hashes = Array.from({ length: leaves.length / 32 }, (_, i) => leaves.subarray(32 * i, 32 * i + 32));
  must(hashes.length === body.size && sameBytes(rootOfLeafHashes(suite, hashes), body.root),
    "日志的内容与见证人共签的根不一致", "the log's content does not lead to the root the witnesses cosigned");
  must(proof.logIndex < body.size && sameBytes(hashes[proof.logIndex], leafHashOf(suite, line)),
    "封存条目不在见证人共签的日志里", "the seal is not in the log the witnesses cosigned");
  return time;
}

/** Where the tiles of the first `size` leaf hashes lie (C2SP tlog-tiles). @param {number} size @returns {string[]} */
export function tilePaths(size) {
  const count = Math.ceil(size / TILE);
  return Array.from({ length: count }, (_, i) => {
    const width = Math.min(TILE, size - i * TILE);
    const digits = String(i).padStart(Math.ceil(String(i).length / 3) * 3, "0").match(/.{3}/g);
    const number = digits.map((group, at) => (at < digits.length - 1 ? `x${group}` : group)).join("/");
    return `tile/0/${number}${width < TILE ? `.p/${width}` : ""}`;
  });
}

function packedOf(text) {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length > LONGEST_PROOF) {
    return null;
  }
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Unpacks piece by piece; what claims to be longer than any proof is refused. */
async function unpacked(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  let all = bytesOf("");
  try {
    for (let next = await reader.read(); !next.done && all.length <= LONGEST_PROOF; next = await reader.read()) {
      all = joinBytes(all, next.value);
    }
  } catch {
    all = bytesOf("");
  }
  must(all.length > 0 && all.length <= LONGEST_PROOF, "二维码中的证明无法解读，请重新扫码", "the proof in the code cannot be read; scan it again");
  return all;
}
