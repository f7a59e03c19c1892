// A file input with our own words; the input itself stays in the page, so forms and keyboard work as ever.
class FileField extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input');
    const chosen = this.querySelector('.chosen');
    const show = () => {
      const names = [...input.files].map(file => `${file.name} (${Math.ceil(file.size / 1024)} KB)`);
      chosen.textContent = names.length ? names.join('、') : this.dataset.none;
    };
    input.addEventListener('change', show);
    show();
  }
}

customElements.define('file-field', FileField);
