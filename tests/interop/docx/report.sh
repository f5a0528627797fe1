#!/usr/bin/env bash
# usage: report.sh MELDC FOLDER PROTOCOL
# Makes the report of a protocol, and one with everything in it, as Word document and as page. Two
# programs that no one here wrote judge the document: xmllint each of its parts, mammoth what a reader
# finds in it, which must be what the page says.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2" protocol="$3"
rm -rf "$out"
mkdir -p "$out/documents"

# report ARGUMENT...: a protocol with faults ends with 1.
report() {
    local status=0
    "$meldc" report --date 2026-03-01 --emit html,docx --quiet "$@" || status=$?
    [ "$status" -le 1 ]
}

report "$protocol" --out "$out"
# What people write is text, whatever it looks like: RLO, markup, a field, a template, a formula.
rlo=$'\xe2\x80\xae'
cat >"$out/protocol.meld" <<END
meldcode geciteerd "Geciteerd & <w:t>gelezen</w:t> ]]> &#x41;" {
  soort meldcode
  organisatie "=HYPERLINK('x') {{naam}} { PAGE }"
  sector po staat in protocol regel 1
  bron protocol "protocol.txt"
  gecodeerd door "codeur" op 2026-03-01
  rol directeur is directie staat in protocol regel 2
  beslissing melden staat in protocol regel 3 {
    eindverantwoordelijk directeur staat in protocol regel 3
  }
}
END
{
    echo 'Regel 1 van het <b>document</b> & meer'
    head -c 10000 /dev/zero | tr '\0' 'w'
    echo
    echo "Regel 3 </w:t></w:r> ${rlo}om &amp; javascript:alert(1)"
} >"$out/documents/protocol.txt"
printf 'item\ttitel\tnorm\n1.1\tWie beslist\tR15, R31\n1.2\tHet <kader> & meer\tR31, R32\n' >"$out/items.tsv"
"$meldc" report "$out" --date 2026-03-01 --documents "$out/documents" --out "$out" --emit form --quiet || true
sed -e '/^R15\t/ s/\t\t\t\t\t$/\tin orde\tgelezen\tWij zien dit <anders>.\tinspecteur\t2026-03-02/' \
    -e '/^R31\t/ s/\t[a-z]*:[0-9a-f]*\t\t\t\t\t$/\tdocument:0123456789abcdef\tniet in orde\t\t\tinspecteur\t2026-03-02/' \
    "$out/geciteerd.oordelen.tsv" >"$out/oordelen.tsv"
# Of the two languages one is compared: they differ in words only.
report "$out" --documents "$out/documents" --items "$out/items.tsv" --judgements "$out/oordelen.tsv" \
    --out "$out/en" --lang en 2>"$out/messages"
grep -q 'MC7105' "$out/messages"
# A document of its own is a house style too, and is named where the report says how to make it again.
report "$protocol" --out "$out/styled" --template-docx "$out/en/geciteerd.rapport.docx"

name="$(basename "$protocol").rapport"
for base in "$out/$name" "$out/en/geciteerd.rapport"; do
    node "$here/compare.cjs" page "$base.docx" "$base.html"
done
for base in "$out/$name" "$out/en/geciteerd.rapport" "$out/styled/$name"; do
    mapfile -t parts < <(node "$here/compare.cjs" unpack "$base.docx" "$base.parts")
    if [ "${#parts[@]}" -lt 9 ]; then
        echo "$base.docx has only ${#parts[@]} parts"
        exit 1
    fi
    if command -v xmllint >/dev/null; then
        xmllint --noout "${parts[@]}"
    else
        echo 'xmllint is not there: whether the parts are well formed was not looked at'
    fi
done
grep -q -- '--template-docx' "$out/styled/$name.parts/word/document.xml"
# On the page it has no place, and what looks like a field or a program is neither.
if grep -q -- '--template-docx' "$out/styled/$name.html"; then
    echo 'the page names a template that it does not use'
    exit 1
fi
if grep 'HYPERLINK\|javascript:' "$out/en/geciteerd.rapport.parts/word/_rels/"*.rels; then
    echo 'a text became a link'
    exit 1
fi
