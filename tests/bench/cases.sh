#!/usr/bin/env bash
# usage: cases.sh MELDC PROTOCOL COUNT FOLDER
# Decides COUNT synthetic cases of a protocol by `meldc decide`, from lines of JSON and from CSV, and by the emitted
# query inside PostgreSQL; compares all answers, and tells how long each took and how much memory meldc needed. The
# answers as CSV must be those of PostgreSQL byte for byte. FOLDER takes some 300 bytes for each case.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/../scripts/postgres.sh"
meldc="$(realpath "$1")" protocol="$(realpath "$2")" count="$3"
export LC_ALL=C
mkdir -p "$4"
out="$(realpath "$4")"
"$meldc" build "$protocol" --emit json,sql,vectors --out "$out" --quiet
query="$(echo "$out"/*.sql)"
node "$here/../interop/tables/space.cjs" "${query%.sql}.json"
node "$here/cases.cjs" "$out" "$count"

# How much memory it took is told where `time` is (Debian: time).
measured=()
if [ -x /usr/bin/time ]; then
    measured=(/usr/bin/time -f ', %U s of work, %M kB at most' -o "$out/memory" -q)
fi

# told LABEL COMMAND...: runs it, its output into the file `sum` as a digest, and tells how long it took.
told() {
    local label="$1" from to
    shift
    from="$(date +%s.%N)"
    "$@" | sha256sum >"$out/sum"
    to="$(date +%s.%N)"
    awk -v label="$label" -v from="$from" -v to="$to" -v count="$count" -v memory="$(cat "$out/memory" 2>/dev/null)" \
        'BEGIN { printf "%s: %.1f s, %.0f cases a second%s\n", label, to - from, count / (to - from), memory }'
    rm -f "$out/memory"
}

# decided ARGUMENTS...: cases that contradict themselves make the exit code 2.
decided() {
    local code=0
    "${measured[@]}" "$meldc" decide "$protocol" --quiet "$@" || code=$?
    [ "$code" -eq 0 ] || [ "$code" -eq 2 ]
}

# same FILE WHAT: whether the digest of what was told last is that in the file.
same() {
    if ! cmp -s "$out/sum" "$1"; then
        echo "the answers differ: $2"
        exit 1
    fi
}

# Cells know no numbers: an id out of a table is a string.
numbered() { decided "$@" | sed -E 's/^\{"id":"([0-9]+)"/{"id":\1/'; }
rows() { decided "$@" --format csv | tr -d '\r'; }

told "JSON in and out, one thread" decided --cases "$out/many.jsonl" --jobs 1
mv "$out/sum" "$out/json"
told "JSON in and out, two threads" decided --cases "$out/many.jsonl" --jobs 2
same "$out/json" "two threads"
told "CSV in, JSON out, two threads" numbered --cases "$out/many.csv" --jobs 2
same "$out/json" "JSON of a table"
told "CSV in and out, one thread" rows --cases "$out/many.csv" --jobs 1
mv "$out/sum" "$out/csv"
told "CSV in and out, two threads" rows --cases "$out/many.csv" --jobs 2
same "$out/csv" "a table, two threads"
told "JSON in, CSV out, two threads" rows --cases "$out/many.jsonl" --jobs 2
same "$out/csv" "a table of JSON"

start_postgres
head="$(head -n 1 "$out/many.csv")"
{
    echo "CREATE UNLOGGED TABLE cases (${head//,/ text, } text);"
    echo "ALTER TABLE cases ALTER COLUMN id TYPE integer USING id::integer;"
    echo "\\copy cases FROM PSTDIN CSV HEADER"
} >load.sql
chmod -R a+rX load.sql
in_postgres -f load.sql <"$out/many.csv"
{ echo "CREATE VIEW result AS"; cat "$query"; echo "ANALYZE cases;"; } | in_postgres
queried() { in_postgres -c "\\copy (SELECT * FROM result) TO STDOUT CSV HEADER"; }
told "PostgreSQL, the query, CSV out" queried
same "$out/csv" "PostgreSQL"
echo "$count cases, the same answers"
