#include <unistd.h>

void drop(struct passwd *user)
{
    setgid(user->pw_gid); // finds: c.security.privileges-dropped-unchecked
    setuid(user->pw_uid); // finds: c.security.privileges-dropped-unchecked
    if (setuid(user->pw_uid) != 0) // ok: c.security.privileges-dropped-unchecked
        abort();
    int failed = setgid(user->pw_gid); // ok: c.security.privileges-dropped-unchecked
    check(failed);
    getuid(); // ok: c.security.privileges-dropped-unchecked
}
