#include <alloca.h>

void copy(const char *text, size_t size)
{
    char *buffer = alloca(size); // finds: c.security.stack-allocation-of-variable-size
    struct item **items = alloca(size * sizeof(struct item *)); // finds: c.security.stack-allocation-of-variable-size
    char *small = alloca(64); // ok: c.security.stack-allocation-of-variable-size
    struct item *one = alloca(sizeof(struct item)); // ok: c.security.stack-allocation-of-variable-size
    work(buffer, items, small, one);
}

void checked(size_t size)
{
    if (size > 4096)
        return;
    work(alloca(size)); // ok: c.security.stack-allocation-of-variable-size
}
