#!/usr/bin/env bash
# usage: release.sh CMAKE CPACK BUILD SOURCE VERSION OUT
# Makes of a build: packages for Debian of the program and the library, OUT/meldc-VERSION-linux-x86_64.tar.gz with the
# program, and OUT/SHA256SUMS. The archive brings every library along, the loader too, so that it runs on any Linux: of libzip there is no static
# library. The same build gives the same bytes when SOURCE_DATE_EPOCH is set.
set -euo pipefail
cmake="$1" cpack="$2" build="$3" source="$4" version="$5" out="$6"
: "${SOURCE_DATE_EPOCH:=$(git -C "$source" log -1 --format=%ct 2>/dev/null || date +%s)}"
export SOURCE_DATE_EPOCH
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
rm -rf "$out"
mkdir -p "$out"

(cd "$work" && "$cpack" --config "$build/CPackConfig.cmake" -G DEB -B "$work/deb" >"$work/cpack.log") ||
    { cat "$work/cpack.log" >&2; exit 1; }
mv "$work"/deb/*.deb "$out"
# CPack calls ldconfig in scripts of the package; Debian has a trigger for that.
library="$(ls "$out"/libmeldc[0-9]*.deb)"
dpkg-deb --raw-extract "$library" "$work/library"
rm "$work"/library/DEBIAN/post*
echo "activate-noawait ldconfig" >"$work/library/DEBIAN/triggers"
dpkg-deb --root-owner-group --build "$work/library" "$library" >"$work/library.log"

name="meldc-$version-linux-$(uname -m)"
"$cmake" --install "$build" --prefix "$work/$name" --strip --component program >"$work/install.log"
libraries="$work/$name/lib/meldc"
mkdir -p "$libraries"
mv "$work/$name/bin/meldc" "$libraries/meldc"
loader=""
# shellcheck disable=SC2034 # of a line of ldd only some words are of use
while read -r first arrow path rest; do
    if [ "$arrow" = "=>" ]; then
        cp -L "$path" "$libraries/"
    elif [[ "$first" == /*ld-linux* ]]; then
        loader="$(basename "$first")"
        cp -L "$first" "$libraries/"
    fi
done < <(ldd "$libraries/meldc")
# Whose they are and on what conditions.
mkdir -p "$work/$name/share/doc/meldc/libraries"
for library in "$libraries"/*.so*; do
    package="$(dpkg-query -S "*/$(basename "$library")" 2>/dev/null | sed -n '1s/:.*//p')"
    if [ -n "$package" ] && [ -e "/usr/share/doc/$package/copyright" ]; then
        cp -L "/usr/share/doc/$package/copyright" "$work/$name/share/doc/meldc/libraries/$package.txt"
    fi
done
cat >"$work/$name/bin/meldc" <<EOF
#!/bin/sh
# meldc with the libraries that it was made with.
here="\$(dirname "\$(readlink -f "\$0")")/../lib/meldc"
exec "\$here/$loader" --library-path "\$here" "\$here/meldc" "\$@"
EOF
chmod 755 "$work/$name/bin/meldc"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$work" -cf - "$name" |
    gzip -9n >"$out/$name.tar.gz"
(cd "$out" && sha256sum -- *.deb *.tar.gz >SHA256SUMS)
ls -l "$out"
