import { Cancelled } from "./pace.js";

/** A rule of the format that a record breaks, in one sentence for a citizen, Chinese and English. */
export class Fault extends Error {
  /** @param {string} zh @param {string} en */
  constructor(zh, en) {
    super(en);
    this.zh = zh;
    this.en = en;
  }

  /** The same fault with the place before it, such as a file's line. @returns {Fault} */
  at(zh, en) {
    return new Fault(`${zh}：${this.zh}`, `${en}: ${this.en}`);
  }
}

/** Throws a Fault with these sentences unless the rule holds. */
export function must(holds, zh, en) {
  if (!holds) {
    throw new Fault(zh, en);
  }
}

/** Any thrown thing as a Fault; what no rule foresaw is named as such. @returns {Fault} */
export function faultOf(error) {
  if (error instanceof Fault) {
    return error;
  }
  return new Fault(`内容无法处理（${error?.message ?? error}）`, `the content cannot be processed (${error?.message ?? error})`);
}

/** The list of everything checked (A.12): one line per step, draw and attempt. */
export class Report {
  constructor() {
    this.checks = [];
  }

  /** Adds one line. @param {{drawId: string, number: number}|null} of the attempt or draw it belongs to, null for the log */
  add(of, step, status, zh, en) {
    const sentence = en.replace(/^[a-z](?=[a-z]* )/, letter => letter.toUpperCase());
    this.checks.push({ draw: of?.drawId ?? null, attempt: of?.number ?? null, step, status, zh, en: sentence });
  }

  /**
   * Runs one check: a line "pass" with these sentences, or "fail" with those of the Fault it throws.
   * @param {function(): any} check may be async @returns {Promise<{ok: boolean, value: any}>}
   */
  async step(of, step, zh, en, check) {
    try {
      const value = await check();
      this.add(of, step, "pass", zh, en);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof Cancelled) {
        throw error;
      }
      const fault = faultOf(error);
      this.add(of, step, "fail", `${fault.zh}。`, `${fault.en}.`);
      return { ok: false, value: null };
    }
  }

  /** Adds the line of a fault that was found earlier. */
  fail(of, step, fault) {
    this.add(of, step, "fail", `${fault.zh}。`, `${fault.en}.`);
  }

  /** Whether a line with "fail" stands in the report. @returns {boolean} */
  get hasFailure() {
    return this.checks.some(check => check.status === "fail");
  }
}
