import { hexOf } from "./bytes.js";
import { secondsOf, timeOf } from "./members.js";
import { mustBeCosigned } from "./phases.js";
import { must } from "./report.js";

/** Throws unless the draw was registered once, before its first commit (A.4, A.12.2). */
export function checkRegistration(draw) {
  must(draw.plans.length === 1, `计划登记应有一条，实有 ${draw.plans.length} 条`, `the plan is registered ${draw.plans.length} times, not once`);
  must(draw.entries[0] === draw.plans[0], "计划登记晚于抽取", "the plan was registered after the draw had begun");
}

/** Throws unless attempts run 1, 2, 3... and each but the last was voided before the next began (A.4, A.10, A.11.7). */
export function checkAttempts(draw, checkpoints) {
  draw.attempts.forEach((attempt, i) => {
    must(attempt.number === i + 1, `缺少第 ${i + 1} 次抽取`, `attempt ${i + 1} is missing`);
    must(attempt.commit !== null, `第 ${i + 1} 次抽取没有承诺记录`, `attempt ${i + 1} has no commit`);
    const next = draw.attempts[i + 1]?.entries[0];
    if (next === undefined) {
      return;
    }
    const end = attempt.first("draw.void");
    must(end !== null && end.index < next.index, `第 ${i + 1} 次抽取未作废就开始了下一次`, `attempt ${i + 1} was not void when the next one began`);
    for (const entry of [end, attempt.first("draw.opened")]) {
      if (entry !== null && entry.index < next.index) {
        mustBeCosigned(entry, next, checkpoints, `第 ${i + 1} 次抽取的 ${entry.type} `, `${entry.type} of attempt ${i + 1}`);
      }
    }
  });
}

/** Throws unless registration and commit agree in kind and plan (A.11.7). */
export function checkAgainstPlan(draw, commit) {
  const plan = draw.plans[0].body;
  must(plan.kind === commit.kind, "kind 与计划登记不同", "the kind differs from the registered plan");
  must(plan.planRef === commit.planRef, "planRef 与计划登记不同", "planRef differs from the registered plan");
}

/** Throws unless `prevVoid` is the leaf hash of the former attempt's void entry (A.4). */
export function checkPrevVoid(draw, attempt) {
  const former = draw.attempts.find(({ number }) => number === attempt.number - 1)?.first("draw.void") ?? null;
  const expected = former === null ? "" : hexOf(former.leafHash);
  must(attempt.commit.prevVoid === expected, "prevVoid 没有指向上一次抽取的作废记录", "prevVoid does not point to the former attempt's void entry");
}

/** Throws if two attempts name one beacon round or use one secret (A.10, A.11.7). */
export function checkFreshness(draw) {
  const rounds = new Set();
  const secrets = new Set();
  for (const attempt of draw.attempts) {
    const beacon = attempt.commit?.beacon ?? null;
    const round = beacon === null ? null : JSON.stringify([beacon.kind, beacon.chain, beacon.round]);
    must(round === null || !rounds.has(round), `第 ${attempt.number} 次抽取用了先前的信标轮次`, `attempt ${attempt.number} names a beacon round used before`);
    rounds.add(round);
    const secret = attempt.first("draw.opened")?.body.serverSecret ?? null;
    must(secret === null || !secrets.has(secret), `第 ${attempt.number} 次抽取用了先前的秘密值`, `attempt ${attempt.number} uses a secret used before`);
    secrets.add(secret);
  }
}

/**
 * Reports whether an attempt was opened in time, is still pending, or is overdue (A.11.7, A.11.16).
 * @param {number|null} asOf seconds since 1970 at which the record is judged
 */
export function reportOpening(attempt, checkpoints, asOf, report) {
  const deadline = secondsOf(attempt.commit.revealNotAfter);
  const until = attempt.commit.revealNotAfter;
  const opened = attempt.first("draw.opened");
  if (opened !== null) {
    const inTime = checkpoints.some(({ size, time }) => size > opened.index && time <= deadline);
    report.add(attempt, "2.opened", inTime ? "pass" : "fail",
      inTime ? "结果已按期开封。" : `结果开封晚于期限 ${until}。`, inTime ? "It was opened in time." : `It was opened after its deadline ${until}.`);
  } else if (asOf === null || asOf <= deadline) {
    report.add(attempt, "2.opened", "pending", `尚未开封，期限为 ${until}。`, `Not opened yet; the deadline is ${until}.`);
  } else {
    report.add(attempt, "2.opened", "fail", `已过期限 ${until} 仍未开封（截至 ${timeOf(asOf)}）。`,
      `Not opened by its deadline ${until} (as of ${timeOf(asOf)}).`);
  }
}
