#!/bin/sh
find . -name '*.tmp' | xargs rm -f # finds: shell.bug.find-piped-to-xargs
find /srv -type d | xargs -n 10 chmod 755 # finds: shell.bug.find-piped-to-xargs
find . -name '*.tmp' -print0 | xargs -0 rm -f # ok: shell.bug.find-piped-to-xargs
find . -name '*.tmp' -delete # ok: shell.bug.find-piped-to-xargs
find . -name '*.c' | xargs wc -l # ok: shell.bug.find-piped-to-xargs
git ls-files | xargs rm -f # ok: shell.bug.find-piped-to-xargs
