export function tools(user, line) {
  if (user.role = "admin") { // finds: javascript.bug.assignment-in-condition
    return ["edit"];
  }
  if ((user.active = true)) { // ok: javascript.bug.assignment-in-condition
    return [];
  }
  const mode = (user.mode = 1) ? "dark" : "light"; // finds: javascript.bug.assignment-in-condition
  let match;
  if ((match = /^#(.*)/.exec(line))) { // ok: javascript.bug.assignment-in-condition
    return [match[1]];
  }
  if (user.role === "admin") { // ok: javascript.bug.assignment-in-condition
    return [mode];
  }
  if (user.role = line) { // missing: javascript.bug.assignment-in-condition
    return [mode];
  }
  return [];
}
