import { Fault } from "./report.js";

/** The log could not be read: that says nothing about it. */
export class Unreachable extends Fault {
}

/** Reads a file of the public log. @param {string} path below /log/ @returns {Promise<Uint8Array>} @throws {Unreachable} */
export async function logFile(path) {
  const answer = await fetch(`/log/${path}`, path === "checkpoint" ? { cache: "no-store" } : {}).catch(() => null);
  if (!answer?.ok) {
    throw new Unreachable("现在读不到公开的日志，请检查网络后再试", "the public log cannot be read now; check the network and try again");
  }
  return new Uint8Array(await answer.arrayBuffer());
}
