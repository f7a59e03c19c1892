// A witness's own telephone. What he contributes is made and kept here; the commitment goes out first, the rest when the page asks for it.
import { hexOf } from "./verify/bytes.js";
import { Suite } from "./verify/suite.js";

class WitnessPhone extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (form?.elements.Commitment) {
      form.addEventListener("submit", () => this.commit(form));
      this.querySelector("[data-value]").value = this.kept.at(-1)?.value ?? "";
    } else if (form?.elements.Nonce) {
      this.reveal(form);
    }
  }

  /** Every try is kept, so that a lost answer loses nothing. */
  get kept() {
    return JSON.parse(localStorage.getItem(this.key) ?? "[]");
  }

  get key() {
    const { draw, attempt, witness } = this.dataset;
    return `doublerandom witness ${draw} ${attempt} ${witness}`;
  }

  commit(form) {
    const value = this.querySelector("[data-value]").value.trim();
    const nonce = crypto.getRandomValues(new Uint8Array(32));
    const { suite, draw, attempt, witness } = this.dataset;
    const commitment = hexOf(new Suite(suite).taggedHash("drdr/1/witness-commit", draw, attempt, witness, nonce, value));
    localStorage.setItem(this.key, JSON.stringify([...this.kept, { commitment, nonce: hexOf(nonce), value }]));
    form.elements.Commitment.value = commitment;
  }

  reveal(form) {
    const own = this.kept.find(made => made.commitment === this.dataset.commitment);
    if (own === undefined) {
      this.querySelector("[data-lost]").hidden = false;
      return;
    }
    form.elements.Nonce.value = own.nonce;
    form.elements.Value.value = own.value;
    if (form.dataset.auto !== undefined) {
      form.requestSubmit();
    }
  }
}

customElements.define("witness-phone", WitnessPhone);
