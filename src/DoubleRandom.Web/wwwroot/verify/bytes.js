const utf8Writer = new TextEncoder();
const utf8Reader = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const BASE64_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The UTF-8 bytes of a text (A.1). @param {string} text @returns {Uint8Array} */
export function bytesOf(text) {
  return utf8Writer.encode(text);
}

/** The text of UTF-8 bytes; null if they are not well-formed UTF-8. @param {Uint8Array} bytes @returns {string|null} */
export function textOf(bytes) {
  try {
    return utf8Reader.decode(bytes);
  } catch {
    return null;
  }
}

/** Lower-case hex of bytes (A.1). @param {Uint8Array} bytes @returns {string} */
export function hexOf(bytes) {
  let hex = "";
  for (const byte of bytes) {
    hex += (byte < 16 ? "0" : "") + byte.toString(16);
  }
  return hex;
}

/** Bytes of an even number of hex digits that was already checked to be hex. @param {string} hex @returns {Uint8Array} */
export function bytesOfHex(hex) {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/**
 * Bytes of base64 with padding, RFC 4648 section 4, read strictly: no other characters, no missing padding, and the
 * unused bits of the last character are zero, so that one byte string has one spelling.
 * @param {string} text @returns {Uint8Array|null} null if the text is not exactly that
 */
export function bytesOfBase64(text) {
  if (text.length === 0 || text.length % 4 !== 0) {
    return null;
  }
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length - padding; i++) {
    const value = BASE64_ALPHABET.indexOf(text[i]);
    if (value < 0) {
      return null;
    }
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? bytes : null;
}

/** Whether two byte strings are equal. @param {Uint8Array} a @param {Uint8Array} b @returns {boolean} */
export function sameBytes(a, b) {
  if (a.length !== b.length) {
    return false;
  }
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) {
      return false;
    }
  }
  return true;
}

/** Byte strings one after the other. @param {...Uint8Array} pieces @returns {Uint8Array} */
export function joinBytes(...pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * Order of two texts by their UTF-8 bytes ("compared as bytes", A.1). JavaScript's own order is by UTF-16 units, which
 * differs above U+FFFF only. @param {string} a @param {string} b @returns {number} below, at or above zero
 */
export function compareText(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      return placeOfUnit(x) - placeOfUnit(y);
    }
  }
  return a.length - b.length;
}

function placeOfUnit(unit) {
  if (unit < 0xd800) {
    return unit;
  }
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
