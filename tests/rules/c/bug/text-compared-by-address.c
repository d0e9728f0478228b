#include <string.h>

int route(const char *method, const char *path)
{
    if (method == "GET") // finds: c.bug.text-compared-by-address
        return 1;
    if (path != "/") // finds: c.bug.text-compared-by-address
        return 2;
    if (strcmp(method, "GET") == 0) // ok: c.bug.text-compared-by-address
        return 3;
    if (*method == 'G') // ok: c.bug.text-compared-by-address
        return 4;
    return path == default_path; // ok: c.bug.text-compared-by-address
}
