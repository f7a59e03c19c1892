import { bundlesOf, demandsOf, slotsOf } from "./bundles.js";
import { Eligibility } from "./eligibility.js";
import { HashTable } from "./hash-order.js";
import { findLevel, relax } from "./relaxation.js";
import { must } from "./report.js";
import { encodeTagged, u32be } from "./suite.js";

const SLOTS_AT_MOST = 3000000;
const TWO_TO_32 = 0x100000000;

/**
 * The teams of a draw by matching M1 (A.8).
 * @param {object[]} selected in draw order @param {Map<string, string>} areas by object id
 * @param {{inspectors: object[], recusals: object[]}} inputs lines of the files @param {object} match of the commit
 *   record @param {Uint8Array} matchKey k_match
 * @returns {Promise<{bundles: object[], sealedMatch: object}>} both as the format writes them; without bundles if
 *   the matching is infeasible
 */
export async function matchTeams(selected, areas, inputs, match, matchKey, suite, pace) {
  const bundles = bundlesOf(selected, areas, match.bundleMax);
  await pace.rest(0);
  const demands = bundles.map(bundle => demandsOf(bundle, match));
  const counts = demands.map(demand => demand.reduce((sum, { count }) => sum + count, 0));
  const few = bundles[counts.findIndex(count => count < 2)];
  must(few === undefined, `第 ${few?.id} 组不足两名人员`, `bundle ${few?.id} has fewer than two inspectors`);
  const infeasible = { bundles: [], sealedMatch: { infeasible: true } };
  if (counts.some(count => count > inputs.inspectors.length)) {
    return infeasible;
  }
  const slotCount = counts.reduce((sum, count) => sum + count, 0);
  must(slotCount <= SLOTS_AT_MOST, `席位 ${slotCount} 个，超出本核验程序能处理的数量`, `${slotCount} slots are more than this verifier can handle`);
  const board = await layOut(bundles, demands, match, new Eligibility(inputs.inspectors, inputs.recusals, match), pace);
  const relaxed = await relax(board, inputs.inspectors, match, pace);
  if (relaxed === null) {
    return infeasible;
  }
  const { assignment, level } = await findLevel(board, inputs.inspectors, match, relaxed, pace);
  await assignSlots(board, assignment, suite.macUnder(matchKey), pace);
  bundles.forEach((bundle, b) => {
    const slots = board.slots.slice(board.firstSlot[b], board.firstSlot[b + 1]);
    bundle.team = slots.map(({ id, dept, isLeader }, j) => {
      const inspector = inputs.inspectors[assignment.holder[board.firstSlot[b] + j]].id;
      return { dept, inspector, leader: isLeader, slot: id };
    });
  });
  return { bundles, sealedMatch: { bump: relaxed.bump, capExtra: relaxed.extra, level } };
}

/** All slots of all bundles with their pools per bump. */
async function layOut(bundles, demands, match, eligibility, pace) {
  const board = { slots: [], pools: [[], [], []], bundleOf: [], firstSlot: [], bundleCount: bundles.length };
  for (const [b, bundle] of bundles.entries()) {
    board.firstSlot.push(board.slots.length);
    for (const slot of slotsOf(bundle, demands[b], match)) {
      board.slots.push(slot);
      board.bundleOf.push(b);
      eligibility.poolsFor(slot, bundle).forEach((pool, bump) => board.pools[bump].push(pool));
    }
    if (pace.isDue()) {
      await pace.rest(0);
    }
  }
  board.firstSlot = Int32Array.from([...board.firstSlot, board.slots.length]);
  board.bundleOf = Int32Array.from(board.bundleOf);
  return board;
}

/** Fixes one slot after the other, in the order and by the picks of A.8 "Assignment". */
async function assignSlots(board, assignment, mac, pace) {
  for (const [done, slot] of (await slotOrder(board.slots, mac, pace)).entries()) {
    const { id } = board.slots[slot];
    const candidates = Array.from(assignment.pools[slot]).filter(inspector => assignment.isCandidate(slot, inspector));
    for (let counter = 0; ;) {
      let pick = -1;
      while (pick < 0) {
        pick = pickBelow(candidates.length, mac.wordsOf(encodeTagged("drdr/1/pick", [id, u32be(counter++)])));
      }
      if (assignment.tryToFix(slot, candidates[pick])) {
        break;
      }
      candidates.splice(pick, 1);
      must(candidates.length > 0, `席位 ${id} 无人可选`, `no one is left for slot ${id}`);
    }
    if (pace.isDue()) {
      await pace.rest(done / board.slots.length);
    }
  }
}

/** Slots by (TM(k_match, "drdr/1/slot", slotId), slotId). */
async function slotOrder(slots, mac, pace) {
  const byId = slots.map((_, slot) => slot).sort((a, b) => (slots[a].id < slots[b].id ? -1 : 1));
  const hashes = new HashTable(slots.length);
  for (const [place, slot] of byId.entries()) {
    hashes.put(place, mac.wordsOf(encodeTagged("drdr/1/slot", [slots[slot].id])));
    if (pace.isDue()) {
      await pace.rest(0);
    }
  }
  const order = await hashes.order([...byId.keys()], pace);
  return Array.from(order, place => byId[place]);
}

/**
 * u mod n, where u is the first 8 bytes of a MAC; -1 if u is not below the largest multiple of n (A.8).
 * @param {number} n 1 to 2^20, so that every step stays within 2^53 @param {Int32Array} words
 */
function pickBelow(n, words) {
  const high = words[0] >>> 0;
  const low = words[1] >>> 0;
  const excess = ((TWO_TO_32 % n) * (TWO_TO_32 % n)) % n;
  if (high === 0xffffffff && low >= TWO_TO_32 - excess) {
    return -1;
  }
  return ((high % n) * (TWO_TO_32 % n) + (low % n)) % n;
}
