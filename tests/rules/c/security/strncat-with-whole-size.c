#include <string.h>

void add(const char *text)
{
    char line[64] = "> ";
    strncat(line, text, sizeof(line)); // finds: c.security.strncat-with-whole-size
    strncat(line, text, sizeof line - 1); // finds: c.security.strncat-with-whole-size
    strncat(line, text, sizeof(line) - strlen(line) - 1); // ok: c.security.strncat-with-whole-size
    strncat(line, text, 8); // ok: c.security.strncat-with-whole-size
    strncpy(line, text, sizeof(line)); // ok: c.security.strncat-with-whole-size
}
