import { bytesOfHex } from "./bytes.js";
import { checkBeacon, checkBeaconTime, publicationOf } from "./beacon.js";
import { checkEnoughReveals, checkKeyCommits, checkReveals, checkServerSecret, checkWitnessCommits, deriveKeys, hasAllContributions } from "./ceremony.js";
import { checkCommitRecord, checkParts } from "./commit-record.js";
import { checkAgainstPlan, checkPrevVoid, reportOpening } from "./history.js";
import { checkOrder, checkPhases } from "./phases.js";
import { must } from "./report.js";

/**
 * The checks of one attempt that need the log alone (A.12.2 to A.12.4, and the form of the parts).
 * @param {object} context `suite`, `checkpoints`, `asOf`, `report`
 * @returns {Promise<{isReadable: boolean, keys: object|null}>} whether commit record and parts are well formed, and the
 *   keys if they can be derived
 */
export async function verifyAttemptLog(draw, attempt, context) {
  const { report, suite, checkpoints } = context;
  const commitEntry = attempt.first("draw.commit");
  if (commitEntry === null) {
    return { isReadable: false, keys: null };
  }
  const record = await report.step(attempt, "2.commit-record", "承诺记录格式正确。", "The commit record is well formed.",
    () => checkCommitRecord(commitEntry, suite.name));
  const parts = await report.step(attempt, "6.parts", "各部分按编号排列，事项互不重叠。", "The parts are in order and their items disjoint.",
    () => checkParts(attempt.commit));
  if (!record.ok) {
    return { isReadable: false, keys: null };
  }
  if (draw.plans.length > 0) {
    await report.step(attempt, "2.plan", "承诺与计划登记一致。", "The commit record agrees with the registered plan.",
      () => checkAgainstPlan(draw, attempt.commit));
  }
  await report.step(attempt, "2.prev-void", attempt.number === 1 ? "这是第一次抽取。" : "承诺指明了上一次作废的抽取。",
    attempt.number === 1 ? "This is the first attempt." : "The commit record points to the former, void attempt.",
    () => checkPrevVoid(draw, attempt));
  reportOpening(attempt, checkpoints, context.asOf, report);
  await verifyCeremony(attempt, context);
  return { isReadable: parts.ok, keys: await openKeys(attempt, context) };
}

/** A.12.3: order and phases, witnesses, beacon. */
async function verifyCeremony(attempt, { report, suite, checkpoints }) {
  await report.step(attempt, "3.order", "各环节的先后次序正确。", "The steps of the draw stand in the right order.", () => checkOrder(attempt));
  await report.step(attempt, "3.phases", "每个环节都在下一环节开始前经足够的见证人联署。", "Each phase was cosigned by enough witnesses before the next began.",
    () => checkPhases(attempt, checkpoints));
  await report.step(attempt, "3.witness-commits", "承诺者都是列名的见证人，各承诺一次。", "Only listed witnesses committed, once each.", () => checkWitnessCommits(attempt));
  await report.step(attempt, "3.reveals", "见证人揭示的数都与其承诺相符。", "What the witnesses revealed is what they had committed to.", () => checkReveals(attempt, suite));
  if (attempt.first("draw.sealed") !== null) {
    await report.step(attempt, "3.enough-reveals", "揭示的见证人足够。", "Enough witnesses revealed.", () => checkEnoughReveals(attempt));
  }
  const beacon = attempt.first("draw.beacon");
  if (beacon !== null && attempt.commit.beacon !== null) {
    await verifyBeacon(attempt, beacon, report, checkpoints);
  }
}

async function verifyBeacon(attempt, beacon, report, checkpoints) {
  const plan = attempt.commit.beacon;
  await report.step(attempt, "3.beacon", "公共随机信标是事先承诺的那一轮。", "The public beacon is the round committed to.", () => checkBeacon(beacon.body, plan));
  if (publicationOf(plan) === null) {
    report.add(attempt, "3.beacon-time", "note", "此类信标的数值与公布时间须与其官方公布人工比对。", "Value and time of this kind of beacon must be compared by hand with its official publication.");
    return;
  }
  const last = attempt.entries.filter(entry => entry.index < beacon.index).at(-1);
  await report.step(attempt, "3.beacon-time", "信标在全部揭示被见证之后才公布。", "The beacon was published only after all reveals had been cosigned.", () => {
    const times = checkpoints.filter(({ size }) => size > last.index).map(({ time }) => time);
    must(times.length > 0, "揭示没有被见证", "the reveals were not cosigned");
    checkBeaconTime(plan, times.reduce((a, b) => Math.min(a, b)));
  });
  report.add(attempt, "3.beacon-signature", "note", "信标的 BLS 签名未核对，可用 drand 客户端另行核对；结论不受影响。",
    "Beacon signature: not checked; an external drand client can check it. The verdict stands without it.");
}

/** A.12.4, and the keys that follow from the secret. */
async function openKeys(attempt, { report, suite }) {
  const opened = attempt.first("draw.opened");
  if (opened === null) {
    return null;
  }
  const secret = bytesOfHex(opened.body.serverSecret);
  const { ok } = await report.step(attempt, "4.server-commit", "公布的秘密值正是事先承诺的那一个。", "The published secret is the one committed to.",
    () => checkServerSecret(attempt, suite, secret));
  if (!ok || !hasAllContributions(attempt)) {
    return null;
  }
  const keys = deriveKeys(attempt, suite, secret);
  const sealed = attempt.first("draw.sealed");
  if (sealed !== null) {
    await report.step(attempt, "7.key-commits", "由种子导出的密钥与封存时的承诺相符。", "The keys derived from the seed are those sealed.",
      () => checkKeyCommits(sealed.body.keyCommits, keys, suite));
  }
  return keys;
}
