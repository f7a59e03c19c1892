import { bytesOf, bytesOfHex, hexOf, joinBytes, textOf } from "./bytes.js";
import { hashOf } from "./block-hash.js";
import { isEd25519Key, verifyEd25519 } from "./ed25519.js";
import { isHex, isObject, mustHaveMembers } from "./members.js";
import { must } from "./report.js";
import { SHA256 } from "./sha256.js";
import { isSm2Key, verifySm2 } from "./sm2.js";

const KEY_ALGORITHMS = {
  "ed25519": { suite: "sha256", cosigns: false, type: new Uint8Array([1]), bytes: 32 },
  "ed25519-cosig": { suite: "sha256", cosigns: true, type: new Uint8Array([4]), bytes: 32 },
  "sm2": { suite: "sm3", cosigns: false, type: sm2KeyType("drdr/1 sm2-sm3"), bytes: 65 },
  "sm2-cosig": { suite: "sm3", cosigns: true, type: sm2KeyType("drdr/1 sm2-sm3 cosig"), bytes: 65 },
};

function sm2KeyType(name) {
  return joinBytes(new Uint8Array([0xff]), bytesOf(name));
}

/**
 * The verifier's own anchors (A.2, A.11.2): which log, which witnesses, how many of them.
 * @param {Uint8Array} bytes of trust.json; any JSON spelling
 * @returns {{suite: string, origin: string, log: string, quorum: number, witnesses: Set<string>, keys: TrustedKey[]}}
 * @throws {Fault}
 */
export function readTrust(bytes) {
  const trust = parseTrust(bytes);
  mustHaveMembers(trust, ["keys", "log", "origin", "quorum", "suite", "witnesses"], "信任文件", "the trust file");
  must(["sha256", "sm3"].includes(trust.suite), "suite 不是 sha256 或 sm3", "suite is neither sha256 nor sm3");
  must(typeof trust.origin === "string" && /^[^\s+]+$/u.test(trust.origin), "缺少 origin", "origin is missing");
  must(typeof trust.log === "string", "缺少 log", "log is missing");
  must(Array.isArray(trust.keys), "缺少 keys", "keys are missing");
  const keys = trust.keys.map(key => readTrustedKey(key, trust.suite));
  const handles = new Set(keys.map(key => key.handle));
  must(handles.size === keys.length, "同一公钥列了两次", "a key is listed twice");
  must(Array.isArray(trust.witnesses) && trust.witnesses.every(name => typeof name === "string"),
    "缺少 witnesses", "witnesses are missing");
  const witnesses = new Set(trust.witnesses);
  must(witnesses.size === trust.witnesses.length, "见证人名称重复", "a witness is named twice");
  must(keys.some(key => !key.cosigns && key.name === trust.log), "没有日志公钥", "there is no key of the log");
  for (const name of witnesses) {
    must(keys.some(key => key.cosigns && key.name === name), `没有见证人 ${name} 的公钥`, `there is no key of witness ${name}`);
  }
  must(Number.isSafeInteger(trust.quorum) && trust.quorum >= 1 && trust.quorum <= witnesses.size,
    "quorum 应在 1 与见证人数之间", "quorum must lie between 1 and the number of witnesses");
  return { suite: trust.suite, origin: trust.origin, log: trust.log, quorum: trust.quorum, witnesses, keys };
}

function parseTrust(bytes) {
  let trust;
  try {
    trust = JSON.parse(textOf(bytes));
  } catch {
    trust = null;
  }
  must(isObject(trust), "不是 JSON 对象", "it is not a JSON object");
  return trust;
}

/** One public key of trust.json: `handle` is name and key id, as a signature line points to it (A.4). */
class TrustedKey {
  constructor(name, algorithm, pub) {
    this.name = name;
    this.cosigns = algorithm.cosigns;
    this.suite = algorithm.suite;
    this.pub = pub;
    const id = hashOf(SHA256, joinBytes(bytesOf(`${name}\n`), algorithm.type, pub)).subarray(0, 4);
    this.handle = keyHandle(name, id);
  }

  /** Whether this key signed the message. @returns {Promise<boolean>} */
  async signed(signature, message) {
    return this.suite === "sm3" ? verifySm2(this.pub, signature, message) : verifyEd25519(this.pub, signature, message);
  }
}

function readTrustedKey(key, suite) {
  must(isObject(key) && typeof key.name === "string" && /^[^\s+]+$/u.test(key.name), "公钥缺少名称", "a key has no name");
  const algorithm = Object.hasOwn(KEY_ALGORITHMS, key.alg) ? KEY_ALGORITHMS[key.alg] : null;
  must(algorithm !== null && algorithm.suite === suite, `公钥 ${key.name} 的算法不合`, `key ${key.name} has an unfit algorithm`);
  const fits = isHex(key.pub, algorithm.bytes) && (suite === "sm3" ? isSm2Key : isEd25519Key)(bytesOfHex(key.pub));
  must(fits, `公钥 ${key.name} 不是有效的点`, `key ${key.name} is not a valid point`);
  return new TrustedKey(key.name, algorithm, bytesOfHex(key.pub));
}

/** Name and key id in one text, to find the key of a signature line. @returns {string} */
export function keyHandle(name, id) {
  return `${name} ${hexOf(id)}`;
}
