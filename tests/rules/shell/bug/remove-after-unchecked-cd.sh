#!/bin/bash
cd "$CACHE" # finds: shell.bug.remove-after-unchecked-cd
rm -rf *
cd build; rm -f *.o # finds: shell.bug.remove-after-unchecked-cd
cd /srv/shop || exit 1 # ok: shell.bug.remove-after-unchecked-cd
rm -rf cache
cd "$CACHE" # ok: shell.bug.remove-after-unchecked-cd
rm -rf /srv/shop/old
cd "$CACHE" && rm -rf * # ok: shell.bug.remove-after-unchecked-cd
cd .. # ok: shell.bug.remove-after-unchecked-cd
rm -rf build
