export function colour(level, kind) {
  if (level === "warn") {
    return "yellow";
  } else if (level === "error") { // ok: javascript.bug.condition-decided-already
    return "red";
  } else if (level === "warn") { // finds: javascript.bug.condition-decided-already
    return "orange";
  }
  if (kind) {
    return "blue";
  } else if (kind) { // finds: javascript.bug.condition-decided-already
    return "green";
  } else if (!kind && level) { // ok: javascript.bug.condition-decided-already
    return "white";
  }
  if (next(level)) {
    return "grey";
  } else if (next(level)) { // ok: javascript.bug.condition-decided-already
    return "black";
  }
  return null;
}
