export const limits = {
  free: { projects: 1, seats: 1 },
  team: { projects: 10, seats: 20 },
  free: { projects: 2, seats: 1 }, // finds: javascript.bug.repeated-object-key
};

export const labels = {
  "not-found": "Not found",
  denied: "Denied",
  "not-found": "Gone", // finds: javascript.bug.repeated-object-key
  [KEY]: "first",
  [KEY]: "second", // ok: javascript.bug.repeated-object-key
};

export const nested = { a: { id: 1 }, b: { id: 2 } }; // ok: javascript.bug.repeated-object-key
export const overridden = (base) => ({ size: 1, ...base, size: 2 }); // ok: javascript.bug.repeated-object-key
export const quoted = { size: 1, "size": 2 }; // missing: javascript.bug.repeated-object-key
