#include <stdio.h>

void show(FILE *file)
{
    char line[80];
    while (!feof(file)) { // finds: c.bug.loop-until-feof
        fgets(line, sizeof line, file);
        puts(line);
    }
    while (!feof(stdin)) // finds: c.bug.loop-until-feof
        count += read_word(stdin);
    while (fgets(line, sizeof line, file)) // ok: c.bug.loop-until-feof
        puts(line);
    if (!feof(file)) // ok: c.bug.loop-until-feof
        perror("read");
    while (!feof(file)) { // ok: c.bug.loop-until-feof
        if (!fgets(line, sizeof line, file))
            break;
        puts(line);
    }
}
