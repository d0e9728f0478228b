#!/bin/sh
sort names > /tmp/names.$$ # finds: shell.security.predictable-temporary-file
date >> /tmp/backup.log # finds: shell.security.predictable-temporary-file
file=$(mktemp)
sort names > "$file" # ok: shell.security.predictable-temporary-file
sort names > "$TMPDIR/names" # ok: shell.security.predictable-temporary-file
sort < /tmp/names # ok: shell.security.predictable-temporary-file
echo done > /var/log/backup.log # ok: shell.security.predictable-temporary-file
