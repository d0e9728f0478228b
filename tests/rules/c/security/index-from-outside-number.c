#include <stdio.h>
#include <stdlib.h>

#define LEVELS 4

static const char *names[LEVELS] = {"error", "warning", "info", "debug"};
static int counts[64];

int show(int argc, char **argv)
{
    int level = atoi(argv[1]);
    puts(names[level]); /* finds: c.security.index-from-outside-number */
    return 0;
}

int add(int argc, char **argv)
{
    counts[strtol(argv[2], NULL, 10)]++; /* finds: c.security.index-from-outside-number */
    return counts[0]; /* ok: c.security.index-from-outside-number */
}

int configured(void)
{
    int slot;
    slot = (int)strtoul(getenv("SLOT"), NULL, 0);
    counts[slot] = 1; /* finds: c.security.index-from-outside-number */
    return 0;
}

int checked(int argc, char **argv)
{
    int level = atoi(argv[1]);
    if (level < 0 || level >= LEVELS)
        return 2;
    puts(names[level]); /* ok: c.security.index-from-outside-number */
    return 0;
}

int last(int argc, char **argv)
{
    int repeat = atoi(argv[1]);
    int i = 0;
    while (repeat-- > 0)
        counts[i]++; /* ok: c.security.index-from-outside-number */
    return argv[argc - 1][0]; /* ok: c.security.index-from-outside-number */
}

static int number(const char *text)
{
    return atoi(text);
}

int through_function(int argc, char **argv)
{
    return counts[number(argv[1])]; /* missing: c.security.index-from-outside-number */
}
