export function load(id) {
  if (!id) {
    throw "No id"; // finds: javascript.maintainability.text-thrown
  }
  if (id < 0) {
    throw `No order ${id}`; // finds: javascript.maintainability.text-thrown
  }
  if (id > 1e9) {
    return Promise.reject("too large"); // finds: javascript.maintainability.text-thrown
  }
  if (id === 1) {
    throw new Error("No such order"); // ok: javascript.maintainability.text-thrown
  }
  if (id === 2) {
    return Promise.reject(new RangeError(`too large: ${id}`)); // ok: javascript.maintainability.text-thrown
  }
  const reason = "closed";
  throw reason; // missing: javascript.maintainability.text-thrown
}
