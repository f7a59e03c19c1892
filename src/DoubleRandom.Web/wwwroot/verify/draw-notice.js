import { joinBytes } from "./bytes.js";
import { make } from "./dom.js";
import { logFile } from "./log-files.js";
import { timeOf } from "./members.js";
import { checkInLog, checkInSeal, readNotice, tilePaths } from "./notice.js";
import { faultOf, Fault } from "./report.js";
import { Suite } from "./suite.js";
import { readTrust } from "./trust.js";

const WORDS = {
  zh: {
    ask: "请用手机扫描告知书上的二维码打开本页。", checking: "正在核对……", again: "重新核对", proven: "核对无误", wrong: "核对未通过",
    says: "这份告知书上的抽取是真的：名单在告知之前已经封存，您这一户就在其中。请核对下面的代码是不是您的营业执照上的代码。",
    not: "请不要在这份告知书上签字，向组织检查的部门或者 12345 询问。",
    code: "被抽中的代码", draw: "抽取编号", attempt: n => `第 ${n} 次`, items: "检查事项", group: "在分组中的名次", rank: (stratum, n) => `${stratum || "全部"}：第 ${n} 位`,
    sealed: "封存时间", cosigned: "见证人共签时间", of: "封存的名单", size: n => `${n} 户`,
    steps: ["证明完整", "证明通向封存的名单", "封存条目在见证人共签的日志里"],
  },
  en: {
    ask: "Open this page by scanning the code on the notice.", checking: "Checking…", again: "Check again", proven: "It holds", wrong: "It does not hold",
    says: "The draw on this notice is real: the list was sealed before anybody was told, and this business is on it. Compare the code below with the one on your licence.",
    not: "Do not sign this notice; ask the department that holds the inspection, or call 12345.",
    code: "Code drawn", draw: "Draw", attempt: n => `attempt ${n}`, items: "Items", group: "Rank in its group", rank: (stratum, n) => `${stratum || "all"}: ${n}`,
    sealed: "Sealed at", cosigned: "Cosigned by the witnesses at", of: "Sealed list", size: n => `${n} businesses`,
    steps: ["the proof is complete", "the proof leads to the sealed list", "the seal is in the log the witnesses cosigned"],
  },
};

/** `<draw-notice>`: checks the proof behind the # of the address; `data-cosigned` is how far the witnesses' signatures reach. */
export class DrawNotice extends HTMLElement {
  connectedCallback() {
    this.language = (this.closest("[lang]")?.lang ?? "zh").startsWith("en") ? "en" : "zh";
    this.words = WORDS[this.language];
    addEventListener("hashchange", () => this.check());
    this.check();
  }

  async check() {
    const text = location.hash.slice(1);
    if (text === "") {
      this.replaceChildren(make("p", { class: "notice info" }, this.words.ask));
      return;
    }
    this.replaceChildren(make("p", { class: "notice info", role: "status" }, this.words.checking));
    const passed = [];
    try {
      this.replaceChildren(...this.proven(await this.examine(text, passed)));
    } catch (error) {
      this.replaceChildren(...this.refuted(faultOf(error), passed));
    }
  }

  async examine(text, passed) {
    const proof = await readNotice(text);
    passed.push(0);
    const trust = readTrust(await logFile("trust.json"));
    const suite = new Suite(trust.suite);
    const line = await logFile(`entries/${proof.logIndex}`);
    const entry = checkInSeal(proof, line, suite);
    passed.push(1);
    const time = await this.cosignedAt(proof, line, trust, suite);
    passed.push(2);
    return { proof, entry, time };
  }

  /** When the witnesses first signed a log that holds the seal; the checkpoint right after it is tried first. */
  async cosignedAt(proof, line, trust, suite) {
    const newest = Number(this.dataset.cosigned);
    let fault = new Fault("见证人还没有共签这次封存", "the witnesses have not cosigned this seal yet");
    for (const size of [proof.logIndex + 1, newest].filter(each => each > proof.logIndex && each <= newest)) {
      try {
        const tiles = await Promise.all(tilePaths(size).map(logFile));
        return await checkInLog(proof, line, await logFile(`checkpoints/${size}`), joinBytes(...tiles), trust, suite);
      } catch (error) {
        fault = faultOf(error);
      }
    }
    throw fault;
  }

  proven({ proof, entry, time }) {
    const { words } = this;
    const fact = (term, ...values) => make("div", {}, make("dt", {}, term), make("dd", {}, ...values));
    return [
      make("p", { class: "notice verdict good", role: "status" }, make("strong", {}, words.proven), make("span", {}, words.says)),
      make("section", { class: "card" }, make("dl", { class: "descriptions" },
        fact(words.code, make("strong", {}, proof.opening.id)),
        fact(words.draw, `${proof.drawId} · ${words.attempt(proof.attempt)}`),
        fact(words.group, proof.opening.parts.map(part => words.rank(part.stratum, part.rank)).join("；")),
        fact(words.items, proof.opening.items.join("、")),
        fact(words.of, words.size(proof.size)),
        fact(words.sealed, this.time(entry.t)), fact(words.cosigned, this.time(timeOf(time))))),
      this.steps([0, 1, 2], null),
    ];
  }

  refuted(fault, passed) {
    const { words } = this;
    return [
      make("p", { class: "notice verdict bad", role: "alert" }, make("strong", {}, words.wrong), make("span", {}, `${fault[this.language]}${this.language === "zh" ? "。" : "."}`)),
      make("p", {}, words.not),
      this.steps(passed, passed.length),
      make("div", { class: "buttons" }, this.button()),
    ];
  }

  button() {
    const button = make("button", { type: "button" }, this.words.again);
    button.addEventListener("click", () => this.check());
    return button;
  }

  steps(passed, failed) {
    const shown = [...passed, ...(failed === null ? [] : [failed])];
    return make("section", { class: "card" }, make("ul", { class: "verify-list" }, ...shown.map(i => make("li", {},
      make("span", { class: `tag ${i === failed ? "bad" : "good"}` }, i === failed ? "✗" : "✓"), this.words.steps[i]))));
  }

  time(text) {
    return new Date(text).toLocaleString(this.language === "en" ? "en-GB" : "zh-CN", { timeZone: "Asia/Shanghai" });
  }
}

customElements.define("draw-notice", DrawNotice);
