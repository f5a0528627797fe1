#!/usr/bin/env bash
# usage: fetch.sh VERSION SHA256 RELEASES FOLDER
# Puts the pinned release of meldc in FOLDER and prints the path of the program. RELEASES is where releases lie,
# each in a folder "vVERSION": of GitHub …/releases/download, of GitLab …/-/releases. Without a checksum, or with another one, nothing is unpacked.
set -euo pipefail
version="$1" checksum="$2" releases="$3" folder="$4"
name="meldc-$version-linux-x86_64"

if [[ ! "$checksum" =~ ^[0-9a-f]{64}$ ]]; then
    echo "meldc: pin the release by its SHA-256: it stands in SHA256SUMS beside the release" >&2
    exit 2
fi
case "$releases" in
*/-/releases) place="$releases/v$version/downloads" ;;
*) place="$releases/v$version" ;;
esac
if [ ! -x "$folder/$name/bin/meldc" ]; then
    mkdir -p "$folder"
    archive="$(mktemp "$folder/download.XXXXXX")"
    trap 'rm -f "$archive"' EXIT
    curl --fail --silent --show-error --location --retry 3 --output "$archive" \
        "$place/$name.tar.gz" >&2
    if ! echo "$checksum  $archive" | sha256sum --check --status; then
        echo "meldc: $name.tar.gz is not the release that was pinned: its SHA-256 is $(sha256sum "$archive" | cut -d' ' -f1)" >&2
        exit 2
    fi
    tar -xzf "$archive" -C "$folder"
fi
printf '%s\n' "$folder/$name/bin/meldc"
