import { compareText } from "./bytes.js";
import { Fault, must } from "./report.js";

const ID_RULE = /^[0-9A-Za-z._-]{1,48}$/;
const HEX_RULE = /^[0-9a-f]*$/;
const TIME_RULE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/;

/** Whether a value is an id (A.1): 1 to 48 of 0-9 A-Z a-z . _ - @returns {boolean} */
export function isId(value) {
  return typeof value === "string" && ID_RULE.test(value);
}

/** Whether a value is lower-case hex of so many bytes (A.1). @returns {boolean} */
export function isHex(value, bytes) {
  return typeof value === "string" && value.length === 2 * bytes && HEX_RULE.test(value);
}

/** Whether a value is a whole number from `least` on. @returns {boolean} */
export function isCount(value, least = 0) {
  return Number.isSafeInteger(value) && value >= least;
}

/** Whether a value is a JSON object. @returns {boolean} */
export function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Seconds since 1970 of a time "YYYY-MM-DDThh:mm:ssZ" (A.1); null if it is not one. @returns {number|null} */
export function secondsOf(time) {
  const match = typeof time === "string" ? TIME_RULE.exec(time) : null;
  if (match === null) {
    return null;
  }
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  if (year === 0) {
    return null;
  }
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.toISOString() === `${time.slice(0, -1)}.000Z` ? date.getTime() / 1000 : null;
}

/** A time of whole seconds since 1970 in the spelling of A.1. @returns {string} */
export function timeOf(seconds) {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Throws unless the value is an object with exactly these members (A.11.3).
 * @param {string[]} names ascending, as a canonical object has them
 */
export function mustHaveMembers(value, names, zh, en) {
  if (!isObject(value)) {
    throw new Fault(`${zh}不是 JSON 对象`, `${en} is not a JSON object`);
  }
  const found = Object.keys(value);
  let same = found.length === names.length;
  for (let i = 0; same && i < names.length; i++) {
    same = found[i] === names[i];
  }
  if (!same) {
    throw new Fault(`${zh}的成员应恰为 ${names.join("、")}，实为 ${found.join("、") || "空"}`,
      `${en} must have exactly the members ${names.join(", ")}, but has ${found.join(", ") || "none"}`);
  }
}

/** Throws unless the value is an array of texts, strictly ascending by bytes. */
export function mustAscend(value, zh, en) {
  must(Array.isArray(value), `${zh}不是数组`, `${en} is not an array`);
  for (let i = 0; i < value.length; i++) {
    must(typeof value[i] === "string", `${zh}含非文本`, `${en} holds something that is not text`);
    must(i === 0 || compareText(value[i - 1], value[i]) < 0, `${zh}未按升序排列或有重复`, `${en} does not strictly ascend`);
  }
}

/** Throws unless the value is an id. */
export function mustBeId(value, zh, en) {
  if (!isId(value)) {
    throw new Fault(`${zh}不是合规编号`, `${en} is not a well-formed id`);
  }
}

/** Throws unless the value is text. */
export function mustBeText(value, zh, en) {
  if (!(typeof value === "string")) {
    throw new Fault(`${zh}不是文本`, `${en} is not text`);
  }
}

/** Throws unless the value is lower-case hex of so many bytes. */
export function mustBeHex(value, bytes, zh, en) {
  if (!isHex(value, bytes)) {
    throw new Fault(`${zh}不是 ${bytes} 字节的小写十六进制`, `${en} is not lower-case hex of ${bytes} bytes`);
  }
}

/** Throws unless the value is a whole number from `least` on. */
export function mustBeCount(value, least, zh, en) {
  if (!isCount(value, least)) {
    throw new Fault(`${zh}不是不小于 ${least} 的整数`, `${en} is not a whole number from ${least} on`);
  }
}
