const SM3_START = new Int32Array([
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
]);
const SM3_ROUND = sm3RoundConstants();
const sm3Schedule = new Int32Array(68);

function sm3RoundConstants() {
  const constants = new Int32Array(64);
  for (let j = 0; j < 64; j++) {
    const t = j < 16 ? 0x79cc4519 : 0x7a879d8a;
    const turn = j % 32;
    constants[j] = turn === 0 ? t : (t << turn) | (t >>> (32 - turn));
  }
  return constants;
}

function compressSm3(words, bytes, at) {
  const w = sm3Schedule;
  for (let i = 0; i < 16; i++, at += 4) {
    w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  }
  for (let i = 16; i < 68; i++) {
    const y = w[i - 3];
    const z = w[i - 13];
    const x = w[i - 16] ^ w[i - 9] ^ ((y << 15) | (y >>> 17));
    w[i] = x ^ ((x << 15) | (x >>> 17)) ^ ((x << 23) | (x >>> 9)) ^ ((z << 7) | (z >>> 25)) ^ w[i - 6];
  }
  let a = words[0], b = words[1], c = words[2], d = words[3];
  let e = words[4], f = words[5], g = words[6], h = words[7];
  for (let j = 0; j < 64; j++) {
    const a12 = (a << 12) | (a >>> 20);
    const sum = (a12 + e + SM3_ROUND[j]) | 0;
    const ss1 = (sum << 7) | (sum >>> 25);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4])) | 0;
    const tt2 = (gg + h + ss1 + w[j]) | 0;
    d = c; c = (b << 9) | (b >>> 23); b = a; a = tt1;
    h = g; g = (f << 19) | (f >>> 13); f = e;
    e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
  }
  words[0] ^= a; words[1] ^= b; words[2] ^= c; words[3] ^= d;
  words[4] ^= e; words[5] ^= f; words[6] ^= g; words[7] ^= h;
}

/** SM3 (GB/T 32905) as an algorithm for BlockHash: suite `sm3` (A.1). */
export const SM3 = { name: "sm3", start: SM3_START, compress: compressSm3 };
