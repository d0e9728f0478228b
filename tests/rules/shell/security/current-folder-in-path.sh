#!/bin/sh
export PATH=.:$PATH # finds: shell.security.current-folder-in-path
PATH="$PATH:." # finds: shell.security.current-folder-in-path
PATH="/usr/local/bin:$PATH" # ok: shell.security.current-folder-in-path
PATH="./node_modules/.bin:$PATH" # ok: shell.security.current-folder-in-path
MANPATH=.:$MANPATH # ok: shell.security.current-folder-in-path
