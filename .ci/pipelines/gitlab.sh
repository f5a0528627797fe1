#!/usr/bin/env bash
# After check.sh in a pipeline of GitLab: one note on the merge request that every run replaces. Needs a token
# of the project that may write notes, in MELDC_TOKEN; without it what changes is an artifact only.
set -euo pipefail
out="${MELDC_OUT:-meldc-out}"
mark='<!-- meldc: what changes -->'
# GitLab takes 1,000,000 characters in a note; nobody reads so many.
most_note=60000
. "$(dirname "${BASH_SOURCE[0]}")/cut.sh"

if [ -z "${MELDC_TOKEN:-}" ] || [ -z "${CI_MERGE_REQUEST_IID:-}" ] || [ ! -s "$out/diff.md" ]; then
    exit 0
fi
notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
{ printf '%s\n' "$mark"; cut_to "$out/diff.md" "$most_note"; } >"$out/note.md"

# The token goes in by a file that only this user can read: arguments are seen by everybody on the machine.
config="$(mktemp)"
trap 'rm -f "$config"' EXIT
printf 'header = "PRIVATE-TOKEN: %s"\n' "$MELDC_TOKEN" >"$config"
ask() { curl --fail --silent --show-error --config "$config" "$@"; }

known="$(ask "$notes?per_page=100" | jq --arg mark "$mark" -r '[.[] | select(.body | startswith($mark)) | .id][0] // empty')"
if [ -n "$known" ]; then
    ask --request PUT --data-urlencode "body@$out/note.md" --output /dev/null "$notes/$known"
else
    ask --request POST --data-urlencode "body@$out/note.md" --output /dev/null "$notes"
fi
