#!/usr/bin/env bash
# Makes the environment: the locked versions, checked against their hashes, and this package in editable form.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
venv=${VENV:-.venv}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "XCodeReviewer needs Python 3.11 or later; '$python' is not. Name another one: make PYTHON=python3.12 …" >&2
  exit 2
fi
if ! "$python" -m venv --clear "$venv"; then
  echo "The environment cannot be made. On Debian and Ubuntu, install the package python3-venv first." >&2
  exit 2
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
if command -v npm >/dev/null; then
  scripts/build_assets.sh || echo "The pages of the API's description are not built; scripts/build_assets.sh builds them." >&2
fi
