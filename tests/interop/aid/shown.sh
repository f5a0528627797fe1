#!/usr/bin/env bash
# usage: shown.sh MELDC SCRIPT FOLDER INNOVO
# Builds the decision aid of a real protocol and looks at what it shows in a browser.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" script="$2" out="$3" protocol="$4"
rm -rf "$out"
mkdir -p "$out/pictures"
"$meldc" build "$protocol" --emit aid --date 2026-03-01 --out "$out" --quiet
exec node "$here/shown.cjs" "$script" "$out/innovo.keuzehulp.html" "$out/pictures"
