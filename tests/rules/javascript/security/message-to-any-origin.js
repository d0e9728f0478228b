export function report(session, frame) {
  window.parent.postMessage({ type: "login", token: session.token }, "*"); // finds: javascript.security.message-to-any-origin
  window.opener.postMessage(JSON.stringify(session), "*"); // finds: javascript.security.message-to-any-origin
  frame.contentWindow.postMessage(session.token, "https://shop.example"); // ok: javascript.security.message-to-any-origin
  window.parent.postMessage({ type: "ready" }, "*"); // ok: javascript.security.message-to-any-origin
  window.parent.postMessage("ready", "*"); // ok: javascript.security.message-to-any-origin
}

export function answer(event, data) {
  event.source.postMessage(data, event.origin); // ok: javascript.security.message-to-any-origin
  new Worker("worker.js").postMessage(data); // ok: javascript.security.message-to-any-origin
}

const ANYONE = "*";
export const shout = (data) => window.parent.postMessage(data, ANYONE); // missing: javascript.security.message-to-any-origin
