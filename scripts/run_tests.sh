#!/usr/bin/env bash
# Runs all tests, in parallel and with branch coverage, which must be 85 % of src; or only the layers that are named
# (a folder of tests/: cli, engines, pipeline, rules, sources, …), without the demand on coverage.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${VENV:-.venv}/bin

mapfile -t layers < <(find tests -mindepth 2 -name 'test_*.py' -not -path 'tests/rules/*' | cut -d/ -f2 | sort -u)
paths=()
for layer in "$@"; do
  if [[ ! " ${layers[*]} " == *" $layer "* ]]; then
    echo "There are no tests in a layer '$layer'. Layers: ${layers[*]}" >&2
    exit 2
  fi
  paths+=("tests/$layer")
done

if [ $# = 0 ] || [[ " $* " =~ \ (api|core|services|store|worker)\  ]]; then
  scripts/start_services.sh
fi
if [ ${#paths[@]} -gt 0 ]; then
  exec "$bin/pytest" -n auto "${paths[@]}"
fi
rm -f .coverage .coverage.*
"$bin/pytest" -n auto --cov --cov-report=
"$bin/coverage" report
