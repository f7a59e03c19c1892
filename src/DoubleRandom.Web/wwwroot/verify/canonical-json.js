import { bytesOf, textOf } from "./bytes.js";
import { Fault } from "./report.js";

const JSON_DEPTH = 64;
const SHORT_ESCAPES = { "\\b": "\b", "\\t": "\t", "\\n": "\n", "\\f": "\f", "\\r": "\r", '\\"': '"', "\\\\": "\\" };

/**
 * The value of bytes that are exactly J(value) (A.1). The reader accepts the one canonical spelling only: members
 * ascending, no spaces, shortest escapes, whole numbers up to 2^53-1. That is the same as parsing, writing again and
 * comparing, in one pass.
 * @param {Uint8Array} bytes @returns {any} objects are plain; ask them with `memberOf`, never by free text
 * @throws {Fault} what is not canonical
 */
export function readCanonical(bytes) {
  const reader = canonicalReaderOf(bytes);
  return reader.end(reader.value(0));
}

/**
 * As readCanonical, for a large object whose members are lists: rests between their items.
 * @returns {Promise<object>} @throws {Fault}
 */
export async function readCanonicalSlowly(bytes, pace) {
  const reader = canonicalReaderOf(bytes);
  if (reader.text[0] !== "{" || reader.text[1] === "}") {
    return readCanonical(bytes);
  }
  const object = {};
  for (let before = null, goesOn = true; goesOn;) {
    reader.at++;
    const name = reader.memberName(before);
    setMember(object, name, reader.text[reader.at] === "[" ? await reader.arraySlowly(pace) : reader.value(1));
    before = name;
    goesOn = reader.goesOn("}");
  }
  reader.at++;
  return reader.end(object);
}

function canonicalReaderOf(bytes) {
  const text = textOf(bytes);
  if (text === null) {
    throw new Fault("不是有效的 UTF-8 文本", "not well-formed UTF-8");
  }
  return new CanonicalReader(text);
}

/** Sets a member under any name, "__proto__" too. */
function setMember(object, name, value) {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}

/** J(value) as text (A.1). @returns {string} */
export function canonicalText(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalText).join(",")}]`;
  }
  if (value !== null && typeof value === "object") {
    const members = Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonicalText(value[name])}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** J(value) (A.1). @returns {Uint8Array} */
export function canonicalBytes(value) {
  return bytesOf(canonicalText(value));
}

/** A member that the object itself has; undefined for any other name, such as "constructor". */
export function memberOf(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

class CanonicalReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  refuse() {
    throw new Fault(`第 ${this.at + 1} 个字符起不是规范 JSON`, `not canonical JSON from character ${this.at + 1} on`);
  }

  /** The value, if nothing follows it. */
  end(value) {
    return this.at === this.text.length ? value : this.refuse();
  }

  value(depth) {
    if (depth > JSON_DEPTH) {
      throw new Fault("JSON 嵌套过深", "JSON nested too deeply");
    }
    switch (this.text[this.at]) {
      case "{": return this.object(depth);
      case "[": return this.array(depth);
      case '"': return this.string();
      case "t": return this.word("true", true);
      case "f": return this.word("false", false);
      case "n": return this.word("null", null);
      default: return this.integer();
    }
  }

  object(depth) {
    const object = {};
    if (this.text[this.at + 1] === "}") {
      this.at += 2;
      return object;
    }
    for (let before = null, goesOn = true; goesOn;) {
      this.at++;
      const name = this.memberName(before);
      setMember(object, name, this.value(depth + 1));
      before = name;
      goesOn = this.goesOn("}");
    }
    this.at++;
    return object;
  }

  /** A member's name, above the one before it, and its colon. */
  memberName(before) {
    const start = this.at;
    const name = this.text[start] === '"' ? this.string() : this.refuse();
    if ((before !== null && !(before < name)) || /[^\x00-\x7f]/.test(name) || this.text[this.at] !== ":") {
      this.at = start;
      this.refuse();
    }
    this.at++;
    return name;
  }

  /** Whether a comma follows; else the bracket must. Stands on either. */
  goesOn(bracket) {
    const next = this.text[this.at];
    return next === "," || (next === bracket ? false : this.refuse());
  }

  array(depth) {
    const array = [];
    if (this.text[this.at + 1] === "]") {
      this.at += 2;
      return array;
    }
    do {
      this.at++;
      array.push(this.value(depth + 1));
    } while (this.goesOn("]"));
    this.at++;
    return array;
  }

  async arraySlowly(pace) {
    const array = [];
    if (this.text[this.at + 1] === "]") {
      return this.array(1);
    }
    do {
      this.at++;
      array.push(this.value(2));
      if (pace.isDue()) {
        await pace.rest(this.at / this.text.length);
      }
    } while (this.goesOn("]"));
    this.at++;
    return array;
  }

  string() {
    const { text } = this;
    let start = ++this.at;
    let read = "";
    for (;;) {
      const unit = text.charCodeAt(this.at);
      if (unit === 0x22) {
        read += text.slice(start, this.at++);
        return read;
      }
      if (unit === 0x5c) {
        read += text.slice(start, this.at) + this.escape();
        start = this.at;
      } else if (unit >= 0x20) {
        this.at++;
      } else {
        this.refuse();
      }
    }
  }

  escape() {
    const short = memberOf(SHORT_ESCAPES, this.text.slice(this.at, this.at + 2));
    if (short !== undefined) {
      this.at += 2;
      return short;
    }
    const long = this.text.slice(this.at, this.at + 6);
    const control = /^\\u00[01][0-9a-f]$/.test(long) ? String.fromCharCode(parseInt(long.slice(2), 16)) : "";
    if (control === "" || JSON.stringify(control) !== `"${long}"`) {
      this.refuse();
    }
    this.at += 6;
    return control;
  }

  word(word, value) {
    if (!this.text.startsWith(word, this.at)) {
      this.refuse();
    }
    this.at += word.length;
    return value;
  }

  integer() {
    const { text } = this;
    let end = this.at + (text[this.at] === "-" ? 1 : 0);
    while (end - this.at < 18 && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) {
      end++;
    }
    const digits = text.slice(this.at, end);
    const number = Number(digits);
    if (digits === "" || !Number.isSafeInteger(number) || String(number) !== digits) {
      this.refuse();
    }
    this.at = end;
    return number;
  }
}
