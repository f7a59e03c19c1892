import { readCanonical } from "./canonical-json.js";
import { checkEntry } from "./entries.js";
import { LineWalk } from "./lines.js";
import { MerkleTree } from "./merkle.js";
import { faultOf, Fault } from "./report.js";

const FAULTS_NAMED = 5;

/**
 * Reads `log.jsonl` (A.2, A.4): leaf hashes, entries, and the root at every size that a checkpoint names.
 * @param {Uint8Array} bytes @param {Set<number>} sizes
 * @returns {Promise<{size: number, entries: LogEntry[], roots: Map<number, Uint8Array>, root: Uint8Array,
 *   lineFaults: Fault[], entryFaults: Fault[]}>} `entries` holds the well-formed ones of the format's own types only;
 *   a LogEntry is the entry's six members, its 0-based `index` and its `leafHash`
 */
export async function readLog(bytes, suite, sizes, pace) {
  const walk = new LineWalk(bytes);
  const tree = new MerkleTree(suite);
  const log = { size: 0, entries: [], roots: new Map(), root: null, lineFaults: [], entryFaults: [] };
  noteRoot(log, tree, sizes);
  while (walk.next()) {
    tree.addLine(bytes, walk.from, walk.to);
    noteRoot(log, tree, sizes);
    readEntry(log, walk, tree.leaf);
    if (pace.isDue()) {
      await pace.rest(walk.share());
    }
  }
  if (walk.isUnterminated) {
    log.lineFaults.push(new Fault("日志最后一行没有以换行结尾", "the last line of the log does not end in LF"));
  }
  log.size = tree.size;
  log.root = tree.root();
  return log;
}

function noteRoot(log, tree, sizes) {
  if (sizes.has(tree.size)) {
    log.roots.set(tree.size, tree.root());
  }
}

function readEntry(log, walk, leafHash) {
  let faults = log.lineFaults;
  try {
    const entry = readCanonical(walk.line());
    faults = log.entryFaults;
    if (checkEntry(entry)) {
      log.entries.push({ ...entry, index: walk.number - 1, leafHash: leafHash.slice() });
    }
  } catch (error) {
    if (faults.length < FAULTS_NAMED) {
      faults.push(faultOf(error).at(`日志第 ${walk.number} 行`, `log line ${walk.number}`));
    }
  }
}
