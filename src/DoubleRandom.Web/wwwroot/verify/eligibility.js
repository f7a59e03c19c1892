import { placeOfId } from "./frozen-lines.js";

const NO_ONE = new Set();

/** Who may fill a slot (A.8): the hard rules, and nearness. Inspectors are named by their place in the file. */
export class Eligibility {
  /** @param {object[]} inspectors @param {object[]} recusals lines of the files @param {object} match of the commit record */
  constructor(inspectors, recusals, match) {
    this.inspectors = inspectors;
    this.match = match;
    this.quals = inspectors.map(inspector => new Set(inspector.quals));
    this.near = new Map(Object.entries(match.near).map(([area, areas]) => [area, new Set(areas)]));
    this.recusedFrom = new Map();
    this.hardByDemand = new Map();
    this.poolsByDemand = new Map();
    for (const { inspector, object } of recusals) {
      const place = placeOfId(inspectors, inspector);
      if (place >= 0) {
        this.recusedFrom.set(object, (this.recusedFrom.get(object) ?? new Set()).add(place));
      }
    }
  }

  /** All hard-eligible inspectors for a slot, ascending by id. @returns {number[]} places */
  hardFor(slot, objects) {
    const demand = JSON.stringify([slot.dept, slot.isLeader, slot.quals]);
    if (!this.hardByDemand.has(demand)) {
      this.hardByDemand.set(demand, this.fulfilling(slot));
    }
    const recused = this.recusedFor(objects);
    const all = this.hardByDemand.get(demand);
    return recused.size === 0 ? all : all.filter(place => !recused.has(place));
  }

  fulfilling(slot) {
    const places = [];
    this.inspectors.forEach((inspector, place) => {
      const fits = inspector.excl === "" && inspector.dept === slot.dept && (inspector.leader || !slot.isLeader)
        && slot.quals.every(qual => this.quals[place].has(qual));
      if (fits) {
        places.push(place);
      }
    });
    return places;
  }

  recusedFor(objects) {
    let recused = NO_ONE;
    for (const object of objects) {
      const some = this.recusedFrom.get(object);
      if (some !== undefined) {
        recused = recused.size === 0 ? some : new Set([...recused, ...some]);
      }
    }
    return recused;
  }

  /**
   * E_s(b) for b = 0, 1, 2 (A.8 "Locality"). Slots that ask the same share one array.
   * @returns {Int32Array[]} three arrays of places, each ascending by id
   */
  poolsFor(slot, bundle) {
    if (this.recusedFor(bundle.objects).size > 0) {
      return this.poolsOf(this.hardFor(slot, bundle.objects), bundle.area);
    }
    const demand = JSON.stringify([slot.dept, slot.isLeader, slot.quals, bundle.area]);
    if (!this.poolsByDemand.has(demand)) {
      this.poolsByDemand.set(demand, this.poolsOf(this.hardFor(slot, []), bundle.area));
    }
    return this.poolsByDemand.get(demand);
  }

  poolsOf(hard, area) {
    const tiers = hard.map(place => this.tierOf(this.inspectors[place].area, area));
    const upTo = [0, 1, 2].map(tier => Int32Array.from(hard.filter((_, i) => tiers[i] <= tier)));
    const start = [0, 1].find(tier => upTo[tier].length >= this.match.minPool) ?? 2;
    return [0, 1, 2].map(bump => upTo[Math.min(2, start + bump)]);
  }

  tierOf(home, area) {
    if (this.match.locality === "none") {
      return 0;
    }
    const isNear = this.near.get(home)?.has(area) ?? false;
    const tier = home === area ? 0 : isNear ? 1 : 2;
    return this.match.locality === "prefer-far" ? 2 - tier : tier;
  }
}
