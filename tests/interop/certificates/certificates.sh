#!/usr/bin/env bash
# usage: certificates.sh MELDC FOLDER STDLIB PROTOCOL...
# Writes the certificate of every behavioural requirement of the library for each protocol, and has z3 and
# cvc5 answer it: both must say what the certificate expects, and that must be what `prove` says.
set -euo pipefail
export meldc="$1" out="$2"
stdlib="$3"
shift 3
rm -rf "$out"
mkdir -p "$out"

# one NUMBER PROTOCOL REQUIREMENT: prints what is wrong, or "ok", or "none" when there is no decision.
one() {
    local file="$out/$1.smt2" status=0 expected answer says
    "$meldc" prove "$2" "$3" --date 2026-03-01 --certificate "$file" --format "json=$out/$1.json" \
        >/dev/null 2>"$out/$1.messages" || status=$?
    if [ ! -f "$file" ]; then
        if grep -q 'MC9073' "$out/$1.messages"; then echo none; else echo "FAULT $2: $3: no certificate ($status)"; fi
        return
    fi
    expected="$(sed -n 's/^(set-info :status \(.*\))$/\1/p' "$file")"
    for solver in "z3 -smt2" "cvc5 --incremental"; do
        status=0
        answer="$(timeout 5 $solver "$file" 2>&1)" || status=$?
        if [ "$status" -eq 124 ]; then
            rm -f "$file"
            echo "slow $2: $3: $solver finds no answer in 5 seconds"
            return
        fi
        if [ -z "$expected" ] || [ "$answer" != "$expected" ]; then
            echo "FAULT $2: $3: $solver says" $answer "where" $expected "is expected"
            return
        fi
    done
    # A requirement of all cases holds when no case refutes it: behind each "sat" of the premise.
    says="$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).result' "$out/$1.json")"
    case "$3" in
    mogelijk*) ;;
    *)
        if [ "$says" = holds ] && [ "$(awk 'NR % 2 == 0' <<<"$expected" | sort -u)" != unsat ]; then
            echo "FAULT $2: $3: prove says that it holds, the solvers find a case"
            return
        fi
        if [ "$says" = refuted ] && ! awk 'NR % 2 == 0' <<<"$expected" | grep -qx sat; then
            echo "FAULT $2: $3: prove says that it fails, the solvers find no case"
            return
        fi
        ;;
    esac
    rm -f "$file"
    echo ok
}
export -f one

# Those that stand on one line; what follows `of` is another way to meet the same norm.
mapfile -t requirements < <(grep -rhoP '^ +eis +(hoogstens open )?\K(altijd|nooit|mogelijk|na) .*' "$stdlib" | LC_ALL=C sort -u)
if [ "${#requirements[@]}" -lt 15 ]; then
    echo "only ${#requirements[@]} requirements were found in $stdlib"
    exit 1
fi
number=0
for protocol in "$@"; do
    for requirement in "${requirements[@]}"; do
        number=$((number + 1))
        printf '%s\0%s\0%s\0' "$number" "$protocol" "$requirement"
    done
done >"$out/work"
xargs -0 -n 3 -P "$(nproc)" bash -c 'one "$@"' - <"$out/work" >"$out/results"
grep '^FAULT' "$out/results" && exit 1
grep '^slow' "$out/results" || true
held="$(grep -cx ok "$out/results")"
echo "$held certificates of ${#requirements[@]} requirements on $# protocols: z3 and cvc5 agree"
# Some codes have no questions, and so no decision; few may be too hard for a solver.
[ "$held" -gt $((number / 2)) ] && [ "$(grep -c '^slow' "$out/results")" -lt $((number / 20)) ]
