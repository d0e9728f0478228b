#include <string.h>

void clear(struct order *order, char *name)
{
    char line[64];
    memset(order, 0, sizeof(order)); // finds: c.bug.size-of-pointer
    strncpy(name, "none", sizeof(name)); // finds: c.bug.size-of-pointer
    memset(order, 0, sizeof(*order)); // ok: c.bug.size-of-pointer
    memset(line, 0, sizeof(line)); // ok: c.bug.size-of-pointer
    memcpy(&order, source, sizeof(order)); // ok: c.bug.size-of-pointer
}

int equal(const struct key *a, const struct key *b)
{
    return memcmp(a, b, sizeof a) == 0; // finds: c.bug.size-of-pointer
}

struct order *make(void)
{
    struct order *order = malloc(sizeof(order)); // finds: c.bug.size-of-pointer
    struct order *other = (struct order *)malloc(sizeof(struct order)); // ok: c.bug.size-of-pointer
    struct order **slot = malloc(sizeof(order)); // ok: c.bug.size-of-pointer
    return order;
}
