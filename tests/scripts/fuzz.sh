#!/usr/bin/env bash
# usage: fuzz.sh BUILD SOURCE
# Feeds `check` with the .meld files of tests/, the frameworks of stdlib/, the small protocol of
# policies/ and one in three examples of the explanation pages and the handbook, then with inputs
# derived from them for MELDC_FUZZ_SECONDS (default 60).
# The readers of cases get the files of tests/fuzz/cases and what is derived from them, some seconds long.
# What was found interesting is kept in BUILD/fuzz/corpus for the next run. When the same files had
# their minute before, only the known inputs are replayed (MELDC_FRESH=1: all again).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/fingerprint.sh"
build="$1"
source="$2"
seconds="${MELDC_FUZZ_SECONDS:-60}"
stamp="$build/fuzz-passed"
mkdir -p "$build/fuzz/corpus" "$build/fuzz/findings"

# Made anew, so that what left the tree leaves the seeds.
seeds="$build/fuzz/seeds"
rm -rf "$seeds"
mkdir -p "$seeds"
find "$source/policies/voorbeeld" "$source/stdlib/kaders" "$source/tests" -name '*.meld' -size -64k -print0 |
    while IFS= read -r -d '' file; do
        cp "$file" "$seeds/$(sha256sum "$file" | cut -c1-24)"
    done
find "$source/compiler/diagnostics/explain/nl" "$source/grammar/handleiding" -name '*.md' -print0 |
    LC_ALL=C sort -z | xargs -0 awk -v folder="$seeds" '
        /^```meld/ { if (++count % 3 == 0) out = sprintf("%s/example-%04d", folder, count); next }
        /^```/ && out { close(out); out = "" }
        out { print >out }'

now="$(fingerprint "$build" "$source") $seconds"
limit=(-max_total_time="$seconds")
if [ -z "${MELDC_FRESH:-}" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
    echo "These very files were fuzzed before; replaying the known inputs only."
    limit=(-runs=0)
fi
rm -f "$stamp"
dictionary=()
if [ -f "$build/fuzz/meld.dict" ]; then
    dictionary=(-dict="$build/fuzz/meld.dict")
fi
# Without weighing inputs by how rare their features are: with so many features that took nine tenths of
# the time.
if ! "$build/bin/meldc_fuzz_check" "${limit[@]}" "${dictionary[@]}" -entropic=0 -timeout=20 -rss_limit_mb=3000 \
    -max_len=65536 -print_final_stats=1 -artifact_prefix="$build/fuzz/findings/" \
    "$build/fuzz/corpus" "$seeds"; then
    echo "The input that fails lies in $build/fuzz/findings; make it a test, and keep it as"
    echo "a .meld file in tests/fuzz/found, from where every run starts."
    exit 1
fi
mkdir -p "$build/fuzz/cases"
if ! "$build/bin/meldc_fuzz_cases" -runs=200000 -timeout=20 -max_len=4096 -artifact_prefix="$build/fuzz/findings/" \
    "$build/fuzz/cases" "$source/tests/fuzz/cases"; then
    echo "The input that fails lies in $build/fuzz/findings; make it a test, and keep it in tests/fuzz/cases."
    exit 1
fi
printf '%s' "$now" >"$stamp"
