#!/usr/bin/env bash
# usage: report.sh MELDC FOLDER PROTOCOL
# Makes the report of a protocol, and in both languages one with everything in it, as Word document and as
# page. Two programs that no one here wrote judge the document: xmllint each of its parts, mammoth
# what a reader finds in it, which must be what the page says.
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
  organisatie "=HYPERLINK(\"x\") {{naam}} { PAGE }"
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
for lang in nl en; do
    report "$out" --documents "$out/documents" --items "$out/items.tsv" --judgements "$out/oordelen.tsv" \
        --out "$out/$lang" --lang "$lang"
done
# A document of its own is a house style too.
report "$protocol" --out "$out/styled" --template-docx "$out/nl/geciteerd.rapport.docx"

name="$(basename "$protocol").rapport"
for base in "$out/$name" "$out/nl/geciteerd.rapport" "$out/en/geciteerd.rapport"; do
    node "$here/compare.cjs" page "$base.docx" "$base.html"
done
node "$here/compare.cjs" trip "$out/$name.docx" "$out/styled/$name.docx" 2>"$out/styled.log" && {
    echo 'a report that names its template should differ by that row'
    exit 1
}
grep -q 'sjabloon' "$out/styled.log" || { cat "$out/styled.log"; exit 1; }

for document in "$out/$name.docx" "$out/nl/geciteerd.rapport.docx" "$out/en/geciteerd.rapport.docx" \
    "$out/styled/$name.docx"; do
    mapfile -t parts < <(node "$here/compare.cjs" unpack "$document" "${document%.docx}.parts")
    if [ "${#parts[@]}" -lt 9 ]; then
        echo "$document has only ${#parts[@]} parts"
        exit 1
    fi
    if command -v xmllint >/dev/null; then
        xmllint --noout "${parts[@]}"
    else
        echo 'xmllint is not there: whether the parts are well formed was not looked at'
    fi
done
