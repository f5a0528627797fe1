#!/usr/bin/env bash
# usage: install.sh CMAKE BUILD SOURCE
# Installs into an empty folder and uses the program from there, far from the source tree.
set -euo pipefail
cmake="$1" build="$2" source="$3"
prefix="$(mktemp -d)"
trap 'rm -rf "$prefix"' EXIT

wrong() {
    echo "install: $*"
    exit 1
}

"$cmake" --install "$build" --prefix "$prefix/usr" >"$prefix/log" || wrong "$(cat "$prefix/log")"
for file in bin/meldc share/man/man1/meldc.1 share/doc/meldc/README.md share/doc/meldc/LICENSE; do
    [ -s "$prefix/usr/$file" ] || wrong "$file is missing"
done
grep -o 'grammar/handleiding/[a-z-]*\.md' "$prefix/usr/share/doc/meldc/README.md" | while read -r guide; do
    [ -s "$prefix/usr/share/doc/meldc/$guide" ] || wrong "the README names $guide, which is not installed"
done
ls "$prefix"/usr/share/meldc/schemas/*.schema.json >/dev/null || wrong "no JSON Schemas"

# The standard library is inside the program: the protocol alone is enough.
cp -r "$source/policies/innovo" "$prefix/innovo"
cd "$prefix"
run() { env -i PATH=/usr/bin:/bin "$prefix/usr/bin/meldc" "$@"; }

version="$(sed -n 's/^ *VERSION \([0-9.]*\)$/\1/p' "$source/CMakeLists.txt" | head -n 1)"
run --version | grep -qF "$version" || wrong "--version does not say $version: $(run --version)"

status=0
run check innovo --date 2026-01-01 >check.txt 2>&1 || status=$?
[ "$status" -le 1 ] || wrong "check ended with $status: $(cat check.txt)"
[ -s check.txt ] || wrong "check said nothing"

run build innovo --emit json,html --out out || wrong "build ended with $?"
[ "$(find out -type f -size +0 | wc -l)" -ge 2 ] || wrong "build wrote: $(ls out)"

# The manual names the commands that the program has, and no others.
run help --lang en | sed -n 's/^  \(meldc \)\{0,1\}\([a-z]*\) .*/\2/p' | sort -u >has.txt
sed -n 's/^\.SS meldc \([a-z]*\).*/\1/p' usr/share/man/man1/meldc.1 | sort -u >told.txt
[ -s has.txt ] || wrong "cannot read the commands from: $(run help --lang en)"
diff has.txt told.txt || wrong "the program has the commands on the left, the manual tells those on the right"
