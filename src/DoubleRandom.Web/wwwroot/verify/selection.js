import { bytesOf } from "./bytes.js";
import { HashTable } from "./hash-order.js";
import { must } from "./report.js";

/**
 * The draw of the objects (A.7): one ticket per object, one order, the first q_h of every stratum of every part.
 * @param {object[]} lines the roster @param {Strata} strata
 * @param {Map<string, number>[]} quotas per part @param {number[]} batches of the commit record
 * @param {Uint8Array} ticketKey k_ticket
 * @returns {Promise<{selected: object[], areas: Map<string, string>, ranks: Map<string, string[]>[]}>} `selected` as in
 *   the result; `areas` by object id; `ranks` per part and stratum: all ids that take part, rank 1 first
 */
export async function selectObjects(lines, strata, quotas, batches, ticketKey, suite, pace) {
  const tickets = new HashTable(lines.length);
  const taking = await drawTickets(lines, tickets, suite.macUnder(ticketKey), pace);
  const ranks = quotas.map(quota => new Map([...quota.keys()].map(stratum => [stratum, []])));
  const selected = [];
  const areas = new Map();
  for (const place of await tickets.order(taking, pace)) {
    const line = lines[place];
    const drawnBy = rankIn(line, strata, quotas, ranks);
    if (drawnBy.length > 0) {
      const items = drawnBy.flatMap(p => strata.itemsIn(line, p.place)).sort();
      const parts = drawnBy.map(({ part, rank, stratum }) => ({ part, rank, stratum }));
      selected.push({ batch: 0, id: line.id, items, parts, ticket: tickets.hex(place) });
      areas.set(line.id, line.area);
    }
    if (pace.isDue()) {
      await pace.rest(1);
    }
  }
  assignBatches(selected, batches);
  return { selected, areas, ranks };
}

async function drawTickets(lines, tickets, mac, pace) {
  const taking = [];
  for (let i = 0; i < lines.length; i++) {
    if (lines[i].excl === "") {
      tickets.put(i, mac.wordsOf(bytesOf(lines[i].id)));
      taking.push(i);
    }
    if ((i & 255) === 0 && pace.isDue()) {
      await pace.rest(i / lines.length);
    }
  }
  return taking;
}

/** Gives the line its rank in every part and tells the parts that draw it. */
function rankIn(line, strata, quotas, ranks) {
  const drawnBy = [];
  for (const place of strata.partsOf(line)) {
    const stratum = strata.keyOf(line, place);
    const rank = ranks[place].get(stratum).push(line.id);
    if (rank <= quotas[place].get(stratum)) {
      drawnBy.push({ place, part: strata.parts[place].id, rank, stratum });
    }
  }
  return drawnBy;
}

/** Cuts the draw order into batches (A.4, A.7, A.11.4). */
function assignBatches(selected, batches) {
  const sizes = batchSizes(selected.length, batches);
  let at = 0;
  sizes.forEach((size, i) => {
    for (const end = at + size; at < end; at++) {
      selected[at].batch = i + 1;
    }
  });
}

function batchSizes(count, batches) {
  if (batches.length === 0) {
    return [count];
  }
  if (batches.every(size => size === 0)) {
    const each = Math.floor(count / batches.length);
    return batches.map((_, i) => each + (i < count % batches.length ? 1 : 0));
  }
  const sum = batches.reduce((total, size) => total + size, 0);
  must(sum === count, `各批次合计 ${sum} 家，抽中 ${count} 家`, `the batches add up to ${sum}, but ${count} are drawn`);
  return batches;
}
