#!/usr/bin/env bash
# usage: ci.sh MELDC SOURCE
# What `check`, `test` and `diff` write for other programs, held against their own validators: SARIF's schema and its
# public validator with the rules of GitHub, and XML.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
meldc="$1" source="$2"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
tool="$NODE_PATH/@microsoft/sarif-multitool-linux"
# The package is not unpacked as a program: its own install script is not run.
cp "$tool/Sarif.Multitool" "$out/validator"
chmod u+x "$out/validator"
cd "$source"

# found FILE...: what the validator remarks on, one a line; notes are about what needs a network or a
# repository.
found() {
    (cd "$tool" && DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$out/validator" validate "$@" \
        --rule-kind 'Sarif;Ghas' --level 'Error;Warning' --log ForceOverwrite --output "$out/validated.sarif") |
        grep -E '(error|warning) [A-Z]+[0-9]+' || true
}

printf 'meldcode kapot "Kapot" {\n  taak\n}\n' >"$out/kapot.meld"
status=0
"$meldc" check policies "$out/kapot.meld" --format "sarif=$out/all.sarif" --format "junit=$out/all.xml" \
    --format "gitlab=$out/all.json" --quiet 2>/dev/null || status=$?
[ "$status" -eq 2 ]
"$meldc" check policies/innovo --lang en --format "sarif=$out/innovo.sarif" --quiet

# A case that fails, and less protection.
cp -r policies/voorbeeld "$out/voorbeeld"
printf 'gebruik "protocol.meld"\ncasus "Fout" voor voorbeeld {\n  ja vermoeden, disclosure\n  verwacht afsluiten\n}\n' \
    >"$out/voorbeeld/casussen.meld"
"$meldc" test "$out/voorbeeld" --format "sarif=$out/test.sarif" --format "junit=$out/test.xml" --quiet && exit 1
"$meldc" diff policies/pro8 policies/model-po --format "sarif=$out/diff.sarif" --format "junit=$out/diff.xml" \
    --format "gitlab=$out/diff.json" --quiet && exit 1
grep -q '"ruleId": "MC8301"' "$out/test.sarif"
grep -q '"ruleId": "MC8101"' "$out/diff.sarif"

xmllint --noout "$out/all.xml" "$out/test.xml" "$out/diff.xml"
node "$here/../schemas/validate.cjs" --foreign "$tool/sarif-2.1.0.json" "$out/all.sarif" "$out/innovo.sarif" \
    "$out/test.sarif" "$out/diff.sarif"
remarks="$(found "$out/all.sarif" "$out/innovo.sarif" "$out/test.sarif" "$out/diff.sarif")"
if [ -n "$remarks" ]; then
    echo "$remarks"
    exit 1
fi

# A validator that refuses nothing shows nothing.
node - "$out/innovo.sarif" "$out/wrong.sarif" <<'END'
const fs = require('fs');
const sarif = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
delete sarif.runs[0].results[1].message;
fs.writeFileSync(process.argv[3], JSON.stringify(sarif));
END
found "$out/wrong.sarif" | grep -q JSON1002
node "$here/../schemas/validate.cjs" --refuse --foreign "$tool/sarif-2.1.0.json" "$out/wrong.sarif"

# What GitLab documents of its list: these members, and no two fingerprints alike.
node - "$out/all.json" <<'END'
const list = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
const severities = new Set(['info', 'minor', 'major', 'critical', 'blocker']);
const fingerprints = new Set();
for (const one of list) {
    const isWhole = typeof one.description === 'string' && typeof one.check_name === 'string' &&
        severities.has(one.severity) && typeof one.location.path === 'string' &&
        !one.location.path.startsWith('./') && Number.isInteger(one.location.lines.begin);
    if (!isWhole || fingerprints.has(one.fingerprint)) {
        console.error('not as GitLab wants it:', JSON.stringify(one));
        process.exit(1);
    }
    fingerprints.add(one.fingerprint);
}
process.exit(list.length > 50 ? 0 : 1);
END
