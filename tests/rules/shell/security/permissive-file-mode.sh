#!/bin/sh
mkdir -p /srv/app/cache
chmod 777 /srv/app/cache # finds: shell.security.permissive-file-mode
chmod -R a+rwx /srv/app # finds: shell.security.permissive-file-mode
sudo chmod 666 /etc/app.conf # finds: shell.security.permissive-file-mode
umask 000 # finds: shell.security.permissive-file-mode
chmod 1777 /srv/tmp # ok: shell.security.permissive-file-mode
chmod 755 /srv/app/run.sh # ok: shell.security.permissive-file-mode
chmod a+x /srv/app/run.sh # ok: shell.security.permissive-file-mode
umask 022 # ok: shell.security.permissive-file-mode
