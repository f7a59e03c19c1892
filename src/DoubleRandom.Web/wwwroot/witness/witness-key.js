// A standing witness's own telephone: makes his key once, then cosigns while the page is open.
import { logFile } from "../verify/log-files.js";
import { faultOf } from "../verify/report.js";
import { cosign, heldKey, makeKey, mayHoldKeys } from "./key.js";

const HOURS = 4;

class WitnessKey extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!mayHoldKeys()) {
      this.show("insecure");
      return;
    }
    this.form?.addEventListener("submit", event => this.submitted(event));
    this.querySelector("[data-stop] button")?.addEventListener("click", () => this.stop());
    this.begin().catch(error => this.tell(error));
  }

  /** Looks for the key; whoever has begun to cosign goes on by itself. */
  async begin() {
    if (this.dataset.offer !== undefined) {
      return;
    }
    if (await heldKey(this.dataset.keyName) !== this.dataset.publicKey) {
      this.show("other");
      return;
    }
    this.show("held");
    this.toggle("stop", this.isAuto);
    if (this.form !== null && this.isAuto && this.dataset.refused === undefined) {
      await this.fill();
    }
  }

  /** The form leaves only with what the key has made. */
  submitted(event) {
    if (this.isFilled) {
      return;
    }
    event.preventDefault();
    this.fill().catch(error => this.tell(error));
  }

  async fill() {
    const { keyName, origin, logKey, shift } = this.dataset;
    const { elements } = this.form;
    if (this.dataset.offer !== undefined) {
      const { publicKey, proof } = await makeKey({ keyName, origin, logKey, isDemo: Number(shift) !== 0 });
      [elements.PublicKey.value, elements.Proof.value] = [publicKey, proof];
    } else {
      const { size, encoded } = await cosign(keyName, Number(shift), logFile);
      [elements.Size.value, elements.Encoded.value] = [size, encoded];
      sessionStorage.setItem(this.until, Date.now() + HOURS * 3600_000);
    }
    this.isFilled = true;
    this.form.requestSubmit();
  }

  /** Says why nothing was signed, and signs nothing by itself any more. */
  tell(error) {
    const fault = faultOf(error);
    this.show("fault");
    this.querySelector("[data-fault] span").textContent = this.closest("[lang]")?.lang.startsWith("en") ? `${fault.en}.` : `${fault.zh}。`;
    this.stop();
  }

  get until() {
    return `cosigns until ${this.dataset.keyName}`;
  }

  get isAuto() {
    return Number(sessionStorage.getItem(this.until)) > Date.now();
  }

  stop() {
    sessionStorage.removeItem(this.until);
    this.toggle("stop", false);
  }

  show(name) {
    for (const part of ["held", "other", "insecure", "fault"]) {
      this.toggle(part, part === name || (part === "held" && name === "fault"));
    }
  }

  toggle(name, isShown) {
    const part = this.querySelector(`[data-${name}]`);
    if (part !== null) {
      part.hidden = !isShown;
    }
  }
}

customElements.define("witness-key", WitnessKey);
