#include <stdio.h>
#include <stdlib.h>

int ping(const char *host)
{
    char command[256];
    snprintf(command, sizeof command, "ping -c 1 %s", host);
    return system(command); // finds: c.security.command-through-shell
}

FILE *list(const char *folder)
{
    char line[512] = "ls -l ";
    strcat(line, folder);
    return popen(line, "r"); // finds: c.security.command-through-shell
}

int fixed(void)
{
    char command[64];
    snprintf(command, sizeof command, "kill -HUP %d", (int)getpid());
    return system(command); // ok: c.security.command-through-shell
}

int literal(void)
{
    return system("ls -l"); // ok: c.security.command-through-shell
}

int passed(const char *command)
{
    return system(command); // missing: c.security.command-through-shell
}
