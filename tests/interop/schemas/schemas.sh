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
    for lang in nl en; do
        at_most 1 "$meldc" check --timeline "$protocol" --lang "$lang" \
            --format "json=$out/timeline-$number-$lang.json"
    done
    at_most 1 "$meldc" check "$protocol" --date 2014-06-01 --format "json=$out/check-$number-old.json"
    for requirement in 'altijd melden bij disclosure' 'nooit minder melden bij meer disclosure' \
        'mogelijk hulp' 'na hulp nog mogelijk melden' 'er is precies 1 stap' 'mens oordeelt'; do
        at_most 1 "$meldc" prove "$protocol" "$requirement" \
            --format "json=$out/prove-$number-${requirement//[^a-z]/}.json"
    done
    at_most 2 "$meldc" build "$protocol" --emit json,vectors --out "$out/table-$number" 2>"$out/messages"
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
for protocol in policies/innovo policies/de-meent policies/model-zorg; do
    for lang in nl en; do
        at_most 1 "$meldc" report "$protocol" --lang "$lang" --emit json --quiet \
            --out "$out/report-$lang-$(basename "$protocol")"
    done
done
at_most 2 "$meldc" check policies "$out/kapot.meld" --format "json=$out/check-all.json" 2>"$out/messages"
at_most 1 "$meldc" test policies --format "json=$out/test.json"

# Waivers: used, of law, ended and still to come, of something unknown.
mkdir "$out/waived"
cp policies/innovo/protocol.meld "$out/waived/"
for norm in R34 R15 R31 R33 R999; do
    printf 'ontheffing %s voor innovo {\n  reden "Er komt een nieuwe tekst."\n  besloten door "bestuur" op 2025-12-01\n  geldig van 2026-01-01 tot en met 2998-12-31\n}\n' "$norm"
done >"$out/waived/ontheffingen.meld"
for day in 2025-06-01 2026-06-01 2999-06-01; do
    at_most 1 "$meldc" check "$out/waived" --date "$day" --format "json=$out/check-waived-$day.json"
done
at_most 1 "$meldc" check --timeline "$out/waived" --format "json=$out/timeline-waived.json"
grep -q '"status": "waived"' "$out/check-waived-2026-06-01.json"
grep -q '"kind": "waiver-ends"' "$out/timeline-waived.json"


# A protocol beside its documents: by lines and by heading, as it was recorded and after a change.
mkdir -p "$out/code" "$out/documents"
cat >"$out/code/protocol.meld" <<'END'
meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  bron bijlage "bijlage.txt"
  sector po staat in protocol regel 1 staat in bijlage kop "Sector" alinea 1
  rol af is aandachtsfunctionaris staat in protocol regel 2-3, 5
  organisatie "School" staat in bijlage kop "Sector"
  versie "1" staat in protocol regel 1-20
}
END
seq -f 'regel %g' 20 >"$out/documents/protocol.txt"
printf 'Sector\n\nBasisonderwijs\n' >"$out/documents/bijlage.txt"
with_documents=("$meldc" check "$out/code" --documents "$out/documents" --quiet)
at_most 1 "${with_documents[@]}" --format "json=$out/check-documents-1.json"
at_most 1 "${with_documents[@]}" --lock --format "json=$out/check-documents-2.json"
sed -i -e '2s/$/ anders/' -e '1i voorblad' "$out/documents/protocol.txt"
at_most 1 "${with_documents[@]}" --format "json=$out/check-documents-3.json"
at_most 1 "$meldc" prove "$out/code" 'er is een rol' --documents "$out/documents" \
    --format "json=$out/prove-documents.json"
grep -q '"quote"' "$out/check-documents-3.json"
grep -q '"quote"' "$out/prove-documents.json"

node "$here/validate.cjs" "$schemas/lock.schema.json" "$out/code/meld.lock"

# A report with documents, items and judgements.
printf '1.1\tWie beslist\tR15, R31\n1.2\tOud\tR14\n' >"$out/items.tsv"
at_most 1 "$meldc" report "$out/code" --emit form --out "$out/report-full" --quiet
sed '/^R15\t/ s/\t\t\t\t\t$/\tin orde\t\t\tinspecteur\t2026-03-02/' "$out/report-full/proef.oordelen.tsv" \
    >"$out/oordelen.tsv"
at_most 1 "$meldc" report "$out/code" --documents "$out/documents" --items "$out/items.tsv" \
    --judgements "$out/oordelen.tsv" --emit json --out "$out/report-full" 2>"$out/messages"
grep -q '"state": "current"' "$out/report-full/proef.rapport.json"
grep -q '"quote"' "$out/report-full/proef.rapport.json"
# Many protocols: with a file that does not compile, a part of them, two parts together, and beside an
# earlier day.
many=("$meldc" report policies/innovo policies/voorbeeld policies/model-po policies/model-vo
    "$out/kapot.meld" --emit json --quiet --date 2026-03-01)
at_most 2 "${many[@]}" --out "$out/matrix-nl" --lang nl 2>"$out/messages"
at_most 2 "${many[@]}" --out "$out/matrix-1" --shard 1/2 2>"$out/messages"
at_most 2 "${many[@]}" --out "$out/matrix-2" --shard 2/2 2>"$out/messages"
at_most 2 "$meldc" report --merge "$out/matrix-1/matrix.json" "$out/matrix-2/matrix.json" \
    --emit json --out "$out/matrix-merged" --quiet
at_most 2 "$meldc" report policies/innovo policies/model-po --date 2015-06-01 --emit json --quiet \
    --out "$out/matrix-old" 2>"$out/messages"
at_most 2 "${many[@]}" --out "$out/matrix-compared" --lang en \
    --compare "$out/matrix-old/matrix.json" 2>"$out/messages"
grep -q '"broken":{' "$out/matrix-nl/matrix.json"
for lang in nl en; do
    "$meldc" explain dekking --lang $lang --format "json=$out/coverage-$lang.json"
done

# Two versions: another code, the same one, one by the law of two days, with acceptances that count and
# that do not.
at_most 1 "$meldc" diff policies/pro8 policies/model-po --format "json=$out/diff-1.json"
at_most 1 "$meldc" diff policies/zorgaanbieder policies/rbcz --lang en --format "json=$out/diff-2.json"
at_most 0 "$meldc" diff policies/innovo policies/innovo --format "json=$out/diff-3.json"
at_most 1 "$meldc" diff policies/innovo --date 2018-12-31 --to-date 2026-03-01 --format "json=$out/diff-4.json"
for text in 'minder melden bij vermoeden' 'minder hulp' 'onbepaald bij twijfel over vermoeden'; do
    printf 'aanvaarding voor innovo {\n  %s\n  reden "Een proef."\n  besloten door "bestuur" op 2026-01-01\n  geldig tot en met 2998-12-31\n}\n' "$text"
done >"$out/waived/aanvaardingen.meld"
at_most 1 "$meldc" diff policies/voorbeeld "$out/waived" --date 2026-03-01 --format "json=$out/diff-5.json"
grep -q '"id": "MC8006"' "$out"/diff-5.json

node "$here/validate.cjs" "$schemas/diff.schema.json" "$out"/diff-*.json
node "$here/validate.cjs" "$schemas/check.schema.json" "$out"/check-*.json
node "$here/validate.cjs" "$schemas/coverage.schema.json" "$out"/coverage-*.json
node "$here/validate.cjs" "$schemas/timeline.schema.json" "$out"/timeline-*.json
node "$here/validate.cjs" "$schemas/prove.schema.json" "$out"/prove-*.json
node "$here/validate.cjs" "$schemas/vectors.schema.json" "$out"/table-*/*.vectors.json
rm "$out"/table-*/*.vectors.json
node "$here/validate.cjs" "$schemas/table.schema.json" "$out"/table-*/*.json
node "$here/validate.cjs" "$schemas/report.schema.json" "$out"/report-*/*.rapport.json
node "$here/validate.cjs" "$schemas/matrix.schema.json" "$out"/matrix-*/matrix.json
node "$here/validate.cjs" "$schemas/test.schema.json" "$out/test.json"
find "$out" -name 'decide-*.jsonl' -size +0 -print0 |
    xargs -0 node "$here/validate.cjs" --lines "$schemas/decide.schema.json"
for file in "$out"/cases-*.jsonl; do
    sed -i '/^geen JSON$/d' "$file"
done
node "$here/validate.cjs" --lines "$schemas/case.schema.json" "$out"/cases-*.jsonl
# A validator that refuses nothing shows nothing.
node "$here/validate.cjs" --refuse "$schemas/check.schema.json" "$out"/prove-1-*.json
node "$here/validate.cjs" --refuse "$schemas/timeline.schema.json" "$out"/check-1-*.json
node "$here/validate.cjs" --refuse "$schemas/lock.schema.json" "$out"/check-1-*.json
node "$here/validate.cjs" --refuse "$schemas/report.schema.json" "$out"/check-1-*.json
node "$here/validate.cjs" --refuse "$schemas/matrix.schema.json" "$out"/check-1-*.json
