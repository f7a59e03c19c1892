import { compareText } from "./bytes.js";
import { readCanonical } from "./canonical-json.js";
import { LineWalk } from "./lines.js";
import { isHex, isId, isObject, mustAscend, mustBeCount, mustBeHex, mustBeId, mustBeText, mustHaveMembers } from "./members.js";
import { MerkleTree } from "./merkle.js";
import { faultOf, must } from "./report.js";

const ROSTER_MEMBERS = ["area", "attrs", "excl", "id", "items", "salt", "skip"];
const INSPECTOR_MEMBERS = ["area", "cap", "dept", "excl", "id", "leader", "load", "quals", "salt"];
const RECUSAL_MEMBERS = ["id", "inspector", "object", "salt"];
const LINE_RULES = { roster: readRosterLine, inspectors: readInspectorLine, recusals: readRecusalLine };

/** The names of the three frozen inputs (A.2). */
export const INPUT_NAMES = ["roster", "inspectors", "recusals"];

/**
 * Reads a frozen input (A.3): every line canonical and with exact members, ids strictly ascending. The root is computed
 * whatever the lines hold.
 * @param {"roster"|"inspectors"|"recusals"} name
 * @returns {Promise<{root: Uint8Array, size: number, lines: object[], fault: Fault|null}>} `fault`
 *   is the first broken rule
 */
export async function readInput(bytes, name, suite, pace) {
  const walk = new LineWalk(bytes);
  const tree = new MerkleTree(suite);
  const lines = [];
  let fault = null;
  let before = "";
  while (walk.next()) {
    tree.addLine(bytes, walk.from, walk.to);
    if (fault === null) {
      try {
        must(!walk.isUnterminated, "没有以换行结尾", "it does not end in LF");
        const line = LINE_RULES[name](readCanonical(walk.line()));
        must(before < line.id, `编号 ${line.id} 未按升序排列或有重复`, `id ${line.id} does not ascend`);
        before = line.id;
        lines.push(line);
      } catch (error) {
        fault = faultOf(error).at(`第 ${walk.number} 行`, `line ${walk.number}`);
      }
    }
    if (pace.isDue()) {
      await pace.rest(walk.share());
    }
  }
  return { root: tree.root(), size: tree.size, lines, fault };
}

/** A roster line without what no later step needs. */
function readRosterLine(line) {
  mustHaveMembers(line, ROSTER_MEMBERS, "名录行", "the roster line");
  const { id, area, attrs, excl, items, skip } = line;
  mustBeId(id, "对象编号", "the object id");
  mustBeId(area, "区域编号", "the area");
  mustBeText(excl, "excl ", "excl");
  mustBeHex(line.salt, 16, "salt ", "salt");
  must(isObject(attrs), "attrs 不是对象", "attrs is not an object");
  for (const name of Object.keys(attrs)) {
    mustBeText(attrs[name], `属性 ${name} `, `attribute ${name}`);
  }
  mustHaveItems(items);
  must(isObject(skip), "skip 不是对象", "skip is not an object");
  const skipped = Object.keys(skip);
  const inspected = skipped.length > 0 ? new Set(items) : null;
  for (const item of skipped) {
    mustBeId(item, "事项编号", "an item id");
    must(typeof skip[item] === "string" && skip[item] !== "", `略过的事项 ${item} 没有理由`, `skipped item ${item} has no reason`);
    must(!inspected.has(item), `事项 ${item} 既检查又略过`, `item ${item} is both inspected and skipped`);
  }
  return { id, area, attrs, excl, items };
}

function mustHaveItems(items) {
  must(Array.isArray(items), "items 不是数组", "items is not an array");
  for (let i = 0; i < items.length; i++) {
    must(isId(items[i]), "事项编号不合规", "an item id is malformed");
    must(i === 0 || items[i - 1] < items[i], "items 未按升序排列", "items do not ascend");
  }
}

function readInspectorLine(line) {
  mustHaveMembers(line, INSPECTOR_MEMBERS, "人员行", "the inspector line");
  mustBeId(line.id, "人员编号", "the inspector id");
  mustBeId(line.area, "区域编号", "the area");
  mustBeId(line.dept, "部门编号", "the department");
  mustBeText(line.excl, "excl ", "excl");
  mustBeCount(line.cap, 0, "cap ", "cap");
  mustBeCount(line.load, 0, "load ", "load");
  must(typeof line.leader === "boolean", "leader 不是真假值", "leader is neither true nor false");
  mustAscend(line.quals, "quals ", "quals");
  must(isHex(line.salt, 16), "salt 写法不对", "salt is malformed");
  return line;
}

function readRecusalLine(line) {
  mustHaveMembers(line, RECUSAL_MEMBERS, "回避行", "the recusal line");
  mustBeId(line.id, "回避编号", "the recusal id");
  mustBeId(line.inspector, "人员编号", "the inspector id");
  mustBeId(line.object, "对象编号", "the object id");
  mustBeHex(line.salt, 16, "salt ", "salt");
  return line;
}

/** The place of an id in lines ascending by id; -1 if absent. @param {{id: string}[]} lines */
export function placeOfId(lines, id) {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareText(lines[middle].id, id);
    if (order === 0) {
      return middle;
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return -1;
}
