import { bytesOf, bytesOfHex, hexOf, joinBytes } from "./bytes.js";
import { hashOf } from "./block-hash.js";
import { SM3 } from "./sm3.js";

const SM2_P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const SM2_A = SM2_P - 3n;
const SM2_B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const SM2_N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const SM2_GX = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n;
const SM2_GY = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n;
const SM2_USER = "1234567812345678";
const SM2_NOTHING = { x: 1n, y: 1n, z: 0n };
let sm2BaseMultiples = null;

/**
 * Whether an SM2 signature (GB/T 32918.2, recommended curve, user id 1234567812345678) holds (A.1).
 * @param {Uint8Array} key 04 || x || y, 65 bytes @param {Uint8Array} signature r || s, 64 bytes
 * @param {Uint8Array} message @returns {boolean}
 */
export function verifySm2(key, signature, message) {
  if (signature.length !== 64 || !isSm2Key(key)) {
    return false;
  }
  const r = sm2Number(signature.subarray(0, 32));
  const s = sm2Number(signature.subarray(32));
  if (r < 1n || r >= SM2_N || s < 1n || s >= SM2_N) {
    return false;
  }
  const t = (r + s) % SM2_N;
  if (t === 0n) {
    return false;
  }
  const e = sm2Number(hashOf(SM3, joinBytes(sm2UserHash(key), message)));
  const x = sm2XOfSum(s, t, sm2PointOf(key));
  return x !== null && (e + x) % SM2_N === r;
}

/** Whether 65 bytes are an uncompressed point of the SM2 curve. @returns {boolean} */
export function isSm2Key(key) {
  if (key.length !== 65 || key[0] !== 4) {
    return false;
  }
  const { x, y } = sm2PointOf(key);
  return x < SM2_P && y < SM2_P && (y * y - (x * x * x + SM2_A * x + SM2_B)) % SM2_P === 0n;
}

/** ZA: the hash of user id, curve and key that SM2 puts before every message. */
function sm2UserHash(key) {
  const user = bytesOf(SM2_USER);
  const curve = [SM2_A, SM2_B, SM2_GX, SM2_GY].map(number => bytesOfHex(number.toString(16).padStart(64, "0")));
  return hashOf(SM3, joinBytes(new Uint8Array([0, 8 * user.length]), user, ...curve, key.subarray(1)));
}

/** The x coordinate of [s]G + [t]P; null at infinity. */
function sm2XOfSum(s, t, point) {
  sm2BaseMultiples ??= sm2Multiples({ x: SM2_GX, y: SM2_GY, z: 1n });
  const multiples = sm2Multiples(point);
  let sum = SM2_NOTHING;
  for (let shift = 252n; shift >= 0n; shift -= 4n) {
    for (let i = 0; i < 4; i++) {
      sum = sm2Double(sum);
    }
    sum = sm2Add(sum, sm2BaseMultiples[Number((s >> shift) & 15n)]);
    sum = sm2Add(sum, multiples[Number((t >> shift) & 15n)]);
  }
  if (sum.z === 0n) {
    return null;
  }
  const inverse = sm2Power(sum.z, SM2_P - 2n);
  return sm2Mod(sum.x * inverse * inverse);
}

function sm2PointOf(key) {
  return { x: sm2Number(key.subarray(1, 33)), y: sm2Number(key.subarray(33)), z: 1n };
}

function sm2Multiples(point) {
  const multiples = [SM2_NOTHING];
  for (let i = 1; i < 16; i++) {
    multiples.push(sm2Add(multiples[i - 1], point));
  }
  return multiples;
}

/** Addition in Jacobian coordinates, every special case included. */
function sm2Add(p, q) {
  if (p.z === 0n) {
    return q;
  }
  if (q.z === 0n) {
    return p;
  }
  const zp = sm2Mod(p.z * p.z);
  const zq = sm2Mod(q.z * q.z);
  const u1 = sm2Mod(p.x * zq);
  const u2 = sm2Mod(q.x * zp);
  const s1 = sm2Mod(p.y * q.z * zq);
  const s2 = sm2Mod(q.y * p.z * zp);
  if (u1 === u2) {
    return s1 === s2 ? sm2Double(p) : SM2_NOTHING;
  }
  const h = u2 - u1;
  const r = s2 - s1;
  const hh = sm2Mod(h * h);
  const hhh = sm2Mod(h * hh);
  const v = sm2Mod(u1 * hh);
  const x = sm2Mod(r * r - hhh - 2n * v);
  return { x, y: sm2Mod(r * (v - x) - s1 * hhh), z: sm2Mod(p.z * q.z * h) };
}

function sm2Double(p) {
  if (p.z === 0n || p.y === 0n) {
    return SM2_NOTHING;
  }
  const zz = sm2Mod(p.z * p.z);
  const yy = sm2Mod(p.y * p.y);
  const s = sm2Mod(4n * p.x * yy);
  const m = sm2Mod(3n * (p.x - zz) * (p.x + zz));
  const x = sm2Mod(m * m - 2n * s);
  return { x, y: sm2Mod(m * (s - x) - 8n * yy * yy), z: sm2Mod(2n * p.y * p.z) };
}

function sm2Number(bytes) {
  return BigInt(`0x${hexOf(bytes)}`);
}

function sm2Mod(value) {
  const rest = value % SM2_P;
  return rest < 0n ? rest + SM2_P : rest;
}

function sm2Power(base, exponent) {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) {
      result = (result * square) % SM2_P;
    }
    square = (square * square) % SM2_P;
  }
  return result;
}
