import { hexOf, sameBytes } from "./bytes.js";
import { drawsOf } from "./attempts.js";
import { isForgone, verifyAttemptFiles } from "./attempt-files.js";
import { verifyAttemptLog } from "./attempt-log.js";
import { checkpointNames, readCheckpoints, verifyCheckpoints } from "./checkpoints.js";
import { checkAttempts, checkFreshness, checkRegistration } from "./history.js";
import { readLog } from "./log.js";
import { secondsOf, timeOf } from "./members.js";
import { Cancelled, Pace } from "./pace.js";
import { assignFolders, readFolders, reportOtherFiles, strayFault } from "./record-files.js";
import { faultOf, Report } from "./report.js";
import { Suite } from "./suite.js";
import { readTrust } from "./trust.js";

/**
 * Verifies a double-random draw record, `drdr/1`, as A.12 asks. Never throws.
 * @param {Map<string, Uint8Array>} files by name relative to the record's folder (A.2); a trust.json among them is not used
 * @param {Uint8Array} trustBytes the verifier's own trust.json (A.11.2)
 * @param {{asOf: ?(number|string), progress: ?function(number, string): void, signal: ?AbortSignal}} options `asOf`:
 *   seconds since 1970 or a time of A.1 at which deadlines are judged, null for the newest cosigned time of the record;
 *   `progress`: told 0..1 and a stage code
 * @returns {Promise<{verdict: "valid"|"invalid"|"unusable", checks: object[], log: ?{origin: string, size: number, root: string},
 *   asOf: ?string}>} each check is `{draw, attempt, step, status, zh, en}`, status "pass", "fail", "pending" or "note"
 */
export async function verifyRecord(files, trustBytes, { asOf = null, progress = null, signal = null } = {}) {
  const report = new Report();
  const outcome = { verdict: "unusable", checks: report.checks, log: null, asOf: null };
  try {
    const pace = new Pace(progress, signal);
    const trust = openTrust(trustBytes, report);
    if (trust !== null && hasLog(files, report)) {
      outcome.verdict = "invalid";
      await verifyLog(files, trustBytes, trust, asOf, outcome, report, pace);
      outcome.verdict = report.hasFailure ? "invalid" : "valid";
      pace.tell(1);
    }
  } catch (error) {
    if (error instanceof Cancelled) {
      outcome.verdict = "unusable";
      report.add(null, "0.cancelled", "fail", "核验已取消。", "The verification was cancelled.");
    } else {
      report.fail(null, "0.unforeseen", faultOf(error));
    }
  }
  return outcome;
}

function openTrust(trustBytes, report) {
  try {
    return readTrust(trustBytes);
  } catch (error) {
    report.fail(null, "0.trust", faultOf(error).at("无法读取信任文件 trust.json", "the trust file cannot be read"));
    return null;
  }
}

function hasLog(files, report) {
  const isThere = files instanceof Map && files.has("log.jsonl") && checkpointNames(files).length > 0;
  if (!isThere) {
    report.add(null, "0.folder", "fail", "这里没有日志 log.jsonl 或检查点 checkpoints/，不是一份抽取记录。",
      "There is no log.jsonl or no checkpoints/ here; this is not a draw record.");
  }
  return isThere;
}

async function verifyLog(files, trustBytes, trust, asOf, outcome, report, pace) {
  const suite = new Suite(trust.suite);
  const unread = readCheckpoints(files);
  await pace.enter("log", 0, 0.1);
  const log = await readLog(files.get("log.jsonl"), suite, new Set(unread.map(({ body }) => body?.size)), pace);
  outcome.log = { origin: trust.origin, size: log.size, root: hexOf(log.root) };
  reportLines(log, report);
  reportTrust(files, trustBytes, trust, report);
  await pace.enter("checkpoints", 0.1, 0.2);
  const checkpoints = await verifyCheckpoints(unread, trust, log, report, pace);
  report.add(null, "1.slip", "note", `请与现场打印的见证条核对：日志 ${log.size} 行，根 ${outcome.log.root}。`,
    `Compare with the slip printed at the ceremony: ${log.size} log lines, root ${outcome.log.root}.`);
  const newest = checkpoints.reduce((latest, { time }) => Math.max(latest, time), -Infinity);
  const judgedAt = typeof asOf === "string" ? secondsOf(asOf) : asOf;
  const now = Math.max(judgedAt ?? -Infinity, newest);
  const context = { suite, checkpoints, report, pace, asOf: Number.isFinite(now) ? now : null };
  outcome.asOf = context.asOf === null ? null : timeOf(context.asOf);
  const draws = drawsOf(log.entries);
  await pace.enter("files", 0.2, 0.5);
  const { owned, strays } = assignFolders(await readFolders(files, suite, pace), draws);
  strays.forEach(folder => report.fail(null, "5.files-belong", strayFault(folder)));
  for (const [i, draw] of draws.entries()) {
    await pace.enter("draws", 0.5 + (0.5 * i) / draws.length, 0.5 + (0.5 * (i + 1)) / draws.length);
    const isElsewhere = draws.length > 1 && !draw.attempts.some(attempt => owned.has(attempt));
    await verifyDraw(draw, isElsewhere, owned, context);
  }
  reportAbsentFiles(draws, owned, report);
  reportOtherFiles(files, log.entries, suite, report);
}

function reportLines(log, report) {
  for (const [step, faults, zh, en] of [
    ["1.log-lines", log.lineFaults, "日志每行都是规范 JSON", "Every log line is canonical JSON"],
    ["1.entries", log.entryFaults, "日志每条记录的成员都与格式相符", "Every log entry has exactly the members of the format"]]) {
    faults.forEach(fault => report.fail(null, step, fault));
    if (faults.length === 0) {
      report.add(null, step, "pass", `${zh}（${log.size} 行）。`, `${en} (${log.size} lines).`);
    }
  }
}

function reportTrust(files, trustBytes, trust, report) {
  const isNamedRightly = trust.suite !== "sm3" || trust.origin.endsWith("/sm3");
  if (!isNamedRightly) {
    report.add(null, "1.origin", "fail", "sm3 日志的名称应以 /sm3 结尾。", "The origin of an sm3 log ends in /sm3.");
  }
  const given = files.get("trust.json");
  if (given !== undefined && !sameBytes(given, trustBytes)) {
    report.add(null, "1.trust", "note", "记录中自带的 trust.json 未被采用，核验用的是您提供的信任文件。", "The trust.json inside the record was not used; yours was.");
  }
}

async function verifyDraw(draw, isElsewhere, owned, context) {
  const { report } = context;
  await report.step(draw, "2.registered", "任务在抽取前已登记。", "The task was registered before the draw.", () => checkRegistration(draw));
  if (draw.attempts.length === 0) {
    report.add(draw, "2.committed", "pending", "已登记，尚未开始抽取。", "Registered; the draw has not begun.");
    return;
  }
  await report.step(draw, "2.attempts", `抽取次序连续，共 ${draw.attempts.length} 次。`, `The attempts are gap-free; there are ${draw.attempts.length}.`,
    () => checkAttempts(draw, context.checkpoints));
  await report.step(draw, "2.freshness", "各次抽取的信标轮次与秘密值互不相同。", "No beacon round or secret was used twice.", () => checkFreshness(draw));
  for (const attempt of draw.attempts) {
    const { isReadable, keys } = await verifyAttemptLog(draw, attempt, context);
    await reportVoid(attempt, keys, report);
    const folder = owned.get(attempt);
    if (folder !== undefined && isReadable) {
      await verifyAttemptFiles(attempt, folder, keys, context);
    } else if (folder === undefined && needsFiles(attempt)) {
      report.add(attempt, "5.files-missing", isElsewhere ? "note" : "fail",
        isElsewhere ? "此处没有这次抽取的名录等文件，只核对了日志。" : "缺少这次抽取的名录等文件。",
        isElsewhere ? "The files of this draw are not here; only the log was checked." : "The roster and other files of this attempt are missing.");
    }
  }
}

/** A void attempt without a result has no changes; one with a result had all its contributions (A.11.9). */
async function reportVoid(attempt, keys, report) {
  const opened = attempt.first("draw.opened");
  if (opened === null) {
    return;
  }
  if (isForgone(attempt) && opened.body.changes.length > 0) {
    report.add(attempt, "9.changes", "fail", "作废且无结果的抽取不应有变更名单。", "A void attempt without a result has no changes.");
  } else if (opened.body.resultHash === "" && !attempt.isVoid) {
    report.add(attempt, "7.result-hash", "fail", "未作废的抽取开封时没有公布结果。", "The attempt is not void, but was opened without a result.");
  } else if (opened.body.resultHash !== "" && (keys === null || attempt.first("draw.sealed") === null) && attempt.isVoid) {
    report.add(attempt, "7.result-hash", "fail", "没有封存，或者揭示不全、秘密值不符，不可能有结果。", "It was never sealed, or contributions are incomplete or the secret is wrong; there can be no result.");
  }
}

function needsFiles(attempt) {
  return attempt.first("draw.opened") !== null && !isForgone(attempt);
}

/** In a log of several draws at least one opened draw must have its files here, else nothing was checked. */
function reportAbsentFiles(draws, owned, report) {
  const opened = draws.flatMap(draw => draw.attempts).filter(needsFiles);
  if (draws.length > 1 && opened.length > 0 && !opened.some(attempt => owned.has(attempt))) {
    report.add(null, "5.files-missing", "fail", "已开封的抽取没有一次在此附有名录等文件。", "Of the opened draws none has its files here.");
  }
}
