import { bytesOfHex, hexOf } from "./bytes.js";
import { hashOf } from "./block-hash.js";
import { isCount, isHex, isObject, mustBeCount, mustBeHex, mustBeText, mustHaveMembers, timeOf } from "./members.js";
import { must } from "./report.js";
import { SHA256 } from "./sha256.js";

const QUICKNET_CHAIN = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
const QUICKNET_GENESIS = 1692803367;
const QUICKNET_PERIOD = 3;
const BEACON_KINDS = ["drand-quicknet", "nist-2", "cn-lottery"];

/** Throws unless a commit record names a beacon this format knows (A.4, A.6.4); null names none. */
export function checkBeaconPlan(beacon) {
  if (beacon === null) {
    return;
  }
  mustHaveMembers(beacon, ["chain", "kind", "period", "round"], "beacon ", "beacon");
  mustBeText(beacon.chain, "beacon.chain ", "beacon.chain");
  mustBeCount(beacon.period, 0, "beacon.period ", "beacon.period");
  checkBeaconRound(beacon);
  if (beacon.kind === "drand-quicknet") {
    must(beacon.chain === QUICKNET_CHAIN, "drand 链不是 quicknet", "the drand chain is not quicknet");
    must(beacon.period === QUICKNET_PERIOD, "quicknet 每 3 秒一轮", "a quicknet round takes 3 seconds");
  }
}

/** Throws unless the body of a `draw.beacon` entry has the members of its kind (A.11.3). */
export function checkBeaconBody(body) {
  must(isObject(body), "信标记录不是对象", "the beacon is not an object");
  checkBeaconRound(body);
  if (body.kind === "drand-quicknet") {
    mustHaveMembers(body, ["kind", "randomness", "round", "signature"], "drand 信标", "the drand beacon");
    mustBeHex(body.randomness, 32, "randomness ", "randomness");
    mustBeHex(body.signature, 48, "signature ", "signature");
  } else if (body.kind === "nist-2") {
    must(typeof body.outputValue === "string" && body.outputValue !== "", "缺少 outputValue", "outputValue is missing");
  } else {
    must(typeof body.numbers === "string" && body.numbers !== "", "缺少 numbers", "numbers are missing");
  }
}

function checkBeaconRound(beacon) {
  must(BEACON_KINDS.includes(beacon.kind), "信标种类未知", "the kind of beacon is unknown");
  const fits = beacon.kind === "cn-lottery"
    ? isCount(beacon.round) || (typeof beacon.round === "string" && beacon.round !== "")
    : isCount(beacon.round, 1);
  must(fits, "信标轮次写法不对", "the beacon's round is malformed");
}

/** Throws unless the logged beacon is the value of the committed round (A.6.4, A.11.1). */
export function checkBeacon(body, plan) {
  must(body.kind === plan.kind && body.round === plan.round,
    `公布的是 ${body.kind} 第 ${body.round} 轮，事先承诺的是 ${plan.kind} 第 ${plan.round} 轮`,
    `round ${body.round} of ${body.kind} was used, but round ${plan.round} of ${plan.kind} was committed to`);
  if (body.kind === "drand-quicknet") {
    const randomness = isHex(body.signature, 48) ? hexOf(hashOf(SHA256, bytesOfHex(body.signature))) : "";
    must(randomness === body.randomness, "随机值不等于签名的 SHA-256", "the randomness is not SHA-256 of the signature");
  }
}

/** When a round was published, in seconds since 1970; null for kinds whose calendar the format does not fix. */
export function publicationOf(plan) {
  return plan.kind === "drand-quicknet" ? QUICKNET_GENESIS + QUICKNET_PERIOD * (plan.round - 1) : null;
}

/** Throws unless the round came strictly later than the moment the reveals were cosigned (A.6.4, A.11.7). */
export function checkBeaconTime(plan, cosigned) {
  const published = publicationOf(plan);
  must(published > cosigned, `信标于 ${timeOf(published)} 公布，不晚于揭示被见证的 ${timeOf(cosigned)}`,
    `the beacon was published at ${timeOf(published)}, not later than ${timeOf(cosigned)}, when the reveals were cosigned`);
}
