import { hashOf } from "../verify/block-hash.js";
import { bytesOf, bytesOfHex, hexOf, joinBytes } from "../verify/bytes.js";
import { Fault, must } from "../verify/report.js";
import { SHA256 } from "../verify/sha256.js";
import { findKey, keepKey } from "./key-store.js";
import { followLog } from "./log-follower.js";

const COSIGNATURE = new Uint8Array([4]);

/** Whether this page may have a key at all: browsers give keys to pages over https and on the machine itself only. */
export function mayHoldKeys() {
  return globalThis.isSecureContext && globalThis.crypto?.subtle !== undefined && globalThis.indexedDB !== undefined;
}

/** Under what a witness's key is kept: his name in one log. A log founded anew is another one. */
export function idOf(keyName, logKey) {
  return `${keyName} ${logKey}`;
}

/**
 * Makes a witness's key, or takes the one an earlier try has made.
 * @param {{keyName: string, origin: string, logKey: string, isDemo: boolean}} offer `logKey` in hex: no other is believed later
 * @returns {Promise<{publicKey: string, proof: string}>} both hex; the proof signs key name and public key
 */
export function makeKey({ keyName, origin, logKey, isDemo }) {
  const id = idOf(keyName, logKey);
  return alone(id, async () => {
    const kept = await findKey(id) ?? await fresh({ id, keyName, origin, logKey: bytesOfHex(logKey), isDemo, size: 0, peaks: new Uint8Array(0) });
    const publicKey = hexOf(kept.publicKey);
    const proof = await signed(kept, bytesOf(`doublerandom witness key\n${keyName}\n${publicKey}\n`));
    return { publicKey, proof: hexOf(proof) };
  });
}

/** One page at a time uses a key. */
function alone(id, act) {
  return navigator.locks.request(`doublerandom ${id}`, act);
}

async function fresh(start) {
  let pair;
  try {
    pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  } catch {
    throw new Fault("这个浏览器不会产生 Ed25519 密钥，请更新浏览器或者换一个", "this browser cannot make Ed25519 keys; update it or use another");
  }
  const kept = { ...start, privateKey: pair.privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)) };
  await keepKey(kept);
  navigator.storage?.persist?.().catch(() => {}); // asked for, not waited for
  return kept;
}

/** The public half of the key this browser holds under an id, hex; null when it holds none. */
export async function heldKey(id) {
  const kept = await findKey(id);
  return kept === undefined ? null : hexOf(kept.publicKey);
}

/** Throws unless the log, of `size` entries as the page says, continues what this key signed last. Signs nothing. */
export async function checkLog(id, size, read) {
  const kept = await findKey(id);
  if (size > 0) {
    await followLog(kept, read);
  } else {
    must(kept.size === 0, `日志是空的，您上次共签到第 ${kept.size} 条`, `the log is empty; you have cosigned up to ${kept.size}`);
  }
}

/**
 * Cosigns the newest checkpoint (tlog-cosignature v1) if it continues what this key signed last; what it has signed is kept before it is told.
 * @param {string} id @param {number} shift seconds a demo county's clock is ahead; heeded by keys that were made in a demo only
 * @param {function(string): Promise<Uint8Array>} read a file below /log/
 * @returns {Promise<{size: number, encoded: string}>} base64 of key id, time and signature @throws {Fault}
 */
export function cosign(id, shift, read) {
  return alone(id, async () => {
    const kept = await findKey(id);
    must(kept !== undefined, "这部手机里没有这把密钥", "this telephone does not hold the key");
    const { text, size, peaks } = await followLog(kept, read);
    await keepKey({ ...kept, size, peaks });
    const time = Math.floor(Date.now() / 1000) + (kept.isDemo ? shift : 0);
    const signature = await signed(kept, bytesOf(`cosignature/v1\ntime ${time}\n${text}`));
    const keyId = hashOf(SHA256, joinBytes(bytesOf(`${kept.keyName}\n`), COSIGNATURE, kept.publicKey)).subarray(0, 4);
    return { size, encoded: btoa(String.fromCharCode(...joinBytes(keyId, u64be(time), signature))) };
  });
}

async function signed({ privateKey }, message) {
  return new Uint8Array(await crypto.subtle.sign("Ed25519", privateKey, message));
}

function u64be(number) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
  return bytes;
}
