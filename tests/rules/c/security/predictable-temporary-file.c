#include <stdlib.h>

int save(const char *text)
{
    char name[] = "/tmp/orderXXXXXX";
    FILE *file = fopen(mktemp(name), "w"); // finds: c.security.predictable-temporary-file
    char *other = tempnam("/tmp", "order"); // finds: c.security.predictable-temporary-file
    int fd = mkstemp(name); // ok: c.security.predictable-temporary-file
    FILE *anonymous = tmpfile(); // ok: c.security.predictable-temporary-file
    return fd;
}
