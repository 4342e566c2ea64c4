#!/bin/sh
# What stands at the top of the sources is known: a file that came there by a slip (one named "-", say) is found before somebody takes it for a part
# of the project. What git tracks is looked at; in sources that were packed what lies there, where building leaves its own.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
LC_ALL=C
export LC_ALL
work=$BUILDDIR/tests/top.tmp
. "$SRCDIR/tests/tap.sh"

known='.ci .clang-format .clang-tidy .editorconfig .github .gitignore CONTRIBUTING LICENSE Makefile.am NEWS README
articles bootstrap configure.ac models src tests themes'
built='.deps .dirstamp .quoin-data Makefile Makefile.in _build _inst aclocal.m4 autom4te.cache bench.tmp build-aux compile config.* configure
fuzz-found libquoin.a quoin quoin-* stamp-h1 test-suite.log torture.tmp variants'

# The names at the top of the tree $1, one a line.
names_at_top() {
    if [ -e "$1/.git" ]; then
        (cd "$1" && git ls-files) | sed 's,/.*,,' | sort -u
    else
        (cd "$1" && find . ! -name . -prune) | sed 's,^\./,,' | sort
    fi
}

# Those that are not among the patterns in $2.
find_strays() {
    names_at_top "$1" | while IFS= read -r name; do
        stray=yes
        set -f
        for pattern in $2; do
            set +f
            case $name in
            $pattern) stray= ;;
            esac
        done
        set +f
        [ -z "$stray" ] || printf '"%s" is not known here\n' "$name"
    done
}

if [ ! -e "$SRCDIR/.git" ]; then
    found=$(find_strays "$SRCDIR" "$known $built")
elif command -v git >/dev/null; then
    found=$(find_strays "$SRCDIR" "$known")
else
    echo '1..0 # SKIP there is no git to tell what it tracks'
    exit 0
fi
names_at_top "$SRCDIR" | grep -qx src && [ -z "$found" ]; ok $? 'at the top of the sources are known names only'
[ -z "$found" ] || printf '%s\n' "$found" | sed 's/^/# /'

# Bad examples: files as slips of the hand make them.
rm -rf "$work"
mkdir -p "$work/src"
for name in - README 'a b' core src/core '*'; do
    : >"$work/$name"
done
expected='"*" is not known here
"-" is not known here
"a b" is not known here
"core" is not known here'
[ "$(find_strays "$work" "$known $built")" = "$expected" ]; ok $? 'bad examples are found out'
if command -v git >/dev/null; then
    (cd "$work" && git init -q . && git add -A -- . ':!core') >/dev/null 2>&1
    [ "$(find_strays "$work" "$known")" = "$(printf '%s\n' "$expected" | sed '$d')" ]; ok $? 'bad examples are found out: what git does not track is not looked at'
fi
rm -rf "$work"
tap_done
