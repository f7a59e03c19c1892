import { INPUT_NAMES, readInput } from "./frozen-lines.js";
import { hashSlowly } from "./hash-order.js";
import { leafHashOf, rootOfProof } from "./merkle.js";
import { bytesOfHex, hexOf, sameBytes } from "./bytes.js";
import { canonicalBytes, readCanonical } from "./canonical-json.js";
import { isCount, isHex, isObject, mustHaveMembers } from "./members.js";
import { Fault, faultOf, must } from "./report.js";

const FILE_NAMES = [...INPUT_NAMES.map(name => `${name}.jsonl`), "result.json"];
const KNOWN_FILE = /^(log\.jsonl|trust\.json|checkpoints\/[^/]+\.txt|(attempt-[1-9]\d*\/)?(roster\.jsonl|inspectors\.jsonl|recusals\.jsonl|result\.json))$/;
const NOTICE_PROOF = /(^|\/)notice-proof[^/]*\.json$/;

/**
 * The frozen inputs and results of a record, by folder: the top for draws with one attempt, `attempt-<n>/` else (A.2).
 * @returns {Promise<{path: string, inputs: object, result: Uint8Array|null, resultHash: string|null}[]>}
 *   `inputs` holds what readInput gave, by name; `resultHash` in hex
 */
export async function readFolders(files, suite, pace) {
  const paths = new Set();
  for (const name of files.keys()) {
    const cut = name.lastIndexOf("/") + 1;
    if (FILE_NAMES.includes(name.slice(cut)) && KNOWN_FILE.test(name)) {
      paths.add(name.slice(0, cut));
    }
  }
  const folders = [];
  for (const path of [...paths].sort()) {
    const result = files.get(`${path}result.json`) ?? null;
    const resultHash = result === null ? null : hexOf(await hashSlowly(suite, result, pace));
    const folder = { path, inputs: {}, result, resultHash };
    for (const name of INPUT_NAMES) {
      const bytes = files.get(`${path}${name}.jsonl`);
      if (bytes !== undefined) {
        folder.inputs[name] = await readInput(bytes, name, suite, pace);
      }
    }
    folders.push(folder);
  }
  return folders;
}

/** Where the files of an attempt lie (A.2). @returns {string} */
function folderPathOf(draw, attempt) {
  return draw.attempts.length > 1 ? `attempt-${attempt.number}/` : "";
}

/**
 * Finds out which attempt each folder belongs to (A.11.16). In a log with one draw there is no doubt; else the roots
 * in the commit records and the published hash of the result tell.
 * @returns {{owned: Map<object, object>, strays: object[]}} folder by attempt, and the folders that belong to none
 */
export function assignFolders(folders, draws) {
  const owned = new Map();
  const strays = [];
  for (const folder of folders) {
    const candidates = draws.flatMap(draw => draw.attempts.filter(attempt => folderPathOf(draw, attempt) === folder.path));
    const owners = draws.length === 1 ? candidates : bestMatches(folder, candidates);
    owners.forEach(attempt => owned.set(attempt, folder));
    if (owners.length === 0) {
      strays.push(folder);
    }
  }
  return { owned, strays };
}

function bestMatches(folder, candidates) {
  const scored = candidates.map(attempt => ({ attempt, score: scoreOf(folder, attempt) }));
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ attempt }) => attempt);
}

/** 10 if the result is the attempt's; and 9 if all three inputs match, else how many do, empty ones not counted. */
function scoreOf(folder, attempt) {
  const matching = INPUT_NAMES.filter(name => {
    const input = folder.inputs[name];
    const committed = attempt.commit?.[name];
    return input !== undefined && isObject(committed) && committed.size === input.size && committed.root === hexOf(input.root);
  });
  const hasResult = folder.result !== null && attempt.first("draw.opened")?.body.resultHash === folder.resultHash;
  const inputs = matching.length === INPUT_NAMES.length ? 9 : matching.filter(name => folder.inputs[name].size > 0).length;
  return (hasResult ? 10 : 0) + inputs;
}

/** Throws unless a frozen input has the size and root that the commit record names (A.3). */
export function checkInputRoot(input, committed, file) {
  must(input.size === committed.size, `${file} 有 ${input.size} 行，抽取前冻结的是 ${committed.size} 行`, `${file} has ${input.size} lines, but ${committed.size} were frozen before the draw`);
  must(hexOf(input.root) === committed.root, `${file} 不是抽取前冻结的那一份：重新算出的根是 ${hexOf(input.root)}`, `${file} is not the file frozen before the draw: its recomputed root is ${hexOf(input.root)}`);
}

/** Reports what lies in the record beside the files of A.2: notice proofs are tried (A.11.11), others only named. */
export function reportOtherFiles(files, entries, suite, report) {
  const others = [...files.keys()].filter(name => !KNOWN_FILE.test(name));
  for (const name of others.filter(other => NOTICE_PROOF.test(other))) {
    try {
      checkNoticeProof(readCanonical(files.get(name)), entries, suite);
      report.add(null, "9.notice-proof", "note", `${name}：告知书的证明与封存记录相符。`, `${name}: the notice's proof leads to the sealed entry.`);
    } catch (error) {
      const fault = faultOf(error);
      report.add(null, "9.notice-proof", "note", `${name} 不属于记录，且不成立：${fault.zh}。`, `${name} is not part of the record, and does not hold: ${fault.en}.`);
    }
  }
  const strange = others.filter(name => !NOTICE_PROOF.test(name));
  if (strange.length > 0) {
    const names = strange.slice(0, 5).join("、") + (strange.length > 5 ? "……" : "");
    report.add(null, "5.other-files", "note", `有 ${strange.length} 个文件不属于记录格式，未被核对：${names}。`,
      `${strange.length} files are not part of the format and were not checked: ${names}.`);
  }
}

function checkNoticeProof(proof, entries, suite) {
  mustHaveMembers(proof, ["attempt", "drawId", "index", "logIndex", "opening", "path", "size"], "证明", "the proof");
  const { attempt, drawId, index, logIndex, opening, path, size } = proof;
  const sealed = entries.find(entry => entry.index === logIndex);
  const fits = sealed?.type === "draw.sealed" && sealed.drawId === drawId && sealed.attempt === attempt;
  must(fits, "logIndex 不是该次抽取的封存记录", "logIndex is not the sealed entry of that attempt");
  must(isCount(index) && size === sealed.body.objectCount, "大小与封存记录不同", "its size differs from the sealed entry's");
  must(Array.isArray(path) && path.every(hash => isHex(hash, 32)), "path 写法不对", "path is malformed");
  const root = rootOfProof(suite, leafHashOf(suite, canonicalBytes(opening)), index, size, path.map(bytesOfHex));
  must(root !== null && sameBytes(root, bytesOfHex(sealed.body.objectRoot)), "没有通到封存的根", "it does not lead to the sealed root");
}

/** The fault of a folder that belongs to no attempt. @returns {Fault} */
export function strayFault(folder) {
  return new Fault(`${folder.path || "顶层"}的名录等文件不属于日志中的任何一次抽取`, `the roster and other files in ${folder.path || "the top folder"} belong to no attempt of the log`);
}
