#include <sys/stat.h>

int prepare(const char *path, int fd)
{
    chmod(path, 0777); // finds: c.security.permissive-file-mode
    fchmod(fd, S_IRUSR | S_IWUSR | S_IWOTH); // finds: c.security.permissive-file-mode
    umask(0); // finds: c.security.permissive-file-mode
    chmod(path, 0755); // ok: c.security.permissive-file-mode
    fchmod(fd, 0640); // ok: c.security.permissive-file-mode
    return 0;
}

void restore(void)
{
    mode_t old = umask(0); // ok: c.security.permissive-file-mode
    umask(old); // ok: c.security.permissive-file-mode
}
