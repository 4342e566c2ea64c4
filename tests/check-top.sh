#!/bin/sh
# What stands at the top of the sources is known: a file that came there by a slip (one named "-", say) is found before somebody takes it for a part
# of the project. What git tracks is looked at; in sources that were packed what lies there, where building leaves its own. And nothing that was built
# is tracked, wherever it lies.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
LC_ALL=C
export LC_ALL
work=$BUILDDIR/tests/top.tmp
. "$SRCDIR/tests/tap.sh"

known='.ci .clang-format .clang-tidy .editorconfig .github .gitignore CONTRIBUTING LICENSE Makefile.am NEWS README
articles bootstrap configure.ac models src tests themes'
built='.deps .dirstamp .quoin-data Makefile Makefile.in _build _inst aclocal.m4 autom4te.cache bench.tmp build-aux compile config.* configure
fuzz-found libquoin*.a quoin quoin-* stamp-h1 test-suite.log torture.tmp variants'

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

# What git tracks in the tree $1 and begins as what compilers, linkers and archivers make: ELF, Mach-O, PE, ar.
find_built() {
    starts=$(printf '^(\177ELF|MZ|!<arch>|[\317\316]\372\355\376|\312\376\272\276)')
    (cd "$1" && git ls-files -z | xargs -0 grep -laE -e "$starts" -- 2>/dev/null | sort | while IFS= read -r file; do
        case $(dd if="$file" bs=8 count=1 2>/dev/null | od -An -tx1 | tr -d ' \n') in
        7f454c46* | 4d5a* | 213c617263683e0a* | cffaedfe* | cefaedfe* | cafebabe*) printf '"%s" is built, and no source\n' "$file" ;;
        esac
    done)
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

if [ -e "$SRCDIR/.git" ]; then
    found=$(find_built "$SRCDIR")
    [ -z "$found" ]; ok $? 'nothing that was built is tracked'
    [ -z "$found" ] || printf '%s\n' "$found" | sed 's/^/# /'
fi

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
    printf '\177ELF\002\001' >"$work/src/train"
    printf '!<arch>\n' >"$work/src/lib"
    printf 'ELF\n' >"$work/src/text"
    expected='"src/lib" is built, and no source
"src/train" is built, and no source'
    (cd "$work" && git add -A -- src) >/dev/null 2>&1
    [ "$(find_built "$work")" = "$expected" ]; ok $? 'bad examples are found out: what was built is tracked'
fi
rm -rf "$work"
tap_done
