/**
 * A new element. @param {string} name @param {object} properties set on it; `class` and names with "-" as attributes
 * @param {...(Node|string|null)} children @returns {HTMLElement}
 */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "class" || key.includes("-") || !(key in element)) {
      element.setAttribute(key, value);
    } else {
      element[key] = value;
    }
  }
  element.append(...children.filter(child => child !== null));
  return element;
}
