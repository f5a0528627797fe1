#!/usr/bin/env bash
# usage: page.sh MELDC FOLDER PROTOCOL...
# Builds the page of each protocol, and that of coverage in both languages, and checks them in a browser.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2"
shift 2
rm -rf "$out"
for protocol in "$@"; do
    "$meldc" build "$protocol" --emit html --out "$out/$(basename "$protocol")"
done
for lang in nl en; do
    "$meldc" explain dekking --lang $lang --format "html=$out/dekking-$lang.html"
done
mapfile -t pages < <(find "$out" -name '*.html' | LC_ALL=C sort)
if [ "${#pages[@]}" -lt "$(($# + 2))" ]; then
    echo "$# protocols gave only ${#pages[@]} pages"
    exit 1
fi
exec node "$here/check_page.cjs" "${pages[@]}"
