#!/usr/bin/env bash
# usage: drawings.sh MELDC FOLDER PROTOCOL...
# Draws the questions and steps of each protocol, of one full of signs that mean something elsewhere, and
# the way of a counterexample; programs that were not written here read them. Then the card of steps on A3.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" out="$2"
shift 2
rm -rf "$out"
mkdir -p "$out/signs" "$out/jumps"
cat >"$out/signs/protocol.meld" <<'END'
meldcode signs "%%{init: {}}%% & <b>" {
  rol a "end] click r0 href" is leerkracht
  stap 1 "`x` --> y; <script>alert(1)</script> #35; \\ {{label}} $ |subgraph|" {
    uitvoerder a
    vraag 1 "Is er [een] (vermoeden) 'of' niet? %% style r0 fill:#f00" {
      antwoord ja als vermoeden
      bij ja melden
      bij nee vraag 2
    }
    vraag 2 "graph TD; ]]> &amp; \N \l @word@" {
      antwoord ja als disclosure
      bij ja melden
      bij nee vraag 1
    }
  }
}
END
sed -i "s/@word@/$(printf 'w%.0s' {1..300})/" "$out/signs/protocol.meld"
# Arrows to the next question, over one, and back.
cat >"$out/jumps/protocol.meld" <<'END'
meldcode jumps "Heen en terug" {
  rol a "de leraar" is leerkracht
  stap 1 "Wegen" {
    uitvoerder a
    vraag 1 "Is er een vermoeden?" {
      antwoord ja als vermoeden
      bij ja vraag 3
      bij nee vraag 2
    }
    vraag 2 "Vertelt iemand het zelf?" {
      antwoord ja als disclosure
      bij ja melden
      bij nee vraag 3
    }
    vraag 3 "Is iemand nu onveilig?" {
      antwoord ja als acute_onveiligheid
      bij ja melden
      bij nee vraag 1
    }
  }
}
END
for protocol in "$@" "$out/signs" "$out/jumps"; do
    "$meldc" build "$protocol" --date 2026-03-01 --emit svg,mermaid,dot --quiet --out "$out" >/dev/null
done
for format in svg mermaid dot; do
    for requirement in "nooit melden bij disclosure:weerlegd" "mogelijk melden:bewezen"; do
        status=0
        "$meldc" prove "$1" "${requirement%:*}" --date 2026-03-01 \
            --format "$format=$out/pad-${requirement#*:}.${format/mermaid/mmd}" || status=$?
        [ "$status" -le 1 ]
    done
done
if command -v dot >/dev/null; then
    for source in "$out"/*.dot; do
        dot -Tsvg "$source" -o "$source.svg" 2>"$source.log"
        [ ! -s "$source.log" ] || { cat "$source.log"; exit 1; }
        ! grep -q '<script\|<b>' "$source.svg"
    done
fi
for protocol in "$@"; do
    "$meldc" build "$protocol" --date 2026-03-01 --emit card --as html --paper a3 --quiet --out "$out/a3"
done
node "$here/arrows.cjs" "$out" jumps "1 ja 3" "1 nee 2" "2 nee 3" "3 nee 1"
exec node "$here/drawings.cjs" "$out"
