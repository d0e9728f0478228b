#include <stdlib.h>

void make_token(char *out)
{
    for (int i = 0; i < 16; i++)
        out[i] = 'a' + rand() % 26; // finds: c.security.random-for-secret
}

int start(struct session *s)
{
    s->session_id = random(); // finds: c.security.random-for-secret
    s->color = rand() % 8; // ok: c.security.random-for-secret
    return getrandom(s->session_key, 32, 0); // ok: c.security.random-for-secret
}

int tokenize(const char *line)
{
    return rand() % 2; // ok: c.security.random-for-secret
}
