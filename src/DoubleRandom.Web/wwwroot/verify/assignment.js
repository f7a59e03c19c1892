/**
 * An assignment of inspectors to slots that is kept complete while slots are fixed one by one (A.8 and the format's
 * "fast way to run M1"). All questions about existence are answered by augmenting paths in the flow
 * source -> inspector (cap) -> (inspector, bundle) (1) -> slot (1) -> sink.
 */
export class Assignment {
  /**
   * @param {Int32Array} bundleOf per slot @param {Int32Array} firstSlot per bundle, and one more: its slots are
   *   firstSlot[b] up to firstSlot[b + 1] @param {Int32Array[]} pools per slot: who may fill it, ascending
   */
  constructor(bundleOf, firstSlot, pools, inspectorCount) {
    const slotCount = bundleOf.length;
    this.bundleOf = bundleOf;
    this.firstSlot = firstSlot;
    this.pools = pools;
    this.caps = new Int32Array(inspectorCount);
    this.load = new Int32Array(inspectorCount);
    this.fixedLoad = new Int32Array(inspectorCount);
    this.holder = new Int32Array(slotCount).fill(-1);
    this.isFixed = new Uint8Array(slotCount);
    this.held = Array.from({ length: inspectorCount }, () => []);
    this.placeInHeld = new Int32Array(slotCount);
    this.seenSlot = new Int32Array(slotCount);
    this.seenInspector = new Int32Array(inspectorCount);
    this.search = 0;
    this.queue = new Int32Array(slotCount);
    this.cameFrom = new Int32Array(slotCount);
    this.reached = [];
  }

  /** The other slot of the same bundle that an inspector holds; -1 if none. */
  slotBeside(slot, inspector) {
    const bundle = this.bundleOf[slot];
    for (let other = this.firstSlot[bundle]; other < this.firstSlot[bundle + 1]; other++) {
      if (this.holder[other] === inspector && other !== slot) {
        return other;
      }
    }
    return -1;
  }

  give(slot, inspector) {
    this.holder[slot] = inspector;
    this.load[inspector]++;
    this.placeInHeld[slot] = this.held[inspector].push(slot) - 1;
  }

  take(slot) {
    const inspector = this.holder[slot];
    this.holder[slot] = -1;
    this.load[inspector]--;
    this.unlist(slot, inspector);
  }

  unlist(slot, inspector) {
    const held = this.held[inspector];
    const last = held.pop();
    if (last !== slot) {
      held[this.placeInHeld[slot]] = last;
      this.placeInHeld[last] = this.placeInHeld[slot];
    }
  }

  /**
   * Fills an empty slot, moving open slots if need be. If it cannot, `reached` names the full inspectors that stand in
   * the way: unless one of them may do more, the slots filled so far and this one cannot all be filled.
   * @returns {boolean}
   */
  fill(slot) {
    for (const inspector of this.pools[slot]) {
      if (this.load[inspector] < this.caps[inspector] && this.slotBeside(slot, inspector) < 0) {
        this.give(slot, inspector);
        return true;
      }
    }
    this.search++;
    this.reached.length = 0;
    this.seenSlot[slot] = this.search;
    this.queue[0] = slot;
    for (let head = 0, tail = 1; head < tail; head++) {
      tail = this.explore(this.queue[head], slot, tail);
      if (tail < 0) {
        return true;
      }
    }
    return false;
  }

  /** One step of the breadth-first search; -1 if it ended in an inspector with room and the path was taken. */
  explore(slot, start, tail) {
    const { holder, load, caps, seenInspector, search } = this;
    for (const inspector of this.pools[slot]) {
      if (inspector === holder[slot]) {
        continue;
      }
      const beside = this.slotBeside(slot, inspector);
      if (beside >= 0) {
        tail = this.visit(beside, slot, tail);
      } else if (load[inspector] < caps[inspector]) {
        this.follow(slot, inspector, start);
        return -1;
      } else if (seenInspector[inspector] !== search) {
        seenInspector[inspector] = search;
        this.reached.push(inspector);
        for (const other of this.held[inspector]) {
          tail = this.visit(other, slot, tail);
        }
      }
    }
    return tail;
  }

  visit(slot, from, tail) {
    if (this.isFixed[slot] === 0 && this.seenSlot[slot] !== this.search) {
      this.seenSlot[slot] = this.search;
      this.cameFrom[slot] = from;
      this.queue[tail++] = slot;
    }
    return tail;
  }

  /** Gives the last slot of a path its new inspector, the slot before it the one set free, and so on. */
  follow(slot, inspector, start) {
    while (slot !== start) {
      const free = this.holder[slot];
      this.take(slot);
      this.give(slot, inspector);
      inspector = free;
      slot = this.cameFrom[slot];
    }
    this.give(slot, inspector);
  }

  /** Whether the rules of C in A.8 allow an inspector for a slot, given the slots fixed so far. */
  isCandidate(slot, inspector) {
    if (this.fixedLoad[inspector] >= this.caps[inspector]) {
      return false;
    }
    const beside = this.slotBeside(slot, inspector);
    return beside < 0 || this.isFixed[beside] === 0;
  }

  /**
   * Fixes a slot to a candidate if all open slots can still be filled then; else changes nothing.
   * @returns {boolean}
   */
  tryToFix(slot, inspector) {
    const former = this.holder[slot];
    if (former === inspector || this.moveTo(slot, inspector, former)) {
      this.unlist(slot, inspector);
      this.isFixed[slot] = 1;
      this.fixedLoad[inspector]++;
      return true;
    }
    return false;
  }

  moveTo(slot, inspector, former) {
    const beside = this.slotBeside(slot, inspector);
    if (beside < 0 && this.load[inspector] < this.caps[inspector]) {
      this.take(slot);
      this.give(slot, inspector);
      return true;
    }
    const other = beside >= 0 ? beside : this.exchangeFor(inspector, former);
    if (other === -1) {
      return false;
    }
    this.take(slot);
    this.take(other);
    this.give(slot, inspector);
    this.isFixed[slot] = 1;
    this.unlist(slot, inspector);
    const filled = this.fill(other);
    this.isFixed[slot] = 0;
    this.placeInHeld[slot] = this.held[inspector].push(slot) - 1;
    if (!filled) {
      this.take(slot);
      this.give(slot, former);
      this.give(other, inspector);
    }
    return filled;
  }

  /** An open slot of a full inspector to be filled anew, best one that the former holder may take; -1 if none. */
  exchangeFor(inspector, former) {
    const held = this.held[inspector];
    for (const other of held) {
      if (isInPool(this.pools[other], former) && this.slotBeside(other, former) < 0) {
        return other;
      }
    }
    return held.length > 0 ? held[0] : -1;
  }
}

function isInPool(pool, inspector) {
  let low = 0;
  let high = pool.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pool[middle] < inspector) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return pool.length > 0 && pool[low] === inspector;
}
