#include <stdlib.h>

void done(struct order *order)
{
    free(order->name);
    free(order->items);
    log_end();
    free(order->name); // finds: c.bug.freed-twice
    free(order); // ok: c.bug.freed-twice
}

void twice(char *line)
{
    free(line);
    free(line); // finds: c.bug.freed-twice
}

void again(char *line)
{
    free(line);
    line = read_line();
    free(line); // ok: c.bug.freed-twice
    read_into(&line);
    free(line); // ok: c.bug.freed-twice
}

void branches(char *line, int failed)
{
    if (failed) {
        free(line); // ok: c.bug.freed-twice
        return;
    }
    free(line); // ok: c.bug.freed-twice
}
