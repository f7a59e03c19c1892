import { bytesOfBase64, textOf } from "./bytes.js";
import { must } from "./report.js";

/**
 * A signed note (C2SP signed-note): a text, an empty line, and signature lines. Only its form is read here.
 * @param {Uint8Array} bytes
 * @returns {{text: string, signatures: {name: string, blob: Uint8Array|null, line: number}[]}} `blob` is key id and
 *   signature; null if the base64 is not strict
 * @throws {Fault}
 */
export function readNote(bytes) {
  const note = textOf(bytes);
  must(note !== null, "不是有效的 UTF-8 文本", "not well-formed UTF-8");
  must(!/[\x00-\x09\x0b-\x1f\x7f-\x9f]/.test(note), "含控制字符", "it holds control characters");
  const cut = note.lastIndexOf("\n\n");
  must(cut > 0 && note.endsWith("\n") && cut + 2 < note.length, "不是带签名的文书", "it is not a signed note");
  const text = note.slice(0, cut + 1);
  const firstLine = text.split("\n").length + 1;
  const signatures = note.slice(cut + 2, -1).split("\n").map((line, i) => readSignatureLine(line, firstLine + i));
  return { text, signatures };
}

function readSignatureLine(line, number) {
  const match = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line);
  must(match !== null, `第 ${number} 行不是签名行`, `line ${number} is not a signature line`);
  return { name: match[1], blob: bytesOfBase64(match[2]), line: number };
}

/**
 * The body of a checkpoint (C2SP tlog-checkpoint without extension lines, A.4): origin, size, root.
 * @param {string} text @returns {{origin: string, size: number, root: Uint8Array}} @throws {Fault}
 */
export function readCheckpointBody(text) {
  const lines = text.split("\n");
  must(lines.length === 4 && lines[3] === "", "正文不是三行", "its body does not have three lines");
  const [origin, size, root64] = lines;
  must(/^(0|[1-9][0-9]{0,14})$/.test(size), "日志大小写法不对", "the size is not a plain decimal number");
  const root = bytesOfBase64(root64);
  must(root !== null && root.length === 32, "根不是 32 字节的 base64", "the root is not base64 of 32 bytes");
  return { origin, size: Number(size), root };
}
