#include <string.h>

int login(const char *password, struct user *user)
{
    if (strcmp(password, "s3rvice!") == 0) // finds: c.security.password-compared-with-literal
        return 1;
    if (!strncmp(user->passwd, "Adm1n-2000", 10)) // finds: c.security.password-compared-with-literal
        return 1;
    if (strcmp(password, "") == 0) // ok: c.security.password-compared-with-literal
        return 0;
    if (strcmp(option, "password") == 0) // ok: c.security.password-compared-with-literal
        return 0;
    if (strcmp(password, "none") == 0) // ok: c.security.password-compared-with-literal
        return 0;
    return strcmp(password, stored); // ok: c.security.password-compared-with-literal
}
