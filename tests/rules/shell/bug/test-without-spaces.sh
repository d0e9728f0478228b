#!/bin/sh
if [ "$mode"="fast" ]; then # finds: shell.bug.test-without-spaces
  run
fi
[ $mode!=fast ] && exit 1 # finds: shell.bug.test-without-spaces
[ "$mode" = "fast" ] && run # ok: shell.bug.test-without-spaces
[ "$mode=fast" ] && run # ok: shell.bug.test-without-spaces
[ "x$mode" = "x" ] && exit # ok: shell.bug.test-without-spaces
[[ $mode == fast ]] && run # ok: shell.bug.test-without-spaces
