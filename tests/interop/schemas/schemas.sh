#!/usr/bin/env bash
# usage: schemas.sh MELDC SOURCE
# Writes every kind of JSON for every protocol and validates it.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" source="$2"
schemas="$source/compiler/emit/schemas"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
cd "$source"

# at_most N COMMAND...: runs it; an exit code above N is a failure.
at_most() {
    local most="$1" status=0
    shift
    "$@" || status=$?
    if [ "$status" -gt "$most" ]; then
        echo "exit code $status: $*"
        exit 1
    fi
}

printf 'meldcode kapot "Kapot" {\n  taak\n}\n' >"$out/kapot.meld"
number=0
for protocol in policies/*/protocol.meld; do
    number=$((number + 1))
    for lang in nl en; do
        at_most 1 "$meldc" check "$protocol" --lang "$lang" --format "json=$out/check-$number-$lang.json"
    done
    at_most 1 "$meldc" check "$protocol" --date 2014-06-01 --format "json=$out/check-$number-old.json"
    for requirement in 'altijd melden bij disclosure' 'nooit minder melden bij meer disclosure' \
        'mogelijk hulp' 'na hulp nog mogelijk melden' 'er is precies 1 stap' 'mens oordeelt'; do
        at_most 1 "$meldc" prove "$protocol" "$requirement" \
            --format "json=$out/prove-$number-${requirement//[^a-z]/}.json"
    done
    at_most 2 "$meldc" build "$protocol" --emit json --out "$out/table-$number" 2>"$out/messages"
    {
        for facts in '{}' '{"vermoeden":"ja"}' '{"vermoeden":"ja","disclosure":"twijfel"}' \
            '{"vermoeden":"ja","acute_onveiligheid":"ja","structurele_onveiligheid":"nee","hulp_mogelijk":"ja","hulp_aanvaard":"ja","hulp_effectief":"nee"}' \
            '{"vermoeden":"nee","disclosure":"ja"}' '{"onbekend":"ja"}'; do
            echo "{\"id\":{\"nr\":$number},\"facts\":$facts}"
        done
        echo 'geen JSON'
    } >"$out/cases-$number.jsonl"
    at_most 2 "$meldc" decide "$protocol" --cases "$out/cases-$number.jsonl" \
        >"$out/decide-$number.jsonl" 2>"$out/messages"
done
at_most 2 "$meldc" check policies "$out/kapot.meld" --format "json=$out/check-all.json" 2>"$out/messages"
at_most 1 "$meldc" test policies --format "json=$out/test.json"

for lang in nl en; do
    "$meldc" explain dekking --lang $lang --format "json=$out/coverage-$lang.json"
done

node "$here/validate.cjs" "$schemas/check.schema.json" "$out"/check-*.json
node "$here/validate.cjs" "$schemas/coverage.schema.json" "$out"/coverage-*.json
node "$here/validate.cjs" "$schemas/prove.schema.json" "$out"/prove-*.json
node "$here/validate.cjs" "$schemas/table.schema.json" "$out"/table-*/*.json
node "$here/validate.cjs" "$schemas/test.schema.json" "$out/test.json"
find "$out" -name 'decide-*.jsonl' -size +0 -print0 |
    xargs -0 node "$here/validate.cjs" --lines "$schemas/decide.schema.json"
for file in "$out"/cases-*.jsonl; do
    sed -i '/^geen JSON$/d' "$file"
done
node "$here/validate.cjs" --lines "$schemas/case.schema.json" "$out"/cases-*.jsonl
# A validator that refuses nothing shows nothing.
node "$here/validate.cjs" --refuse "$schemas/check.schema.json" "$out"/prove-1-*.json
