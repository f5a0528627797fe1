#!/usr/bin/env bash
# usage: documents.sh MELDC FOLDER POLICIES NAME...
# Prints every document of protocols as PDF and lets poppler and qpdf read them: whole, tagged with types
# that their version knows, in Dutch, with a title, a heading in the outline for each heading of the page,
# on the paper that was asked for. A second run in another folder gives the same bytes.
set -euo pipefail
export LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1700000000
meldc="$1" out="$2" policies="$3"
shift 3
rm -rf "$out"
mkdir -p "$out"
failures=0
wrong() { printf '%s: %s\n' "$1" "$2"; failures=$((failures + 1)); }

# everything FOLDER: what `build` and `report` write, in all forms.
everything() {
    local folder="$1" name
    for name in "${names[@]}"; do
        "$meldc" build "$policies/$name" --emit all --as html,docx,pdf,txt --out "$folder" --quiet
        "$meldc" build "$policies/$name" --emit card --as pdf --paper a3 --out "$folder/a3" --quiet
    done
    "$meldc" report "$policies/${names[0]}" --emit html,docx --out "$folder/report" --quiet || [ $? -eq 1 ]
}

# check FILE WIDTH: width of the paper in points, rounded.
check() {
    local file="$1" width="$2" name information
    name="$(basename "$file")"
    # qpdf: 0 is right; a warning is 3.
    qpdf --check "$file" >"$out/qpdf.log" 2>&1 || { wrong "$name" "qpdf:"; cat "$out/qpdf.log"; }
    information="$(pdfinfo "$file" 2>&1)"
    grep -q '^Tagged: *yes' <<<"$information" || wrong "$name" "not tagged"
    grep -q '^Title: *[^ ]' <<<"$information" || wrong "$name" "no title"
    grep -qE '^PDF version: *(1\.[7-9]|2)' <<<"$information" || wrong "$name" "older than 1.7"
    grep -qE "^Page size: *$width(\.[0-9]+)? x" <<<"$information" || wrong "$name" "other paper"
    # poppler tells each tag that it does not know.
    if pdfinfo -struct "$file" 2>&1 >"$out/tags.txt" | grep 'StructElem' | sort | uniq -c; then
        wrong "$name" "tags that PDF 1.7 does not know"
    fi
    grep -qE '^ *H1' "$out/tags.txt" || wrong "$name" "no heading of the first level among the tags"
    qpdf --json=2 "$file" >"$out/pdf.json"
    jq -e '[.qpdf[1][] | .value? | objects | select(."/Type" == "/Catalog") | ."/Lang"] | .[0] | startswith("u:nl")' \
        "$out/pdf.json" >/dev/null || wrong "$name" "not said to be in Dutch"
    jq -e '[.qpdf[1][] | .value? | objects | select(."/Type" == "/Catalog") | ."/ViewerPreferences"["/DisplayDocTitle"]]
        | .[0]' "$out/pdf.json" >/dev/null || wrong "$name" "the title is not shown"
    # Each heading of the page is a line in the outline.
    local headings lines
    headings="$(jq '[.qpdf[1][] | .value? | objects | select(."/Type" == "/StructElem") | ."/S" // ""
        | select(test("^/H[1-6]$"))] | length' "$out/pdf.json")"
    lines="$(jq '[.outlines | .. | objects | select(has("title"))] | length' "$out/pdf.json")"
    [ "$lines" -eq "$headings" ] || wrong "$name" "$headings headings, $lines lines in the outline"
}

# numbers FILE: each line of the list of headings has the page of its heading; qpdf knows it from the outline.
numbers() {
    local file="$1" text="$out/contents.txt" title page
    pdftotext -layout -l 2 "$file" "$text"
    qpdf --json=2 "$file" | jq -r '[.outlines | .. | objects | select(has("title"))]
        | map(select(.destpageposfrom1 > 0)) | .[1:][] | "\(.destpageposfrom1) \(.title)"' >"$out/outline.txt"
    local found=0
    while read -r page title; do
        # Titles of one line of the list; others are broken there.
        if grep -qE "(^|  )$(sed 's/[][\.*^$()+?{}|]/\\&/g' <<<"$title") {2,}[0-9]+( |$)" "$text"; then
            found=$((found + 1))
            grep -qE "(^|  )$(sed 's/[][\.*^$()+?{}|]/\\&/g' <<<"$title") {2,}$page( |$)" "$text" ||
                wrong "$(basename "$file")" "the list of headings has another page than $page for $title"
        fi
    done <"$out/outline.txt"
    [ "$found" -ge 5 ] || wrong "$(basename "$file")" "only $found pages in the list of headings"
}

names=("$@")
everything "$out/one"
everything "$out/two"
diff -r "$out/one" "$out/two" || wrong "all" "a second run gives other bytes"
files=("$out"/one/*.pdf)
[ "${#files[@]}" -ge $((5 * ${#names[@]})) ] || wrong "all" "only ${#files[@]} files"
for file in "${files[@]}"; do
    check "$file" 594
done
for file in "$out"/one/a3/*.pdf; do
    check "$file" 841
done
for file in "$out"/one/*.protocol.pdf "$out"/one/*.handboek.pdf; do
    numbers "$file"
done
# A card for a role is at most two sheets, and nothing stands before the first one.
for file in "$out"/one/*.rolkaarten.pdf; do
    roles="$(pdftotext -layout "$file" - | tr '\f' '\n' | grep -cE '^ *Wat doet u als .*\?$')"
    pages="$(pdfinfo "$file" | sed -n 's/^Pages: *//p')"
    [ "$pages" -le $((2 * roles)) ] || wrong "$(basename "$file")" "$pages pages for $roles roles"
    pdftotext -l 1 "$file" "$out/first.txt"
    grep -q '^Wat doet u als ' "$out/first.txt" || wrong "$(basename "$file")" "a first page without a card"
done
# What hangs on a wall is one sheet.
for file in "$out"/one/*.stappenkaart.pdf "$out"/one/a3/*.pdf; do
    pdfinfo "$file" | grep -q '^Pages: *1$' || wrong "$(basename "$file")" "more than one page"
done
printf '%s files of PDF\n' "${#files[@]}"
[ "$failures" -eq 0 ]
