#include <ctype.h>
#include <string.h>

void up(char *text)
{
    for (size_t i = 0; i < strlen(text); i++) // finds: c.performance.length-in-loop-condition
        text[i] = (char)toupper((unsigned char)text[i]);
    for (int i = 0; i < (int)strlen(text); i++) // missing: c.performance.length-in-loop-condition
        put(text[i]);
    for (size_t i = 0; i <= strlen(text); ++i) { // finds: c.performance.length-in-loop-condition
        put(text[i]);
    }
    for (size_t i = 0, n = strlen(text); i < n; i++) // ok: c.performance.length-in-loop-condition
        put(text[i]);
    for (char *p = text; *p; p++) // ok: c.performance.length-in-loop-condition
        put(*p);
}
