#!/usr/bin/env bash
# What a pipeline does with protocols: checks them, runs their cases, tells what changed, writes documents.
# Everything comes from the environment:
#   MELDC_PROGRAM   the program (else: meldc)
#   MELDC_PATHS     files and folders, one a line (else: .)
#   MELDC_BASE      the revision to compare with; empty or only noughts: no comparison
#   MELDC_KNOWN     yes: what was found already does not count: in MELDC_BASE, without one in HEAD, and when
#                   MELDC_DATE looks ahead, today
#   MELDC_DATE      the day whose law applies, such as +180d; else today (meldc reads it itself)
#   MELDC_COVERAGE  the least coverage of the cases; empty: any
#   MELDC_DOCUMENTS kinds of documents to build, as of `build --emit`; empty: none
#   MELDC_OUT       where reports and documents go (else: meldc-out)
#   MELDC_STYLE     github, gitlab or plain: how findings are told (else: plain)
# Ends with the highest exit code of meldc; a report that could be written is there all the same.
set -uo pipefail
program="${MELDC_PROGRAM:-meldc}"
out="${MELDC_OUT:-meldc-out}"
style="${MELDC_STYLE:-plain}"
base="${MELDC_BASE:-}"
if [[ "$base" =~ ^0+$ ]]; then
    base=""
fi
mapfile -t paths < <(grep -v '^[[:space:]]*$' <<<"${MELDC_PATHS:-.}")
mkdir -p "$out" || exit 2
scratch="$(mktemp -d)" || exit 2
trap 'rm -rf "$scratch"' EXIT
: >"$scratch/before"
worst=0

# run COMMAND ARGUMENT...: notes the exit code; the next one runs whatever this one found. What an earlier one told
# in the same words is not told again: a norm that is broken from now on is a finding of check and of diff.
run() {
    local status=0
    "$program" "$@" >"$scratch/told" || status=$?
    grep -vxFf "$scratch/before" "$scratch/told"
    grep '^::' "$scratch/told" >>"$scratch/before"
    if [ "$status" -gt "$worst" ]; then
        worst="$status"
    fi
    return "$status"
}

# note KIND TEXT: about the run itself.
note() {
    if [ "$style" = github ]; then
        printf '::%s::%s\n' "$1" "$2"
    else
        printf 'meldc: %s\n' "$2" >&2
    fi
}

# former PATH: where a path that the base lacks was there, when git finds that it was renamed.
former() {
    git -c core.quotePath=false diff --relative --find-renames --diff-filter=R --name-status "$base" |
        WANTED="$1" awk -F '\t' '
            $3 == ENVIRON["WANTED"] { print $2; exit }
            index($3, ENVIRON["WANTED"] "/") == 1 {
                rest = substr($3, length(ENVIRON["WANTED"]) + 1)
                at = length($2) - length(rest)
                if (at > 0 && substr($2, at + 1) == rest) { print substr($2, 1, at); exit }
            }'
}

if [ -n "$base" ] && ! git rev-parse --quiet --verify "$base^{commit}" >/dev/null; then
    note error "git does not know $base here, so nothing was compared. Fetch it: 'fetch-depth: 0' for actions/checkout, GIT_DEPTH: \"0\" in GitLab, else 'git fetch origin $base'."
    worst=2
    base=""
fi

# formats NAME: the options for a command that tells findings; its files are called NAME.
formats() {
    case "$style" in
    github) printf '%s\n' --format github "--format=sarif=$out/$1.sarif" ;;
    gitlab) printf '%s\n' --format plain "--format=gitlab=$out/$1.codequality.json" ;;
    *) printf '%s\n' --format plain ;;
    esac
    printf '%s\n' "--format=markdown=$out/$1.md" "--format=junit=$out/$1.xml"
}

known=()
if [ "${MELDC_KNOWN:-}" = yes ]; then
    if [[ "${MELDC_DATE:-}" == +* ]]; then
        known=(--since-date "$(date +%F)")
    elif [ "$worst" -eq 0 ]; then
        # Without a base: what comes by itself, such as an acceptance that ended, counts all the same.
        known=(--since "${base:-HEAD}")
    fi
fi
mapfile -t how < <(formats check)
run check "${paths[@]}" ${known[@]+"${known[@]}"} "${how[@]}"

coverage=()
if [ -n "${MELDC_COVERAGE:-}" ]; then
    coverage=(--min-coverage "$MELDC_COVERAGE")
fi
mapfile -t how < <(formats test)
run test "${paths[@]}" ${coverage[@]+"${coverage[@]}"} "${how[@]}"

if [ -n "$base" ]; then
    number=0
    : >"$out/diff.md"
    for path in "${paths[@]}"; do
        number=$((number + 1))
        relative="$(realpath --relative-to=. -- "$path")"
        old="$relative"
        if ! git cat-file -e "$base:./$relative" 2>/dev/null; then
            old="$(former "$relative")"
            if [ -z "$old" ]; then
                note notice "$path is new since $base: there is nothing to compare it with."
                case "${MELDC_LANG:-nl}" in
                en*) printf '`%s` is new since %s: there is nothing to compare it with.\n\n' "$path" "$base" ;;
                *) printf '`%s` is nieuw sinds %s: er is niets om mee te vergelijken.\n\n' "$path" "$base" ;;
                esac >>"$out/diff.md"
                continue
            fi
            note notice "$path is compared with $old, from which it was renamed."
        fi
        mapfile -t how < <(formats "diff-$number")
        run diff "$base:./$old" "$path" "${how[@]}" "--format=docx=$out/diff-$number.docx"
        if [ -s "$out/diff-$number.md" ]; then
            cat "$out/diff-$number.md" >>"$out/diff.md"
            printf '\n' >>"$out/diff.md"
        fi
    done
fi

if [ "$style" = gitlab ]; then
    # GitLab shows one list; what check and diff both found is in it once.
    jq --slurp 'add | unique_by(.fingerprint)' "$out"/*.codequality.json >"$out/codequality.json" || worst=2
fi

if [ -n "${MELDC_DOCUMENTS:-}" ] && [ "$worst" -lt 2 ]; then
    run build "${paths[@]}" --emit "$MELDC_DOCUMENTS" --out "$out/documents"
fi
exit "$worst"
