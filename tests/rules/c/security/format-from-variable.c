#include <stdio.h>
#include <syslog.h>

static const char notice[] = "done\n";

void report(FILE *log, const char *text, char *argv[], struct event *event)
{
    char line[256];
    printf(text); // finds: c.security.format-from-variable
    fprintf(log, argv[1]); // finds: c.security.format-from-variable
    syslog(LOG_ERR, event->text); // finds: c.security.format-from-variable
    snprintf(line, sizeof line, text); // finds: c.security.format-from-variable
    printf("%s", text); // ok: c.security.format-from-variable
    printf(notice); // ok: c.security.format-from-variable
    printf(BANNER); // ok: c.security.format-from-variable
    fprintf(log, _("done\n")); // ok: c.security.format-from-variable
    fprintf(log, format, text); // ok: c.security.format-from-variable
    printf(usage); // ok: c.security.format-from-variable
}
