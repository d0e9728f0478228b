#include <string.h>

void keep(const char *text, const char *other)
{
    char line[16];
    char name[16];
    strncpy(line, text, sizeof(line)); // finds: c.bug.strncpy-without-terminator
    puts(line);
    strncpy(name, other, sizeof name); // finds: c.bug.strncpy-without-terminator
}

void ended(const char *text)
{
    char line[16];
    strncpy(line, text, sizeof(line)); // ok: c.bug.strncpy-without-terminator
    line[sizeof(line) - 1] = '\0';
}

void shorter(const char *text)
{
    char line[16] = {0};
    strncpy(line, text, sizeof(line) - 1); // ok: c.bug.strncpy-without-terminator
    puts(line);
}
