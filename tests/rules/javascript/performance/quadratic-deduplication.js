export function unique(names, users) {
  const first = names.filter((name, index) => names.indexOf(name) === index); // finds: javascript.performance.quadratic-deduplication
  const second = users.filter((user, i, all) => all.findIndex((other) => other.id === user.id) === i); // finds: javascript.performance.quadratic-deduplication
  const fast = [...new Set(names)]; // ok: javascript.performance.quadratic-deduplication
  const known = names.filter((name) => users.indexOf(name) === -1); // ok: javascript.performance.quadratic-deduplication
  const third = names.filter((name, index) => { // missing: javascript.performance.quadratic-deduplication
    return names.indexOf(name) === index;
  });
  return [first, second, fast, known, third];
}
