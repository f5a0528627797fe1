# Shared by .ci/start and .ci/test; sourced, never run.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

build="$root/build"
logs="$build/logs"
cache="${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/meldc"
mkdir -p "$logs"
: "${LC_ALL:=C.UTF-8}"
export LC_ALL

# Clones in other folders share compiled objects.
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1

say() { printf '== %s\n' "$*"; }

fail() {
    printf '\n!! %s\n' "$1" >&2
    shift
    printf '   %s\n' "$@" >&2
    exit 1
}

set -E
trap 'fail "Stopped unexpectedly in ${BASH_SOURCE[0]##*/}, line $LINENO." \
    "What was written until here lies in $logs."' ERR

# One job per core, but no more than memory allows: compiling a file may take about 1 GB.
jobs="$(nproc)"
memory="$(awk '/^MemAvailable:/ { print int($2 / 1000000) }' /proc/meminfo 2>/dev/null || true)"
if [ "${memory:-$jobs}" -lt "$jobs" ]; then
    jobs=$((memory > 0 ? memory : 1))
fi

# Sets the array `elevate` to what makes a command run as root, or says why that is impossible.
find_root() {
    elevate=()
    if [ "$(id -u)" -eq 0 ]; then
        return
    elif ! command -v sudo >/dev/null; then
        fail "Packages must be installed, but you are not root and sudo is not installed." \
            "Run this command again as root, or let an administrator run:" \
            "  apt-get install $missing"
    elif ! sudo -n true 2>/dev/null && ! sudo -v; then
        fail "Packages must be installed, but sudo did not let you." \
            "Run this command again as root, or let an administrator run:" \
            "  apt-get install $missing"
    fi
    elevate=(sudo)
}

# apt LOG ARGUMENT...: apt-get, its output in LOG; on failure the reason in plain words.
apt() {
    local log="$1" reason
    shift
    if "${elevate[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
        ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} apt-get -y -q --no-install-recommends \
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1 </dev/null; then
        return
    fi
    if grep -qE 'Temporary failure resolving|Could not resolve|Could not connect|Failed to fetch|Unable to connect' "$log"; then
        reason="The package servers cannot be reached: is there a network connection (or a proxy to set)?"
    elif grep -q 'No space left on device' "$log"; then
        reason="The disk is full."
    elif grep -q 'Could not get lock' "$log"; then
        reason="Another program is installing packages. Wait until it is done and run this again."
    elif grep -qE 'Unable to locate package|has no installation candidate' "$log"; then
        reason="A package is unknown here. These commands are made for Debian 12 (bookworm), section main."
    else
        reason="apt-get $1 failed."
    fi
    fail "$reason" "The last lines of $log:" "$(tail -n 15 "$log" | sed '2,$s/^/   /')"
}

# need PACKAGE...: installs those Debian packages that are missing.
need() {
    if ! command -v apt-get >/dev/null; then
        fail "apt-get was not found. These commands are made for Debian 12." \
            "Elsewhere, install what these Debian packages hold, and build with cmake:" "  $*"
    fi
    missing="$(
        # dpkg-query's own exit code only says that some package is unknown to it.
        known="$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)"
        for package in "$@"; do
            grep -qx "$package installed" <<<"$known" || printf '%s ' "$package"
        done
    )"
    if [ -z "$missing" ]; then
        return
    fi
    find_root
    say "Installing with apt (a few minutes on an empty machine): $missing"
    apt "$logs/apt-update.log" update
    # shellcheck disable=SC2086 # a list of names
    apt "$logs/apt-install.log" install $missing
}

build_packages=(g++ cmake ninja-build ccache antlr4 libantlr4-runtime-dev llvm-14-dev zlib1g-dev
    nlohmann-json3-dev libkainjow-mustache-dev libpugixml-dev libzip-dev libdtl-dev
    libcmark-gfm-dev libcmark-gfm-extensions-dev)

# Files of one library compiled together: half the time. When developing, one by one is quicker.
# configure DIRECTORY OPTION...: runs cmake when the directory is new or was made with other options.
configure() {
    local directory="$1" log
    shift
    log="$logs/configure-${directory##*/}.log"
    if [ -f "$directory/build.ninja" ] && [ "$(cat "$directory/options" 2>/dev/null)" = "$*" ]; then
        return
    fi
    if ! cmake -S "$root" -B "$directory" -G Ninja -DCMAKE_CXX_COMPILER_LAUNCHER=ccache \
        -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=32 "$@" \
        >"$log" 2>&1; then
        fail "cmake could not configure $directory. The last lines of $log:" \
            "$(tail -n 25 "$log" | sed '2,$s/^/   /')"
    fi
    printf '%s' "$*" >"$directory/options"
}

# compile DIRECTORY [TARGET...]: on a terminal with ninja's own progress line, else quietly.
compile() {
    local directory="$1" log="$logs/compile-${1##*/}.log"
    shift
    if [ -t 1 ]; then
        ninja -C "$directory" -j "$jobs" "$@" || fail "Compiling failed; the compiler says why above."
    elif ! ninja -C "$directory" -j "$jobs" "$@" >"$log" 2>&1; then
        fail "Compiling failed. The last lines of $log:" "$(tail -n 40 "$log" | sed '2,$s/^/   /')"
    fi
}
