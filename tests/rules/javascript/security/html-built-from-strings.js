import DOMPurify from "dompurify";
import { escapeHtml } from "./text.js";
import banner from "./banner.svg";

const list = document.querySelector("#messages");

export function show(message) {
  list.innerHTML = `<li class="message">${message.text}</li>`; // finds: javascript.security.html-built-from-strings
  list.innerHTML += "<li>" + message.author + "</li>"; // finds: javascript.security.html-built-from-strings
  list.insertAdjacentHTML("beforeend", `<b>${message.author.name}</b>`); // finds: javascript.security.html-built-from-strings
}

export function showWithJquery(user) {
  $("#name").html("<b>" + user.name + "</b>"); // finds: javascript.security.html-built-from-strings
  $("#name").text("<b>" + user.name + "</b>"); // ok: javascript.security.html-built-from-strings
  $("#name").append("<hr>"); // ok: javascript.security.html-built-from-strings
}

export function showSafely(message) {
  list.innerHTML = `<li>${escapeHtml(message.text)}</li>`; // ok: javascript.security.html-built-from-strings
  list.innerHTML = DOMPurify.sanitize(`<li>${message.text}</li>`); // ok: javascript.security.html-built-from-strings
  list.innerHTML = `<progress max="100" value="${Math.round(message.progress)}"></progress>`; // ok: javascript.security.html-built-from-strings
  list.textContent = `<li>${message.text}</li>`; // ok: javascript.security.html-built-from-strings
  list.outerHTML = `<img src="${banner}" alt="">`; // ok: javascript.security.html-built-from-strings
  list.innerHTML = "";
}

export function popup(title) {
  const view = window.open("");
  window.document.write("<title>" + title + "</title>"); // finds: javascript.security.html-built-from-strings
  view.document.write(`<h1>${title}</h1>`); // missing: javascript.security.html-built-from-strings
}

export function rows(items) {
  list.innerHTML = items.map((item) => `<li>${item.name}</li>`).join(""); // missing: javascript.security.html-built-from-strings
}
