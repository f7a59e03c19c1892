import { joinBytes } from "./bytes.js";
import { sha512 } from "./sha512.js";

const ED_P = (1n << 255n) - 19n;
const ED_L = (1n << 252n) + 27742317777372353535851937790883648493n;
const ED_D = edMod(-121665n * edPower(121666n, ED_P - 2n));
const ED_ROOT_OF_MINUS_ONE = edPower(2n, (ED_P - 1n) / 4n);
const ED_NOTHING = { x: 0n, y: 1n, z: 1n, t: 0n };
let edBaseMultiples = null;
let edNativeFails = false;

/**
 * Whether an Ed25519 signature (RFC 8032, without cofactor) holds. S must be below the group order; key and R must be
 * canonical points of large order. The browser's own implementation does the arithmetic where there is one (it is
 * absent on pages without https), else the one below; both give the same answer.
 * @param {Uint8Array} key 32 bytes @param {Uint8Array} signature 64 bytes @param {Uint8Array} message
 * @returns {Promise<boolean>}
 */
export async function verifyEd25519(key, signature, message) {
  if (key.length !== 32 || signature.length !== 64 || edNumber(signature.subarray(32)) >= ED_L) {
    return false;
  }
  const keyPoint = edPointOf(key);
  const commitment = edPointOf(signature.subarray(0, 32));
  if (keyPoint === null || commitment === null || isSmallOrder(keyPoint) || isSmallOrder(commitment)) {
    return false;
  }
  const native = await verifyNatively(key, signature, message);
  return native ?? holdsEquation(keyPoint, commitment, key, signature, message);
}

/** Whether 32 bytes are a canonical point of large order, fit to be a public key (RFC 8032 section 5.1.3). */
export function isEd25519Key(key) {
  const point = key.length === 32 ? edPointOf(key) : null;
  return point !== null && !isSmallOrder(point);
}

/** The browser's answer; null where it has none. */
async function verifyNatively(key, signature, message) {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle || edNativeFails) {
    return null;
  }
  try {
    const native = await subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return await subtle.verify("Ed25519", native, signature, message);
  } catch {
    edNativeFails = true;
    return null;
  }
}

/** [S]B = R + [k]A, with k = SHA-512(R || A || message) mod L (RFC 8032 section 5.1.7). */
function holdsEquation(keyPoint, commitment, key, signature, message) {
  edBaseMultiples ??= edMultiples(edPointOf(edBaseBytes()));
  const negative = { x: edMod(-keyPoint.x), y: keyPoint.y, z: 1n, t: edMod(-keyPoint.t) };
  const keyMultiples = edMultiples(negative);
  const s = edNumber(signature.subarray(32));
  const k = edNumber(sha512(joinBytes(signature.subarray(0, 32), key, message))) % ED_L;
  let sum = ED_NOTHING;
  for (let shift = 252n; shift >= 0n; shift -= 4n) {
    for (let i = 0; i < 4; i++) {
      sum = edDouble(sum);
    }
    sum = edAdd(sum, edBaseMultiples[Number((s >> shift) & 15n)]);
    sum = edAdd(sum, keyMultiples[Number((k >> shift) & 15n)]);
  }
  return edMod(commitment.x * sum.z) === sum.x && edMod(commitment.y * sum.z) === sum.y;
}

function edBaseBytes() {
  const bytes = new Uint8Array(32).fill(0x66);
  bytes[0] = 0x58;
  return bytes;
}

/** Decodes a point; null unless it is on the curve and written canonically. */
function edPointOf(bytes) {
  const number = edNumber(bytes);
  const y = number & ((1n << 255n) - 1n);
  const odd = number >> 255n;
  if (y >= ED_P) {
    return null;
  }
  const u = edMod(y * y - 1n);
  const v = edMod(ED_D * y * y + 1n);
  const v3 = edMod(v * v * v);
  let x = edMod(u * v3 * edPower(edMod(u * v3 * v3 * v), (ED_P - 5n) / 8n));
  const check = edMod(v * x * x);
  if (check === edMod(-u)) {
    x = edMod(x * ED_ROOT_OF_MINUS_ONE);
  } else if (check !== u) {
    return null;
  }
  if (x === 0n && odd === 1n) {
    return null;
  }
  if ((x & 1n) !== odd) {
    x = ED_P - x;
  }
  return { x, y, z: 1n, t: edMod(x * y) };
}

function isSmallOrder(point) {
  const eightfold = edDouble(edDouble(edDouble(point)));
  return eightfold.x === 0n && eightfold.y === eightfold.z;
}

function edMultiples(point) {
  const multiples = [ED_NOTHING];
  for (let i = 1; i < 16; i++) {
    multiples.push(edAdd(multiples[i - 1], point));
  }
  return multiples;
}

/** Addition in extended coordinates, complete on this curve (Hisil et al. 2008). */
function edAdd(p, q) {
  const a = edMod((p.y - p.x) * (q.y - q.x));
  const b = edMod((p.y + p.x) * (q.y + q.x));
  const c = edMod(2n * p.t * edMod(ED_D * q.t));
  const d = edMod(2n * p.z * q.z);
  const e = b - a;
  const f = d - c;
  const g = d + c;
  const h = b + a;
  return { x: edMod(e * f), y: edMod(g * h), z: edMod(f * g), t: edMod(e * h) };
}

function edDouble(p) {
  const a = edMod(p.x * p.x);
  const b = edMod(p.y * p.y);
  const h = a + b;
  const e = h - (p.x + p.y) ** 2n;
  const g = a - b;
  const f = 2n * p.z * p.z + g;
  return { x: edMod(e * f), y: edMod(g * h), z: edMod(f * g), t: edMod(e * h) };
}

/** Little-endian number of bytes. */
function edNumber(bytes) {
  let hex = "";
  for (const byte of bytes) {
    hex = byte.toString(16).padStart(2, "0") + hex;
  }
  return BigInt(`0x${hex}`);
}

function edMod(value) {
  const rest = value % ED_P;
  return rest < 0n ? rest + ED_P : rest;
}

function edPower(base, exponent) {
  let result = 1n;
  let square = base % ED_P;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) {
      result = (result * square) % ED_P;
    }
    square = (square * square) % ED_P;
  }
  return result;
}
