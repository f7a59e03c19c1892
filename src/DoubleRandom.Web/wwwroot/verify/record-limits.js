import { Fault } from "./report.js";

const FILES_AT_MOST = 10000;
const BYTES_PER_FILE = 512 * 1024 * 1024;
const BYTES_IN_ALL = 1024 * 1024 * 1024;

/** Counts what is read from an archive or a folder and stops before a hostile one fills the memory. */
export class ReadingLimits {
  constructor() {
    this.files = 0;
    this.bytes = 0;
    this.bytesOfFile = 0;
  }

  /** One more file begins. @throws {Fault} past 10,000 files */
  beginFile() {
    this.beginBytes();
    if (++this.files > FILES_AT_MOST) {
      throw new Fault(`文件超过 ${FILES_AT_MOST} 个`, `there are more than ${FILES_AT_MOST} files`);
    }
  }

  /** The bytes of another file begin. */
  beginBytes() {
    this.bytesOfFile = 0;
  }

  /** So many more bytes of the current file. @throws {Fault} past 512 MB of it or 1 GB in all */
  addBytes(count) {
    this.bytes += count;
    this.bytesOfFile += count;
    if (this.bytesOfFile > BYTES_PER_FILE) {
      throw new Fault("有文件超过 512 MB", "a file is larger than 512 MB");
    }
    if (this.bytes > BYTES_IN_ALL) {
      throw new Fault("文件合计超过 1 GB", "the files are larger than 1 GB together");
    }
  }
}

/** The files without the one folder that holds all of them, if there is one. @param {Map<string, Uint8Array>} files */
export function withoutTopFolder(files) {
  const top = files.keys().next().value?.split("/")[0];
  const isShared = top !== undefined && [...files.keys()].every(name => name.startsWith(`${top}/`));
  return isShared && !files.has("log.jsonl") && top !== "checkpoints"
    ? new Map([...files].map(([name, bytes]) => [name.slice(top.length + 1), bytes])) : files;
}

/** Whether a file is one that operating systems put beside others by themselves. @returns {boolean} */
export function isSystemFile(name) {
  return /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/.test(name) || name.startsWith("__MACOSX/");
}
