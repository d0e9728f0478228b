// A page that greets by what stands in its address.
import DOMPurify from "dompurify";

const query = new URLSearchParams(window.location.search);

function show(place, html) {
  document.querySelector(place).innerHTML = html; // finds: javascript.security.dom-cross-site-scripting
}

export function greet() {
  const name = query.get("name");
  show("#greeting", `<h1>Hello ${name}</h1>`);
}

export function greetSafely() {
  const name = query.get("name");
  document.querySelector("#greeting").textContent = `Hello ${name}`; // ok: javascript.security.dom-cross-site-scripting
}

export function notice() {
  const banner = document.createElement("div");
  banner.innerHTML = DOMPurify.sanitize(query.get("notice")); // ok: javascript.security.dom-cross-site-scripting
  document.body.append(banner);
}

window.addEventListener("message", (event) => {
  const panel = document.getElementById("panel");
  panel.insertAdjacentHTML("beforeend", event.data.html); // finds: javascript.security.dom-cross-site-scripting
});
