import { compareText, bytesOfHex, hexOf } from "./bytes.js";
import { canonicalBytes } from "./canonical-json.js";
import { must } from "./report.js";

const KEY_NAMES = ["match", "reveal", "ticket"];

/** Throws unless every witness commitment is by a listed witness, one each (A.4). */
export function checkWitnessCommits(attempt) {
  const listed = new Set(attempt.commit.witnesses.map(witness => witness.id));
  const seen = new Set();
  for (const { body, index } of attempt.all("witness.commit")) {
    must(listed.has(body.witness), `日志第 ${index + 1} 行：${body.witness} 不是本次抽取的见证人`, `log line ${index + 1}: ${body.witness} is no witness of this draw`);
    must(!seen.has(body.witness), `日志第 ${index + 1} 行：${body.witness} 承诺了两次`, `log line ${index + 1}: ${body.witness} committed twice`);
    seen.add(body.witness);
  }
}

/** Throws unless every reveal opens its witness's commitment (A.6.2, A.6.3). */
export function checkReveals(attempt, suite) {
  const commits = new Map(attempt.all("witness.commit").map(({ body }) => [body.witness, body.commit]));
  for (const { body, index } of attempt.all("witness.reveal")) {
    const commit = commits.get(body.witness);
    must(commit !== undefined, `日志第 ${index + 1} 行：${body.witness} 没有承诺，或揭示了两次`, `log line ${index + 1}: ${body.witness} did not commit, or reveals twice`);
    const opened = suite.taggedHash("drdr/1/witness-commit", attempt.drawId, attempt.number, body.witness, bytesOfHex(body.nonce), body.value);
    must(hexOf(opened) === commit, `日志第 ${index + 1} 行：${body.witness} 揭示的数与其承诺不符`, `log line ${index + 1}: what ${body.witness} reveals is not what was committed to`);
    commits.delete(body.witness);
  }
}

/** Throws unless enough witnesses revealed for a seed (A.6.3, A.11.8). */
export function checkEnoughReveals(attempt) {
  const committed = attempt.all("witness.commit").length;
  const revealed = attempt.all("witness.reveal").length;
  const { minReveals, beacon } = attempt.commit;
  must(revealed >= minReveals, `只有 ${revealed} 位见证人揭示，至少需要 ${minReveals} 位`, `${revealed} witnesses revealed, at least ${minReveals} are needed`);
  if (beacon === null) {
    must(revealed === committed, `${committed} 位见证人承诺，只有 ${revealed} 位揭示，又没有信标`, `${committed} witnesses committed, ${revealed} revealed, and there is no beacon`);
    must(revealed >= 1, "既没有信标，也没有任何见证人的数", "there is neither a beacon nor any witness's value");
  }
}

/** Whether everything that enters the seed, but for the server's secret, stands in the log. @returns {boolean} */
export function hasAllContributions(attempt) {
  try {
    checkEnoughReveals(attempt);
  } catch {
    return false;
  }
  return attempt.commit.beacon === null || attempt.first("draw.beacon") !== null;
}

/** Throws unless the published secret is the one committed to (A.4). */
export function checkServerSecret(attempt, suite, secret) {
  const commit = suite.taggedHash("drdr/1/server-commit", attempt.drawId, attempt.number, secret);
  must(hexOf(commit) === attempt.commit.serverCommit, "公布的秘密值与事先的承诺不符", "the published secret is not the one committed to");
}

/** The witnesses' values that enter the seed, ascending by witness (A.6.5). @returns {{nonce: string, value: string, witness: string}[]} */
export function contributionsOf(attempt) {
  return attempt.all("witness.reveal")
    .map(({ body: { nonce, value, witness } }) => ({ nonce, value, witness }))
    .sort((a, b) => compareText(a.witness, b.witness));
}

/**
 * The seed and the three keys derived from it (A.6.5).
 * @param {Uint8Array} secret the server's 32 bytes
 * @returns {{seed: Uint8Array, match: Uint8Array, reveal: Uint8Array, ticket: Uint8Array}} 32 bytes each
 */
export function deriveKeys(attempt, suite, secret) {
  const beacon = attempt.first("draw.beacon")?.body ?? null;
  const [commitHash, contributionsHash, beaconHash] = [attempt.commit, contributionsOf(attempt), beacon]
    .map(value => suite.hash(canonicalBytes(value)));
  const seed = suite.taggedMac(secret, "drdr/1/seed", commitHash, contributionsHash, beaconHash);
  const [match, reveal, ticket] = KEY_NAMES.map(name => suite.taggedMac(seed, "drdr/1/key", name));
  return { seed, match, reveal, ticket };
}

/** Throws unless the sealed entry commits to these keys (A.9). */
export function checkKeyCommits(keyCommits, keys, suite) {
  for (const name of KEY_NAMES) {
    const commit = hexOf(suite.taggedHash("drdr/1/key-commit", keys[name]));
    must(keyCommits[name] === commit, `密钥 ${name} 与封存时的承诺不符`, `the key ${name} is not the one sealed`);
  }
}
