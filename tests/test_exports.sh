#!/bin/sh
# Exports, read back with what others read them with: python's json, csv and html.parser, jq, pandoc, gnumeric, Chromium. All articles of the project, those
# of the vectors that are sound, and 200 that are made up (SEED=number: others). See tests/read_exports.py.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
work=$BUILDDIR/tests/exports.tmp
LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
export LC_ALL PYTHONDONTWRITEBYTECODE

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null; then
    echo '1..0 # SKIP there is no python3 to read with'
    exit 0
fi
rm -rf "$work"
mkdir -p "$work/home"
HOME=$work/home
export HOME
unset XDG_CONFIG_HOME QUOIN_DATA
set --
for article in "$SRCDIR"/articles/*.yaml "$SRCDIR"/articles/*.txt "$SRCDIR"/tests/vectors/articles/good-*; do
    case $article in
    *.expected | *.html | *.htm | *.xhtml) ;; # pages are read by another program, and are articles then like all others
    *-page-*) ! grep -q '^#define HAVE_LIBXML2 ' "$BUILDDIR/config.h" || set -- "$@" "$article" ;;
    *.md) ! grep -q '^#define HAVE_MD4C ' "$BUILDDIR/config.h" || set -- "$@" "$article" ;;
    *) set -- "$@" "$article" ;;
    esac
done
python3 "$SRCDIR/tests/read_exports.py" "$BUILDDIR/quoin" "$work" "${SEED:-1}" "$@"
status=$?
rm -rf "$work"
exit $status
