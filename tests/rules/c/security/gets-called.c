#include <stdio.h>

int login(void)
{
    char user[32];
    char line[128];
    printf("user: ");
    gets(user); // finds: c.security.gets-called
    if (gets(line) == NULL) // finds: c.security.gets-called
        return 1;
    fgets(line, sizeof line, stdin); // ok: c.security.gets-called
    reader.gets(line); // ok: c.security.gets-called
    mygets(line, sizeof line); // ok: c.security.gets-called
    return 0;
}
