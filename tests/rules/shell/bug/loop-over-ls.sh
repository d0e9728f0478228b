#!/bin/bash
for file in $(ls *.txt); do # finds: shell.bug.loop-over-ls
  print "$file"
done
for file in `find . -name '*.log'`; do # finds: shell.bug.loop-over-ls
  rm "$file"
done
for file in *.txt; do # ok: shell.bug.loop-over-ls
  print "$file"
done
for name in $(cat names); do # ok: shell.bug.loop-over-ls
  print "$name"
done
