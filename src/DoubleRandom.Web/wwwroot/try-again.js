// A form that waits for telephones: sent again by itself after a few seconds, until the page that comes back no longer asks for it.
const After = 4000;

class TryAgain extends HTMLElement {
  connectedCallback() {
    this.timer = setTimeout(() => this.closest('form').requestSubmit(), After);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }
}

customElements.define('try-again', TryAgain);
