import { compareText } from "./bytes.js";
import { memberOf } from "./canonical-json.js";
import { must } from "./report.js";

const least = (a, b) => (a < b ? a : b);
const greatest = (a, b) => (a > b ? a : b);

/**
 * The quota of every stratum (A.5), in whole numbers only.
 * @param {object} quota of a part @param {Map<string, number>} eligible N_h by stratum, ascending
 * @returns {Map<string, number>} q_h by stratum, ascending
 * @throws {Fault} where A.5 speaks of an error
 */
export function quotasOf(quota, eligible) {
  switch (quota.method) {
    case "fixed": return fixedQuotas(quota, eligible);
    case "ratio-half-up": return halfUpQuotas(quota, eligible);
    default: return largestRemainderQuotas(quota, eligible);
  }
}

function fixedQuotas(quota, eligible) {
  for (const [stratum, count] of Object.entries(quota.fixed)) {
    must(count <= (eligible.get(stratum) ?? 0), `层“${stratum}”的名额超过可抽数`, `the quota of stratum "${stratum}" exceeds those eligible`);
  }
  return new Map([...eligible.keys()].map(stratum => [stratum, memberOf(quota.fixed, stratum) ?? 0]));
}

function halfUpQuotas(quota, eligible) {
  return new Map([...eligible].map(([stratum, count]) => {
    const share = (BigInt(count) * BigInt(memberOf(quota.ratioBp, stratum) ?? 0) + 5000n) / 10000n;
    const low = BigInt(Math.min(quota.minPerStratum, count));
    return [stratum, Number(least(BigInt(count), greatest(low, share)))];
  }));
}

function largestRemainderQuotas(quota, eligible) {
  const strata = [...eligible].map(([stratum, count]) => {
    const weight = BigInt(count) * BigInt(memberOf(quota.ratioBp, stratum) ?? 0);
    const drawn = weight > 0n;
    return { stratum, weight, low: drawn ? BigInt(Math.min(quota.minPerStratum, count)) : 0n, high: drawn ? BigInt(count) : 0n, quota: 0n };
  });
  const total = BigInt(quota.total);
  const sumOf = member => strata.reduce((sum, h) => sum + h[member], 0n);
  must(sumOf("low") <= total && total <= sumOf("high"), "总数超出各层上下限之和", "the total lies outside the sum of the bounds");
  let open = strata.filter(h => h.weight > 0n);
  let rest = total;
  while (open.length > 0) {
    const frozen = freezeAtBounds(open, rest);
    if (frozen.size === 0) {
      shareOut(open, rest);
      break;
    }
    open = open.filter(h => !frozen.has(h));
    for (const h of frozen) {
      rest -= h.quota;
    }
  }
  return new Map(strata.map(h => [h.stratum, Number(h.quota)]));
}

/** Fixes the strata on the side of the bounds that prevails; none if the clamped shares add up. */
function freezeAtBounds(open, rest) {
  const weights = open.reduce((sum, h) => sum + h.weight, 0n);
  let surplus = 0n;
  for (const h of open) {
    h.ideal = rest * h.weight;
    h.clamped = least(greatest(h.ideal, h.low * weights), h.high * weights);
    surplus += h.clamped - h.ideal;
  }
  const frozen = open.filter(h => (surplus > 0n && h.clamped > h.ideal) || (surplus < 0n && h.clamped < h.ideal));
  for (const h of frozen) {
    h.quota = h.clamped / weights;
  }
  return new Set(frozen);
}

/** Whole shares, then the units left over by largest remainder, weight, stratum. */
function shareOut(open, rest) {
  const weights = open.reduce((sum, h) => sum + h.weight, 0n);
  let left = rest;
  for (const h of open) {
    h.quota = h.clamped / weights;
    h.remainder = h.clamped % weights;
    left -= h.quota;
  }
  const order = [...open].sort((a, b) => descending(a.remainder, b.remainder) || descending(a.weight, b.weight) || compareText(a.stratum, b.stratum));
  for (const h of order.slice(0, Number(left))) {
    h.quota += 1n;
  }
}

function descending(a, b) {
  return a === b ? 0 : a > b ? -1 : 1;
}

/** Throws unless a part's quotaTable tells these numbers (A.4, A.11.4). */
export function checkQuotaNumbers(part, eligible, quotas) {
  const rows = new Map(part.quotaTable.map(row => [row.stratum, row]));
  for (const [stratum, count] of eligible) {
    const row = rows.get(stratum);
    must(row !== undefined, `部分 ${part.id} 的名额表缺少层“${stratum}”`, `the quota table of part ${part.id} lacks stratum "${stratum}"`);
    must(row.eligible === count, `部分 ${part.id} 层“${stratum}”可抽 ${count} 家，名额表写 ${row.eligible}`, `part ${part.id}, stratum "${stratum}": ${count} are eligible, the table says ${row.eligible}`);
    must(row.quota === quotas.get(stratum), `部分 ${part.id} 层“${stratum}”名额应为 ${quotas.get(stratum)}，名额表写 ${row.quota}`, `part ${part.id}, stratum "${stratum}": the quota is ${quotas.get(stratum)}, the table says ${row.quota}`);
    rows.delete(stratum);
  }
  const extra = rows.keys().next();
  must(extra.done, `部分 ${part.id} 的名额表多出层“${extra.value}”`, `the quota table of part ${part.id} has stratum "${extra.value}", which is empty`);
}
