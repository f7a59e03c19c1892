import { Assignment } from "./assignment.js";

/**
 * The first (extra, bump), extra before bump, for which every slot can be filled (A.8 "Relaxation").
 * @param {object} board slots and pools @returns {Promise<{extra: number, bump: number, assignment: Assignment}|null>}
 *   null if none exists
 */
export async function relax(board, inspectors, match, pace) {
  const capsPlus = extra => inspectors.map(inspector => inspector.cap + extra);
  const firstBump = async extra => {
    for (let bump = 0; bump <= 2; bump++) {
      const assignment = await fillAll(board, bump, capsPlus(extra), pace);
      if (assignment !== null) {
        return { extra, bump, assignment };
      }
    }
    return null;
  };
  const unrelaxed = await firstBump(0);
  // Nobody can join more teams than there are, so more extra changes nothing. What fits with some extra and bump fits
  // with more of either: the first extra is found by halving.
  let enough = Math.min(match.capExtraMax, board.bundleCount);
  if (unrelaxed !== null || enough === 0 || await fillAll(board, 2, capsPlus(enough), pace) === null) {
    return unrelaxed;
  }
  for (let tooFew = 0; enough - tooFew > 1;) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (await fillAll(board, 2, capsPlus(middle), pace) === null) {
      tooFew = middle;
    } else {
      enough = middle;
    }
  }
  return firstBump(enough);
}

/**
 * The load level L (A.8 "Load level") and a complete assignment under the caps that it leads to.
 * @returns {Promise<{level: number, assignment: Assignment}>}
 */
export async function findLevel(board, inspectors, match, { extra, bump, assignment }, pace) {
  if (match.levelSlack < 0) {
    const level = inspectors.reduce((most, { load, cap }) => Math.max(most, load + cap + extra), 0);
    return { level, assignment };
  }
  const levelled = newAssignment(board, bump, inspectors.length);
  let level = 0;
  setCaps(levelled, capsAt(inspectors, extra, level), board);
  for (let slot = 0; slot < board.slots.length; slot++) {
    while (!levelled.fill(slot)) {
      level = nextLevel(inspectors, extra, level, levelled.reached);
      setCaps(levelled, capsAt(inspectors, extra, level), board);
      if (pace.isDue()) {
        await pace.rest(0);
      }
    }
    if (pace.isDue()) {
      await pace.rest(0);
    }
  }
  setCaps(levelled, capsAt(inspectors, extra, level + match.levelSlack), board);
  return { level, assignment: levelled };
}

/** The lowest level at which one of the full inspectors may do more; below it the same slots stay unfillable. */
function nextLevel(inspectors, extra, level, reached) {
  const next = reached.reduce((lowest, place) => {
    const { load, cap } = inspectors[place];
    return level - load < cap + extra ? Math.min(lowest, Math.max(level, load) + 1) : lowest;
  }, Infinity);
  if (next === Infinity) {
    throw new Error("a slot cannot be filled at any level, though the relaxation filled all");
  }
  return next;
}

function capsAt(inspectors, extra, level) {
  return inspectors.map(({ cap, load }) => Math.min(cap + extra, Math.max(0, level - load)));
}

function newAssignment(board, bump, inspectorCount) {
  return new Assignment(board.bundleOf, board.firstSlot, board.pools[bump], inspectorCount);
}

/** Nobody joins one bundle twice, so a cap above the number of bundles is as good as that number. */
function setCaps(assignment, caps, board) {
  caps.forEach((cap, place) => {
    assignment.caps[place] = Math.min(cap, board.bundleCount);
  });
}

/** A complete assignment under these caps, or null if there is none. */
async function fillAll(board, bump, caps, pace) {
  const assignment = newAssignment(board, bump, caps.length);
  setCaps(assignment, caps, board);
  for (let slot = 0; slot < board.slots.length; slot++) {
    if (!assignment.fill(slot)) {
      return null;
    }
    if (pace.isDue()) {
      await pace.rest(0);
    }
  }
  return assignment;
}
