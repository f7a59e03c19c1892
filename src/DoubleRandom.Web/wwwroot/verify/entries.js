import { checkBeaconBody } from "./beacon.js";
import { isCount, isObject, mustBeCount, mustBeHex, mustBeId, mustBeText, mustHaveMembers, secondsOf } from "./members.js";
import { must } from "./report.js";

const ENTRY_MEMBERS = ["attempt", "body", "drawId", "t", "type", "v"];
const OWN_TYPE = /^(plan|draw|witness|inspector)\./;

/** The body rule of every entry type of A.4; the commit record has its own reader. */
const BODY_RULES = {
  "plan.registered": checkPlanBody,
  "draw.commit": body => must(isObject(body), "承诺记录不是对象", "the commit record is not an object"),
  "witness.commit": checkWitnessCommitBody,
  "witness.reveal": checkWitnessRevealBody,
  "draw.beacon": checkBeaconBody,
  "draw.sealed": checkSealedBody,
  "draw.extend": checkExtendBody,
  "draw.replace": checkReplaceBody,
  "inspector.substitute": checkSubstituteBody,
  "draw.void": checkVoidBody,
  "draw.opened": checkOpenedBody,
};

/**
 * Throws unless an entry has exactly the members its type asks for (A.4, A.11.3, A.11.13).
 * @returns {boolean} whether the type is one of the format's own; others are opaque leaves
 */
export function checkEntry(entry) {
  mustHaveMembers(entry, ENTRY_MEMBERS, "日志记录", "the entry");
  must(entry.v === "drdr/1", "版本不是 drdr/1", "the version is not drdr/1");
  mustBeText(entry.type, "type ", "type");
  must(entry.type !== "", "缺少 type", "type is empty");
  mustBeId(entry.drawId, "drawId ", "drawId");
  mustBeCount(entry.attempt, 0, "attempt ", "attempt");
  must(secondsOf(entry.t) !== null, "时间 t 写法不对", "time t is malformed");
  must(isObject(entry.body), "body 不是对象", "body is not an object");
  if (!OWN_TYPE.test(entry.type)) {
    return false;
  }
  must(Object.hasOwn(BODY_RULES, entry.type), `未知的记录类型 ${entry.type}`, `unknown entry type ${entry.type}`);
  must((entry.type === "plan.registered") === (entry.attempt === 0),
    "只有计划登记的抽取次序为 0", "attempt is 0 for the plan's registration, and for nothing else");
  BODY_RULES[entry.type](entry.body);
  return true;
}

function checkPlanBody(body) {
  mustHaveMembers(body, ["kind", "planRef", "task"], "计划登记", "the registration");
  must(["both", "objects", "match"].includes(body.kind), "kind 未知", "kind is unknown");
  mustBeText(body.planRef, "planRef ", "planRef");
  mustBeText(body.task, "task ", "task");
}

function checkWitnessCommitBody(body) {
  mustHaveMembers(body, ["commit", "witness"], "见证人承诺", "the witness commitment");
  mustBeId(body.witness, "见证人编号", "the witness id");
  mustBeHex(body.commit, 32, "commit ", "commit");
}

function checkWitnessRevealBody(body) {
  mustHaveMembers(body, ["nonce", "value", "witness"], "见证人揭示", "the witness reveal");
  mustBeId(body.witness, "见证人编号", "the witness id");
  mustBeHex(body.nonce, 32, "nonce ", "nonce");
  mustBeText(body.value, "value ", "value");
}

function checkSealedBody(body) {
  mustHaveMembers(body, ["keyCommits", "match", "objectCount", "objectRoot", "teamCount", "teamRoot"], "封存记录", "the sealed entry");
  mustHaveMembers(body.keyCommits, ["match", "reveal", "ticket"], "keyCommits ", "keyCommits");
  for (const key of ["match", "reveal", "ticket"]) {
    mustBeHex(body.keyCommits[key], 32, `keyCommits.${key} `, `keyCommits.${key}`);
  }
  mustBeCount(body.objectCount, 0, "objectCount ", "objectCount");
  mustBeCount(body.teamCount, 0, "teamCount ", "teamCount");
  mustBeHex(body.objectRoot, 32, "objectRoot ", "objectRoot");
  mustBeHex(body.teamRoot, 32, "teamRoot ", "teamRoot");
  if (body.match !== null && body.match.infeasible === true) {
    mustHaveMembers(body.match, ["infeasible"], "match ", "match");
  } else if (body.match !== null) {
    mustHaveMembers(body.match, ["bump", "capExtra", "level"], "match ", "match");
    const fits = isCount(body.match.bump) && body.match.bump <= 2 && isCount(body.match.capExtra) && isCount(body.match.level);
    must(fits, "match 的数值不对", "the numbers in match are wrong");
  }
}

function checkExtendBody(body) {
  mustHaveMembers(body, ["approval", "count", "part", "reason", "stratum"], "补抽记录", "the supplement");
  checkSupplement(body);
}

function checkReplaceBody(body) {
  mustHaveMembers(body, ["approval", "count", "evidence", "part", "reason", "replaces", "stratum"], "替换记录", "the replacement");
  checkSupplement(body);
  must(body.count === 1, "替换一次只能一家", "a replacement counts one");
  mustBeHex(body.replaces, 32, "replaces ", "replaces");
  mustBeHex(body.evidence, 32, "evidence ", "evidence");
}

function checkSupplement(body) {
  mustBeId(body.part, "part ", "part");
  mustBeText(body.stratum, "stratum ", "stratum");
  mustBeText(body.reason, "reason ", "reason");
  mustBeText(body.approval, "approval ", "approval");
  mustBeCount(body.count, 1, "count ", "count");
}

function checkSubstituteBody(body) {
  mustHaveMembers(body, ["approval", "evidence", "reason", "slot"], "换人记录", "the substitution");
  Object.keys(body).forEach(name => mustBeText(body[name], `${name} `, name));
}

function checkVoidBody(body) {
  mustHaveMembers(body, ["approval", "code", "reason"], "作废记录", "the void entry");
  Object.keys(body).forEach(name => mustBeText(body[name], `${name} `, name));
}

function checkOpenedBody(body) {
  mustHaveMembers(body, ["changes", "resultHash", "serverSecret"], "开封记录", "the opened entry");
  mustBeHex(body.serverSecret, 32, "serverSecret ", "serverSecret");
  if (body.resultHash !== "") {
    mustBeHex(body.resultHash, 32, "resultHash ", "resultHash");
  }
  must(Array.isArray(body.changes), "changes 不是数组", "changes is not an array");
  body.changes.forEach(checkChange);
}

function checkChange(change) {
  if (isObject(change) && Object.hasOwn(change, "added")) {
    mustHaveMembers(change, ["added", "index"], "changes 中的一项", "an item of changes");
    must(Array.isArray(change.added), "added 不是数组", "added is not an array");
    change.added.forEach(id => mustBeId(id, "added 中的编号", "an id in added"));
  } else {
    mustHaveMembers(change, ["index", "inspector", "skipped", "slot"], "changes 中的一项", "an item of changes");
    mustBeId(change.inspector, "接替人编号", "the substitute's id");
    mustBeText(change.slot, "slot ", "slot");
    must(Array.isArray(change.skipped), "skipped 不是数组", "skipped is not an array");
    for (const skip of change.skipped) {
      mustHaveMembers(skip, ["inspector", "reason"], "skipped 中的一项", "an item of skipped");
      mustBeId(skip.inspector, "跳过人员编号", "a skipped inspector's id");
      must(typeof skip.reason === "string" && skip.reason !== "", "跳过没有写明理由", "a skip without a reason");
    }
  }
  mustBeCount(change.index, 0, "index ", "index");
}
