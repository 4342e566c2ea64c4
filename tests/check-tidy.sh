#!/bin/sh
# clang-tidy (its checks: .clang-tidy) and cppcheck over all of the project's C, and what its headers offer to nobody; exit 1 on any finding. `make check-tidy` gives SRCDIR, CPPFLAGS, CFLAGS.
# Other versions find other things, so these are asked; with ANY_VERSION=yes, what is there. A tool that is not there is skipped with a word.
# The analyzer, which follows each path through a function, takes nearly all of the time: it looks at the program, and with ANALYZE=all at the tests too.
# shellcheck disable=SC2086 # flags and names of files are lists of words
set -u
: "${SRCDIR:?}"
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
said=$(mktemp) || exit 2
trap 'rm -f "$said"' EXIT
status=0

# Sets `tool` to the first of the commands $3… that is $1 in its version $2. False: there is none.
find_tool() {
    name=$1 version=$2
    shift 2
    for tool; do
        command -v "$tool" >/dev/null || continue
        [ "${ANY_VERSION-}" = yes ] && return
        "$tool" --version | grep -Eq "(version|Cppcheck) $version([^0-9]|\$)" && return
    done
    echo "check-tidy: $name skipped, there is no $name $version here (./bootstrap --dev installs what this system has)"
    return 1
}

# Functions that a header offers and no file takes but the one that defines them: each is to be static, or to go.
find_untaken() {
    (cd "$1" && find src tests \( -name '*.c' -o -name '*.h' -o -name '*.def' \) ! -name '*_table.h' ! -path '*.tmp/*' | sort | xargs awk '
        /^( \*|[ \t]*\/\*|#[ \t]*include)/ {
            next # comments
        }
        {
            gsub(/"([^"\\]|\\.)*"|\/\*.*\*\//, "")
        }
        /_##/ {
            for (rest = $0; match(rest, /[A-Za-z0-9_]+_##/); rest = substr(rest, RSTART + RLENGTH))
                pasted[substr(rest, RSTART, RLENGTH - 2)] = 1 # write_##name
        }
        FILENAME ~ /^src\/.*\.h$/ && /^[A-Za-z]/ && !/^(static|typedef)/ && match($0, /[A-Za-z0-9_]+\(/) {
            name = substr($0, RSTART, RLENGTH - 1)
            if (!(name in header))
                names[++count] = name
            header[name] = FILENAME
        }
        {
            size = split($0, words, /[^A-Za-z0-9_]+/)
            for (i = 1; i <= size; i++)
                if (FILENAME ~ /\.h$/)
                    in_headers[words[i]]++
                else if (!((FILENAME, words[i]) in seen)) {
                    seen[FILENAME, words[i]] = 1
                    files[words[i]]++
                }
        }
        END {
            for (i = 1; i <= count; i++) {
                prefix = names[i]
                sub(/_.*/, "_", prefix)
                if (files[names[i]] + in_headers[names[i]] < 3 && !(prefix in pasted))
                    print header[names[i]] ": " names[i] "() is taken by no other file"
            }
        }')
}
found=$(find_untaken "$SRCDIR")
if [ -z "$found" ]; then
    echo "check-tidy: what a header offers is taken by another file"
else
    printf '%s\n' "$found" >&2
    status=1
fi

# The longest first, or one processor is left with it at the end.
files=$(find "$SRCDIR/src" "$SRCDIR/tests" -name '*.c' -exec ls -S {} +)
if find_tool clang-tidy 14 clang-tidy-14 clang-tidy; then
    # On standard error it tells how many warnings it has not shown.
    if printf '%s\n' $files | SRCDIR=$SRCDIR TOOL=$tool ANALYZE=${ANALYZE-} FLAGS="${CPPFLAGS-} ${CFLAGS-}" xargs -P "$jobs" -n 1 sh -c '
        checks=
        case $ANALYZE,$1 in
            ,"$SRCDIR"/tests/*) checks=--checks=-clang-analyzer-* ;;
        esac
        exec "$TOOL" --quiet $checks "$1" -- $FLAGS' tidy 2>"$said"; then
        echo "check-tidy: clang-tidy finds nothing"
    else
        grep -Ev '^[0-9]+ warnings? generated' "$said" >&2
        status=1
    fi
fi
if find_tool cppcheck 2.10 cppcheck; then
    # internalAstError: cppcheck 2.10 stumbles over a compound literal in a ternary
    if cppcheck --quiet --std=c11 --error-exitcode=1 -j "$jobs" --enable=warning,portability,performance \
        --suppress=missingIncludeSystem --suppress=internalAstError ${CPPFLAGS-} $files; then
        echo "check-tidy: cppcheck finds nothing"
    else
        status=1
    fi
fi
exit $status
