#!/usr/bin/env bash
# usage: release.sh BUILD SOURCE VERSION
# Makes the release of a build and uses it as pipelines of others do: fetched by its checksum, in a repository with a
# change that protects less, in the environments of GitHub and GitLab as far as they can be had here.
set -euo pipefail
build="$1" source="$2" version="$3"
pipelines="$source/.ci/pipelines"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

wrong() {
    echo "release: $*"
    exit 1
}

cmake --build "$build" --target release >"$work/log" 2>&1 || wrong "$(tail -n 30 "$work/log")"
mkdir -p "$work/releases/v$version"
cp "$build"/release/* "$work/releases/v$version"
(cd "$work/releases/v$version" && sha256sum --check --quiet SHA256SUMS) || wrong "the checksums are not right"
archive="meldc-$version-linux-x86_64.tar.gz"
sum="$(sed -n "s/  $archive\$//p" "$work/releases/v$version/SHA256SUMS")"

# The package holds what Debian expects.
deb="$(ls "$work"/releases/*/*.deb)"
dpkg-deb --contents "$deb" >"$work/contents"
for file in usr/bin/meldc usr/share/man/man1/meldc.1.gz usr/share/man/man1/meldc-check.1.gz usr/share/man/nl/man1/meldc-diff.1.gz \
    usr/share/doc/meldc/copyright usr/share/doc/meldc/changelog.gz usr/share/bash-completion/completions/meldc; do
    grep -q " ./$file\$" "$work/contents" || wrong "the package lacks $file"
done
if command -v lintian >/dev/null; then
    lintian --fail-on error,warning --no-tag-display-limit "$deb" >"$work/lintian" 2>&1 || wrong "$(cat "$work/lintian")"
fi

# Fetching: only what was pinned, once.
fetch() { bash "$pipelines/fetch.sh" "$version" "$1" "file://$work/releases" "$work/tools"; }
fetch "" 2>/dev/null && wrong "a release without a checksum was fetched"
fetch "${sum//[0-9]/0}" 2>/dev/null && wrong "a release with another checksum was fetched"
[ ! -e "$work/tools/meldc-$version-linux-x86_64" ] || wrong "it was unpacked all the same"
program="$(fetch "$sum")"
# GitLab serves what lies at a release from another place than GitHub.
mkdir -p "$work/gitlab.example/-/releases/v$version"
cp -r "$work/releases/v$version" "$work/gitlab.example/-/releases/v$version/downloads"
bash "$pipelines/fetch.sh" "$version" "$sum" "file://$work/gitlab.example/-/releases" "$work/tools-gitlab" >/dev/null ||
    wrong "a release of GitLab was not fetched"
mv "$work/releases" "$work/gone"
[ "$(fetch "$sum")" = "$program" ] || wrong "it was fetched twice"
# It needs nothing of the machine: no library is found but its own.
env -i "$program" --version | grep -qF "$version" || wrong "the fetched program does not run"

# A repository of a school, and a change that protects less.
mkdir "$work/repository"
cd "$work/repository"
git init -q .
git config user.name author
git config user.email author@example.org
mkdir school
cat >school/protocol.meld <<'END'
meldcode de_linde "De Linde" {
  soort meldcode
  sector po
  stap 4 "Wegen" {
    wettelijke stap wegen
    afwegingskader {
      vraag 1 "Is er een vermoeden?" {
        antwoord ja als vermoeden
        bij ja      melden
        bij nee     afsluiten
        bij twijfel advies_veilig_thuis
      }
    }
  }
}
casus "Een vermoeden" voor de_linde {
  ja vermoeden
  verwacht melden
}
END
git add -A
git commit -qm "the code"
base="$(git rev-parse HEAD)"
export MELDC_PROGRAM="$program" MELDC_PATHS="school
" MELDC_BASE="$base" MELDC_DATE=2026-03-01 MELDC_KNOWN=yes

# check OUT STYLE: what a pipeline runs; prints the exit code.
check() {
    local status=0
    MELDC_OUT="$1" MELDC_STYLE="$2" bash "$pipelines/check.sh" >"$1.log" 2>&1 || status=$?
    echo "$status"
}
# Old findings do not turn it red.
[ "$(check "$work/same" github)" = 0 ] || wrong "nothing changed, and yet: $(cat "$work/same.log")"
sed -i 's/bij ja      melden/bij ja      hulp/' school/protocol.meld
git commit -qam "help first"
[ "$(MELDC_DOCUMENTS=card check "$work/github" github)" = 1 ] || wrong "less protection passed: $(cat "$work/github.log")"
grep -q '^::error file=school/protocol.meld,.*MC8101' "$work/github.log" || wrong "GitHub is not told: $(cat "$work/github.log")"
grep -q '^::error file=school/protocol.meld,.*MC8301' "$work/github.log" || wrong "the case is not told"
for file in check.sarif test.xml diff-1.sarif diff-1.docx diff.md documents; do
    [ -s "$work/github/$file" ] || wrong "no $file"
done
[ "$(check "$work/gitlab" gitlab)" = 1 ] || wrong "GitLab: $(cat "$work/gitlab.log")"
grep -q 'MC8101' "$work/gitlab/codequality.json" || wrong "GitLab is not told of less protection"
grep -q 'MC8301' "$work/gitlab/codequality.json" || wrong "GitLab is not told of the case"
[ -z "$(jq -r '.[].fingerprint' "$work/gitlab/codequality.json" | sort | uniq -d)" ] || wrong "GitLab is told twice"
[ -z "$(grep '^::error\|^::warning' "$work/github.log" | sort | uniq -d)" ] || wrong "GitHub is told twice: $(cat "$work/github.log")"

# A base that this clone lacks stops the run, and says how to fetch it.
lost=1111111111111111111111111111111111111111
[ "$(MELDC_BASE=$lost check "$work/lost" github)" = 2 ] || wrong "an unknown base passed: $(cat "$work/lost.log")"
grep -q '^::error::.*fetch-depth: 0' "$work/lost.log" || wrong "nobody says how to fetch it: $(cat "$work/lost.log")"
# The first push of a branch has noughts for a base: the cases are run, nothing is compared.
[ "$(MELDC_BASE=${lost//1/0} check "$work/first" plain)" = 1 ] || wrong "noughts: $(cat "$work/first.log")"
[ ! -e "$work/first/diff.md" ] || wrong "noughts were compared with"

# A folder that was renamed is compared with what it was; a new one is told to be new.
git mv school locatie
mkdir nieuw
sed 's/de_linde/de_eik/' locatie/protocol.meld >nieuw/protocol.meld
git add -A
git commit -qm "renamed"
[ "$(MELDC_PATHS=$'locatie\nnieuw' check "$work/renamed" github)" = 1 ] || wrong "renamed: $(cat "$work/renamed.log")"
grep -q '^::notice::locatie is compared with school' "$work/renamed.log" || wrong "the renaming: $(cat "$work/renamed.log")"
grep -q '^::error file=locatie/protocol.meld,.*MC8101' "$work/renamed.log" || wrong "it was not compared: $(cat "$work/renamed.log")"
grep -q '`nieuw` is nieuw sinds' "$work/renamed/diff.md" || wrong "the new folder: $(cat "$work/renamed/diff.md")"

# Documents of a folder with several protocols.
MELDC_PATHS=. MELDC_BASE='' MELDC_DOCUMENTS=card check "$work/several" plain >/dev/null
for name in de_linde de_eik; do
    [ -n "$(find "$work/several/documents" -name "$name.*")" ] || wrong "no document of $name: $(cat "$work/several.log")"
done
git reset -q --hard HEAD~1

# What was found already turns neither a schedule red nor a look ahead; what comes by itself does.
sed -i 's/verwacht melden/verwacht hulp/' school/protocol.meld
git commit -qam "the case follows the code"
[ "$(MELDC_BASE='' MELDC_KNOWN=no check "$work/all" plain)" = 1 ] || wrong "there is nothing old: $(cat "$work/all.log")"
[ "$(MELDC_BASE='' check "$work/schedule" plain)" = 0 ] || wrong "a schedule: $(cat "$work/schedule.log")"
[ "$(MELDC_BASE='' MELDC_DATE=+180d check "$work/ahead" plain)" = 0 ] || wrong "a look ahead: $(cat "$work/ahead.log")"
cat >school/aanvaardingen.meld <<'END'
aanvaarding voor de_linde {
  minder melden bij vermoeden
  reden "Eerst een jaar hulp."
  besloten door "bestuur" op 2025-11-20
  geldig tot en met 2026-04-30
}
END
git add -A
git commit -qm "accepted"
[ "$(check "$work/accepted" plain)" = 0 ] || wrong "an acceptance: $(cat "$work/accepted.log")"
[ "$(MELDC_BASE='' MELDC_DATE=2026-05-01 check "$work/ended" plain)" = 1 ] || wrong "it ended unnoticed: $(cat "$work/ended.log")"
grep -q 'error MC8004' "$work/ended.log" || wrong "nobody says that it ended: $(cat "$work/ended.log")"
git reset -q --hard HEAD~2

# The lines that the problem matcher shows are those that are told.
"$program" check school --format plain --quiet >plain.txt || true
"$program" test school --format plain --quiet >>plain.txt || true
node - "$pipelines/problem-matcher.json" plain.txt <<'END' || wrong "the problem matcher"
const fs = require('fs');
const [matchers, text] = process.argv.slice(2).map((name) => fs.readFileSync(name, 'utf8'));
const lines = text.split('\n').filter((line) => /: (error|warning) /.test(line));
const patterns = JSON.parse(matchers).problemMatcher.map((one) => one.pattern[0]);
for (const line of lines) {
    const found = patterns.map((one) => [one, new RegExp(one.regexp).exec(line)]).filter(([, match]) => match);
    if (found.length !== 1 || found[0][1][found[0][0].file] !== 'school/protocol.meld') {
        console.error(line);
        process.exit(1);
    }
}
if (lines.length < 2) process.exit(1);
END

# The summary and the comment, with programs in place of those that reach the network; they note what they get.
mkdir "$work/fake"
cat >"$work/fake/gh" <<'END'
#!/bin/bash
printf '%s\n' "$*" >>"$FAKE_LOG"
[ -z "${FAKE_REFUSES:-}" ] || exit 1
case "$*" in *--paginate*) cat "$FAKE_KNOWN" ;; esac
END
cat >"$work/fake/curl" <<'END'
#!/bin/bash
printf '%s\n' "$*" >>"$FAKE_LOG"
case "$*" in *per_page*) cat "$FAKE_KNOWN" ;; esac
END
chmod +x "$work"/fake/*
export PATH="$work/fake:$PATH" FAKE_LOG="$work/asked" FAKE_KNOWN="$work/known"
: >"$FAKE_KNOWN"
post() {
    : >"$FAKE_LOG"
    env MELDC_OUT="$work/github" GITHUB_STEP_SUMMARY="$work/summary" MELDC_PULL_REQUEST=7 GH_TOKEN=t \
        GITHUB_REPOSITORY=school/code bash "$pipelines/github.sh" || wrong "github.sh failed"
}
post
grep -q 'POST repos/school/code/issues/7/comments' "$FAKE_LOG" || wrong "no comment: $(cat "$FAKE_LOG")"
grep -q 'MC8101\|minder beschermd' "$work/summary" || wrong "no summary"
head -n 1 "$work/github/comment.md" | grep -q '^<!-- meldc' || wrong "the comment cannot be found again"
echo 42 >"$FAKE_KNOWN"
post
grep -q 'PATCH repos/school/code/issues/comments/42' "$FAKE_LOG" || wrong "a second comment: $(cat "$FAKE_LOG")"
# The token of a fork may only read: that turns nothing red.
FAKE_REFUSES=1 post >"$work/fork.log"
grep -q '^::notice::' "$work/fork.log" || wrong "nobody says that there is no comment"
: >"$FAKE_LOG"
for line in $(seq 1 9000); do echo "- regel $line: nog een verandering"; done >>"$work/gitlab/diff.md"
echo '[{"id": 5, "body": "x"}, {"id": 6, "body": "<!-- meldc: what changes --> y"}]' >"$FAKE_KNOWN"
env MELDC_OUT="$work/gitlab" MELDC_TOKEN=geheim CI_MERGE_REQUEST_IID=3 CI_API_V4_URL=https://gitlab.example/api/v4 \
    CI_PROJECT_ID=9 bash "$pipelines/gitlab.sh" || wrong "gitlab.sh failed"
grep -q -- '--request PUT .*merge_requests/3/notes/6' "$FAKE_LOG" || wrong "no note: $(cat "$FAKE_LOG")"
[ "$(wc -c <"$work/gitlab/note.md")" -lt 65000 ] || wrong "the note is too long"
! grep -q geheim "$FAKE_LOG" || wrong "the token is an argument"

# The hooks: each runs as pre-commit runs it; what the last commit had does not count.
PATH="$(dirname "$program"):$PATH"
awk '/^- id:/ { if (line) print line; line = "" }
     /^  entry:/ { sub("^  entry: ", ""); line = $0 }
     /^  args:/ { sub("^  args: ", ""); gsub(/[][",]/, ""); line = line " " $0 }
     END { print line }' "$source/.pre-commit-hooks.yaml" >hooks.txt
[ "$(wc -l <hooks.txt)" -eq 4 ] || wrong "hooks: $(cat hooks.txt)"
# hook COMMAND: runs the hook of a command and prints its exit code.
hook() {
    local status=0
    # shellcheck disable=SC2046 # as the hook does
    $(grep "^meldc $1 " hooks.txt) $([ "$1" != fmt ] || echo school/protocol.meld) >hook.log 2>&1 || status=$?
    echo "$status"
}
for command in check diff fmt; do
    [ "$(hook $command)" = 0 ] || wrong "the hook $command: $(cat hook.log)"
done
[ "$(hook test)" = 1 ] || wrong "the hook test: $(cat hook.log)"
sed -i 's/bij ja  *hulp/bij ja afsluiten/' school/protocol.meld
[ "$(hook diff)" = 1 ] || wrong "a commit that protects less: $(cat hook.log)"
git checkout -q school/protocol.meld

# What the action and the template run is there.
scripts="$(grep -oE 'GITHUB_ACTION_PATH/[a-z]+\.sh' "$pipelines/action.yml" | sort -u)"
[ -n "$scripts" ] || wrong "the action runs no script"
for name in $scripts; do
    [ -f "$pipelines/${name#*/}" ] || wrong "$name is not there"
done
fetched="$(sed -n 's/.*for script in \([a-z ]*\);.*/\1/p' "$pipelines/meldc.gitlab-ci.yml")"
for name in check gitlab cut; do
    [[ " $fetched " == *" $name "* ]] || wrong "the template does not fetch $name.sh"
done
python3 - "$source" <<'END' || wrong "a file of YAML"
import sys
try:
    import yaml
except ImportError:
    sys.exit(0)
for name in (".ci/pipelines/action.yml", ".pre-commit-hooks.yaml", ".ci/pipelines/meldc.gitlab-ci.yml"):
    with open(sys.argv[1] + "/" + name, encoding="utf-8") as stream:
        yaml.safe_load(stream)
END
