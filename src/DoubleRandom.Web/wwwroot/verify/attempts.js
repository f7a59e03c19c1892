/** The entry types that change a sealed draw (A.10). */
export const CHANGE_TYPES = new Set(["draw.extend", "draw.replace", "inspector.substitute"]);

/** One attempt of a draw as the log tells it (A.4): its entries by type, in log order. */
class Attempt {
  constructor(drawId, number) {
    this.drawId = drawId;
    this.number = number;
    this.entries = [];
  }

  /** All entries of one type. @returns {object[]} */
  all(type) {
    return this.entries.filter(entry => entry.type === type);
  }

  /** The first entry of one type, or null. @returns {object|null} */
  first(type) {
    return this.entries.find(entry => entry.type === type) ?? null;
  }

  /** The commit record, or null. @returns {object|null} */
  get commit() {
    return this.first("draw.commit")?.body ?? null;
  }

  /** The supplements, replacements and substitutions (A.10). @returns {object[]} */
  get changes() {
    return this.entries.filter(entry => CHANGE_TYPES.has(entry.type));
  }

  get isVoid() {
    return this.first("draw.void") !== null;
  }
}

/**
 * The draws of a log, in the order of their first entries.
 * @param {object[]} entries the format's own entries of the log
 * @returns {{drawId: string, number: null, plans: object[], entries: object[], attempts: Attempt[]}[]} attempts
 *   ascending by number
 */
export function drawsOf(entries) {
  const draws = new Map();
  for (const entry of entries) {
    if (!draws.has(entry.drawId)) {
      draws.set(entry.drawId, { drawId: entry.drawId, number: null, plans: [], entries: [], attempts: [], byNumber: new Map() });
    }
    const draw = draws.get(entry.drawId);
    draw.entries.push(entry);
    if (entry.type === "plan.registered") {
      draw.plans.push(entry);
      continue;
    }
    if (!draw.byNumber.has(entry.attempt)) {
      const attempt = new Attempt(entry.drawId, entry.attempt);
      draw.byNumber.set(entry.attempt, attempt);
      draw.attempts.push(attempt);
    }
    draw.byNumber.get(entry.attempt).entries.push(entry);
  }
  for (const draw of draws.values()) {
    draw.attempts.sort((a, b) => a.number - b.number);
  }
  return [...draws.values()];
}
