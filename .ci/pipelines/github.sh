#!/usr/bin/env bash
# After check.sh in a workflow of GitHub: the summary of the step, and one comment on the pull request that
# every run replaces. Needs MELDC_OUT; a comment also GH_TOKEN and MELDC_PULL_REQUEST.
set -euo pipefail
out="${MELDC_OUT:-meldc-out}"
mark='<!-- meldc: what changes -->'
# GitHub takes 1 MiB in a summary, and 65,536 characters in a comment.
most_summary=1000000
most_comment=60000

. "$(dirname "${BASH_SOURCE[0]}")/cut.sh"

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    for report in "$out"/diff.md "$out"/check.md "$out"/test.md; do
        if [ -s "$report" ]; then
            cut_to "$report" $((most_summary / 3)) >>"$GITHUB_STEP_SUMMARY"
            printf '\n' >>"$GITHUB_STEP_SUMMARY"
        fi
    done
fi

if [ -n "${MELDC_PULL_REQUEST:-}" ] && [ -n "${GH_TOKEN:-}" ] && [ -s "$out/diff.md" ]; then
    body="$out/comment.md"
    { printf '%s\n' "$mark"; cut_to "$out/diff.md" "$most_comment"; } >"$body"
    comments="repos/$GITHUB_REPOSITORY/issues/$MELDC_PULL_REQUEST/comments"
    # A pull request from a fork gets a token that may only read: then what changes is in the summary.
    if ! { known="$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$mark\")) | .id")" &&
        known="${known%%$'\n'*}" &&
        if [ -n "$known" ]; then
            gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" --field "body=@$body"
        else
            gh api --silent --method POST "$comments" --field "body=@$body"
        fi; }; then
        echo "::notice::The comment was not written: this token may not. What changes is in the summary of the run."
    fi
fi
