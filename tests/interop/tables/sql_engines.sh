#!/usr/bin/env bash
# usage: sql_engines.sh FOLDER...
# Runs the queries in the folders that tables.sh left in PostgreSQL (Debian: postgresql) and DuckDB (npm:
# @duckdb/node-api, found by NODE_PATH), over the cases there. One of the two that is not installed is
# named and left out; not both.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/../../scripts/postgres.sh"
columns="id, consequences, allowed, open_consequences, forbidden, undetermined, deferred"
ran=0

if has_postgres; then
    start_postgres
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
        in_postgres <"$folder/postgres.in" >"$folder/postgres.tsv"
        cmp "$folder/expected.tsv" "$folder/postgres.tsv"
        sed 's#/cases\.csv#/partial.csv#' "$folder/postgres.in" | in_postgres | sed 's/\\N//g' >"$folder/postgres.partial"
        cmp "$folder/partial.tsv" "$folder/postgres.partial"
        echo "PostgreSQL: $(basename "$query"): $(wc -l <"$folder/postgres.tsv") cases"
    done
    # The comparison must notice a query that says otherwise: the last one, with one value changed.
    sed "0,/ THEN 'moet'/ s// THEN 'mag'/" "$folder/postgres.in" >"$folder/postgres.spoilt"
    in_postgres <"$folder/postgres.spoilt" >"$folder/postgres.spoilt.tsv"
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
