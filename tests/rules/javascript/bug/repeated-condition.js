export function colour(level, kind) {
  if (level === "warn") {
    return "yellow";
  } else if (level === "error") { // ok: javascript.bug.repeated-condition
    return "red";
  } else if (level === "warn") { // finds: javascript.bug.repeated-condition
    return "orange";
  }
  if (kind) {
    return "blue";
  } else if (kind) { // finds: javascript.bug.repeated-condition
    return "green";
  } else if (!kind && level) { // ok: javascript.bug.repeated-condition
    return "white";
  }
  if (next(level)) {
    return "grey";
  } else if (next(level)) { // ok: javascript.bug.repeated-condition
    return "black";
  }
  return null;
}
