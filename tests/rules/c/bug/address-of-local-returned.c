#include <stdio.h>

char *label(int id)
{
    char line[32];
    snprintf(line, sizeof line, "order %d", id);
    return line; // finds: c.bug.address-of-local-returned
}

struct point *origin(void)
{
    struct point zero = {0, 0};
    return &zero; // finds: c.bug.address-of-local-returned
}

const char *kept(int id)
{
    static char line[32];
    snprintf(line, sizeof line, "order %d", id);
    return line; // ok: c.bug.address-of-local-returned
}

char *given(char *line)
{
    return line; // ok: c.bug.address-of-local-returned
}

struct point *first(struct shape *shape)
{
    return &shape->points[0]; // ok: c.bug.address-of-local-returned
}

int *table(void)
{
    static int values = 3;
    return &values; // ok: c.bug.address-of-local-returned
}
