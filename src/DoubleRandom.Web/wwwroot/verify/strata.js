import { compareText } from "./bytes.js";
import { memberOf } from "./canonical-json.js";
import { isId } from "./members.js";
import { Fault } from "./report.js";

/** Which parts a roster line belongs to, and in which stratum of each (A.4, A.5). */
export class Strata {
  /** @param {object[]} parts of the commit record */
  constructor(parts) {
    this.parts = parts;
    this.owner = new Map();
    parts.forEach((part, p) => part.items.forEach(item => this.owner.set(item, p)));
  }

  /** The places of the parts that own one of the line's items, ascending. @returns {number[]} */
  partsOf(line) {
    const places = [];
    for (const item of line.items) {
      const p = this.owner.get(item);
      if (p !== undefined && !places.includes(p)) {
        places.push(p);
      }
    }
    return places.length > 1 ? places.sort((a, b) => a - b) : places;
  }

  /** The stratum key of a line in part p: the values of strataAttrs joined by "|". @returns {string} */
  keyOf(line, p) {
    const names = this.parts[p].strataAttrs;
    return names.length === 1 ? memberOf(line.attrs, names[0]) : names.map(name => memberOf(line.attrs, name)).join("|");
  }

  /** The line's items that belong to part p, ascending. @returns {string[]} */
  itemsIn(line, p) {
    return line.items.filter(item => this.owner.get(item) === p);
  }

  /** Throws unless the line's items all have a part and it carries the attributes its parts name (A.11.4). */
  checkLine(line) {
    for (const item of line.items) {
      if (!this.owner.has(item)) {
        throw new Fault(`${line.id} 的事项 ${item} 不属于任何部分`, `item ${item} of ${line.id} belongs to no part`);
      }
    }
    for (const p of this.partsOf(line)) {
      for (const name of this.parts[p].strataAttrs) {
        if (!isId(memberOf(line.attrs, name))) {
          throw new Fault(`${line.id} 缺少分层属性 ${name}，或其值不合规`, `${line.id} lacks the attribute ${name}, or its value is malformed`);
        }
      }
    }
  }
}

/**
 * Checks every roster line against the parts and counts who takes part (A.5).
 * @returns {Promise<Map<string, number>[]>} per part: N_h by stratum, ascending by stratum
 */
export async function countEligible(lines, strata, pace) {
  const counts = strata.parts.map(() => new Map());
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    strata.checkLine(line);
    for (const p of line.excl === "" ? strata.partsOf(line) : []) {
      const key = strata.keyOf(line, p);
      counts[p].set(key, (counts[p].get(key) ?? 0) + 1);
    }
    if ((i & 255) === 0 && pace.isDue()) {
      await pace.rest(i / lines.length);
    }
  }
  return counts.map(count => new Map([...count].sort((a, b) => compareText(a[0], b[0]))));
}
