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

# one NUMBER PROTOCOL REQUIREMENT: prints what is wrong, or "ok", or "none" when there is no decision, or
# "undecided" when nothing was proved or refuted.
one() {
    local file="$out/$1.smt2" status=0 expected answer says command
    "$meldc" prove "$2" "$3" --date 2026-03-01 --certificate "$file" --format "json=$out/$1.json" \
        >/dev/null 2>"$out/$1.messages" || status=$?
    if [ ! -f "$file" ]; then
        if [ "$status" -ne 2 ]; then
            echo "FAULT $2: $3: no certificate, and exit code $status"
        elif grep -q 'MC9073.*te groot' "$out/$1.messages"; then
            echo "FAULT $2: $3: too large for a certificate"
        elif grep -q 'MC9073.*niet bewezen en niet weerlegd' "$out/$1.messages"; then
            echo undecided
        elif grep -q 'MC9073' "$out/$1.messages"; then
            echo none
        else
            echo "FAULT $2: $3: no certificate ($status)"
        fi
        return
    fi
    if awk 'length($0) > 180 { exit 1 }' "$file"; then :; else
        echo "FAULT $2: $3: a line is too long to read"
        return
    fi
    expected="$(sed -n 's/^(set-info :status \(.*\))$/\1/p' "$file")"
    # Exactly the commands that its head tells.
    mapfile -t commands < <(sed -n 's/^;   \(.*\) BESTAND$/\1/p' "$file")
    if [ "${#commands[@]}" -ne 2 ]; then
        echo "FAULT $2: $3: its head tells no commands"
        return
    fi
    for command in "${commands[@]}"; do
        status=0
        answer="$(timeout 20 $command "$file" 2>&1)" || status=$?
        if [ "$status" -eq 124 ]; then
            echo "slow $2: $3: $command finds no answer in 20 seconds"
            return
        fi
        if [ "$status" -ne 0 ] || [ -z "$expected" ] || [ "$answer" != "$expected" ]; then
            echo "FAULT $2: $3: $command says" $answer "where" $expected "is expected ($status)"
            return
        fi
    done
    # A requirement of all cases holds when no case refutes it.
    says="$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).result' "$out/$1.json")"
    case "$3" in
    mogelijk*) ;;
    *)
        breaches="$(awk '/^; Vraag [0-9]+ van [0-9]+: / { asks = /waarin de eis niet opgaat/ } /^\(set-info :status/ && asks { sub(/\)/, "", $3); print $3 }' "$file" | LC_ALL=C sort -u)"
        case "$says $breaches" in
        "holds unsat" | "refuted sat") ;;
        "contradicted sat" | "contradicted sat unsat") ;;
        *)
            echo "FAULT $2: $3: prove says $says, the solvers say" $breaches
            return
            ;;
        esac
        ;;
    esac
    rm -f "$file"
    echo ok
}
export -f one

# What the library does not ask of every protocol: doubt, and more that must not lead to less.
extra=("altijd melden bij acute_onveiligheid ook bij twijfel" "nooit afsluiten bij acute_onveiligheid ook bij twijfel"
    "nooit minder melden bij meer acute_onveiligheid" "nooit minder melden bij meer disclosure, acute_onveiligheid"
    "altijd (melden of advies_veilig_thuis) bij twijfel over vermoeden ook bij twijfel"
    "altijd advies_veilig_thuis bij twijfel")
# Those that stand on one line; what follows `of` is another way to meet the same norm.
mapfile -t requirements < <(grep -rhoP '^ +eis +(hoogstens open )?\K(altijd|nooit|mogelijk|na) .*' "$stdlib" | LC_ALL=C sort -u)
if [ "${#requirements[@]}" -lt 15 ]; then
    echo "only ${#requirements[@]} requirements were found in $stdlib"
    exit 1
fi
requirements+=("${extra[@]}")
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
undecided="$(grep -cx undecided "$out/results" || true)"
echo "$held certificates of ${#requirements[@]} requirements on $# protocols: z3 and cvc5 agree; $undecided undecided"
# Some codes have no questions, and so no decision; few may be too hard for a solver.
[ "$((held + undecided))" -gt $((number / 2)) ] && [ "$held" -gt $((number / 3)) ] &&
    [ "$undecided" -gt 0 ] && [ "$(grep -c '^slow' "$out/results")" -lt $((number / 20)) ]
