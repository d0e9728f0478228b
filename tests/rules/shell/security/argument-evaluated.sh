#!/bin/bash
run() {
  eval "$1" # finds: shell.security.argument-evaluated
}
all() {
  eval $@ # finds: shell.security.argument-evaluated
}
direct() {
  "$@" # ok: shell.security.argument-evaluated
}
eval "$(ssh-agent -s)" # ok: shell.security.argument-evaluated
eval set -- "$options" # ok: shell.security.argument-evaluated
set_by_name() {
  eval "$1=\$2" # ok: shell.security.argument-evaluated
}
