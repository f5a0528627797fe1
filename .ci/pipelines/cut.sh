# Sourced by github.sh and gitlab.sh.

# cut_to FILE BYTES: the file, whole lines, as far as there is room.
cut_to() {
    if [ "$(wc -c <"$1")" -le "$2" ]; then
        cat "$1"
        return
    fi
    head -c "$2" "$1" | sed '$d'
    printf '\n*…*\n'
}
