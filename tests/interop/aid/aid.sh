#!/usr/bin/env bash
# usage: aid.sh MELDC SCRIPT FOLDER PROTOCOL...
# Builds the decision aid of each protocol and holds what it finds against `meldc decide`.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" script="$2" out="$3"
shift 3
rm -rf "$out"
status=0
for protocol in "$@"; do
    folder="$out/$(basename "$protocol")"
    "$meldc" build "$protocol" --emit aid --date 2026-03-01 --out "$folder" --quiet
    AID_DATE=2026-03-01 node "$here/same_as_decide.cjs" "$meldc" "$script" "$folder"/*.keuzehulp.html \
        "$protocol" || status=1
done
exit "$status"
