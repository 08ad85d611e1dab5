#!/usr/bin/env bash
# Builds the extension in a directory of its own: build.sh DIRECTORY [BNLINT]. With a program it comes inside. The .vsix is
# DIRECTORY/bnlint.vsix. Needs Node 18 or later and npm.
set -euo pipefail
here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$1
mkdir -p "$out"
cp -R "$here"/. "$out"/
cp "$here"/../../LICENSE "$out"/LICENSE
cd "$out"
if [[ ! -d node_modules ]]; then npm install --no-audit --no-fund --no-package-lock --silent; fi
npm run --silent check
rm -rf server
if [[ -n ${2:-} ]]; then install -D "$2" server/bnlint; fi
npx --no-install vsce package --no-dependencies --allow-missing-repository --out bnlint.vsix
