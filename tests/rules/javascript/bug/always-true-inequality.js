export function guard(user, code) {
  if (user.role !== "admin" || user.role !== "owner") { // finds: javascript.bug.always-true-inequality
    return "denied";
  }
  if (code === 200 && code === 204) { // finds: javascript.bug.always-true-inequality
    return "ok";
  }
  if (user.role !== "admin" && user.role !== "owner") { // ok: javascript.bug.always-true-inequality
    return "denied";
  }
  if (user.role !== "admin" || user.name !== "owner") { // ok: javascript.bug.always-true-inequality
    return "denied";
  }
  if (code !== min || code !== max) { // ok: javascript.bug.always-true-inequality
    return "range";
  }
  return !(code === 1) || !(code === 2) ? "x" : "y"; // missing: javascript.bug.always-true-inequality
}
