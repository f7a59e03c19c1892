import { memberOf } from "./canonical-json.js";
import { placeOfId } from "./frozen-lines.js";
import { must } from "./report.js";

/**
 * The checks of A.12.8: they look at the published result with the rules in hand and do not ask how it was found.
 * Each entry is step code, sentence in Chinese, in English, and the check.
 * @param {object} result parsed and well formed @param {{roster: object[], inspectors: object[], recusals: object[]}}
 *   inputs lines of the files @param {object} commit the commit record @param {object|null} sealedMatch of the sealed entry
 * @returns {[string, string, string, function(): void][]}
 */
export function independentChecks(result, inputs, commit, sealedMatch) {
  const checks = [["8.objects", "抽中的对象都在名录内、未被排除，且各只一次", "Every drawn object is on the roster, not excluded, and drawn once",
    () => checkObjects(result, inputs.roster)]];
  if (commit.match === null || sealedMatch?.infeasible === true) {
    return [...checks, ["8.no-teams", "本次抽取按规则不含检查组", "By the rules this draw has no teams",
      () => must(result.bundles.length === 0, "不应有检查组", "there should be no teams")]];
  }
  const teams = result.bundles.map(bundle => ({ bundle, members: membersOf(bundle, inputs.inspectors) }));
  return [...checks,
    ["8.visits", "每个抽中的对象恰有一个检查组", "Every drawn object has exactly one team", () => checkVisits(result)],
    ["8.two-inspectors", "每组至少两名不同的在册人员，部门齐全", "Every team has at least two different inspectors of all departments needed", () => teams.forEach(team => checkMembers(team, commit.match))],
    ["8.leader", "每组恰有一名够格的组长", "Every team has exactly one qualified leader", () => teams.forEach(team => checkLeader(team, commit.match))],
    ["8.qualifications", "各组具备所查事项要求的资格", "Every team has the qualifications its items demand", () => teams.forEach(team => checkQualifications(team, commit.match))],
    ["8.recusals", "没有人检查其应回避的对象", "Nobody inspects an object he or she is recused from", () => checkRecusals(teams, inputs.recusals)],
    ["8.caps", "没有人超出其组数上限", "Nobody joins more teams than allowed", () => checkCaps(teams, sealedMatch?.capExtra ?? 0)]];
}

function membersOf(bundle, inspectors) {
  return bundle.team.map(member => {
    const line = inspectors[placeOfId(inspectors, member.inspector)] ?? null;
    return { ...member, line, quals: new Set(line?.quals) };
  });
}

function checkObjects(result, roster) {
  const seen = new Set();
  for (const { id } of result.selected) {
    const place = placeOfId(roster, id);
    must(place >= 0, `${id} 不在名录内`, `${id} is not on the roster`);
    must(roster[place].excl === "", `${id} 已被排除`, `${id} is excluded`);
    must(!seen.has(id), `${id} 被抽中两次`, `${id} is drawn twice`);
    seen.add(id);
  }
}

function checkVisits(result) {
  const drawn = new Map(result.selected.map(object => [object.id, object]));
  for (const { id, objects, items, batch } of result.bundles) {
    must(objects.length > 0, `${id} 组没有对象`, `team ${id} has no object`);
    for (const object of objects) {
      const selected = drawn.get(object);
      must(selected !== undefined, `${id} 组的 ${object} 未被抽中，或有两组`, `${object} of team ${id} is not drawn, or has two teams`);
      must(selected.batch === batch && selected.items.join() === items.join(), `${id} 组与 ${object} 的批次或事项不符`, `team ${id} and ${object} differ in batch or items`);
      drawn.delete(object);
    }
  }
  const left = drawn.keys().next();
  must(left.done, `${left.value} 没有检查组`, `${left.value} has no team`);
}

function checkMembers({ bundle, members }, match) {
  for (const { inspector, line, dept, slot } of members) {
    must(line !== null && line.excl === "", `${bundle.id} 组的 ${inspector} 不在册或已被排除`, `${inspector} of team ${bundle.id} is not listed or is excluded`);
    must(line.dept === dept && slot.startsWith(`${bundle.id}/${dept}/`), `${bundle.id} 组的 ${inspector} 部门不符`, `${inspector} of team ${bundle.id} is of another department`);
  }
  const distinct = new Set(members.map(member => member.inspector));
  must(distinct.size === members.length && distinct.size >= 2, `${bundle.id} 组不足两名不同的人员`, `team ${bundle.id} does not have two different inspectors`);
  const depts = new Set([match.leadDept, ...bundle.items.map(item => memberOf(match.items, item)?.dept)]);
  for (const dept of depts) {
    const count = members.filter(member => member.dept === dept).length;
    must(count === memberOf(match.perDept, dept), `${bundle.id} 组中 ${dept} 部门的人数不符`, `team ${bundle.id} has the wrong number of inspectors of ${dept}`);
  }
}

function checkLeader({ bundle, members }, match) {
  const leaders = members.filter(member => member.leader);
  const fits = leaders.length === 1 && leaders[0].dept === match.leadDept && leaders[0].line?.leader === true;
  must(fits, `${bundle.id} 组没有恰好一名够格的组长`, `team ${bundle.id} does not have exactly one qualified leader`);
}

/** `every`: each member has all; `first`: the first has all; `spread`: together they have all (A.8). */
function checkQualifications({ bundle, members }, match) {
  for (const item of bundle.items) {
    const owner = memberOf(match.items, item);
    const own = members.filter(member => member.dept === owner?.dept);
    for (const qual of owner?.quals ?? []) {
      const holding = own.filter(member => member.quals.has(qual));
      const fits = match.cover === "every" ? holding.length === own.length
        : match.cover === "first" ? holding.some(member => member.slot.endsWith("/1")) : holding.length > 0;
      must(fits, `${bundle.id} 组缺少事项 ${item} 的资格 ${qual}`, `team ${bundle.id} lacks qualification ${qual} for item ${item}`);
    }
  }
}

function checkRecusals(teams, recusals) {
  const pairs = new Set(recusals.map(({ inspector, object }) => `${inspector} ${object}`));
  for (const { bundle, members } of teams) {
    for (const { inspector } of members) {
      const object = bundle.objects.find(id => pairs.has(`${inspector} ${id}`));
      must(object === undefined, `${inspector} 应回避 ${object}，却在 ${bundle.id} 组`, `${inspector} is recused from ${object}, but in team ${bundle.id}`);
    }
  }
}

function checkCaps(teams, extra) {
  const counts = new Map();
  for (const { members } of teams) {
    for (const { inspector, line } of members) {
      const count = (counts.get(inspector) ?? 0) + 1;
      counts.set(inspector, count);
      must(line !== null && count <= line.cap + extra, `${inspector} 的组数超过上限`, `${inspector} is in more teams than allowed`);
    }
  }
}
