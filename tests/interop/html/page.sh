#!/usr/bin/env bash
# usage: page.sh MELDC FOLDER PROTOCOL...
# Builds the page of each protocol, one that quotes its document, and that of coverage in both
# languages, and checks them in a browser.
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
for lang in nl en; do
    "$meldc" explain dekking --lang $lang --format "html=$out/dekking-$lang.html"
done
mapfile -t pages < <(find "$out" -name '*.html' | LC_ALL=C sort)
if [ "${#pages[@]}" -lt "$(($# + 2))" ]; then
    echo "$# protocols gave only ${#pages[@]} pages"
    exit 1
fi
"$here/valid.sh" "${pages[@]}"
# Pages that are made of the same parts as others take a minute more: with MELDC_ALL_PAGES=1.
if [ -z "${MELDC_ALL_PAGES:-}" ]; then
    mapfile -t pages < <(printf '%s\n' "${pages[@]}" |
        grep -vE '/(de_meent|pro8|zorgaanbieder|dekking-en)\.html$')
fi
exec node "$here/check_page.cjs" "${pages[@]}"
