const CRC_TABLE = crcTable();

function crcTable() {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    table[byte] = value;
  }
  return table;
}

/** CRC-32 as ZIP files use it, continued over pieces. @param {number} before 0 at the start @returns {number} unsigned */
export function crc32(bytes, before = 0) {
  let value = ~before;
  for (let i = 0; i < bytes.length; i++) {
    value = (value >>> 8) ^ CRC_TABLE[(value ^ bytes[i]) & 0xff];
  }
  return ~value >>> 0;
}
