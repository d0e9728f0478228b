#!/bin/bash
set -e
cd "$CACHE" # ok: shell.bug.remove-after-unchecked-cd
rm -rf *
