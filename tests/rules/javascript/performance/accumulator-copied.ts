export function index(users: User[]): unknown {
  const byId = users.reduce((all, user) => ({ ...all, [user.id]: user }), {}); // finds: javascript.performance.accumulator-copied
  const names = users.reduce<string[]>((list, user) => [...list, user.name], []); // finds: javascript.performance.accumulator-copied
  const mails = users.reduce((list: string[], user) => { // finds: javascript.performance.accumulator-copied
    return list.concat(user.mails);
  }, []);
  const fast = Object.fromEntries(users.map((user) => [user.id, user])); // ok: javascript.performance.accumulator-copied
  const total = users.reduce((sum, user) => sum + user.points, 0); // ok: javascript.performance.accumulator-copied
  const grouped = users.reduce((groups, user) => { // ok: javascript.performance.accumulator-copied
    groups[user.team] = [...(groups[user.team] ?? []), user];
    return groups;
  }, {});
  const merged = [defaults, options].reduce((all, part) => ({ ...all, ...part }), {}); // ok: javascript.performance.accumulator-copied
  const later = users.reduce((all, user) => { // missing: javascript.performance.accumulator-copied
    const next = { ...all, [user.id]: user };
    return next;
  }, {});
  return { byId, names, mails, fast, total, grouped, merged, later };
}
