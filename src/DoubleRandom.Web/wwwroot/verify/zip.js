import { textOf } from "./bytes.js";
import { crc32 } from "./crc32.js";
import { isSystemFile, ReadingLimits, withoutTopFolder } from "./record-limits.js";
import { Fault, must } from "./report.js";

const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

/**
 * Reads a ZIP file: stored and deflated entries, no zip64, no encryption. Names may not leave the folder, checksums must
 * hold, and what is unpacked is limited: by what the directory says before anything is read, and by what really comes. A folder that holds everything is left away.
 * @param {Blob} blob @returns {Promise<Map<string, Uint8Array>>} by name
 * @throws {Fault} what is wrong with it, in Chinese and English
 */
export async function readZip(blob) {
  const directory = await readDirectory(blob);
  const declared = new ReadingLimits();
  for (const { unpacked } of directory) {
    declared.beginFile();
    declared.addBytes(unpacked);
  }
  const limits = new ReadingLimits();
  const files = new Map();
  for (const entry of directory) {
    limits.beginBytes();
    if (!entry.name.endsWith("/") && !isSystemFile(entry.name)) {
      must(!files.has(entry.name), `压缩包中 ${entry.name} 出现两次`, `the archive holds ${entry.name} twice`);
      files.set(entry.name, await readEntryBytes(blob, entry, limits));
    }
  }
  return withoutTopFolder(files);
}

async function viewOf(blob, from, to) {
  const part = blob.slice(from, to);
  must(from >= 0 && from <= to && part.size === to - from, "压缩包不完整", "the archive is cut short");
  return new DataView(await part.arrayBuffer());
}

/** The central directory, in its order. */
async function readDirectory(blob) {
  const tailStart = Math.max(0, blob.size - 65557);
  const tail = await viewOf(blob, tailStart, blob.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && !(tail.getUint32(end, true) === END_SIGNATURE && end + 22 + tail.getUint16(end + 20, true) === tail.byteLength)) {
    end--;
  }
  must(end >= 0, "这不是 ZIP 压缩包", "this is not a ZIP archive");
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  const isZip64 = count === 0xffff || size === 0xffffffff || start === 0xffffffff
    || (end >= 20 && tail.getUint32(end - 20, true) === END64_LOCATOR_SIGNATURE);
  must(!isZip64, "这是 zip64 格式的压缩包，本程序不读；请改用普通 ZIP 或直接选择文件夹", "this is a zip64 archive, which this program does not read; use an ordinary ZIP or choose the folder");
  const isWhole = tail.getUint16(end + 4, true) === 0 && tail.getUint16(end + 6, true) === 0 && tail.getUint16(end + 8, true) === count;
  must(isWhole && start + size <= tailStart + end, "压缩包分卷或目录损坏", "the archive is split or its directory is damaged");
  return readCentralEntries(await viewOf(blob, start, start + size), count);
}

function readCentralEntries(view, count) {
  const entries = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    must(at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL_SIGNATURE, "压缩包目录损坏", "the archive's directory is damaged");
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    must(next <= view.byteLength, "压缩包目录损坏", "the archive's directory is damaged");
    const entry = {
      name: entryName(new Uint8Array(view.buffer, at + 46, nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    };
    must(![entry.packed, entry.unpacked, entry.start].includes(0xffffffff), `${entry.name} 是 zip64 条目，本程序不读`, `${entry.name} is a zip64 entry, which this program does not read`);
    must((entry.flags & 0x2041) === 0, `${entry.name} 已加密`, `${entry.name} is encrypted`);
    must(entry.method === 0 || entry.method === 8, `${entry.name} 的压缩方式不受支持`, `${entry.name} is compressed in an unknown way`);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function entryName(bytes) {
  const name = textOf(bytes);
  must(name !== null && name !== "" && !/[\x00-\x1f\\:]/.test(name), "压缩包中有文件名无法辨认", "the archive holds an unreadable file name");
  const segments = name.replace(/\/$/, "").split("/");
  must(segments.every(segment => !["", ".", ".."].includes(segment)), `压缩包中的路径 ${name} 越出了文件夹`, `the path ${name} in the archive leaves the folder`);
  return name;
}

async function readEntryBytes(blob, entry, limits) {
  const local = await viewOf(blob, entry.start, entry.start + 30);
  must(local.getUint32(0, true) === LOCAL_SIGNATURE, `${entry.name} 的位置不对`, `${entry.name} is not where the directory says`);
  const nameLength = local.getUint16(26, true);
  const name = await viewOf(blob, entry.start + 30, entry.start + 30 + nameLength);
  must(textOf(new Uint8Array(name.buffer)) === entry.name, `${entry.name} 有两个不同的名字`, `${entry.name} has two different names`);
  const start = entry.start + 30 + nameLength + local.getUint16(28, true);
  must(start + entry.packed <= blob.size, "压缩包不完整", "the archive is cut short");
  const packed = blob.slice(start, start + entry.packed).stream();
  const { bytes, crc } = await collect(entry.method === 8 ? packed.pipeThrough(new DecompressionStream("deflate-raw")) : packed, entry, limits);
  must(bytes.length === entry.unpacked && crc === entry.crc, `${entry.name} 的校验和不符`, `the checksum of ${entry.name} is wrong`);
  return bytes;
}

/** Unpacks piece by piece and stops at the limits, whatever the directory says about sizes. */
async function collect(stream, entry, limits) {
  const reader = stream.getReader();
  const pieces = [];
  let length = 0;
  let crc = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      limits.addBytes(next.value.length);
      length += next.value.length;
      must(length <= entry.unpacked, `${entry.name} 比目录所说的大`, `${entry.name} is larger than the directory says`);
      crc = crc32(next.value, crc);
      pieces.push(next.value);
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error instanceof Fault ? error : new Fault(`${entry.name} 无法解压`, `${entry.name} cannot be unpacked`);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, crc };
}
