#!/usr/bin/env bash
# Copies what the browser needs of others, npm packages at the versions of ui/package-lock.json, to where it is served from.
set -euo pipefail
cd "$(dirname "$0")/.."
target=src/xcodereviewer/api/assets

npm ci --prefix ui --ignore-scripts --no-audit --no-fund --silent
rm -rf "$target"
mkdir -p "$target"
modules=ui/node_modules
cp "$modules"/swagger-ui-dist/{swagger-ui-bundle.js,swagger-ui-bundle.js.LICENSE.txt,swagger-ui.css} "$target"
cp "$modules"/redoc/bundles/{redoc.standalone.js,redoc.standalone.js.LICENSE.txt} "$target"
for package in swagger-ui-dist redoc; do
  cp "$modules/$package/LICENSE" "$target/$package.LICENSE.txt"
done

# ReDoc shows its maker's picture from its maker's site; a page of ours asks no other site for anything.
picture=https://cdn.redoc.ly/redoc/logo-mini.svg
grep -q "$picture" "$target/redoc.standalone.js" || { echo "ReDoc's picture has moved: $picture is not there." >&2; exit 2; }
sed -i.old "s#$picture#data:,#" "$target/redoc.standalone.js"
rm "$target/redoc.standalone.js.old"
