#!/usr/bin/env bash
# usage: cases.sh MELDC PROTOCOL COUNT FOLDER
# Decides COUNT synthetic cases of a protocol by `meldc decide` and by the emitted query inside PostgreSQL
# (Debian: postgresql), compares all answers, and tells how long each took. The cases are drawn from all
# that there are, with a fixed seed; FOLDER takes some 100 bytes for each.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" protocol="$2" count="$3" out="$4"
export LC_ALL=C
mkdir -p "$out"
"$meldc" build "$protocol" --emit json,sql,vectors --out "$out" --quiet
query="$(echo "$out"/*.sql)"
node "$here/../interop/tables/space.cjs" "${query%.sql}.json"

# now: seconds since the start.
now() { date +%s.%N; }
# told LABEL FROM: since when, and per second.
told() { awk -v label="$1" -v from="$2" -v to="$(now)" -v count="$count" \
    'BEGIN { printf "%s: %.1f s, %.0f cases a second\n", label, to - from, count / (to - from) }'; }

awk -F, -v count="$count" -v csv="$out/many.csv" -v lines="$out/many.jsonl" '
    NR == 1 { print > csv; for (i = 2; i <= NF; ++i) name[i] = $i; next }
    {
        rest = substr($0, index($0, ",")); facts = ""
        for (i = 2; i <= NF; ++i) facts = facts (i > 2 ? "," : "") "\"" name[i] "\":\"" $i "\""
        cells[NR - 2] = rest; json[NR - 2] = ",\"facts\":{" facts "}}"
    }
    END {
        srand(1)
        for (i = 0; i < count; ++i) {
            one = int(rand() * (NR - 1))
            print i cells[one] > csv
            print "{\"id\":" i json[one] > lines
        }
    }' "$out/cases.csv"

from="$(now)"
"$meldc" decide "$protocol" --cases "$out/many.jsonl" --quiet >/dev/null
told "meldc decide" "$from"
from="$(now)"
"$meldc" decide "$protocol" --cases "$out/many.jsonl" --jobs 1 --quiet >/dev/null
told "meldc decide --jobs 1" "$from"
list='\[([^]]*)\]' word='(true|false)'
decided() {
    "$meldc" decide "$protocol" --cases "$out/many.jsonl" --quiet |
        sed -E "s/^\{\"id\":([0-9]+),\"consequences\":$list,\"allowed\":$list,\"forbidden\":$list,\"undetermined\":$word(,\"worlds_truncated\":true)?,\"deferred\":$word,.*/\1\t\2\t\3\t\4\t\5\t\7/
            s/\"//g; s/,/ /g; s/true/ja/g; s/false/nee/g"
}
decided | sha256sum >"$out/decided.sha256"

bin="$(find /usr/lib/postgresql -name initdb -printf '%h\n' | sort -V | tail -n 1)"
data="$(mktemp -d)"
user=()
if [ "$(id -u)" -eq 0 ]; then
    # PostgreSQL refuses to be run by root.
    chown postgres "$data"
    user=(runuser -u postgres --)
fi
trap '"${user[@]}" "$bin/pg_ctl" -D "$data/db" -m immediate stop >/dev/null; rm -rf "$data"' EXIT
cd "$data"
"${user[@]}" "$bin/initdb" -D "$data/db" -A trust -E UTF8 --locale=C >/dev/null
# No network: a socket in the folder alone.
"${user[@]}" "$bin/pg_ctl" -D "$data/db" -w -l "$data/log" -o "-c listen_addresses='' -k $data" start >/dev/null
sql() { "${user[@]}" psql -q -X -v ON_ERROR_STOP=1 -h "$data" -d postgres; }
head="$(head -n 1 "$out/many.csv")"
{
    echo "CREATE UNLOGGED TABLE cases (${head//,/ text, } text);"
    echo "ALTER TABLE cases ALTER COLUMN id TYPE integer USING id::integer;"
    echo "\\copy cases FROM PSTDIN CSV HEADER"
} >"$data/load.sql"
chmod -R a+rX "$data/load.sql"
"${user[@]}" psql -q -X -v ON_ERROR_STOP=1 -h "$data" -d postgres -f "$data/load.sql" <"$out/many.csv"
{ echo "CREATE VIEW result AS"; cat "$query"; echo "ANALYZE cases;"; } | sql
from="$(now)"
echo "\\copy (SELECT id, consequences, allowed, forbidden, undetermined, deferred FROM result) TO STDOUT" |
    sql | sha256sum >"$out/queried.sha256"
told "PostgreSQL, the query" "$from"
if ! cmp "$out/decided.sha256" "$out/queried.sha256"; then
    echo "the answers differ"
    exit 1
fi
echo "$count cases, the same answers"
