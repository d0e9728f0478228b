const banner = document.querySelector("#banner");

export function greet() {
  banner.innerHTML = "Welcome " + decodeURIComponent(location.hash.slice(1)); // finds: javascript.security.html-from-page-address
  document.write("<option>" + document.location.href.split("lang=")[1] + "</option>"); // finds: javascript.security.html-from-page-address
  $("#error").html(new URLSearchParams(window.location.search).get("error")); // finds: javascript.security.html-from-page-address
  banner.textContent = location.hash.slice(1); // ok: javascript.security.html-from-page-address
}

export function run() {
  eval(location.hash.slice(1)); // finds: javascript.security.html-from-page-address
  setTimeout(() => history.replaceState(null, "", location.href), 0); // ok: javascript.security.html-from-page-address
}

export function link() {
  banner.innerHTML = `<a href="/login?next=${encodeURIComponent(location.href)}">Log in</a>`; // ok: javascript.security.html-from-page-address
  const hash = location.hash.slice(1);
  banner.innerHTML = hash; // finds: javascript.security.html-from-page-address
}

const params = new URLSearchParams(location.search);

export function welcome() {
  document.getElementById("greeting").innerHTML = "Welcome back, " + params.get("name"); // finds: javascript.security.html-from-page-address
  const query = new URL(window.location.href).searchParams;
  banner.insertAdjacentHTML("beforeend", `<b>${query.get("term")}</b>`); // finds: javascript.security.html-from-page-address
  const page = Number(location.hash.slice(1));
  banner.innerHTML = "Page " + page; // ok: javascript.security.html-from-page-address
  banner.innerHTML = translations.get("welcome"); // ok: javascript.security.html-from-page-address
  banner.textContent = params.get("name"); // ok: javascript.security.html-from-page-address
}

export function inSteps() {
  const name = params.get("name");
  banner.innerHTML = name; // missing: javascript.security.html-from-page-address
}
