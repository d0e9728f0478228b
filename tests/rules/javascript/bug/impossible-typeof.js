export function call(callback, options) {
  if (typeof callback === "fucntion") { // finds: javascript.bug.impossible-typeof
    callback();
  }
  if (typeof options == undefined) { // finds: javascript.bug.impossible-typeof
    options = {};
  }
  if ("array" === typeof options.items) { // finds: javascript.bug.impossible-typeof
    options.items.sort();
  }
  if (typeof options === "undefined" || typeof options.size !== "bigint") { // ok: javascript.bug.impossible-typeof
    return typeof callback === typeof options; // ok: javascript.bug.impossible-typeof
  }
  const kind = typeof options;
  return kind === "array"; // missing: javascript.bug.impossible-typeof
}
