const part = location.hash.slice(1);
const panel = document.getElementById("panel");
panel.innerHTML = part; // finds: page > html
panel.textContent = part; // ok
panel.innerHTML = DOMPurify.sanitize(part); // ok
panel.insertAdjacentHTML("beforeend", window.location.search); // finds: page > html
document.write(document.referrer); // finds: page > html
location.href = new URLSearchParams(location.search).get("next"); // finds: page > redirect
window.location = "/start#" + part; // ok
window.open(part); // finds: page > redirect
eval(decodeURIComponent(location.hash)); // finds: page > code
localStorage.setItem("part", part); // finds: page > store
panel.innerHTML = localStorage.getItem("part"); // finds: database > html
window.addEventListener("message", (event) => {
  panel.innerHTML = event.data; // finds: page > html
});
function show(element) {
  element.innerHTML = location.hash; // finds: page > html
}
