#include <string.h>

void clear(char *line, size_t size, struct key *key)
{
    memset(line, size, 0); // finds: c.bug.memset-of-no-bytes
    memset(key, sizeof(*key), 0); // finds: c.bug.memset-of-no-bytes
    memset(line, 0, size); // ok: c.bug.memset-of-no-bytes
    memset(line, 0xff, sizeof(*key)); // ok: c.bug.memset-of-no-bytes
}
