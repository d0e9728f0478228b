#include <stdio.h>

void greet(const char *name, int count)
{
    char line[64];
    char other[32] = "";
    sprintf(line, "hello %s", name); // finds: c.security.sprintf-into-fixed-buffer
    sprintf(other, "%d: %s", count, name); // finds: c.security.sprintf-into-fixed-buffer
    sprintf(line, "%d items", count); // ok: c.security.sprintf-into-fixed-buffer
    sprintf(line, "hello %.20s", name); // ok: c.security.sprintf-into-fixed-buffer
    snprintf(line, sizeof line, "hello %s", name); // ok: c.security.sprintf-into-fixed-buffer
}

void into_pointer(char *target, const char *name)
{
    sprintf(target, "hello %s", name); // missing: c.security.sprintf-into-fixed-buffer
}
