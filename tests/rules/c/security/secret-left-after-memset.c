#include <string.h>

void forget(struct login *login)
{
    memset(login->password, 0, 64); // finds: c.security.secret-left-after-memset
    free(login->password);
}

int check(const char *name)
{
    char passphrase[64];
    read_line(passphrase, sizeof passphrase);
    int ok = verify(name, passphrase);
    memset(passphrase, 0, sizeof passphrase); // finds: c.security.secret-left-after-memset
    return ok;
}

void reuse(struct login *login)
{
    memset(login->password, 0, 64); // ok: c.security.secret-left-after-memset
    read_line(login->password, 64);
}

void other(struct frame *frame)
{
    memset(frame->pixels, 0, 64); // ok: c.security.secret-left-after-memset
    free(frame->pixels);
}
