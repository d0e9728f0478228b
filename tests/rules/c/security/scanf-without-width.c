#include <stdio.h>

int read_user(FILE *file, const char *line)
{
    char name[32];
    int age;
    scanf("%s", name); // finds: c.security.scanf-without-width
    fscanf(file, "%d %[^\n]", &age, name); // finds: c.security.scanf-without-width
    sscanf(line, "%31s %d", name, &age); // ok: c.security.scanf-without-width
    sscanf(line, "%*s %d", &age); // ok: c.security.scanf-without-width
    sscanf(line, "100%%s %d", &age); // ok: c.security.scanf-without-width
    scanf("%ms", &text); // ok: c.security.scanf-without-width
    return age;
}
