#!/bin/sh
# Is each C file as clang-format sets it, by .clang-format? Another version sets some lines otherwise, so this one alone is asked.
set -u
: "${SRCDIR:?}"
version=14
for format in "clang-format-$version" clang-format; do
    "$format" --version 2>/dev/null | grep -q "version $version\." && break
    format=
done
if [ -z "$format" ]; then
    echo "check-format: skipped, there is no clang-format $version here"
    exit 0
fi
cd "$SRCDIR" || exit 2
status=0
for file in $(find src tests \( -name '*.c' -o -name '*.h' \) ! -name '*_table.h' ! -name '*_tables.h' ! -path '*.tmp/*' | sort); do
    "$format" "$file" | cmp -s - "$file" && continue
    echo "$file: run $format -i on it"
    status=1
done
[ $status -ne 0 ] || echo "check-format: all files are as $format sets them"
exit $status
