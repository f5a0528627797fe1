#!/usr/bin/env bash
# usage: report.sh MELDC FOLDER PROTOCOL
# Makes the report of a protocol, and in both languages one with everything in it: items, passages of
# a document, judgements that hold and that do not. Checks that they are well formed and, in a browser,
# what a reader depends on.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2" protocol="$3"
rm -rf "$out"
mkdir -p "$out/documents"

# report ARGUMENT...: a protocol with faults ends with 1.
report() {
    local status=0
    "$meldc" report --date 2026-03-01 "$@" || status=$?
    [ "$status" -le 1 ]
}

report "$protocol" --out "$out" --quiet
cat >"$out/protocol.meld" <<'END'
meldcode geciteerd "Geciteerd & <gelezen>" {
  soort meldcode
  sector po staat in protocol regel 1
  bron protocol "protocol.txt"
  gecodeerd door "codeur" op 2026-03-01
  rol directeur is directie staat in protocol regel 2
  beslissing melden staat in protocol regel 3 {
    eindverantwoordelijk directeur staat in protocol regel 3
  }
  stap 1 "Wegen" staat in protocol regel 4-12 {
    vraag 1 "Is er een vermoeden?" staat in protocol regel 5-6 {
      antwoord ja als vermoeden staat in protocol regel 5
      bij ja melden staat in protocol regel 6
    }
  }
}
END
seq -f 'Regel %g van het <b>document</b> & meer' 12 >"$out/documents/protocol.txt"
printf 'item\ttitel\tnorm\n1.1\tWie beslist\tR15, R31\n1.2\tHet <kader> & meer\tR31, R32, R999\n' >"$out/items.tsv"
report "$out" --documents "$out/documents" --out "$out" --emit form --quiet
sed -e '/^R15\t/ s/\t\t\t\t\t$/\tin orde\tgelezen\tWij zien dit <anders>.\tinspecteur\t2026-03-02/' \
    -e '/^R31\t/ s/\t[a-z]*:[0-9a-f]*\t\t\t\t\t$/\tdocument:0123456789abcdef\tniet in orde\t\t\tinspecteur\t2026-03-02/' \
    "$out/geciteerd.oordelen.tsv" >"$out/oordelen.tsv"
for lang in nl en; do
    report "$out" --documents "$out/documents" --items "$out/items.tsv" --judgements "$out/oordelen.tsv" \
        --out "$out/$lang" --lang "$lang" 2>"$out/messages"
    grep -q 'MC7101' "$out/messages"
    grep -q 'MC7105' "$out/messages"
    grep -q 'Wij zien dit &lt;anders&gt;' "$out/$lang/geciteerd.rapport.html"
    grep -q '<blockquote><p>Regel 3 van het &lt;b&gt;' "$out/$lang/geciteerd.rapport.html"
done

# What a new version changes, with less and more protection, an acceptance and words of the user.
mkdir -p "$out/new"
sed -e 's/<gelezen>/<gewijzigd>/' -e 's/bij ja melden/bij ja hulp/' -e 's/rol directeur is directie/rol <hoofd> is directie/' \
    -e 's/rol <hoofd>/rol "<hoofd>"/' -e 's/eindverantwoordelijk directeur/eindverantwoordelijk "<hoofd>"/' \
    "$out/protocol.meld" >"$out/new/protocol.meld"
printf 'aanvaarding voor geciteerd {\n  minder melden bij twijfel over vermoeden\n  reden "Een <proef> & meer."\n  besloten door "bestuur" op 2026-01-01\n  geldig tot en met 2026-12-31\n}\n' \
    >"$out/new/aanvaardingen.meld"
"$meldc" diff "$out/protocol.meld" "$out/new" --date 2026-03-01 --format "html=$out/diff.html" && exit 1
grep -q 'Geciteerd &amp; &lt;gewijzigd&gt;' "$out/diff.html"

# Of the two languages one is looked at in the browser: they differ in words only.
pages=("$out/$(basename "$protocol").rapport.html" "$out/en/geciteerd.rapport.html" "$out/diff.html")
# Every element is closed and none overlaps another: as XML it can be read too.
if command -v xmllint >/dev/null; then
    xmllint --noout "${pages[@]}" "$out/nl/geciteerd.rapport.html"
else
    echo 'xmllint is not there: whether the reports are well formed was not looked at'
fi
"$here/valid.sh" "${pages[@]}"
# The small one has all parts; the large one takes half a minute more: with MELDC_ALL_PAGES=1.
if [ -z "${MELDC_ALL_PAGES:-}" ]; then
    pages=("${pages[1]}")
fi
exec node "$here/check_page.cjs" "${pages[@]}"
