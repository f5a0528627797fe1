#!/usr/bin/env bash
# usage: documents.sh MELDC FOLDER PROTOCOL
# Builds the documents of a protocol that people read and checks their pages in a browser. The short
# protocol consists of parts of the handbook.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2" protocol="$3"
rm -rf "$out"
"$meldc" build "$protocol" --emit all --out "$out" --quiet
mapfile -t pages < <(find "$out" -name '*.html' | LC_ALL=C sort)
"$here/valid.sh" "${pages[@]}"
name="$out/$(basename "$protocol")"
exec node "$here/check_page.cjs" "$name".{handboek,rolkaarten,stappenkaart,notitieformulier}.html
