import { bytesOfHex, compareText, hexOf } from "./bytes.js";
import { canonicalBytes } from "./canonical-json.js";
import { leafHashOf, rootOfLeafHashes } from "./merkle.js";
import { encodeTagged } from "./suite.js";

/**
 * The sealed commitments of a draw (A.9): for every drawn object and every team the leaf hash of its salted opening.
 * @param {object[]} selected @param {object[]} bundles @param {Uint8Array} revealKey k_reveal
 * @returns {Promise<{objects: Map<string, object>, teamCount: number, objectRoot: string, teamRoot: string}>} `objects`:
 *   the selected object by its commitment in hex; roots in hex
 */
export async function sealOpenings(selected, bundles, revealKey, suite, pace) {
  const mac = suite.macUnder(revealKey);
  const objects = new Map();
  for (const [i, object] of selected.entries()) {
    const { batch, id, items, parts } = object;
    const salt = hexOf(mac.of(encodeTagged("drdr/1/salt-object", [id])));
    const opening = { batch, id, items, kind: "object", parts, salt };
    objects.set(hexOf(leafHashOf(suite, canonicalBytes(opening))), object);
    if (pace.isDue()) {
      await pace.rest(i / selected.length);
    }
  }
  const teams = [];
  for (const [i, { id, objects: visited, team }] of bundles.entries()) {
    const salt = hexOf(mac.of(encodeTagged("drdr/1/salt-team", [id])));
    teams.push(hexOf(leafHashOf(suite, canonicalBytes({ bundle: id, kind: "team", objects: visited, salt, team }))));
    if (pace.isDue()) {
      await pace.rest(i / bundles.length);
    }
  }
  return { objects, teamCount: teams.length, objectRoot: rootOfSorted([...objects.keys()], suite), teamRoot: rootOfSorted(teams, suite) };
}

/** Lists are sorted by commitment value, so that order carries nothing (A.9). */
function rootOfSorted(commitments, suite) {
  const hashes = commitments.sort(compareText).map(bytesOfHex);
  return hexOf(rootOfLeafHashes(suite, hashes));
}
