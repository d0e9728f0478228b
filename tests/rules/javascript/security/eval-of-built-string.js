import vm from "node:vm";

export function parseLegacy(text) {
  return eval("(" + text + ")"); // finds: javascript.security.eval-of-built-string
}

export function poll(name, seconds) {
  setInterval(`refresh('${name}')`, seconds * 1000); // finds: javascript.security.eval-of-built-string
  setInterval(() => refresh(name), seconds * 1000); // ok: javascript.security.eval-of-built-string
  setTimeout(refresh, seconds * 1000 + 500); // ok: javascript.security.eval-of-built-string
}

export function template(name, scope) {
  return vm.runInNewContext("`" + read(name) + "`", scope); // finds: javascript.security.eval-of-built-string
}

export function supportsArrow() {
  return eval("() => 1") !== undefined; // ok: javascript.security.eval-of-built-string
}

export function global() {
  return new Function("return this")(); // ok: javascript.security.eval-of-built-string
}

export function accessor(path) {
  const source = "return o." + path;
  return eval(source); // missing: javascript.security.eval-of-built-string
}
