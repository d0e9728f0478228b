const urlParams = new URLSearchParams(window.location.search);

export function continueAfterLogin() {
  window.location.href = urlParams.get("next"); // finds: javascript.security.navigation-to-address-parameter
  location.assign(new URLSearchParams(location.search).get("returnTo") || "/"); // finds: javascript.security.navigation-to-address-parameter
  window.location = decodeURIComponent(location.hash.slice(1)); // finds: javascript.security.navigation-to-address-parameter
}

export function continueSafely() {
  const next = new URL(urlParams.get("next"), location.origin);
  if (next.origin === location.origin) {
    location.assign(next.href); // ok: javascript.security.navigation-to-address-parameter
  }
  location.href = "/search?q=" + urlParams.get("q"); // ok: javascript.security.navigation-to-address-parameter
  location.hash = urlParams.get("section"); // ok: javascript.security.navigation-to-address-parameter
}

export function continueLater() {
  const target = urlParams.get("next");
  location.replace(target); // missing: javascript.security.navigation-to-address-parameter
}
