#!/usr/bin/env bash
# usage: tables.sh MELDC FOLDER PROTOCOL...
# Builds every table of each protocol and runs them in engines that no one here wrote, over every case
# of the facts that they read; what is expected of a case comes from space.cjs and, in a part of the
# cases, from `meldc decide`. Changed files are tried on the first protocol.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2"
shift 2
rm -rf "$out"
columns="id, consequences, allowed, open_consequences, forbidden, undetermined, deferred"

# same EXPECTED FOUND: fails with the first lines that differ.
same() {
    if ! cmp -s "$1" "$2"; then
        echo "$2 differs from $1:"
        diff "$1" "$2" | head -n 10
        return 1
    fi
}

# fits SCHEMA FILE
fits() {
    if ! xmllint --noout --schema "$1" "$2" 2>"$2.messages"; then
        cat "$2.messages"
        return 1
    fi
}

# in_sqlite QUERY CASES SELECTION: of the view `result`.
in_sqlite() {
    {
        printf '.import --csv "%s" cases\nCREATE VIEW result AS\n' "$2"
        cat "$1"
        printf '.mode list\n.separator "\\t"\nSELECT %s;\n' "$3"
    } | sqlite3 :memory:
}

# status QUERY FOLDER: which words the query gives the cases, and those that are none.
status() {
    in_sqlite "$1" "$2/cases.csv" 'DISTINCT status FROM result'
    in_sqlite "$1" "$2/broken.csv" 'DISTINCT status FROM result'
}

# in_cpp HEADER FOLDER [OPTION]: compiles and runs main.cpp; unless the option says otherwise the compiler proves the
# tables.
in_cpp() {
    local space proof="${3:--DMELDC_PROVE_TABLES}"
    space="$(sed -n 's/^namespace \(meldc_[a-z0-9_]*\) {$/\1/p' "$1")"
    g++ -std=c++17 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror "$proof" \
        -DHEADER="\"$1\"" -DSPACE="$space" "$2/main.cpp" -o "$2/main" && "$2/main" "$2/cases.csv"
}

# is_broken: whether all lines on the input say that the answers cannot be given together.
is_broken() {
    ! cut -f 7 | grep -qv ' broken$'
}

folders=()
for protocol in "$@"; do
    folder="$out/$(basename "$protocol")"
    "$meldc" build "$protocol" --emit json,csv,sql,dmn,cpp,jdm,vectors,tck,bpmn --verify --out "$folder" --quiet
    folders+=("$folder")
done
schemas="$NODE_PATH/dmn-moddle/resources/dmn/xsd/DMN13.xsd"
process_schemas="$NODE_PATH/bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd"
tables=()
for folder in "${folders[@]}"; do
    tables+=("$(find "$folder" -name '*.json' ! -name '*.*.json')")
done
node "$here/space.cjs" "${tables[@]}"

for folder in "${folders[@]}"; do
    name="$(basename "$folder"/*.sql .sql)"
    base="$folder/$name"
    fits "$schemas" "$base.dmn"
    fits "$process_schemas" "$base.bpmn"
    xmllint --noout "$base.tck.xml"
    in_sqlite "$base.sql" "$folder/cases.csv" \
        "$columns, grounds, $(cat "$folder/told.txt") FROM result ORDER BY CAST(id AS INTEGER)" >"$folder/sqlite.tsv"
    cut -f 1-7 "$folder/sqlite.tsv" >"$folder/sqlite.some"
    same "$folder/expected.tsv" "$folder/sqlite.some"
    in_sqlite "$base.sql" "$folder/partial.csv" "$columns FROM result ORDER BY CAST(id AS INTEGER)" \
        >"$folder/sqlite.partial"
    same "$folder/partial.tsv" "$folder/sqlite.partial"
    broken="$(($(wc -l <"$folder/broken.csv") - 1))"
    { echo complete; [ "$broken" -eq 0 ] || echo inconsistent; } >"$folder/status.expected"
    status "$base.sql" "$folder" >"$folder/status"
    same "$folder/status.expected" "$folder/status"
    in_cpp "$base.h" "$folder" >"$folder/cpp.tsv"
    cut -f 1-7 "$folder/cpp.tsv" >"$folder/cpp.some"
    same "$folder/expected.tsv" "$folder/cpp.some"
    "$folder/main" "$folder/partial.csv" | cut -f 1-7 >"$folder/cpp.partial"
    same "$folder/partial.tsv" "$folder/cpp.partial"
    "$folder/main" "$folder/broken.csv" | is_broken || { echo "$base.h: broken answers are not noticed"; exit 1; }
    printf '.mode json\n.import --csv "%s" rows\nSELECT * FROM rows;\n' "$base.csv" |
        sqlite3 :memory: >"$base.csv.rows.json"
done

# A part of the cases is decided by meldc itself, which walks the questions.
for folder in "${folders[@]}"; do
    protocol="$(printf '%s\n' "$@" | grep "/$(basename "$folder")\$")"
    "$meldc" decide "$protocol" --cases "$folder/some.jsonl" --quiet >"$folder/decided.jsonl"
    "$meldc" decide "$protocol" --cases "$folder/partial.csv" --format csv --quiet >"$folder/decided.csv"
    printf '.import --csv "%s" result\n.mode list\n.separator "\\t"\nSELECT %s FROM result;\n' "$folder/decided.csv" \
        "$columns" | sqlite3 :memory: >"$folder/decided.partial"
    same "$folder/partial.tsv" "$folder/decided.partial"
done
node "$here/decided.cjs" "${folders[@]}"
node "$here/process.cjs" "${folders[@]}"
for folder in "${folders[@]}"; do
    [ "$(basename "$folder")" != voorbeeld ] || node "$here/source.cjs" "$folder"
done
node "$here/editors.cjs" "$out"/*/*.dmn "$out"/*/*.bpmn
node "$here/engines.cjs" "${folders[@]}"
"$here/sql_engines.sh" "${folders[@]}"

# The comparison must notice files that say otherwise.
folder="${folders[0]}"
base="$folder/$(basename "$folder"/*.sql .sql)"
# unnoticed WHAT EXPECTED FOUND
unnoticed() {
    if cmp -s "$2" "$3"; then
        echo "$1 was not noticed"
        exit 1
    fi
}
sed "0,/ THEN 'moet'/ s// THEN 'mag'/" "$base.sql" >"$folder/spoilt"
in_sqlite "$folder/spoilt" "$folder/cases.csv" "$columns FROM result ORDER BY CAST(id AS INTEGER)" >"$folder/spoilt.tsv"
unnoticed 'a query with another value' "$folder/expected.tsv" "$folder/spoilt.tsv"
sed '0,/}, 1},$/ s//}, 2},/' "$base.h" >"$folder/spoilt.h"
# One that contradicts another row is noticed by the compiler already.
in_cpp "$folder/spoilt.h" "$folder" -UMELDC_PROVE_TABLES | cut -f 1-7 >"$folder/spoilt.tsv"
unnoticed 'a header with another value' "$folder/expected.tsv" "$folder/spoilt.tsv"
if [ "$(wc -l <"$folder/broken.csv")" -gt 1 ]; then
    sed "0,/^      WHEN .* THEN 1\$/ s//      WHEN 1 = 0 THEN 1/" "$base.sql" >"$folder/spoilt"
    status "$folder/spoilt" "$folder" >"$folder/spoilt.status"
    unnoticed 'a query without a bound' "$folder/status.expected" "$folder/spoilt.status"
fi
