import { compareText } from "./bytes.js";
import { memberOf } from "./canonical-json.js";
import { must } from "./report.js";

/**
 * The bundles of a draw: what one team visits (A.8).
 * @param {object[]} selected in draw order @param {Map<string, string>} areas by object id
 * @returns {{area: string, batch: number, id: string, items: string[], objects: string[]}[]}
 */
export function bundlesOf(selected, areas, bundleMax) {
  const groups = new Map();
  for (const { batch, id, items } of selected) {
    const area = areas.get(id);
    const itemsText = items.join(",");
    const key = `${batch} ${area} ${itemsText}`;
    if (!groups.has(key)) {
      groups.set(key, { batch, area, itemsText, items, objects: [] });
    }
    groups.get(key).objects.push(id);
  }
  const ordered = [...groups.values()].sort((a, b) =>
    a.batch - b.batch || compareText(a.area, b.area) || compareText(a.itemsText, b.itemsText));
  const bundles = [];
  for (const { area, batch, items, objects } of ordered) {
    for (let at = 0; at < objects.length; at += bundleMax) {
      const id = `b${String(bundles.length + 1).padStart(5, "0")}`;
      bundles.push({ area, batch, id, items, objects: objects.slice(at, at + bundleMax) });
    }
  }
  return bundles;
}

/**
 * What a bundle asks of each department (A.8), ascending by department.
 * @param {object} match of the commit record
 * @returns {{dept: string, count: number, quals: string[]}[]} `quals` is Q, ascending
 */
export function demandsOf(bundle, match) {
  const qualsByDept = new Map([[match.leadDept, new Set()]]);
  for (const item of bundle.items) {
    const owner = memberOf(match.items, item);
    must(owner !== undefined, `match.items 缺少事项 ${item}`, `match.items lacks item ${item}`);
    if (!qualsByDept.has(owner.dept)) {
      qualsByDept.set(owner.dept, new Set());
    }
    owner.quals.forEach(qual => qualsByDept.get(owner.dept).add(qual));
  }
  return [...qualsByDept].sort((a, b) => compareText(a[0], b[0])).map(([dept, quals]) => {
    const count = memberOf(match.perDept, dept);
    must(count !== undefined, `perDept 缺少部门 ${dept}`, `perDept lacks department ${dept}`);
    return { dept, count, quals: [...quals].sort(compareText) };
  });
}

/**
 * The slots of a bundle in team order (A.8).
 * @returns {{id: string, dept: string, isLeader: boolean, quals: string[]}[]} `quals` is what this slot demands
 */
export function slotsOf(bundle, demands, match) {
  const slots = [];
  for (const { dept, count, quals } of demands) {
    for (let j = 1; j <= count; j++) {
      slots.push({
        id: `${bundle.id}/${dept}/${j}`,
        dept,
        isLeader: dept === match.leadDept && j === 1,
        quals: qualsOfSlot(match.cover, quals, j, count),
      });
    }
  }
  return slots;
}

function qualsOfSlot(cover, quals, j, count) {
  switch (cover) {
    case "every": return quals;
    case "first": return j === 1 ? quals : [];
    default: return quals.filter((_, index) => index % count === j - 1);
  }
}
