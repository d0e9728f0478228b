#include <string.h>

int open_log(const char *name, struct config *config)
{
    char path[64];
    char full[128] = "/var/log/";
    strcpy(path, name); // finds: c.security.copy-into-fixed-buffer
    strcat(full, config->name); // finds: c.security.copy-into-fixed-buffer
    return open(full, path);
}

int checked(const char *name)
{
    char path[64];
    if (strlen(name) >= sizeof path)
        return -1;
    strcpy(path, name); // ok: c.security.copy-into-fixed-buffer
    return use(path);
}

int literal(char *target, const char *name)
{
    char path[64];
    strcpy(path, "/tmp"); // ok: c.security.copy-into-fixed-buffer
    strcpy(target, name); // ok: c.security.copy-into-fixed-buffer
    return use(path);
}

int by_hand(const char *name)
{
    char path[64];
    int i = 0;
    while (*name)
        path[i++] = *name++; // missing: c.security.copy-into-fixed-buffer
    return use(path);
}
