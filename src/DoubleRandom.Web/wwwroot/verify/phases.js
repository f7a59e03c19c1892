import { CHANGE_TYPES } from "./attempts.js";
import { must } from "./report.js";

const PHASE_OF = { "draw.commit": 0, "witness.commit": 1, "witness.reveal": 2, "draw.beacon": 3, "draw.sealed": 3, "draw.void": 5, "draw.opened": 6 };
const PHASE_NAMES = [["承诺", "commit"], ["见证人承诺", "witness commits"], ["揭示", "reveals"], ["信标与封存", "beacon and sealing"],
  ["变更", "change"], ["作废", "void"], ["开封", "opening"]];
const ONCE_ONLY = ["draw.commit", "draw.beacon", "draw.sealed", "draw.void", "draw.opened"];

function phaseOf(entry) {
  return CHANGE_TYPES.has(entry.type) ? 4 : PHASE_OF[entry.type];
}

/** Throws unless the entries of an attempt stand in the order of A.4 and A.11.7. */
export function checkOrder(attempt) {
  const { entries } = attempt;
  must(entries[0].type === "draw.commit", `日志第 ${entries[0].index + 1} 行早于本次承诺`, `log line ${entries[0].index + 1} comes before the commit`);
  for (const type of ONCE_ONLY) {
    const again = attempt.all(type)[1];
    must(again === undefined, `日志第 ${again?.index + 1} 行重复了 ${type}`, `log line ${again?.index + 1} repeats ${type}`);
  }
  for (let i = 1; i < entries.length; i++) {
    const inOrder = phaseOf(entries[i - 1]) <= phaseOf(entries[i]);
    must(inOrder, `日志第 ${entries[i].index + 1} 行（${entries[i].type}）来得太晚`, `log line ${entries[i].index + 1} (${entries[i].type}) comes too late`);
  }
  checkPresence(attempt);
}

function checkPresence(attempt) {
  const beacon = attempt.first("draw.beacon");
  const sealed = attempt.first("draw.sealed");
  const opened = attempt.first("draw.opened");
  if (attempt.commit.beacon === null) {
    must(beacon === null, "承诺未约定信标，却公布了信标", "a beacon was used that the commit record does not name");
  } else if (beacon !== null && sealed !== null) {
    must(beacon.index < sealed.index, "信标晚于封存", "the beacon comes after the sealing");
  }
  must(sealed === null || beacon !== null || attempt.commit.beacon === null, "封存时没有信标", "it was sealed without its beacon");
  must(sealed !== null || attempt.changes.length === 0, "未封存就有变更", "it was changed before it was sealed");
  must(opened === null || sealed !== null || attempt.isVoid, "未封存也未作废就开封", "it was opened, but neither sealed nor void");
}

/**
 * Throws unless a sound checkpoint lies between each phase and the next (A.4, A.11.7), so that nobody could know a
 * later phase when the former was fixed.
 * @param {{size: number}[]} checkpoints the sound ones, ascending by size
 */
export function checkPhases(attempt, checkpoints) {
  const { entries } = attempt;
  for (let i = 1; i < entries.length; i++) {
    const [before, after] = [entries[i - 1], entries[i]];
    if (phaseOf(before) !== phaseOf(after) || phaseOf(after) === 4) {
      const [zh, en] = PHASE_NAMES[phaseOf(before)];
      mustBeCosigned(before, after, checkpoints, `“${zh}”`, `the phase "${en}"`);
    }
  }
}

/** Throws unless a sound checkpoint covers one entry but not yet the other, later one. */
export function mustBeCosigned(before, after, checkpoints, zh, en) {
  const next = checkpointOver(before, checkpoints);
  must(next !== undefined && next.size <= after.index, `${zh}之后、日志第 ${after.index + 1} 行之前没有足够见证人联署的检查点`,
    `no cosigned checkpoint lies between ${en} and log line ${after.index + 1}`);
}

/** The first sound checkpoint that covers an entry; undefined if none does. @returns {{size: number, time: number}|undefined} */
export function checkpointOver(entry, checkpoints) {
  let low = 0;
  let high = checkpoints.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (checkpoints[middle].size > entry.index) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return checkpoints[low];
}
