const TRUSTED = "https://shop.example";

// finds: javascript.security.message-without-origin-check
window.addEventListener("message", (event) => {
  document.querySelector("#price").innerHTML = event.data.price;
});

// finds: javascript.security.message-without-origin-check
window.onmessage = function (event) {
  setUser(event.data.user);
};

// ok: javascript.security.message-without-origin-check
window.addEventListener("message", (event) => {
  if (event.origin !== TRUSTED) {
    return;
  }
  setUser(event.data.user);
});

// ok: javascript.security.message-without-origin-check
window.addEventListener("message", ({ data, source }) => {
  if (source === frame.contentWindow) {
    setUser(data.user);
  }
});

window.addEventListener("message", () => refresh()); // ok: javascript.security.message-without-origin-check
worker.addEventListener("message", (event) => setUser(event.data.user)); // ok: javascript.security.message-without-origin-check
self.addEventListener("message", (event) => setUser(event.data.user)); // ok: javascript.security.message-without-origin-check

window.addEventListener("message", receive); // missing: javascript.security.message-without-origin-check
function receive(event) {
  setUser(event.data.user);
}
