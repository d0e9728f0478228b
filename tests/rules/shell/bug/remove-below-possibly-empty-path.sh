#!/bin/bash
set -e

clean() {
  rm -rf "$BUILD_DIR/"* # finds: shell.bug.remove-below-possibly-empty-path
  sudo rm -rf /$PREFIX # finds: shell.bug.remove-below-possibly-empty-path
  rm -rf "${CACHE}/" # finds: shell.bug.remove-below-possibly-empty-path
  rm -rf "${BUILD_DIR:?}/"* # ok: shell.bug.remove-below-possibly-empty-path
  rm -rf "$BUILD_DIR/objects" # ok: shell.bug.remove-below-possibly-empty-path
  rm -rf "$BUILD_DIR" # ok: shell.bug.remove-below-possibly-empty-path
  rm -f "$BUILD_DIR/"* # ok: shell.bug.remove-below-possibly-empty-path
}

careful() {
  if [ -n "$BUILD_DIR" ]; then
    rm -rf "$BUILD_DIR/"* # ok: shell.bug.remove-below-possibly-empty-path
  fi
}
