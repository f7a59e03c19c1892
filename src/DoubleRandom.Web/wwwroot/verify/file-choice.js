import { make } from "./dom.js";

let fileChoiceCount = 0;

/**
 * A file input behind a label with our own words: the input stays in the page for the keyboard, but only its label is seen.
 * @param {string} text of the label @param {object} properties of the input @param {function(FileList): void} onChosen
 * @returns {HTMLElement[]} input and label, in the order that the page needs
 */
export function fileChoice(text, properties, onChosen) {
  const id = `verify-choice-${++fileChoiceCount}`;
  const input = make("input", { type: "file", id, class: "hidden", ...properties });
  input.addEventListener("change", () => {
    if (input.files.length > 0) {
      onChosen(input.files);
    }
  });
  return [input, make("label", { class: "button", htmlFor: id }, text)];
}
