#!/usr/bin/env bash
# usage: valid.sh PAGE...
# Whether pages are valid HTML, by Nu's checker (npm: vnu-jar, found by NODE_PATH; it needs Java, as the
# parser generator does). Left aside: its remark that a slash in an empty element does nothing, and
# that scripts and styles need a hash (they have one, which it does not work out), and its guess at the
# language of pages that are tests.
set -euo pipefail
jar="$(node -p 'require.resolve("vnu-jar/build/dist/vnu.jar")')"
found="$(java -Xss16m -jar "$jar" --format gnu "$@" 2>&1 |
    grep -vE 'Trailing slash on void elements|violates Content Security Policy|appears to be written in' || true)"
if [ -n "$found" ]; then
    printf '%s\n' "$found" | cut -c1-400
    exit 1
fi
echo "$# pages are valid HTML"
