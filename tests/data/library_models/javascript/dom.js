const part = location.hash.slice(1);
const panel = document.getElementById("panel");
panel.innerHTML = part; // finds: request > html
panel.textContent = part; // ok
panel.innerHTML = DOMPurify.sanitize(part); // ok
panel.insertAdjacentHTML("beforeend", window.location.search); // finds: request > html
document.write(document.referrer); // finds: request > html
location.href = new URLSearchParams(location.search).get("next"); // finds: request > redirect
window.location = "/start#" + part; // ok
window.open(part); // finds: request > redirect
eval(decodeURIComponent(location.hash)); // finds: request > code
localStorage.setItem("part", part); // finds: request > store
panel.innerHTML = localStorage.getItem("part"); // finds: database > html
window.addEventListener("message", (event) => {
  panel.innerHTML = event.data; // finds: request > html
});
function show(element) {
  element.innerHTML = location.hash; // finds: request > html
}
