import { sameBytes } from "./bytes.js";
import { canonicalText, readCanonicalSlowly } from "./canonical-json.js";
import { checkChanges } from "./changes.js";
import { INPUT_NAMES } from "./frozen-lines.js";
import { independentChecks } from "./independent.js";
import { matchTeams } from "./matching.js";
import { sealOpenings } from "./openings.js";
import { checkQuotaNumbers, quotasOf } from "./quotas.js";
import { checkInputRoot } from "./record-files.js";
import { must } from "./report.js";
import { checkResultShape, resultBytes, resultParts } from "./result.js";
import { selectObjects } from "./selection.js";
import { countEligible, Strata } from "./strata.js";

const INPUT_WORDS = { roster: ["名录", "The roster"], inspectors: ["检查人员名单", "The list of inspectors"], recusals: ["回避名单", "The list of recusals"] };

/**
 * The checks of one attempt that need its files (A.12.5 to A.12.9).
 * @param {object} folder of record-files.js @param {object|null} keys as derived from the log
 */
export async function verifyAttemptFiles(attempt, folder, keys, context) {
  const { report } = context;
  const inputs = await verifyInputs(attempt, folder, report);
  const result = await verifyResultFile(attempt, folder, context);
  if (inputs === null) {
    report.add(attempt, "7.skipped", "note", "名录等文件不符，因此没有重新计算结果。", "The frozen files are not in order, so the result was not recomputed.");
    return;
  }
  const strata = new Strata(attempt.commit.parts);
  const counted = await verifyQuotas(attempt, inputs, strata, context);
  let drawn = null;
  if (counted !== null && keys !== null) {
    drawn = await recompute(attempt, inputs, strata, counted, keys, context);
  } else if (result !== null && keys === null && attempt.isVoid) {
    report.add(attempt, "7.result", "fail", "抽取在揭示完成前作废，不应有结果。", "The attempt was void before its contributions were complete; there can be no result.");
  }
  if (drawn !== null) {
    await compare(attempt, folder, drawn, result, context);
    if (attempt.first("draw.sealed") !== null && !isForgone(attempt)) {
      await report.step(attempt, "9.changes", "补抽、替换与换人都按既定次序，开封的名单一致。", "Supplements and substitutions follow the order, and the names opened agree.",
        () => checkChanges(attempt.changes, attempt.first("draw.opened").body.changes, attempt.commit, drawn, inputs, keys.match, context.suite, context.pace));
    }
  }
  if (result !== null) {
    const sealedMatch = attempt.first("draw.sealed")?.body.match ?? drawn?.sealedMatch ?? null;
    for (const [step, zh, en, check] of independentChecks(result, inputs, attempt.commit, sealedMatch)) {
      await report.step(attempt, step, `${zh}。`, `${en}.`, check);
      await context.pace.rest(1);
    }
  }
}

/** Whether a void attempt was opened without a result (A.11.9). @returns {boolean} */
export function isForgone(attempt) {
  return attempt.isVoid && attempt.first("draw.opened")?.body.resultHash === "";
}

/** A.12.5. @returns {Promise<object|null>} the lines by file, or null if a file is unfit */
async function verifyInputs(attempt, folder, report) {
  const lines = {};
  let areFit = true;
  for (const name of INPUT_NAMES) {
    const [zh, en] = INPUT_WORDS[name];
    const input = folder.inputs[name];
    const file = `${folder.path}${name}.jsonl`;
    if (input === undefined) {
      report.add(attempt, `5.${name}-missing`, "fail", `缺少文件 ${file}。`, `The file ${file} is missing.`);
      areFit = false;
      continue;
    }
    const form = await report.step(attempt, `5.${name}-canonical`, `${zh}每行写法规范，编号严格升序。`, `${en} is canonical, its ids strictly ascend.`, () => {
      if (input.fault !== null) {
        throw input.fault.at(file, file);
      }
    });
    const root = await report.step(attempt, `5.${name}-root`, `${zh}共 ${input.size} 行，正是抽取前冻结的那一份。`, `${en} (${input.size} lines) is the one frozen before the draw.`, () => {
      checkInputRoot(input, attempt.commit[name], file);
    });
    areFit &&= form.ok && root.ok;
    lines[name] = input.lines;
  }
  return areFit ? lines : null;
}

/** Form and hash of result.json. @returns {Promise<object|null>} the parsed result if it is well formed */
async function verifyResultFile(attempt, folder, { report, pace }) {
  const opened = attempt.first("draw.opened");
  const file = `${folder.path}result.json`;
  if (folder.result === null) {
    if (opened !== null && !isForgone(attempt)) {
      report.add(attempt, "7.result-missing", "fail", `缺少文件 ${file}。`, `The file ${file} is missing.`);
    }
    return null;
  }
  const form = await report.step(attempt, "7.result-form", "结果文件写法规范。", "The result file is canonical.", async () => {
    const result = await readCanonicalSlowly(folder.result, pace);
    await checkResultShape(result, pace);
    return result;
  });
  if (opened === null) {
    report.add(attempt, "7.result-early", "fail", `尚未开封就有结果文件 ${file}，无从核对。`, `There is a result file ${file} before the opening; it cannot be checked.`);
  } else if (!isForgone(attempt)) {
    await report.step(attempt, "7.result-hash", "结果文件的哈希正是开封时公布的。", "The hash of the result file is the one published at the opening.", () => {
      must(folder.resultHash === opened.body.resultHash, "结果文件的哈希与开封时公布的不同", "the hash of the result file is not the one published at the opening");
    });
  }
  return form.value;
}

/** A.12.6 and the human part of A.12.10. @returns {Promise<{eligible: Map[], quotas: Map[]}|null>} */
async function verifyQuotas(attempt, { roster }, strata, { report, pace }) {
  const { parts, kind } = attempt.commit;
  const excluded = roster.filter(line => line.excl !== "").length;
  report.add(attempt, "10.completeness", "note", `名录 ${roster.length} 行，其中排除 ${excluded} 行；是否齐全须与公开登记人工比对，并抽查排除理由。`,
    `The roster has ${roster.length} lines, ${excluded} of them excluded; compare it by hand with the public register, and sample the reasons of exclusion.`);
  const eligible = await report.step(attempt, "6.roster-parts", "名录每行的事项都属于某一部分，分层属性齐全。", "Every roster line's items belong to a part, and its strata are named.",
    () => countEligible(roster, strata, pace));
  if (!eligible.ok) {
    return null;
  }
  const quotas = await report.step(attempt, "6.quotas", "各层可抽数与名额，和抽取前公布的名额表一致。", "Eligible counts and quotas equal the table published before the draw.", () =>
    parts.map((part, p) => {
      const quota = quotasOf(part.quota, eligible.value[p]);
      checkQuotaNumbers(part, eligible.value[p], quota);
      must(kind !== "match" || [...quota].every(([stratum, count]) => count === eligible.value[p].get(stratum)), "第二阶段的名额应为全部", "a second stage takes everything");
      return quota;
    }));
  return quotas.ok ? { eligible: eligible.value, quotas: quotas.value } : null;
}

/** A.12.7: the draw once more, from its seed. @returns {Promise<object|null>} */
async function recompute(attempt, inputs, strata, { eligible, quotas }, keys, { report, suite, pace }) {
  const { commit } = attempt;
  await pace.enter("selection", pace.to, pace.to);
  const selection = await report.step(attempt, "7.selection", "从种子重新抽取，得到对象名单。", "The objects were drawn again from the seed.",
    () => selectObjects(inputs.roster, strata, quotas, commit.batches, keys.ticket, suite, pace));
  if (!selection.ok) {
    return null;
  }
  await pace.enter("teams", pace.to, pace.to);
  const { selected, areas } = selection.value;
  const teams = await report.step(attempt, "7.teams", commit.match === null ? "本次抽取只抽对象，不配人员。" : "从种子重新匹配，得到检查组。",
    commit.match === null ? "This draw draws objects only." : "The teams were matched again from the seed.",
    () => (commit.match === null ? { bundles: [], sealedMatch: null } : matchTeams(selected, areas, inputs, commit.match, keys.match, suite, pace)));
  if (!teams.ok) {
    return null;
  }
  const { bundles, sealedMatch } = teams.value;
  const openings = await sealOpenings(selected, bundles, keys.reveal, suite, pace);
  return { selection: selection.value, quotas, bundles, sealedMatch, openings, bytes: await resultBytes(bundles, resultParts(commit.parts, eligible, quotas), selected, pace) };
}

/** Compares what was recomputed with the sealed entry and the result file. */
async function compare(attempt, folder, drawn, result, { report, pace }) {
  const sealed = attempt.first("draw.sealed")?.body;
  if (sealed !== undefined) {
    const { openings, selection } = drawn;
    await report.step(attempt, "7.sealed-objects", "封存的对象承诺与重新抽取的一致。", "The sealed objects are those drawn again.", () => {
      must(sealed.objectCount === selection.selected.length, `封存 ${sealed.objectCount} 家，应为 ${selection.selected.length} 家`, `${sealed.objectCount} objects were sealed, but ${selection.selected.length} are drawn`);
      must(sealed.objectRoot === openings.objectRoot, "封存的对象与重新抽取的不同", "the sealed objects are not those drawn again");
    });
    await report.step(attempt, "7.sealed-teams", "封存的检查组承诺与重新匹配的一致。", "The sealed teams are those matched again.", () => {
      must(sealed.teamCount === openings.teamCount, `封存 ${sealed.teamCount} 组，应为 ${openings.teamCount} 组`, `${sealed.teamCount} teams were sealed, but there are ${openings.teamCount}`);
      must(sealed.teamRoot === openings.teamRoot, "封存的检查组与重新匹配的不同", "the sealed teams are not those matched again");
      must(canonicalText(sealed.match) === canonicalText(drawn.sealedMatch), `匹配参数应为 ${canonicalText(drawn.sealedMatch)}`, `the matching parameters should be ${canonicalText(drawn.sealedMatch)}`);
    });
  }
  await pace.rest(1);
  if (folder.result !== null) {
    await report.step(attempt, "7.result", "结果文件与重新计算的结果逐字节相同。", "The result file equals the recomputed result byte by byte.", () => {
      if (!sameBytes(folder.result, drawn.bytes)) {
        mustBeSameList(result?.selected, drawn.selection.selected, "selected", "对象", "object");
        mustBeSameList(result?.bundles, drawn.bundles, "bundles", "检查组", "team");
        must(false, "结果文件与重新计算的结果不同", "the result file is not the recomputed result");
      }
    });
  }
}

function mustBeSameList(found, expected, name, zh, en) {
  const differs = (found ?? []).findIndex((value, i) => canonicalText(value) !== canonicalText(expected[i] ?? null));
  must(differs < 0, `${name} 第 ${differs + 1} 项${zh}与重新计算的不同，应为 ${expected[differs]?.id ?? "无"}`,
    `item ${differs + 1} of ${name} is not the ${en} recomputed, which is ${expected[differs]?.id ?? "none"}`);
}
