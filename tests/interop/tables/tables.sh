#!/usr/bin/env bash
# usage: tables.sh MELDC FOLDER PROTOCOL...
# Builds every table of each protocol and runs them in engines that no one here wrote, over every case
# of the facts that they read, or with MELDC_MOST_CASES over about so many of each (space.cjs); what is expected of a case comes from space.cjs and, in a part of the
# cases, from `meldc decide`.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2"
shift 2
rm -rf "$out"
columns="id, consequences, allowed, open_consequences, forbidden, undetermined, deferred, grounds"

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

# in_sqlite QUERY CASES: the columns of expected.tsv and the grounds, sorted by id.
in_sqlite() {
    {
        printf '.import --csv "%s" cases\nCREATE VIEW result AS\n' "$2"
        cat "$1"
        printf '.mode list\n.separator "\\t"\nSELECT %s FROM result ORDER BY CAST(id AS INTEGER);\n' "$columns"
    } | sqlite3 :memory:
}

# in_cpp HEADER FOLDER: compiles and runs main.cpp.
in_cpp() {
    local space
    space="$(sed -n 's/^namespace \(meldc_[a-z0-9_]*\) {$/\1/p' "$1")"
    g++ -std=c++17 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -DMELDC_PROVE_TABLES \
        -DHEADER="\"$1\"" -DSPACE="$space" "$2/main.cpp" -o "$2/main" && "$2/main" "$2/cases.csv"
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
    in_sqlite "$base.sql" "$folder/cases.csv" >"$folder/grounds.tsv"
    cut -f 1-7 "$folder/grounds.tsv" >"$folder/sqlite.tsv"
    same "$folder/expected.tsv" "$folder/sqlite.tsv"
    in_cpp "$base.h" "$folder" >"$folder/cpp.tsv"
    same "$folder/expected.tsv" "$folder/cpp.tsv"
    printf '.mode json\n.import --csv "%s" rows\nSELECT * FROM rows;\n' "$base.csv" |
        sqlite3 :memory: >"$base.csv.rows.json"
done

# A part of the cases is decided by meldc itself, which walks the questions.
for folder in "${folders[@]}"; do
    name="$(basename "$folder"/*.sql .sql)"
    count="$(wc -l <"$folder/cases.jsonl")"
    awk -v each="$((count / 12 + 1))" 'NR % each == 1' "$folder/cases.jsonl" >"$folder/some.jsonl"
    protocol="$(printf '%s\n' "$@" | grep "/$(basename "$folder")\$")"
    "$meldc" decide "$protocol" --cases "$folder/some.jsonl" --quiet >"$folder/decided.jsonl"
done
node "$here/decided.cjs" "${folders[@]}"
node "$here/process.cjs" "${folders[@]}"
node "$here/editors.cjs" "$out"/*/*.dmn "$out"/*/*.bpmn
node "$here/engines.cjs" "${folders[@]}"
"$here/sql_engines.sh" "${folders[@]}"

# The comparison must notice a table that says otherwise: one value changed in the query, one in the header.
folder="${folders[0]}"
base="$folder/$(basename "$folder"/*.sql .sql)"
sed "0,/ THEN 'moet'/ s// THEN 'mag'/" "$base.sql" >"$folder/spoilt"
in_sqlite "$folder/spoilt" "$folder/cases.csv" | cut -f 1-7 >"$folder/spoilt.tsv"
if cmp -s "$folder/expected.tsv" "$folder/spoilt.tsv"; then
    echo "a spoilt query was not noticed"
    exit 1
fi
sed '0,/}, 1},$/ s//}, 2},/' "$base.h" >"$folder/spoilt.h"
in_cpp "$folder/spoilt.h" "$folder" >"$folder/spoilt.tsv"
if cmp -s "$folder/expected.tsv" "$folder/spoilt.tsv"; then
    echo "a spoilt header was not noticed"
    exit 1
fi
