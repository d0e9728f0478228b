// Elements and words. Text only ever becomes text nodes and attributes, never markup: the policy forbids the rest.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const words = read("words");
const byId = (id) => document.getElementById(id);

/** Returns a phrase with its facts filled in; numbers get the reader's separators. */
function say(phrase, facts = {}) {
  return words[phrase].replace(/\{(\w+)\}/g, (_, name) => (typeof facts[name] === "number" ? number(facts[name]) : facts[name]));
}

/** Returns a number as the reader writes it. */
function number(value) {
  return value.toLocaleString(document.documentElement.lang);
}

/** Returns a new element; `attributes` with the value false or null are left out, functions become listeners. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Returns text in which `code` between back-quotes stands in code elements. */
function prose(text) {
  return text.split(/(`[^`]+`)/).map((part) => (/^`[^`]+`$/.test(part) ? make("code", {}, part.slice(1, -1)) : part));
}

/** Returns a button that does something. */
function button(label, action, attributes = {}) {
  return make("button", { type: "button", click: action, ...attributes }, label);
}
