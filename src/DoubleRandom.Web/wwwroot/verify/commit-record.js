import { compareText } from "./bytes.js";
import { checkBeaconPlan } from "./beacon.js";
import { isCount, isHex, isId, isObject, mustAscend, mustBeCount, mustBeHex, mustBeId, mustBeText, mustHaveMembers, secondsOf } from "./members.js";
import { must } from "./report.js";

const COMMIT_MEMBERS = ["attempt", "batches", "beacon", "drawId", "inspectors", "kind", "match", "minReveals", "parts", "planRef",
  "prevVoid", "recusals", "revealNotAfter", "roster", "serverCommit", "suite", "title", "witnesses"];
const MATCH_MEMBERS = ["bundleMax", "capExtraMax", "cover", "items", "leadDept", "levelSlack", "locality", "minPool", "near", "perDept"];

/**
 * Throws unless a commit record has exactly the members of A.4, of the right kinds. Parts have their own check, so that
 * a failing report can name the step.
 */
export function checkCommitRecord(entry, suiteName) {
  const commit = entry.body;
  mustHaveMembers(commit, COMMIT_MEMBERS, "承诺记录", "the commit record");
  must(commit.drawId === entry.drawId && commit.attempt === entry.attempt, "承诺记录的编号与日志记录不同", "the commit record's identity differs from its entry's");
  mustBeText(commit.title, "title ", "title");
  mustBeText(commit.planRef, "planRef ", "planRef");
  must(["both", "objects", "match"].includes(commit.kind), "kind 未知", "kind is unknown");
  must(commit.suite === suiteName, `密码套件是 ${commit.suite}，日志用的是 ${suiteName}`, `the suite is ${commit.suite}, but the log uses ${suiteName}`);
  for (const file of ["roster", "inspectors", "recusals"]) {
    mustHaveMembers(commit[file], ["root", "size"], `${file} `, file);
    mustBeHex(commit[file].root, 32, `${file}.root `, `${file}.root`);
    mustBeCount(commit[file].size, 0, `${file}.size `, `${file}.size`);
  }
  must(Array.isArray(commit.batches) && commit.batches.every(size => isCount(size)), "batches 不是整数数组", "batches is not an array of counts");
  mustBeHex(commit.serverCommit, 32, "serverCommit ", "serverCommit");
  checkListedWitnesses(commit);
  checkBeaconPlan(commit.beacon);
  must(secondsOf(commit.revealNotAfter) !== null, "revealNotAfter 写法不对", "revealNotAfter is malformed");
  must(commit.prevVoid === "" || isHex(commit.prevVoid, 32), "prevVoid 写法不对", "prevVoid is malformed");
  must((commit.kind === "objects") === (commit.match === null), "match 与 kind 不符", "match does not fit kind");
  if (commit.match !== null) {
    checkMatchRules(commit.match);
  }
}

function checkListedWitnesses(commit) {
  must(Array.isArray(commit.witnesses), "witnesses 不是数组", "witnesses is not an array");
  const ids = new Set();
  for (const witness of commit.witnesses) {
    mustHaveMembers(witness, ["id", "role"], "见证人", "a witness");
    mustBeId(witness.id, "见证人编号", "a witness id");
    mustBeText(witness.role, "role ", "role");
    ids.add(witness.id);
  }
  must(ids.size === commit.witnesses.length, "见证人重复", "a witness is listed twice");
  mustBeCount(commit.minReveals, 0, "minReveals ", "minReveals");
  must(commit.minReveals <= ids.size, "minReveals 多于见证人数", "minReveals exceeds the number of witnesses");
}

/** The parameters of the matching (A.8). */
function checkMatchRules(match) {
  mustHaveMembers(match, MATCH_MEMBERS, "match ", "match");
  mustBeCount(match.bundleMax, 1, "bundleMax ", "bundleMax");
  mustBeCount(match.capExtraMax, 0, "capExtraMax ", "capExtraMax");
  mustBeCount(match.minPool, 0, "minPool ", "minPool");
  must(Number.isSafeInteger(match.levelSlack), "levelSlack 不是整数", "levelSlack is not a whole number");
  must(["every", "first", "spread"].includes(match.cover), "cover 未知", "cover is unknown");
  must(["prefer-near", "prefer-far", "none"].includes(match.locality), "locality 未知", "locality is unknown");
  mustBeId(match.leadDept, "leadDept ", "leadDept");
  must(isObject(match.items) && isObject(match.near) && isObject(match.perDept), "match 的成员不是对象", "members of match are not objects");
  for (const [item, owner] of Object.entries(match.items)) {
    mustBeId(item, "事项编号", "an item id");
    mustHaveMembers(owner, ["dept", "quals"], `事项 ${item} `, `item ${item}`);
    mustBeId(owner.dept, `事项 ${item} 的部门`, `the department of item ${item}`);
    must(Array.isArray(owner.quals) && owner.quals.every(qual => typeof qual === "string"), `事项 ${item} 的资格不是文本数组`, `the qualifications of item ${item} are not an array of texts`);
  }
  for (const [area, areas] of Object.entries(match.near)) {
    mustBeId(area, "区域编号", "an area");
    must(Array.isArray(areas) && areas.every(isId), `区域 ${area} 的邻区不是区域编号`, `the neighbours of ${area} are no areas`);
  }
  for (const [dept, count] of Object.entries(match.perDept)) {
    mustBeId(dept, "部门编号", "a department");
    mustBeCount(count, 1, `perDept.${dept} `, `perDept.${dept}`);
  }
}

/** Throws unless the parts are well formed, ascending and disjoint (A.4, A.12.6). */
export function checkParts(commit) {
  const { parts } = commit;
  must(Array.isArray(parts) && parts.length >= 1, "没有任何抽取部分", "there is no part");
  const owner = new Map();
  parts.forEach((part, i) => {
    mustHaveMembers(part, ["id", "items", "quota", "quotaTable", "strataAttrs"], `第 ${i + 1} 部分`, `part ${i + 1}`);
    mustBeId(part.id, "部分编号", "a part id");
    must(i === 0 || compareText(parts[i - 1].id, part.id) < 0, "各部分未按编号升序", "the parts do not ascend by id");
    mustAscend(part.items, `部分 ${part.id} 的事项`, `the items of part ${part.id}`);
    for (const item of part.items) {
      mustBeId(item, `事项 ${item} `, `item ${item}`);
      must(!owner.has(item), `事项 ${item} 属于两个部分`, `item ${item} belongs to two parts`);
      owner.set(item, part.id);
    }
    must(Array.isArray(part.strataAttrs) && part.strataAttrs.every(name => typeof name === "string"), "strataAttrs 不是文本数组", "strataAttrs is not an array of texts");
    checkQuotaRule(part, commit.kind);
    checkQuotaTable(part, commit.kind);
  });
}

function checkQuotaRule(part, kind) {
  const { quota } = part;
  mustHaveMembers(quota, ["fixed", "method", "minPerStratum", "ratioBp", "total"], "quota ", "quota");
  must(["fixed", "ratio-half-up", "largest-remainder"].includes(quota.method), "名额方法未知", "the quota method is unknown");
  must(kind !== "match" || quota.method === "fixed", "第二阶段的名额应为全部（fixed）", "the quota of a second stage is fixed");
  mustBeCount(quota.minPerStratum, 0, "minPerStratum ", "minPerStratum");
  mustBeCount(quota.total, 0, "total ", "total");
  must(quota.method === "largest-remainder" || quota.total === 0, "该方法的 total 应为 0", "total is 0 for this method");
  must(!isObject(quota.ratioBp) || Object.values(quota.ratioBp).every(bp => bp <= 10000), "ratioBp 超过 10000", "a share exceeds 10000");
  for (const table of [quota.fixed, quota.ratioBp]) {
    must(isObject(table) && Object.values(table).every(value => isCount(value)), "名额数值不是非负整数", "a number of the quota is not a count");
  }
}

function checkQuotaTable(part, kind) {
  must(Array.isArray(part.quotaTable), "quotaTable 不是数组", "quotaTable is not an array");
  part.quotaTable.forEach((row, i) => {
    mustHaveMembers(row, ["eligible", "quota", "stratum"], "quotaTable 的一行", "a row of quotaTable");
    mustBeText(row.stratum, "stratum ", "stratum");
    mustBeCount(row.eligible, 1, "eligible ", "eligible");
    mustBeCount(row.quota, 0, "quota ", "quota");
    must(kind !== "match" || row.quota === row.eligible, "第二阶段应抽取全部对象", "a second stage draws everything");
    must(i === 0 || compareText(part.quotaTable[i - 1].stratum, row.stratum) < 0, "quotaTable 未按层升序", "quotaTable does not ascend by stratum");
  });
}
