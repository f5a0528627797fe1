# PostgreSQL for one script, to be sourced: in a folder of its own, by another user than root, without a network, and
# stopped when the script ends (Debian: postgresql).
#   has_postgres     whether it is installed
#   start_postgres   starts it; call it once
#   in_postgres ...  runs psql, with these arguments

postgres_bin="$(find /usr/lib/postgresql -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)"
postgres_user=()

has_postgres() { [ -n "$postgres_bin" ]; }

start_postgres() {
    postgres_data="$(mktemp -d)"
    if [ "$(id -u)" -eq 0 ]; then
        # It refuses to be run by root.
        chown postgres "$postgres_data"
        postgres_user=(runuser -u postgres --)
    fi
    # The server is stopped by the process number in its own folder.
    trap 'cd /; "${postgres_user[@]}" "$postgres_bin/pg_ctl" -D "$postgres_data/db" -m immediate stop >/dev/null
        rm -rf "$postgres_data"' EXIT
    cd "$postgres_data"
    "${postgres_user[@]}" "$postgres_bin/initdb" -D "$postgres_data/db" -A trust -E UTF8 --locale=C >/dev/null
    # No network: a socket in the folder alone.
    "${postgres_user[@]}" "$postgres_bin/pg_ctl" -D "$postgres_data/db" -w -l "$postgres_data/log" \
        -o "-c listen_addresses='' -k $postgres_data" start >/dev/null
}

in_postgres() {
    "${postgres_user[@]}" psql -q -X -v ON_ERROR_STOP=1 -h "$postgres_data" -d postgres "$@"
}
