#!/usr/bin/env bash
# What a pipeline does with protocols: checks them, runs their cases, tells what changed, writes documents.
# Everything comes from the environment:
#   MELDC_PROGRAM   the program (else: meldc)
#   MELDC_PATHS     files and folders, one a line (else: .)
#   MELDC_BASE      the revision to compare with; empty: no comparison
#   MELDC_KNOWN     yes: findings that MELDC_BASE had do not count
#   MELDC_COVERAGE  the least coverage of the cases; empty: any
#   MELDC_DOCUMENTS kinds of documents to build, as of `build --emit`; empty: none
#   MELDC_OUT       where reports and documents go (else: meldc-out)
#   MELDC_STYLE     github, gitlab or plain: how findings are told (else: plain)
# Ends with the highest exit code of meldc; a report that could be written is there all the same.
set -uo pipefail
program="${MELDC_PROGRAM:-meldc}"
out="${MELDC_OUT:-meldc-out}"
style="${MELDC_STYLE:-plain}"
mapfile -t paths < <(grep -v '^[[:space:]]*$' <<<"${MELDC_PATHS:-.}")
mkdir -p "$out" || exit 2
worst=0

# run COMMAND ARGUMENT...: notes the exit code; the next one runs whatever this one found.
run() {
    local status=0
    "$program" "$@" || status=$?
    if [ "$status" -gt "$worst" ]; then
        worst="$status"
    fi
    return "$status"
}

# formats NAME: the options for a command that tells findings; its files are called NAME.
formats() {
    case "$style" in
    github) printf '%s\n' --format github "--format=sarif=$out/$1.sarif" ;;
    gitlab) printf '%s\n' --format plain "--format=gitlab=$out/$1.codequality.json" ;;
    *) printf '%s\n' --format plain ;;
    esac
    printf '%s\n' "--format=markdown=$out/$1.md" "--format=junit=$out/$1.xml"
}

since=()
if [ -n "${MELDC_BASE:-}" ] && [ "${MELDC_KNOWN:-}" = yes ]; then
    since=(--since "$MELDC_BASE")
fi
mapfile -t how < <(formats check)
run check "${paths[@]}" ${since[@]+"${since[@]}"} "${how[@]}"

coverage=()
if [ -n "${MELDC_COVERAGE:-}" ]; then
    coverage=(--min-coverage "$MELDC_COVERAGE")
fi
mapfile -t how < <(formats test)
run test "${paths[@]}" ${coverage[@]+"${coverage[@]}"} "${how[@]}"

if [ -n "${MELDC_BASE:-}" ]; then
    number=0
    : >"$out/diff.md"
    for path in "${paths[@]}"; do
        number=$((number + 1))
        # What is new has nothing to be compared with.
        relative="$(realpath --relative-to=. -- "$path")"
        if ! git cat-file -e "$MELDC_BASE:./$relative" 2>/dev/null; then
            continue
        fi
        mapfile -t how < <(formats "diff-$number")
        run diff "$MELDC_BASE:./$relative" "$path" "${how[@]}" "--format=docx=$out/diff-$number.docx"
        if [ -s "$out/diff-$number.md" ]; then
            cat "$out/diff-$number.md" >>"$out/diff.md"
            printf '\n' >>"$out/diff.md"
        fi
    done
fi

if [ -n "${MELDC_DOCUMENTS:-}" ] && [ "$worst" -lt 2 ]; then
    run build "${paths[@]}" --emit "$MELDC_DOCUMENTS" --out "$out/documents"
fi
exit "$worst"
