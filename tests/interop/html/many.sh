#!/usr/bin/env bash
# usage: many.sh MELDC FOLDER POLICIES
# Makes the matrix of many protocols in both languages, beside an earlier day and with files that do not
# compile, and checks in a browser what a reader depends on, with and without script.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2" policies="$3"
rm -rf "$out"
mkdir -p "$out/codes/kapot" "$out/codes/namen"

# report ARGUMENT...: files that do not compile end with 2.
report() {
    local status=0
    "$meldc" report --quiet "$@" || status=$?
    [ "$status" -le 2 ]
}

printf 'meldcode kapot "Kapot" {\n  taak <b>\n}\n' >"$out/codes/kapot/protocol.meld"
printf 'meldcode namen "Een <b>lange</b> naam & nog iets" {\n  soort meldcode\n  sector po\n}\n' \
    >"$out/codes/namen/protocol.meld"
for model in po vo so zorg; do
    for number in 1 2 3; do
        mkdir -p "$out/codes/$model-$number"
        printf 'meldcode %s_%s "School %s in de %s" {\n  volgt model_%s\n  organisatie "Stichting %s"\n}\n' \
            "$model" "$number" "$number" "$model" "$model" "$number" >"$out/codes/$model-$number/protocol.meld"
    done
done
report "$out/codes" "$policies" --out "$out/toen" --date 2015-06-01 --emit json 2>"$out/messages"
rm -r "$out/codes/zorg-3"
for lang in nl en; do
    report "$out/codes" "$policies" --out "$out/$lang" --date 2026-03-01 --lang $lang \
        --compare "$out/toen/matrix.json" 2>"$out/messages"
    grep -q 'MC' "$out/messages"
    grep -q 'Een &lt;b&gt;lange' "$out/$lang/index.html"
done
# One without groups and without an earlier run.
report "$policies/innovo" "$policies/pro8" --out "$out/klein" --date 2026-03-01 --emit matrix
"$here/valid.sh" "$out"/*/index.html
# All three pages take minutes, most of them for looking at each cell at each width: with
# MELDC_ALL_PAGES=1. Else the large one is used and the small one is looked at.
used=("$out/nl/index.html") looked_at=("$out/klein/index.html")
if [ -n "${MELDC_ALL_PAGES:-}" ]; then
    used+=("$out/en/index.html" "$out/klein/index.html")
    looked_at+=("$out/nl/index.html" "$out/en/index.html")
fi
node "$here/check_matrix.cjs" "${used[@]}"
exec node "$here/check_page.cjs" "${looked_at[@]}"
