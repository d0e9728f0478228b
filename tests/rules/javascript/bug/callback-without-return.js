export function report(users) {
  const active = users.filter((user) => { // finds: javascript.bug.callback-without-return
    user.active && !user.blocked;
  });
  const names = users.map(function (user) { // finds: javascript.bug.callback-without-return
    user.name.trim();
  });
  const total = users.reduce((sum, user) => { // finds: javascript.bug.callback-without-return
    sum + user.points;
  }, 0);
  const mails = users.map((user) => ({ mail: user.mail })); // ok: javascript.bug.callback-without-return
  const first = users.find((user) => { // ok: javascript.bug.callback-without-return
    if (user.first) {
      return true;
    }
    return false;
  });
  users.map((user) => { // ok: javascript.bug.callback-without-return
    user.seen = true;
  });
  users.some((user) => { // ok: javascript.bug.callback-without-return
    user.seen = true;
  });
  const checked = users.map((user) => { // ok: javascript.bug.callback-without-return
    throw new Error(user.name);
  });
  return { active, names, total, mails, first, checked };
}

export function stored(User, id, done) {
  User.find({ id }, (error, user) => { // ok: javascript.bug.callback-without-return
    done(error, user);
  });
  User.some((error) => { // ok: javascript.bug.callback-without-return
    done(error);
  });
}

export function sorted(users) {
  return users.sort((a, b) => { // missing: javascript.bug.callback-without-return
    a.points - b.points;
  });
}
