#!/bin/bash
while read line; do # finds: shell.bug.read-changes-backslashes
  print "$line"
done < names
while IFS=, read name price; do # finds: shell.bug.read-changes-backslashes
  print "$name"
done < prices
while IFS= read -r line; do # ok: shell.bug.read-changes-backslashes
  print "$line"
done < names
read answer # ok: shell.bug.read-changes-backslashes
while read -er line; do # ok: shell.bug.read-changes-backslashes
  print "$line"
done
