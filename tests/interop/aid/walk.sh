#!/usr/bin/env bash
# usage: walk.sh MELDC SCRIPT FOLDER [PROTOCOL...]
# Walks the decision aids of protocols by keyboard in a browser, all ways through each; without any, that of one
# whose every text tries to be more than text. Through those with more than five thousand ways, which take minutes,
# only some, unless MELDC_ALL_WAYS=1.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" script="$2" out="$3"
shift 3
rm -rf "$out"
mkdir -p "$out/kwaad"
cat >"$out/kwaad/protocol.meld" <<'END'
meldcode kwaad "</script><img src=http://example.org/x onerror=alert(1)>{{label}}{{{data}}}" {
  soort meldcode
  organisatie "<!-- ]]> &amp; ' onload=x"
  rol leraar "<b onclick=alert(1)>leraar</b>" is leerkracht
  systeem lvs "</script><script>alert(1)</script>"
  contact veilig_thuis "<i>VT</i>" telefoon "javascript:alert(1) 0800-2000" website "javascript:alert(1)"
  stap 1 "<style>*{display:none}</style>" {
    taak leraar moet vastleggen signalen in lvs open "<svg onload=alert(1)>"
    vraag 1 "<script>alert(1)</script> Is er een vermoeden?" {
      antwoord ja als vermoeden
      bij ja melden
      bij nee afsluiten
    }
  }
  meldnorm 1 "</title><base href=http://example.org/>" { moet melden bij disclosure en twijfel over vermoeden }
}
END
walked=()
for protocol in "${@:-$out/kwaad}"; do
    name="$(basename "$protocol")"
    "$meldc" build "$protocol" --emit aid --date 2026-03-01 --out "$out/aids/$name" --quiet
    case "$name" in
        rbcz | model-po) [ -n "${MELDC_ALL_WAYS:-}" ] || export AID_WAYS=some ;;
    esac
    walked+=("$out/aids/$name"/*.keuzehulp.html "$protocol")
done
AID_DATE=2026-03-01 exec node "$here/walk.cjs" "$meldc" "$script" "${walked[@]}"
