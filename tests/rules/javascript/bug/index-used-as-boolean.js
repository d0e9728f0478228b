export function register(names, name, mail) {
  if (names.indexOf(name)) { // finds: javascript.bug.index-used-as-boolean
    names.push(name);
  }
  const kind = mail.indexOf("@") ? "mail" : "name"; // finds: javascript.bug.index-used-as-boolean
  if (names.indexOf(name) === -1) { // ok: javascript.bug.index-used-as-boolean
    names.push(name);
  }
  if (~names.indexOf(name) || !mail.indexOf("mailto:")) { // ok: javascript.bug.index-used-as-boolean
    return kind;
  }
  const found = names.findIndex((known) => known === name);
  return found ? kind : mail; // missing: javascript.bug.index-used-as-boolean
}
