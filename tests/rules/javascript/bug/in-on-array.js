export function allowed(role, table) {
  if (role in ["admin", "owner"]) { // finds: javascript.bug.in-on-array
    return true;
  }
  for (const name in ["read", "write"]) { // finds: javascript.bug.in-on-array
    table.push(name);
  }
  for (const name of ["read", "write"]) { // ok: javascript.bug.in-on-array
    table.push(name);
  }
  if (role in { admin: 1, owner: 1 } || role in table) { // ok: javascript.bug.in-on-array
    return true;
  }
  const roles = ["admin"];
  return role in roles; // missing: javascript.bug.in-on-array
}
