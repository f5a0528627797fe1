#!/usr/bin/env bash
# usage: sql_engines.sh FOLDER...
# Runs the queries in the folders that tables.sh left in PostgreSQL (Debian: postgresql) and DuckDB (npm:
# @duckdb/node-api, found by NODE_PATH), over the cases there. One of the two that is not installed is
# named and left out; not both.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
columns="id, consequences, allowed, open_consequences, forbidden, undetermined, deferred"
bin="$(find /usr/lib/postgresql -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)"
ran=0

if [ -n "$bin" ]; then
    data="$(mktemp -d)"
    user=()
    if [ "$(id -u)" -eq 0 ]; then
        # PostgreSQL refuses to be run by root.
        chown postgres "$data"
        user=(runuser -u postgres --)
    fi
    # The server is stopped by the process number in its own folder.
    trap '"${user[@]}" "$bin/pg_ctl" -D "$data/db" -m immediate stop >/dev/null; rm -rf "$data"' EXIT
    cd "$data"
    "${user[@]}" "$bin/initdb" -D "$data/db" -A trust -E UTF8 --locale=C >/dev/null
    # No network: a socket in the folder alone.
    "${user[@]}" "$bin/pg_ctl" -D "$data/db" -w -l "$data/log" \
        -o "-c listen_addresses='' -k $data" start >/dev/null
    for folder in "$@"; do
        query="$(echo "$folder"/*.sql)"
        head="$(head -n 1 "$folder/cases.csv")"
        {
            echo "DROP TABLE IF EXISTS cases CASCADE;"
            echo "CREATE TABLE cases (${head//,/ text, } text);"
            echo "ALTER TABLE cases ALTER COLUMN id TYPE integer USING id::integer;"
            echo "\\copy cases FROM '$folder/cases.csv' CSV HEADER"
            echo "CREATE VIEW result AS"
            cat "$query"
            echo "\\copy (SELECT $columns FROM result ORDER BY id) TO STDOUT"
        } >"$folder/postgres.in"
        "${user[@]}" psql -q -X -v ON_ERROR_STOP=1 -h "$data" -d postgres <"$folder/postgres.in" \
            >"$folder/postgres.tsv"
        cmp "$folder/expected.tsv" "$folder/postgres.tsv"
        echo "PostgreSQL: $(basename "$query"): $(wc -l <"$folder/postgres.tsv") cases"
    done
    # The comparison must notice a query that says otherwise: the last one, with one value changed.
    sed "0,/ THEN 'moet'/ s// THEN 'mag'/" "$folder/postgres.in" >"$folder/postgres.spoilt"
    "${user[@]}" psql -q -X -v ON_ERROR_STOP=1 -h "$data" -d postgres <"$folder/postgres.spoilt" \
        >"$folder/postgres.spoilt.tsv"
    if cmp -s "$folder/expected.tsv" "$folder/postgres.spoilt.tsv"; then
        echo "PostgreSQL: a spoilt query was not noticed"
        exit 1
    fi
    ran=1
else
    echo "PostgreSQL is not installed (Debian: postgresql)"
fi
if node -e 'require.resolve("@duckdb/node-api")' 2>/dev/null; then
    node "$here/duckdb.cjs" "$@"
    ran=1
else
    echo "DuckDB is not installed (npm: @duckdb/node-api)"
fi
if [ "$ran" -eq 0 ]; then
    echo "neither PostgreSQL nor DuckDB was found"
    exit 1
fi
