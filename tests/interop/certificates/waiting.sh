#!/usr/bin/env bash
# usage: waiting.sh MELDC FOLDER
# A code that waits when in doubt: a case that waits has what every way to settle its doubts has. What follows of that
# is written here by hand; `prove`, the certificate and two solvers must all say so. Formulas of waiting that are wrong
# must be noticed.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2"
rm -rf "$out"
mkdir -p "$out"
doubt="bij twijfel over acute_onveiligheid ook bij twijfel"
number=0

# solved FILE: what both solvers say, on one line each.
solved() {
    timeout 20 z3 -smt2 "$1" 2>&1 | paste -sd ' '
    timeout 20 cvc5 --incremental "$1" 2>&1 | paste -sd ' '
}

# proves RESULT ANSWERS REQUIREMENT
proves() {
    local file status=0
    number=$((number + 1))
    file="$out/$number.smt2"
    timeout 60 "$meldc" prove "$here/wachten" "$3" --date 2026-03-01 --certificate "$file" --format "json=$out/$number.json" \
        >/dev/null || status=$?
    local says
    says="$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).result' "$out/$number.json")"
    if [ "$says" != "$1" ] || [ "$(solved "$file")" != "$2"$'\n'"$2" ]; then
        echo "$3: prove says $says ($status), the solvers say"
        solved "$file"
        echo "where $1 and $2 are right"
        exit 1
    fi
}

# Yes and no both give it, so waiting gives it; what only one of them gives, waiting does not give.
proves holds "sat unsat" "altijd vastleggen ook bij twijfel"
proves refuted "sat sat" "altijd melden $doubt"
proves refuted "sat sat" "altijd (melden of hulp) $doubt"
proves refuted "sat sat" "nooit vastleggen $doubt"
proves holds "sat unsat" "nooit melden $doubt"

# spoilt NUMBER PERL: a certificate with another meaning of settling is answered otherwise.
spoilt() {
    perl -0pe "$2" "$out/$1.smt2" >"$out/spoilt.smt2"
    if cmp -s "$out/$1.smt2" "$out/spoilt.smt2" || [ "$(solved "$out/spoilt.smt2")" = "$(solved "$out/$1.smt2")" ]; then
        echo "certificate $1: $2 was not noticed"
        exit 1
    fi
}
# Settled in no way; settled to yes only, which then gives what yes gives; nobody waits.
spoilt 1 's/(twijfel wordt \w+\| \(\) Int) [02]/$1 1/g'
spoilt 5 's/(twijfel wordt nee\| \(\) Int) 0/$1 2/g'
spoilt 1 's/\(\|er moet eerst een nieuw antwoord komen\|[^()]*\)/false/g'
echo "$number certificates of a code that waits"
