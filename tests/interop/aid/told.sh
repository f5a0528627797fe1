#!/usr/bin/env bash
# usage: told.sh MELDC SCRIPT FOLDER PROTOCOL...
# Builds the decision aid of each protocol, and of one with a prohibition and many numbers, and looks at what all of them
# have to tell.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" script="$2" out="$3"
shift 3
rm -rf "$out"
mkdir -p "$out/nummers"
cat >"$out/nummers/protocol.meld" <<'END'
meldcode nummers "Meldcode met veel nummers" {
  soort meldcode
  organisatie "School"
  rol leraar "leraar" is leerkracht
  rol af "aandachtsfunctionaris" is aandachtsfunctionaris
  systeem lvs "leerlingvolgsysteem" zin "het leerlingvolgsysteem"
  contact veilig_thuis "Veilig Thuis in de eigen regio, dag en nacht" telefoon "088 - 123 45 67"
  contact vertrouwensinspecteur "Vertrouwensinspecteur" telefoon "0900-1113111"
  contact af "Aandachtsfunctionaris" telefoon "06 - 12 34 56 78"
  contact jeugdgezondheidszorg "Jeugdarts" telefoon "030 - 123 45 67"
  stap 1 "Signalen opschrijven" {
    wettelijke stap signaleren
    uitvoerder leraar
    taak leraar moet vastleggen signalen in lvs
    taak leraar moet uitvoeren kindcheck bij risico_door_situatie
    vraag 1 "Is er een vermoeden?" {
      antwoord ja als vermoeden
      bij ja vraag 2
      bij nee afsluiten, vastleggen
    }
    vraag 2 "Is iemand nu onveilig?" {
      antwoord ja als acute_onveiligheid
      bij ja melden, naar stap 3
      bij nee hulp, volgen
    }
  }
  stap 2 "Praten" {
    wettelijke stap gesprek
    uitvoerder leraar
    taak leraar moet bespreken signalen met ouder tenzij eergerelateerd_geweld
    taak leraar mag niet bespreken signalen met ouder bij eergerelateerd_geweld
    taak leraar moet vastleggen uitkomst_gesprek in lvs
  }
  stap 3 "Besluiten" {
    wettelijke stap beslissen
    uitvoerder af
    leeftijd van 0 tot 12 ouder over melding
    taak af moet bespreken melding met ouder of kind tenzij eergerelateerd_geweld of gevaar_door_gesprek
    taak af moet afwegen bezwaren
    taak af moet vastleggen genomen_besluiten in lvs
  }
  stap 4 "Blijven kijken" {
    uitvoerder af
    taak af moet vragen terugkoppeling aan veilig_thuis
  }
  beslissing melden { beslisser af }
  beslissing hulp { beslisser af }
  uitzondering op gesprek {
    grond open "niet mogelijk"
    later nog
  }
  onderwerp kindcheck {
    taak leraar moet vragen zwangerschap aan ouder
  }
  onderwerp eergerelateerd {
    taak af moet direct raadplegen deskundige_eergerelateerd_geweld bij eergerelateerd_geweld
    uitleg "Praat nog niet met de familie: dat kan gevaarlijk zijn."
  }
}
END
for protocol in "$out/nummers" "$@"; do
    "$meldc" build "$protocol" --emit aid --date 2026-03-01 --out "$out/aids/$(basename "$protocol")" --quiet
done
exec node "$here/told.cjs" "$script" "$out"/aids/*/*.keuzehulp.html
