#!/usr/bin/env bash
# usage: hostile.sh MELDC FOLDER POLICIES
# Every text of a protocol tries to be more than text: in all outputs it is text. Judged by programs
# that no one here wrote: a browser and Nu's checker for pages, xmllint, g++, SQLite, node for JSON.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2" policies="$3"
rm -rf "$out"
mkdir -p "$out/kwaad"
word="$(head -c 10000 /dev/zero | tr '\0' 'w')"
cat >"$out/kwaad/protocol.meld" <<END
meldcode kwaad "</script><img src=http://example.org/x onerror=alert(1)>{{label}}{{{data}}}" {
  soort meldcode
  sector po
  organisatie "=HYPERLINK(http://example.org)<!-- ]]> &amp; &#x41; ' onload=x */ -- ; DROP TABLE cases;"
  bevoegd gezag "@SUM(A1)<script>alert(1)</script>"
  vastgesteld 2026-03-01
  versie "+1 ]]><x/>"
  rol leraar "<b onclick=alert(1)>leraar</b>" is leerkracht
  rol hoofd "-2 {{> page}} {{#each}} */ hoofd \\" is directie
  rol lang "$word" is aandachtsfunctionaris
  systeem lvs "</script><script>alert(1)</script>"
  contact veilig_thuis "<i>VT</i>" telefoon "javascript:alert(1) 0800-2000" website "javascript:alert(1)"
  uitleg "# <script>alert(1)</script> [klik](javascript:alert(1)) ![x](http://example.org/x.png) {{label}}"
  uitleg uit "kwaad.md"
  stap 1 "<style>*{display:none}</style>" {
    taak leraar moet vastleggen signalen in lvs open "<svg onload=alert(1)>"
    taak lang moet informeren hoofd
    uitleg uit "kwaad.md"
    vraag 1 "<script>alert(1)</script> Is er een vermoeden?" {
      antwoord ja als vermoeden
      bij ja melden
      bij nee afsluiten
    }
  }
  beslissing melden { eindverantwoordelijk hoofd }
  meldnorm 1 "</title><base href=http://example.org/>" { moet melden bij disclosure en twijfel over vermoeden }
}
END
cat >"$out/kwaad/kwaad.md" <<'END'
# <script>alert(1)</script> {{label}}

[klik](javascript:alert(1)) ![x](http://example.org/x.png) <iframe src="http://example.org"></iframe>

| =1+1 | @x |
|---|---|
| <b>a</b> | {{{data}}} |

```
</pre><script>alert(2)</script>
```
END
# at_most_1 COMMAND...: a protocol with faults ends with 1.
at_most_1() {
    local status=0
    "$@" || status=$?
    [ "$status" -le 1 ]
}
date=2026-03-02
"$meldc" build "$out/kwaad" --emit all --date $date --out "$out" --quiet
at_most_1 "$meldc" report "$out/kwaad" --emit html,docx,json,csv --date $date --out "$out" --quiet
cp -r "$policies/voorbeeld" "$out/goed"
at_most_1 "$meldc" report "$out/kwaad" "$out/goed" --date $date --out "$out/many" --quiet
at_most_1 "$meldc" check "$out/kwaad" --date $date --format "sarif=$out/kwaad.sarif" \
    --format "junit=$out/kwaad.junit.xml" --format "gitlab=$out/kwaad.gitlab.json" --format "json=$out/kwaad.check.json"
at_most_1 "$meldc" diff "$out/goed" "$out/kwaad" --date $date --format "html=$out/kwaad.diff.html" \
    --format "json=$out/kwaad.diff.json" --format "docx=$out/kwaad.diff.docx" 2>"$out/messages"

# A character that turns the reading direction around is refused wherever it stands.
cp -r "$out/kwaad" "$out/om"
printf '\n\xe2\x80\xaeomgekeerd\n' >>"$out/om/kwaad.md"
if "$meldc" check "$out/om" --date $date >"$out/messages" 2>&1; then
    echo 'a text that turns the reading direction around passes'
    exit 1
fi
grep -q 'MC1007' "$out/messages"

mapfile -t pages < <(find "$out" -name '*.html' | LC_ALL=C sort)
node "$here/hostile.cjs" "${pages[@]}"
"$here/valid.sh" "${pages[@]}"
find "$out" \( -name '*.dmn' -o -name '*.bpmn' -o -name '*.xml' -o -name '*.svg' \) -print0 | xargs -0 xmllint --noout
for json in "$out"/*.json "$out"/*.sarif "$out"/many/*.json; do
    node -e 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))' "$json"
done
g++ -std=c++20 -Wall -Wextra -Werror -fsyntax-only -x c++ "$out/kwaad.h"
# A cell that a spreadsheet would work out.
if grep -HnP '(^|[,;]|(^|[,;])")[=+@]|(^|[,;]|(^|[,;])")-(?!")' "$out"/*.csv "$out"/many/*.csv; then
    echo 'a cell begins like a formula'
    exit 1
fi
