int allow(struct user *user, int *next)
{
    if (user->uid = 0) { // finds: c.bug.assignment-in-condition
        return 1;
    }
    while (user->state = 'x') // finds: c.bug.assignment-in-condition
        step(user);
    if (user->uid == 0) // ok: c.bug.assignment-in-condition
        return 1;
    if ((user = next_user())) // ok: c.bug.assignment-in-condition
        return 2;
    while ((user->c = getchar()) != EOF) // ok: c.bug.assignment-in-condition
        step(user);
    return (user->uid = 5); // ok: c.bug.assignment-in-condition
}
