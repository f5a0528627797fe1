#!/usr/bin/env bash
# usage: page.sh MELDC FOLDER PROTOCOL...
# Builds the page and the report of each protocol, one that quotes its document, reports with items and
# judgements, and the page of coverage in both languages, and checks them in a browser.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2"
shift 2
rm -rf "$out"
for protocol in "$@"; do
    "$meldc" build "$protocol" --emit html --out "$out/$(basename "$protocol")"
done
mkdir -p "$out/quoted/documents"
cat >"$out/quoted/protocol.meld" <<'END'
meldcode geciteerd "Geciteerd" {
  soort meldcode
  bron protocol "protocol.txt"
  stap 1 "Wegen" staat in protocol regel 1-12 {
    vraag 1 "Is er een vermoeden?" staat in protocol regel 2-3 {
      antwoord ja als vermoeden staat in protocol regel 2
      bij ja melden staat in protocol regel 3
    }
  }
}
END
seq -f 'Regel %g van het <b>document</b> & meer' 12 >"$out/quoted/documents/protocol.txt"
"$meldc" build "$out/quoted" --documents "$out/quoted/documents" --emit html --out "$out/quoted"
grep -q '<blockquote><p>Regel 2 van het &lt;b&gt;' "$out/quoted/geciteerd.html"
# at_most_findings COMMAND...: a report of a protocol that has faults ends with 1.
at_most_findings() {
    local status=0
    "$@" || status=$?
    [ "$status" -le 1 ]
}
for protocol in "$@"; do
    at_most_findings "$meldc" report "$protocol" --out "$out/$(basename "$protocol")" --quiet
done
# A report with everything in it, in both languages: items, passages, judgements that hold and that do
# not.
printf 'item\ttitel\tnorm\n1.1\tWie beslist\tR15, R31\n1.2\tHet afwegingskader & meer\tR31, R32, R999\n' \
    >"$out/quoted/items.tsv"
at_most_findings "$meldc" report "$out/quoted" --documents "$out/quoted/documents" --out "$out/quoted" \
    --emit form --quiet
sed -e '/^R15\t/ s/\t\t\t\t\t$/\tin orde\tgelezen\tWij zien dit <anders>.\tinspecteur\t2026-03-02/' \
    -e '/^R31\t/ s/\t[a-z]*:[0-9a-f]*\t\t\t\t\t$/\tdocument:0123456789abcdef\tniet in orde\t\t\tinspecteur\t2026-03-02/' \
    "$out/quoted/geciteerd.oordelen.tsv" >"$out/quoted/oordelen.tsv"
for lang in nl en; do
    at_most_findings "$meldc" report "$out/quoted" --documents "$out/quoted/documents" \
        --items "$out/quoted/items.tsv" --judgements "$out/quoted/oordelen.tsv" \
        --out "$out/quoted/$lang" --lang "$lang" 2>"$out/quoted/messages"
    grep -q 'MC7105' "$out/quoted/messages"
    grep -q 'inspecteur' "$out/quoted/$lang/geciteerd.rapport.html"
done
for lang in nl en; do
    "$meldc" explain dekking --lang $lang --format "html=$out/dekking-$lang.html"
done
mapfile -t pages < <(find "$out" -name '*.html' | LC_ALL=C sort)
if [ "${#pages[@]}" -lt "$((2 * $# + 5))" ]; then
    echo "$# protocols gave only ${#pages[@]} pages"
    exit 1
fi
# All elements of a report are closed and none is in another's way: it is read as XML too.
if command -v xmllint >/dev/null; then
    find "$out" -name '*.rapport.html' -print0 | xargs -0 xmllint --noout
fi
exec node "$here/check_page.cjs" "${pages[@]}"
