#!/usr/bin/env bash
# usage: round_trip.sh SOFFICE MELDC FOLDER PROTOCOL
# LibreOffice opens the report of a protocol and writes it again; headings, tables, lists and links must
# still be there.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
soffice="$1" meldc="$2" out="$3" protocol="$4"
rm -rf "$out"
status=0
"$meldc" report "$protocol" --date 2026-03-01 --emit docx --quiet --out "$out" || status=$?
[ "$status" -le 1 ]
# A profile of its own: another one may be open.
"$soffice" "-env:UserInstallation=file://$out/profile" --headless --convert-to docx \
    --outdir "$out/again" "$out/$(basename "$protocol").rapport.docx" >"$out/soffice.log" 2>&1 </dev/null
node "$here/compare.cjs" trip "$out/$(basename "$protocol").rapport.docx" \
    "$out/again/$(basename "$protocol").rapport.docx"

# What nobody changed by hand is not told as changed after another program saved it; what was, is.
"$meldc" build "$protocol" --date 2026-03-01 --emit protocol,form --as docx --quiet --out "$out"
for product in protocol notitieformulier; do
    document="$(basename "$protocol").$product.docx"
    "$soffice" "-env:UserInstallation=file://$out/profile" --headless --convert-to docx \
        --outdir "$out/again" "$out/$document" >"$out/soffice.log" 2>&1 </dev/null
    status=0
    "$meldc" check "$protocol" --date 2026-03-01 --format plain --published "$out/again/$document" >"$out/check.txt" || status=$?
    [ "$status" -le 1 ]
    if grep 'MC617' "$out/check.txt"; then
        exit 1
    fi
done
sed 's/ParnasSys/ParnasSys of op papier/' "$protocol/protocol.meld" >"$out/other.meld"
status=0
"$meldc" check "$out/other.meld" --date 2026-03-01 --format plain \
    --published "$out/again/$(basename "$protocol").protocol.docx" >"$out/check.txt" || status=$?
[ "$status" -eq 1 ]
grep -q 'MC6170' "$out/check.txt"
