# Sourced. fingerprint BUILD SOURCE: one hash of everything that a test run can depend on: all files
# of the source tree, and size and time of the built programs.
fingerprint() {
    {
        (cd "$2" && find . \( -path ./build -o -path './build-*' -o -path ./.git \) -prune -o \
            -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
        find "$1/bin" -type f -printf '%p %s %T@\n' | LC_ALL=C sort
    } | sha256sum | cut -d ' ' -f 1
}
