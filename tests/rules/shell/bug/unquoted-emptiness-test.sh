#!/bin/sh
if [ -n $name ]; then # finds: shell.bug.unquoted-emptiness-test
  greet
fi
[ -n $(git status --porcelain) ] && commit # finds: shell.bug.unquoted-emptiness-test
[ -n "$name" ] && greet # ok: shell.bug.unquoted-emptiness-test
[[ -n $name ]] && greet # ok: shell.bug.unquoted-emptiness-test
[ -z $name ] && exit 1 # ok: shell.bug.unquoted-emptiness-test
[ -n $# ] && shift # ok: shell.bug.unquoted-emptiness-test
