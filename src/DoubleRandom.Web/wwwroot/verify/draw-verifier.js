import { textOf } from "./bytes.js";
import { make } from "./dom.js";
import { fileChoice } from "./file-choice.js";
import { bytesOfFile, chosenOf, droppedOf, readChosen } from "./folder.js";
import { faultOf } from "./report.js";
import { reportParts, saveReport, verdictLine } from "./report-view.js";
import { verifyRecord } from "./verify.js";
import { wordsFor } from "./words.js";

/**
 * `<draw-verifier>`: lets a visitor choose a draw record and a trust file of his or her own, verifies the record in the
 * browser, and shows the report. The nearest `lang` decides the language.
 */
export class DrawVerifier extends HTMLElement {
  connectedCallback() {
    if (this.words !== undefined) {
      return;
    }
    this.words = wordsFor(this);
    this.record = null;
    this.ownTrust = null;
    this.cancelling = null;
    this.append(this.makeChoice(), this.makeProgress(), this.makeReport());
    this.addEventListener("dragover", event => {
      event.preventDefault();
      this.classList.add("verify-over");
    });
    this.addEventListener("dragleave", event => this.classList.toggle("verify-over", this.contains(event.relatedTarget)));
    this.addEventListener("drop", event => this.receive(event));
    this.refresh();
  }

  disconnectedCallback() {
    this.cancelling?.abort();
  }

  makeChoice() {
    const { words } = this;
    this.recordName = make("p", { class: "hint", "aria-live": "polite" }, words.noRecord);
    this.trustName = make("p", { class: "hint", "aria-live": "polite" }, words.noTrust);
    this.refusal = make("p", { class: "error", role: "alert" });
    this.acceptance = make("input", { type: "checkbox", id: "verify-acceptance" });
    this.acceptance.addEventListener("change", () => this.refresh());
    this.warning = make("div", { class: "notice warn", role: "alert", hidden: true }, make("p", {}, words.trustWarning),
      make("div", { class: "check" }, this.acceptance, make("label", { htmlFor: "verify-acceptance" }, words.useRecordTrust)));
    this.startButton = make("button", { type: "button", class: "primary" }, words.start);
    this.startButton.addEventListener("click", () => this.verify());
    const take = list => this.chooseRecord(Promise.resolve(chosenOf(list)));
    return make("section", { class: "card" },
      make("h2", {}, words.choose), make("p", { class: "hint" }, words.chooseHint),
      make("div", { class: "buttons" }, ...fileChoice(words.zip, { accept: ".zip,application/zip" }, take),
        ...fileChoice(words.folder, { webkitdirectory: true }, take)),
      this.recordName, this.refusal,
      make("h2", {}, words.trustTitle), make("p", { class: "hint" }, words.trustHint),
      make("div", { class: "buttons" }, ...fileChoice(words.trust, { accept: ".json,application/json" }, list => this.chooseTrust(list[0]))),
      this.trustName, this.warning,
      make("div", { class: "buttons" }, this.startButton));
  }

  makeProgress() {
    this.bar = make("progress", { max: 1, id: "verify-progress" });
    this.stage = make("label", { htmlFor: "verify-progress" });
    const cancel = make("button", { type: "button" }, this.words.cancel);
    cancel.addEventListener("click", () => this.cancelling?.abort());
    this.progressCard = make("section", { class: "card verify-progress", hidden: true }, this.stage, this.bar, cancel);
    return this.progressCard;
  }

  makeReport() {
    this.verdict = make("div", { role: "status" });
    this.details = make("div", { class: "verify-report" });
    this.reportCard = make("section", { class: "card", hidden: true }, this.details);
    return make("div", {}, this.verdict, this.reportCard);
  }

  async receive(event) {
    event.preventDefault();
    this.classList.remove("verify-over");
    const { files } = event.dataTransfer;
    if (files.length === 1 && /\.json$/i.test(files[0].name)) {
      await this.chooseTrust(files[0]);
    } else {
      await this.chooseRecord(droppedOf(event.dataTransfer));
    }
  }

  /** Reads the record as soon as it is chosen, so that what is wrong with the file itself shows at once. */
  async chooseRecord(choosing) {
    const { words } = this;
    this.cancelling?.abort();
    this.forget();
    this.recordName.textContent = `${words.reading}……`;
    try {
      const chosen = await choosing;
      const record = await readChosen(chosen);
      const name = chosen[0]?.path.split("/")[0] ?? "";
      this.record = record;
      this.recordName.textContent = `${name} · ${words.files(record.size)}`;
    } catch (error) {
      const fault = faultOf(error);
      this.recordName.textContent = words.noRecord;
      this.refusal.textContent = words.code === "zh" ? `${fault.zh}。` : `${fault.en}.`;
    }
    this.refresh();
  }

  async chooseTrust(file) {
    this.forgetReport();
    try {
      this.ownTrust = await bytesOfFile(file);
      this.trustName.textContent = file.name;
    } catch (error) {
      this.trustName.textContent = faultOf(error)[this.words.code];
    }
    this.refresh();
  }

  forget() {
    this.record = null;
    this.acceptance.checked = false;
    this.refusal.textContent = "";
    this.forgetReport();
    this.refresh();
  }

  forgetReport() {
    this.verdict.replaceChildren();
    this.reportCard.hidden = true;
  }

  /** Only with the warning in sight and accepted may the record's own keys be used. */
  refresh() {
    const mayUseRecordTrust = this.ownTrust === null && (this.record?.has("trust.json") ?? false);
    this.warning.hidden = !mayUseRecordTrust;
    const hasTrust = this.ownTrust !== null || (mayUseRecordTrust && this.acceptance.checked);
    this.startButton.disabled = this.record === null || !hasTrust || this.cancelling !== null;
  }

  async verify() {
    const isFromRecord = this.ownTrust === null;
    const trustBytes = isFromRecord ? this.record.get("trust.json") : this.ownTrust;
    const cancelling = new AbortController();
    this.cancelling = cancelling;
    this.forgetReport();
    this.progressCard.hidden = false;
    this.refresh();
    const progress = (share, stage) => {
      this.bar.value = share;
      this.stage.textContent = `${this.words.stages[stage] ?? stage}……`;
    };
    const outcome = await verifyRecord(this.record, trustBytes, { progress, signal: cancelling.signal });
    this.cancelling = null;
    this.progressCard.hidden = true;
    this.refresh();
    this.startButton.focus({ preventScroll: true });
    if (!cancelling.signal.aborted) {
      this.show(outcome, { isFromRecord, keys: keysIn(trustBytes) });
    }
  }

  show(outcome, trust) {
    const { words } = this;
    const save = make("button", { type: "button" }, words.save);
    save.addEventListener("click", () => saveReport(outcome, trust, words));
    this.verdict.replaceChildren(verdictLine(outcome, words));
    this.details.replaceChildren(...reportParts(outcome, trust, words), make("div", { class: "buttons" }, save));
    this.reportCard.hidden = false;
    this.verdict.scrollIntoView({ block: "nearest" });
  }
}

/** Names and public keys of a trust file, to be shown; empty if it cannot be read. */
function keysIn(trustBytes) {
  try {
    return JSON.parse(textOf(trustBytes)).keys.map(({ name, pub }) => ({ name: String(name), pub: String(pub) }));
  } catch {
    return [];
  }
}

customElements.define("draw-verifier", DrawVerifier);
