#!/usr/bin/env bash
# usage: sanitized.sh BUILD SOURCE
# Runs all tests of a sanitized build. When the same files passed before, it says so instead
# (MELDC_FRESH=1 runs them anyhow).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/fingerprint.sh"
build="$1"
stamp="$build/sanitized-passed"
now="$(fingerprint "$build" "$2")"
if [ -z "${MELDC_FRESH:-}" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
    echo "These very files passed under the sanitizers before; not run again."
    exit 0
fi
rm -f "$stamp"
export ASAN_OPTIONS="detect_stack_use_after_return=1:strict_string_checks=1"
export UBSAN_OPTIONS="print_stacktrace=1"
ctest --test-dir "$build" --output-on-failure --no-tests=error
printf '%s' "$now" >"$stamp"
