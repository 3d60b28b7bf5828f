#!/usr/bin/env bash
# Makes a fresh machine ready: system libraries, .venv, the pinned packages, the fonts.
#
#   bash packaging/setup.sh run     what the program needs
#   bash packaging/setup.sh dev     that, and what the tests and checks need
#
# Asks what is there, not which system this is: a library counts when it can be loaded. On Debian and
# its relatives what is missing is installed, as root or through a sudo that asks no password.
set -eu
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
purpose=${1:-run}
built_fonts=mentorjournal/resources/fonts/index.json

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# library, Debian package: first what any Qt program loads, then what its window on X11 loads.
libraries='
libEGL.so.1            libegl1
libGL.so.1             libgl1
libglib-2.0.so.0       libglib2.0-0
libdbus-1.so.3         libdbus-1-3
libfontconfig.so.1     libfontconfig1
libxkbcommon.so.0      libxkbcommon0
libxkbcommon-x11.so.0  libxkbcommon-x11-0
libxcb-cursor.so.0     libxcb-cursor0
libxcb-icccm.so.4      libxcb-icccm4
libxcb-keysyms.so.1    libxcb-keysyms1
libxcb-shape.so.0      libxcb-shape0
'

find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$name"
            return
        fi
    done
}

# Prints "library package" for each library that cannot be loaded.
missing_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    printf '%s' "$libraries" | "$python" -c '
import ctypes, sys
for line in sys.stdin:
    try:
        line.strip() and ctypes.CDLL(line.split()[0])
    except OSError:
        print(*line.split())
'
}

can_make_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

is_installed() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

# Without these nothing starts.
needed_packages() {
    can_make_venv || say "$(basename -- "$python")-venv"
    missing_libraries | cut -d ' ' -f 2
    [ -e "$built_fonts" ] || is_installed fonts-inter-variable || say fonts-inter-variable
}

# The program runs without these: a screen to test on, and the one large script it does not bring along.
wanted_packages() {
    command -v xvfb-run >/dev/null || say xvfb
    command -v xauth >/dev/null || say xauth
    is_installed fonts-noto-cjk || say fonts-noto-cjk
}

root_prefix() {
    if [ "$(id -u)" = 0 ]; then
        say env
    elif sudo -n true 2>/dev/null; then
        say sudo -n env
    fi
}

by_hand() {
    if command -v sudo >/dev/null; then
        say "sudo apt-get update && sudo apt-get install -y $*"
    else
        say "su -c 'apt-get update && apt-get install -y $*'"
    fi
}

install_debian_packages() {
    local needed wanted prefix
    needed=$(needed_packages | xargs)
    wanted=$(wanted_packages | xargs)
    [ -n "$needed$wanted" ] || return 0
    prefix=$(root_prefix)
    if [ -n "$prefix" ]; then
        say "Installing system packages: $(say $needed $wanted)"
        # A source that does not answer is no reason to stop: the others may have everything.
        $prefix apt-get update -qq >/dev/null 2>&1 || true
        $prefix DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            -o DPkg::Lock::Timeout=120 $needed $wanted >/dev/null 2>&1 || true
        needed=$(needed_packages | xargs)
        wanted=$(wanted_packages | xargs)
    fi
    [ -z "$needed" ] || stop "System packages are missing; please run: $(by_hand $needed $wanted)"
    [ -z "$wanted" ] || say "Going on without $wanted (later, if you like: $(by_hand $wanted))."
}

name_libraries() {
    local missing
    can_make_venv || stop "This Python cannot make a virtual environment; please install its venv and ensurepip modules."
    missing=$(missing_libraries | cut -d ' ' -f 1 | xargs)
    [ -z "$missing" ] || say "The window needs these libraries, please install them: $missing"
}

make_venv() {
    if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        say "Making .venv"
        "$python" -m venv --clear .venv || stop "The virtual environment .venv could not be made."
    fi
}

pip_install() {
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --constraint constraints.txt "$@" \
        || stop "The Python packages could not be installed; is this machine online?"
}

install_python_packages() {
    say "Installing Python packages (a few minutes the first time)"
    # setuptools first and pinned, because pip would fetch an unpinned one to build with.
    pip_install setuptools
    pip_install --no-build-isolation --editable "$1"
    # An editable install is not compiled by pip; every start would compile it anew where Python
    # may not write beside it.
    .venv/bin/python -m compileall -q mentorjournal >/dev/null || true
}

build_fonts() {
    say "Building the fonts"
    # Fonts that were built before serve when what they were built from is gone.
    .venv/bin/python packaging/fonts.py >/dev/null || [ -e "$built_fonts" ] \
        || stop "The fonts could not be built."
}

python=$(find_python)
[ -n "$python" ] || stop "Mentor Journal needs Python 3.11 or newer."
if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    install_debian_packages
else
    name_libraries
fi
make_venv
case $purpose in
    run)
        install_python_packages '.[fonts]'
        build_fonts
        ;;
    dev) install_python_packages '.[fonts,dev]' ;;
    *) stop "Say run or dev." ;;
esac
