#!/bin/sh
# clang-tidy (its checks: .clang-tidy) and cppcheck over all of the project's C; exit 1 on any finding. `make check-tidy` gives SRCDIR, CPPFLAGS, CFLAGS.
# shellcheck disable=SC2086 # flags and names of files are lists of words
set -u
for tool in clang-tidy cppcheck; do
    command -v "$tool" >/dev/null || { echo "check-tidy: $tool was not found; ./bootstrap --dev installs it" >&2; exit 2; }
done
files=$(find "$SRCDIR/src" "$SRCDIR/tests" -name '*.c' | LC_ALL=C sort)
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
status=0

arguments=
for flag in $CPPFLAGS $CFLAGS; do
    arguments="$arguments --extra-arg=$flag"
done
printf '%s\n' $files | xargs -P "$jobs" -n 4 clang-tidy --quiet $arguments || status=1
# internalAstError: cppcheck 2.10 stumbles over a compound literal in a ternary
cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr -j "$jobs" --enable=warning,portability,performance \
    --suppress=missingIncludeSystem --suppress=internalAstError $CPPFLAGS $files || status=1
exit $status
