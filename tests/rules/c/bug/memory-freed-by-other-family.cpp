#include <cstdlib>

void mixed(const char *name)
{
    char *copy = strdup(name);
    Order *order = new Order(name);
    delete copy; // finds: c.bug.memory-freed-by-other-family
    free(order); // finds: c.bug.memory-freed-by-other-family
}

void right(const char *name)
{
    char *copy = strdup(name);
    Order *order = new Order(name);
    free(copy); // ok: c.bug.memory-freed-by-other-family
    delete order; // ok: c.bug.memory-freed-by-other-family
}

void given(char *text)
{
    free(text); // ok: c.bug.memory-freed-by-other-family
}
