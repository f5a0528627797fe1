#!/usr/bin/env bash
# usage: library.sh CMAKE BUILD SOURCE COMPILER
# Installs the library, builds the example over it as a project of somebody else, and holds what it says of real
# protocols against what the program says.
set -euo pipefail
cmake="$1" build="$2" source="$3" compiler="$4"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$build/bin/meldc"
day=2026-03-01
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

wrong() {
    echo "library: $*"
    exit 1
}

for component in library development; do
    "$cmake" --install "$build" --prefix "$work/first" --component "$component" >"$work/log" || wrong "$(cat "$work/log")"
done
[ ! -e "$work/first/bin" ] || wrong "the program came along"
# An installation may be moved.
mv "$work/first" "$work/prefix"
prefix="$work/prefix"

# Nothing but the public header, which needs nothing but the standard library, with either compiler.
[ "$(cd "$prefix" && find include -type f)" = include/meldc/meldc.h ] || wrong "other headers: $(find "$prefix/include")"
printf '#include <meldc/meldc.h>\nint main() { return meldc::version().empty(); }\n' >"$work/alone.cpp"
for each in "$compiler" clang++-14; do
    if command -v "$each" >/dev/null; then
        "$each" -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -isystem /nowhere \
            -I"$prefix/include" -fsyntax-only "$work/alone.cpp" || wrong "the header does not compile with $each"
    fi
done
# It shows nothing but what the header declares.
shown="$(nm -D --defined-only -C "$(find "$prefix" -name libmeldc.so)" | sed 's/^[0-9a-f]* . //' | grep -v '^meldc::\(version\|Compiler::\|Protocol::\|Decider::\)' || true)"
[ -z "$shown" ] || wrong "it shows $shown"

"$cmake" -S "$here/example" -B "$work/example" -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$prefix" \
    -DCMAKE_BUILD_TYPE=Release >"$work/log" 2>&1 || wrong "$(cat "$work/log")"
"$cmake" --build "$work/example" >"$work/log" 2>&1 || wrong "$(cat "$work/log")"
example="$work/example/example"
# Another version is refused: what was compiled against it may not run.
sed 's/find_package(meldc 0.1/find_package(meldc 0.99/' "$here/example/CMakeLists.txt" >"$work/CMakeLists.txt"
cp "$here/example/main.cpp" "$work"
"$cmake" -S "$work" -B "$work/other" -DCMAKE_PREFIX_PATH="$prefix" >"$work/log" 2>&1 && wrong "version 0.99 was found"
# The way of those who do not use CMake.
if command -v pkg-config >/dev/null; then
    # shellcheck disable=SC2046 # words of a command line
    PKG_CONFIG_PATH="$(dirname "$(find "$prefix" -name meldc.pc)")" \
        sh -c '"$0" -std=c++20 "$1" -o "$2" $(pkg-config --cflags --libs meldc)' "$compiler" "$work/alone.cpp" "$work/alone" ||
        wrong "pkg-config"
    LD_LIBRARY_PATH="$(dirname "$(find "$prefix" -name libmeldc.so)")" "$work/alone" || wrong "what pkg-config linked does not run"
fi

# What the page for developers shows compiles and says what the program says.
mkdir "$work/shown"
sed -n '/^```cpp$/,/^```$/p' "$source/compiler/api/README.md" | sed '/^```/d' >"$work/shown/main.cpp"
cp "$here/example/CMakeLists.txt" "$work/shown"
{
    "$cmake" -S "$work/shown" -B "$work/shown/build" -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$prefix" &&
        "$cmake" --build "$work/shown/build"
} >"$work/log" 2>&1 || wrong "what the page shows: $(cat "$work/log")"

cd "$source"
export SOURCE_DATE_EPOCH=1772323200
compare() { diff "$work/program" "$work/library" >"$work/diff" || wrong "$1: $(head -n 20 "$work/diff")"; }
for protocol in policies/innovo policies/pro8 policies/voorbeeld; do
    status=0
    "$meldc" check "$protocol" --date "$day" --lang en --format json >"$work/check.json" 2>/dev/null || status=$?
    [ "$status" -le 1 ] || wrong "check $protocol ended with $status"
    cp "$work/check.json" "$work/program"
    "$example" report "$protocol" "$day" >"$work/library" 2>"$work/told"
    compare "the report of $protocol"
    # What stands in the classes, and not in the JSON alone.
    places='[.at[] | "\(.line):\(.column)"] | join(" ")'
    jq -r ".protocols[].results[] | [.norm, .layer, .status, .severity, .message, ($places)] | join(\"\t\")" \
        "$work/check.json" >"$work/program"
    [ "$(wc -l <"$work/program")" -gt 30 ] || wrong "$protocol has few verdicts"
    "$example" verdicts "$protocol" "$day" >"$work/library" 2>>"$work/told"
    compare "verdicts on $protocol"
    jq -r ".protocols[].findings[] | [.id, .severity, .message, ($places)] | join(\"\t\")" "$work/check.json" >"$work/program"
    "$example" findings "$protocol" "$day" >"$work/library" 2>>"$work/told"
    compare "findings in $protocol"

    # Every case of the test vectors, and cases of which little is known or that are wrong.
    "$meldc" build "$protocol" --date "$day" --emit vectors --out "$work/vectors" --quiet
    jq -c '.cases[] | {id, facts}, {id: 1, facts: (.facts | to_entries[:3] | from_entries)}' "$work"/vectors/*.vectors.json >"$work/cases"
    [ "$(wc -l <"$work/cases")" -ge 50 ] || wrong "$protocol has few cases"
    cp "$work/cases" "$work/all"
    printf '%s\n' 'no case' '{"facts": {"weet_niemand": "ja"}}' '{"id": 7, "facts": {"weet_niemand": "ja"}}' \
        '{"id": {"a": 2}, "facts": {}}' >>"$work/all"
    "$meldc" decide "$protocol" --date "$day" --lang en --cases "$work/all" >"$work/said" 2>/dev/null || true
    # Of a wrong case without an id the program tells the number of its line, which the library does not have.
    awk '{ told += sub("^[{]\"id\":null,\"line\":" NR ",\"error\":", "{\"id\":null,\"error\":") } 1
        END { exit told != 2 }' "$work/said" >"$work/program" || wrong "lines of wrong cases in $protocol: $(tail -n 4 "$work/said")"
    "$example" answer "$protocol" "$day" <"$work/all" >"$work/library" 2>>"$work/told"
    compare "answers for $protocol"
    names='map(. + ",") | join("")'
    "$meldc" decide "$protocol" --date "$day" --lang en --cases "$work/cases" 2>/dev/null | jq -r "
        \"must=\(.consequences | $names) may=\(.allowed | $names) not=\(.forbidden | $names) grounds=\(.grounds | $names) \" +
        \"conflicts=\(.conflicts | map(ltrimstr(\"meldnorm \")) | $names) undetermined=\(if .undetermined then 1 else 0 end) \" +
        \"deferred=\(if .deferred then 1 else 0 end) next=\(.next.fact // \"\") \" +
        \"path=\(.path | map(\"\(.question):\({ja: \"yes\", nee: \"no\", twijfel: \"doubt\"}[.answer]):\(.at | split(\":\")[-1]),\") | join(\"\")) readings=\(.readings // [] | length)\"" \
        >"$work/program"
    jq -r '.facts | to_entries | map("\(.key) \({ja: "yes", nee: "no", twijfel: "doubt"}[.value])") | join(" ")' "$work/cases" |
        "$example" facts "$protocol" "$day" >"$work/library" 2>>"$work/told"
    compare "decisions for $protocol"
    rm -rf "$work/vectors"
done

"$work/shown/build/example" >"$work/library" 2>"$work/told"
{
    "$meldc" check policies/voorbeeld --date "$day" --lang en --format json 2>/dev/null |
        jq -r '.protocols[].results[] | select(.status == "violated") | "\(.norm) \(.message)"'
    echo '{"facts": {"vermoeden": "ja"}}' | "$meldc" decide policies/voorbeeld --date "$day" 2>/dev/null | jq -r '"next: \(.next.label)"'
} >"$work/program"
compare "what the page shows"

# What is wrong is said with its place, and there is no protocol.
printf 'meldcode kapot "Kapot" {\n  taak\n}\n' >"$work/kapot.meld"
status=0
"$example" verdicts "$work/kapot.meld" "$day" >"$work/library" 2>"$work/told" || status=$?
[ "$status" -eq 2 ] || wrong "a text that does not compile ended with $status"
grep -q 'kapot.meld:[23]:.*: MC[0-9]* ' "$work/told" || wrong "it says: $(cat "$work/told")"
[ ! -s "$work/library" ] || wrong "there are verdicts on it"
