#!/usr/bin/env bash
# Format, lint, types, import contracts, and the product's own review of this tree with the house rules.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${VENV:-.venv}/bin

"$bin/ruff" format --check --quiet .
"$bin/ruff" check --quiet .
"$bin/mypy"
"$bin/lint-imports" --no-logo 2>/dev/null | tail -n 20 || { "$bin/lint-imports"; exit 1; }
"$bin/xcr" review . --fail-on medium --quiet
"$bin/xcr" review . --include 'src/**' --rules rules/house --fail-on medium --quiet
