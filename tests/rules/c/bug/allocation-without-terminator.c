#include <stdlib.h>
#include <string.h>

char *join(const char *a, const char *b)
{
    char *both = malloc(strlen(a) + strlen(b)); // finds: c.bug.allocation-without-terminator
    char *copy = (char *)malloc(strlen(a)); // finds: c.bug.allocation-without-terminator
    char *right = malloc(strlen(a) + 1); // ok: c.bug.allocation-without-terminator
    char *all = malloc(strlen(a) + strlen(b) + 1); // ok: c.bug.allocation-without-terminator
    strcpy(both, a);
    return strcat(both, b);
}

unsigned char *raw(const char *text)
{
    unsigned char *bytes = malloc(strlen(text)); // ok: c.bug.allocation-without-terminator
    memcpy(bytes, text, strlen(text));
    return bytes;
}
