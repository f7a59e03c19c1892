const SHA512_WORD = (1n << 64n) - 1n;
let sha512Constants = null;

/** SHA-512 (FIPS 180-4), 64 bytes. Used inside Ed25519 only, for messages of a few hundred bytes. @returns {Uint8Array} */
export function sha512(message) {
  sha512Constants ??= deriveSha512Constants();
  const padded = new Uint8Array(Math.ceil((message.length + 17) / 128) * 128);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  const state = [...sha512Constants.start];
  for (let at = 0; at < padded.length; at += 128) {
    compressSha512(state, view, at, sha512Constants.round);
  }
  const hash = new Uint8Array(64);
  const out = new DataView(hash.buffer);
  state.forEach((word, i) => out.setBigUint64(8 * i, word));
  return hash;
}

function compressSha512(state, view, at, round) {
  const w = [];
  for (let i = 0; i < 16; i++) {
    w.push(view.getBigUint64(at + 8 * i));
  }
  for (let i = 16; i < 80; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    const s0 = turnRight(x, 1n) ^ turnRight(x, 8n) ^ (x >> 7n);
    const s1 = turnRight(y, 19n) ^ turnRight(y, 61n) ^ (y >> 6n);
    w.push((w[i - 16] + s0 + w[i - 7] + s1) & SHA512_WORD);
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 80; i++) {
    const s1 = turnRight(e, 14n) ^ turnRight(e, 18n) ^ turnRight(e, 41n);
    const t1 = h + s1 + ((e & f) ^ ((e ^ SHA512_WORD) & g)) + round[i] + w[i];
    const s0 = turnRight(a, 28n) ^ turnRight(a, 34n) ^ turnRight(a, 39n);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & SHA512_WORD, c, b, a, (t1 + t2) & SHA512_WORD];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] + word) & SHA512_WORD;
  });
}

function turnRight(word, bits) {
  return ((word >> bits) | (word << (64n - bits))) & SHA512_WORD;
}

/** The standard's constants from their definition: fractions of square and cube roots of the first primes. */
function deriveSha512Constants() {
  const primes = [];
  for (let n = 2; primes.length < 80; n++) {
    if (primes.every(prime => n % prime !== 0)) {
      primes.push(n);
    }
  }
  return {
    start: primes.slice(0, 8).map(prime => wholeRoot(BigInt(prime) << 128n, 2n) & SHA512_WORD),
    round: primes.map(prime => wholeRoot(BigInt(prime) << 192n, 3n) & SHA512_WORD),
  };
}

function wholeRoot(value, degree) {
  let low = 0n;
  let high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= value) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
