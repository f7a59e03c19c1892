import { bytesOf } from "./bytes.js";
import { canonicalText } from "./canonical-json.js";
import { isCount, isHex, isId, isObject, mustAscend, mustBeCount, mustBeId, mustHaveMembers } from "./members.js";
import { must } from "./report.js";

const RESULT_MEMBERS = ["bundles", "parts", "selected", "v"];

/**
 * J(result) (A.8), written piece by piece with rests.
 * @param {object[]} parts `{eligible, id, quotas}` ascending by id @returns {Promise<Uint8Array>}
 */
export async function resultBytes(bundles, parts, selected, pace) {
  const bundlesText = await textOfList(bundles, pace);
  const selectedText = await textOfList(selected, pace);
  return bytesOf(`{"bundles":[${bundlesText}],"parts":${canonicalText(parts)},"selected":[${selectedText}],"v":"drdr/1"}`);
}

async function textOfList(values, pace) {
  const texts = [];
  for (const value of values) {
    texts.push(canonicalText(value));
    if (pace.isDue()) {
      await pace.rest(texts.length / values.length);
    }
  }
  return texts.join(",");
}

/** The `parts` of a result (A.8). @param {Map<string, number>[]} eligible @param {Map<string, number>[]} quotas per part */
export function resultParts(parts, eligible, quotas) {
  return parts.map(({ id }, p) => ({ eligible: Object.fromEntries(eligible[p]), id, quotas: Object.fromEntries(quotas[p]) }));
}

/** Throws unless a parsed result has exactly the members of A.8, of the right kinds (A.11.3). */
export async function checkResultShape(result, pace) {
  mustHaveMembers(result, RESULT_MEMBERS, "结果", "the result");
  must(result.v === "drdr/1", "结果的版本不是 drdr/1", "the result's version is not drdr/1");
  for (const name of ["bundles", "parts", "selected"]) {
    must(Array.isArray(result[name]), `${name} 不是数组`, `${name} is not an array`);
  }
  await checkEach(result.selected, checkSelected, pace);
  await checkEach(result.bundles, checkBundle, pace);
  for (const part of result.parts) {
    mustHaveMembers(part, ["eligible", "id", "quotas"], "结果的一部分", "a part of the result");
    must(isObject(part.eligible) && isObject(part.quotas), "结果的名额不是对象", "the quotas of the result are not objects");
  }
}

async function checkEach(values, check, pace) {
  for (const [i, value] of values.entries()) {
    check(value);
    if (pace.isDue()) {
      await pace.rest(i / values.length);
    }
  }
}

function checkSelected(object) {
  mustHaveMembers(object, ["batch", "id", "items", "parts", "ticket"], "抽中的对象", "a drawn object");
  mustBeId(object.id, "对象编号", "the object id");
  mustBeCount(object.batch, 1, `${object.id} 的批次`, `the batch of ${object.id}`);
  mustAscend(object.items, `${object.id} 的事项`, `the items of ${object.id}`);
  must(isHex(object.ticket, 32), `${object.id} 的号码写法不对`, `the ticket of ${object.id} is malformed`);
  must(Array.isArray(object.parts), `${object.id} 的 parts 不是数组`, `parts of ${object.id} is not an array`);
  for (const part of object.parts) {
    mustHaveMembers(part, ["part", "rank", "stratum"], `${object.id} 的部分`, `a part of ${object.id}`);
    must(isId(part.part) && isCount(part.rank, 1) && typeof part.stratum === "string", `${object.id} 的部分写法不对`, `a part of ${object.id} is malformed`);
  }
}

function checkBundle(bundle) {
  mustHaveMembers(bundle, ["area", "batch", "id", "items", "objects", "team"], "一个检查组", "a bundle");
  must(isId(bundle.id) && isId(bundle.area) && isCount(bundle.batch, 1), "检查组写法不对", "a bundle is malformed");
  mustAscend(bundle.items, `${bundle.id} 组的事项`, `the items of ${bundle.id}`);
  must(Array.isArray(bundle.objects) && bundle.objects.every(isId), `${bundle.id} 组的对象写法不对`, `the objects of ${bundle.id} are malformed`);
  must(Array.isArray(bundle.team), `${bundle.id} 组的人员不是数组`, `the team of ${bundle.id} is not an array`);
  for (const member of bundle.team) {
    mustHaveMembers(member, ["dept", "inspector", "leader", "slot"], `${bundle.id} 组的人员`, `a member of ${bundle.id}`);
    const fits = isId(member.dept) && isId(member.inspector) && typeof member.leader === "boolean" && typeof member.slot === "string";
    must(fits, `${bundle.id} 组的人员写法不对`, `a member of ${bundle.id} is malformed`);
  }
}
