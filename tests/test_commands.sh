#!/bin/sh
# The program on the command line: each tests/commands/NAME.cmd is a shell script; what it prints, on both streams, and how it ends is
# compared with NAME.expected beside it. It runs in that folder, with an empty HOME, `quoin` of the build first in PATH, and $TMP to write in.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
work=$BUILDDIR/tests/commands.tmp
folder=$SRCDIR/tests/commands
. "$SRCDIR/tests/tap.sh"

rm -rf "$work"
mkdir -p "$work/bin" "$work/home"
ln -s "$BUILDDIR/quoin" "$work/bin/quoin"
PATH=$work/bin:$PATH HOME=$work/home LC_ALL=C.UTF-8 TERM=xterm-256color
export PATH HOME LC_ALL TERM SRCDIR BUILDDIR
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME NO_COLOR COLORTERM QUOIN_DATA QUOIN_HTML TMUX STY

tap_why() {
    diff "$folder/$name.expected" "$work/$name.found"
}

built_with() { # a library, as config.h has it
    grep -q "^#define HAVE_$1 " "$BUILDDIR/config.h"
}

# A name begins with what it needs: page-, markdown-.
for script in "$folder"/*.cmd; do
    name=$(basename "$script" .cmd)
    case $name in
    page-*) built_with LIBXML2 || { ok 0 "$name # SKIP quoin was built without libxml2"; continue; } ;;
    markdown-*) built_with MD4C || { ok 0 "$name # SKIP quoin was built without md4c"; continue; } ;;
    esac
    TMP=$work/$name
    export TMP
    mkdir -p "$TMP"
    (cd "$folder" && sh "$script" 2>&1 </dev/null; echo "exit $?") | sed "s|$work|WORK|g; s|$SRCDIR|SRCDIR|g" >"$work/$name.found"
    if [ -n "${UPDATE_GOLDEN-}" ]; then
        cp "$work/$name.found" "$folder/$name.expected"
    fi
    cmp -s "$work/$name.found" "$folder/$name.expected"; ok $? "$name"
done
rm -rf "$work"
tap_done
