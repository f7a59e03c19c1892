import { bytesOf, hexOf, sameBytes } from "./bytes.js";
import { readCheckpointBody, readNote } from "./note.js";
import { faultOf, Fault, must } from "./report.js";
import { keyHandle } from "./trust.js";

const CHECKPOINT_STEPS = {
  "1.checkpoint-form": ["每个检查点都是格式正确的签名文书，文件名与日志大小一致", "every checkpoint is a well-formed signed note, and its name tells its size"],
  "1.origin": ["每个检查点都属于您指定的日志", "every checkpoint belongs to the log you trust"],
  "1.log-signature": ["每个检查点都有日志的有效签名", "every checkpoint carries the log's valid signature"],
  "1.cosignatures": ["每个检查点都有足够的见证人有效联署", "every checkpoint carries enough valid cosignatures by your witnesses"],
  "1.checkpoint-root": ["每个检查点的根都与日志重新算出的根一致", "every checkpoint's root equals the recomputed root of the log"],
  "1.last-checkpoint": ["最新的检查点覆盖整个日志", "the newest checkpoint covers the whole log"],
};

/** The names of the checkpoint files in a record (A.2), ascending. @returns {string[]} */
export function checkpointNames(files) {
  return [...files.keys()].filter(name => /^checkpoints\/[^/]+\.txt$/.test(name)).sort();
}

/** Reads the form of every checkpoint. @returns {object[]} each `{ name, note, body, fault }` */
export function readCheckpoints(files) {
  return checkpointNames(files).map(name => {
    const checkpoint = { name, note: null, body: null, fault: null };
    try {
      checkpoint.note = readNote(files.get(name));
      checkpoint.body = readCheckpointBody(checkpoint.note.text);
      const expected = `checkpoints/${String(checkpoint.body.size).padStart(8, "0")}.txt`;
      must(name === expected, `文件名应为 ${expected}`, `the file should be called ${expected}`);
    } catch (error) {
      checkpoint.fault = faultOf(error);
    }
    return checkpoint;
  });
}

/**
 * Checks origin, signatures, quorum and root of every checkpoint (A.12.1) and reports them.
 * @returns {Promise<{size: number, time: number}[]>} the sound ones, ascending by size; `time` is when the quorum was
 *   reached, in seconds since 1970
 */
export async function verifyCheckpoints(checkpoints, trust, log, report, pace) {
  const failed = new Set();
  const fail = (step, fault, checkpoint) => {
    failed.add(step);
    report.fail(null, step, checkpoint ? fault.at(checkpoint.name, checkpoint.name) : fault);
  };
  const sound = [];
  for (const [i, checkpoint] of checkpoints.entries()) {
    if (pace.isDue()) {
      await pace.rest(i / checkpoints.length);
    }
    if (checkpoint.fault !== null) {
      fail("1.checkpoint-form", checkpoint.fault, checkpoint);
      continue;
    }
    const before = report.checks.length;
    if (checkpoint.body.origin !== trust.origin) {
      fail("1.origin", new Fault("日志名称与信任文件不同", "its origin is not the one in the trust file"), checkpoint);
    }
    const time = await verifyNote(checkpoint, trust, fail);
    verifyRoot(checkpoint, log, fail);
    if (report.checks.length === before) {
      sound.push({ size: checkpoint.body.size, time });
    }
  }
  sound.sort((a, b) => a.size - b.size);
  if (sound.at(-1)?.size !== log.size) {
    fail("1.last-checkpoint", new Fault(`没有有效的检查点覆盖整个日志（${log.size} 行）`, `no sound checkpoint covers the whole log (${log.size} lines)`), null);
  }
  for (const [step, [zh, en]] of Object.entries(CHECKPOINT_STEPS)) {
    if (!failed.has(step)) {
      report.add(null, step, "pass", `${zh}（${checkpoints.length} 个）。`, `${en} (${checkpoints.length}).`);
    }
  }
  return sound;
}

/** Checks the signature lines: known keys once each and right, unknown keys ignored (A.11.2). */
export async function verifyNote(checkpoint, trust, fail) {
  const names = new Set(trust.keys.map(key => key.name));
  const seen = new Set();
  const times = new Map();
  let isLogSigned = false;
  let isSpoiled = false;
  for (const { name, blob, line } of checkpoint.note.signatures.filter(signature => names.has(signature.name))) {
    if (blob !== null && blob.length >= 4) {
      const key = trust.keys.find(known => known.handle === keyHandle(name, blob.subarray(0, 4)));
      if (key === undefined) {
        continue;
      }
      const time = await timeOfSignature(key, blob.subarray(4), checkpoint.note.text);
      if (time !== null && !seen.has(key.handle)) {
        seen.add(key.handle);
        isLogSigned ||= !key.cosigns && name === trust.log;
        if (key.cosigns && trust.witnesses.has(name)) {
          times.set(name, Math.min(time, times.get(name) ?? Infinity));
        }
        continue;
      }
    }
    isSpoiled = true;
    const step = name === trust.log ? "1.log-signature" : "1.cosignatures";
    fail(step, new Fault(`第 ${line} 行 ${name} 的签名无效或重复`, `line ${line}: the signature by ${name} is wrong or repeated`), checkpoint);
  }
  if (!isLogSigned && !isSpoiled) {
    fail("1.log-signature", new Fault("没有日志的签名", "the log's signature is missing"), checkpoint);
  }
  if (times.size < trust.quorum && !isSpoiled) {
    fail("1.cosignatures", new Fault(`只有 ${times.size} 位见证人联署，需要 ${trust.quorum} 位`,
      `${times.size} witnesses cosigned, ${trust.quorum} are needed`), checkpoint);
  }
  return [...times.values()].sort((a, b) => a - b)[trust.quorum - 1] ?? null;
}

/** The cosignature's time (0 for the log's own signature); null if the signature does not hold (A.4). */
async function timeOfSignature(key, blob, text) {
  if (!key.cosigns) {
    return blob.length === 64 && await key.signed(blob, bytesOf(text)) ? 0 : null;
  }
  if (blob.length !== 72) {
    return null;
  }
  const time = Number(new DataView(blob.buffer, blob.byteOffset).getBigUint64(0));
  const message = bytesOf(`cosignature/v1\ntime ${time}\n${text}`);
  return Number.isSafeInteger(time) && await key.signed(blob.subarray(8), message) ? time : null;
}

function verifyRoot(checkpoint, log, fail) {
  const root = log.roots.get(checkpoint.body.size);
  if (root === undefined) {
    fail("1.checkpoint-root", new Fault(`日志只有 ${log.size} 行，短于检查点`, `the log has ${log.size} lines only, fewer than the checkpoint`), checkpoint);
  } else if (!sameBytes(root, checkpoint.body.root)) {
    fail("1.checkpoint-root", new Fault(`日志前 ${checkpoint.body.size} 行重新算出的根是 ${hexOf(root)}，与检查点不同`,
      `the first ${checkpoint.body.size} lines of the log lead to root ${hexOf(root)}, not to the checkpoint's`), checkpoint);
  }
}
