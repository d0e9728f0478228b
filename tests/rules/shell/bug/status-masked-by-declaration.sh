#!/bin/bash
load() {
  local out=$(fetch "$1")
  local other=$(fetch "$2") # finds: shell.bug.status-masked-by-declaration
  if [ $? -ne 0 ]; then
    return 1
  fi
  export TOKEN=$(make_token) # finds: shell.bug.status-masked-by-declaration
  [ $? -eq 0 ] || return 1
}
right() {
  local out
  out=$(fetch "$1") # ok: shell.bug.status-masked-by-declaration
  if [ $? -ne 0 ]; then
    return 1
  fi
  local line="constant" # ok: shell.bug.status-masked-by-declaration
  if [ $? -ne 0 ]; then
    return 1
  fi
  local last=$(date) # ok: shell.bug.status-masked-by-declaration
  echo "$last"
}
