// A standing witness's own telephone: makes his key once, then cosigns while the page is open.
import { logFile, Unreachable } from "../verify/log-files.js";
import { faultOf } from "../verify/report.js";
import { checkLog, cosign, heldKey, idOf, makeKey, mayHoldKeys } from "./key.js";

const HOURS = 4;
const AGAIN = 5000;

class WitnessKey extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!mayHoldKeys()) {
      this.show("insecure");
      return;
    }
    this.form.addEventListener("submit", event => this.submitted(event));
    this.querySelector("[data-stop] button")?.addEventListener("click", () => this.stop());
    this.begin().catch(error => this.tell(error));
  }

  get id() {
    return idOf(this.dataset.keyName, this.dataset.logKey);
  }

  get makes() {
    return this.dataset.offer !== undefined;
  }

  /** Looks for the key and whether the log still continues what it signed; whoever has begun to cosign goes on by itself. */
  async begin() {
    const { publicKey, size, refused } = this.dataset;
    if (this.makes && !publicKey) {
      return;
    }
    if (await heldKey(this.id) !== publicKey) {
      this.show("other");
      return;
    }
    this.show("held");
    if (this.makes) {
      return;
    }
    await checkLog(this.id, Number(size), logFile);
    this.toggle("stop", this.isAuto);
    if (this.isAuto) {
      navigator.wakeLock?.request("screen").catch(() => {}); // a telephone that sleeps does not cosign
    }
    if (!this.form.hidden && this.isAuto && refused === undefined) {
      await this.fill();
    }
  }

  /** The form leaves only with what the key has made, and once. */
  submitted(event) {
    if (this.isFilled) {
      return;
    }
    event.preventDefault();
    this.fill().catch(error => this.tell(error));
  }

  async fill() {
    if (this.isBusy) {
      return;
    }
    this.isBusy = true;
    try {
      await (this.makes ? this.fillKey() : this.fillCosignature());
    } finally {
      this.isBusy = false;
    }
    this.isFilled = true;
    this.form.requestSubmit();
  }

  async fillKey() {
    const { keyName, origin, logKey, shift } = this.dataset;
    const { publicKey, proof } = await makeKey({ keyName, origin, logKey, isDemo: Number(shift) !== 0 });
    [this.form.elements.PublicKey.value, this.form.elements.Proof.value] = [publicKey, proof];
  }

  async fillCosignature() {
    const { size, encoded } = await cosign(this.id, Number(this.dataset.shift), logFile);
    [this.form.elements.Size.value, this.form.elements.Encoded.value] = [size, encoded];
    if (!this.isAuto) {
      sessionStorage.setItem(this.until, Date.now() + HOURS * 3600_000);
    }
  }

  /** Says why nothing was signed. Where the log does not fit, nothing is signed by itself any more; where it only was not reached, it is asked again. */
  tell(error) {
    const fault = faultOf(error);
    this.show("fault");
    this.querySelector("[data-fault] span").textContent = this.closest("[lang]")?.lang.startsWith("en") ? `${fault.en}.` : `${fault.zh}。`;
    if (!(error instanceof Unreachable)) {
      this.stop();
    } else if (this.isAuto && this.isConnected) {
      setTimeout(() => this.begin().catch(again => this.tell(again)), AGAIN);
    }
  }

  get until() {
    return `cosigns until ${this.id}`;
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
