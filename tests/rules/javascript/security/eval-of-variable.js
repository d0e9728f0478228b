import { redis } from "./store.js";

export function applyRule(rule, basket) {
  return eval(rule); // finds: javascript.security.eval-of-variable
}

export async function loadPlugin(name) {
  const source = await readFile(`plugins/${name}.js`, "utf8");
  return new Function("api", source); // finds: javascript.security.eval-of-variable
}

export function legacyConfig(settings) {
  return window.eval(settings.formula); // finds: javascript.security.eval-of-variable
}

export function supportsOptionalChaining() {
  return eval("({})?.a") === undefined; // ok: javascript.security.eval-of-variable
}

export function globalObject() {
  return new Function("return this")(); // ok: javascript.security.eval-of-variable
}

export function popBelow(limit) {
  return redis.eval(script, 1, limit); // ok: javascript.security.eval-of-variable
}

export function checkIt(fn) {
  return fn instanceof Function; // ok: javascript.security.eval-of-variable
}
