import { Fault } from "./report.js";

/** Reads a file of the public log. @param {string} path below /log/ @returns {Promise<Uint8Array>} @throws {Fault} */
export async function logFile(path) {
  let answer = null;
  try {
    answer = await fetch(`/log/${path}`, path === "checkpoint" ? { cache: "no-store" } : {});
  } catch {
    answer = null;
  }
  if (!answer?.ok) {
    throw new Fault("现在读不到公开的日志，请检查网络后再试", "the public log cannot be read now; check the network and try again");
  }
  return new Uint8Array(await answer.arrayBuffer());
}
