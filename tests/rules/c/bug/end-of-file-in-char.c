#include <stdio.h>

void copy(FILE *in)
{
    char c;
    unsigned count = 0;
    while ((c = fgetc(in)) != EOF) { // finds: c.bug.end-of-file-in-char
        count++;
    }
    if ((c = getchar()) == EOF) // finds: c.bug.end-of-file-in-char
        return;
}

void right(FILE *in)
{
    int c;
    char last = 0;
    while ((c = getc(in)) != EOF) // ok: c.bug.end-of-file-in-char
        last = (char)c;
    while ((last = next_char(in)) != EOF) // ok: c.bug.end-of-file-in-char
        use(last);
}
