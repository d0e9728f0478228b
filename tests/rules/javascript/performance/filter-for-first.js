export function pick(users) {
  const admin = users.filter((user) => user.admin)[0]; // finds: javascript.performance.filter-for-first
  const any = users.filter(function (user) { return user.admin; }).length > 0; // finds: javascript.performance.filter-for-first
  const found = users.find((user) => user.admin); // ok: javascript.performance.filter-for-first
  const count = users.filter((user) => user.admin).length; // ok: javascript.performance.filter-for-first
  const names = users.filter((user) => user.admin).map((user) => user.name); // ok: javascript.performance.filter-for-first
  const admins = users.filter((user) => user.admin);
  const first = admins[0]; // missing: javascript.performance.filter-for-first
  return { admin, any, found, count, names, first };
}
