#include <unistd.h>

int show(const char *path)
{
    if (access(path, R_OK) == 0) { // finds: c.security.check-then-open
        return open(path, O_RDONLY);
    }
    return -1;
}

FILE *write_log(const char *name)
{
    if (access(name, W_OK) != 0) // finds: c.security.check-then-open
        return NULL;
    return fopen(name, "a");
}

int direct(const char *path, const char *other)
{
    if (access(other, F_OK) == 0) // ok: c.security.check-then-open
        return open(path, O_RDONLY);
    return access(path, F_OK); // ok: c.security.check-then-open
}
