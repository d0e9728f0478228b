#!/bin/bash
set -euo pipefail
rm -rf "$BUILD_DIR/"* # ok: shell.bug.remove-below-possibly-empty-path
rm -rf "$CACHE/" # ok: shell.bug.remove-below-possibly-empty-path
