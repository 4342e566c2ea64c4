#!/bin/sh
# The gate has one way out: only src/term/ and, of src/cli/output/, output.c (the two streams) and file_write.c (files of the user's) may call what writes;
# and what gives other programs their input (src/base/system/process.c), and gets it from quoin (src/html/quoin_html.c): that is no terminal.
# It is read from the undefined symbols of the objects. Then it must find out a bad example: an object that calls each function of the list.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
LC_ALL=C
export LC_ALL
work=$BUILDDIR/tests/gate.tmp
. "$SRCDIR/tests/tap.sh"

# What hands bytes to the system: descriptors, streams of stdio, messages of the C library, sockets, what copies between files.
writers='write writev pwrite pwritev pwrite64 pwritev2 send sendto sendmsg sendmmsg sendfile splice vmsplice tee copy_file_range
 fputs fputc putc putchar puts putw fputws fputwc putwc putwchar fwrite printf fprintf vprintf vfprintf dprintf vdprintf wprintf fwprintf
 vwprintf vfwprintf perror psignal psiginfo err errx warn warnx verr verrx vwarn vwarnx error error_at_line syslog vsyslog
 fopen fdopen freopen fmemopen open_memstream stdout stderr ftruncate truncate posix_fallocate fallocate'

may_write() { # object: src/term/quoin-screen.o
    case $1 in
        src/term/* | src/cli/output/*output.o | src/cli/output/*file_write.o) ;;
        src/base/system/process.o | src/base/system/process_run.o | src/html/quoin_html.o) ;;
        *) return 1 ;;
    esac
}

# The functions of the list that an object calls, a line each; also as FORTIFY (__printf_chk), *_unlocked and stdio's macros call them.
writers_of() {
    nm -u "$1" 2>/dev/null | awk -v list="$writers" '
        BEGIN {
            count = split(list, names)
            for (i = 1; i <= count; i++)
                is_writer[names[i]] = 1
        }
        {
            name = $NF
            sub(/@.*/, "", name)              # versions
            sub(/^_*(IO_)?/, "", name)        # __printf_chk, _IO_putc; Darwin
            sub(/(_chk|_unlocked)$/, "", name)
            if (name in is_writer)
                print name
        }' | sort -u
}

# "src/base/json.o printf" for each object of the program that calls one and may not.
find_writers() { # folder
    (cd "$1" && find src -name '*.o' ! -path 'src/doc/*' ! -path 'src/train/*' | sort | while read -r object; do
        may_write "$object" || writers_of "$object" | sed "s|^|$object |"
    done)
}

same() { # what, expected, found
    [ "$2" = "$3" ]; ok $? "$1"
    [ "$2" = "$3" ] || printf 'expected:\n%s\nfound:\n%s\n' "$2" "$3" | sed 's/^/# /'
}

if ! command -v nm >/dev/null || ! nm -u "$BUILDDIR/libquoin.a" >/dev/null 2>&1; then
    echo "1..0 # SKIP nm cannot read objects"
    exit 0
fi

same "nothing but the terminal, the two files of cli and the input of programs writes" "" "$(find_writers "$BUILDDIR")"

# Were there objects at all, and do they say what they call?
objects=$(cd "$BUILDDIR" && find src/cli src/base -name '*.o' | wc -l)
[ "$objects" -ge 20 ]; ok $? "there are objects to look at"
output=$(find "$BUILDDIR/src/cli/output" -name '*output.o')
same "the file that may write is seen to" "write" "$(writers_of "$output")"

# The bad example: the address of each function in an object of its own folder, by a compiler that need not know any.
rm -rf "$work"
mkdir -p "$work/src/base" "$work/src/cli/output" "$work/src/term"
{
    for name in $writers __printf_chk __fprintf_chk _IO_putc fwrite_unlocked putc_unlocked; do
        echo "extern char $name[]; char *use_$name = $name;"
    done
} >"$work/bad.c"
echo 'extern char snprintf[], memcpy[], read[], poll[], rewrite[], putenv[]; char *use[] = {snprintf, memcpy, read, poll, rewrite, putenv};' >"$work/good.c"
compiler=$(sed -n 's/^CC = //p' "$BUILDDIR/Makefile")
if $compiler -c -w -fno-builtin -o "$work/src/base/bad.o" "$work/bad.c" 2>"$work/errors"; then
    $compiler -c -w -fno-builtin -o "$work/src/cli/output/quoin-good.o" "$work/good.c"
    cp "$work/src/base/bad.o" "$work/src/term/quoin-may.o"
    cp "$work/src/base/bad.o" "$work/src/cli/output/quoin-output.o"
    cp "$work/src/base/bad.o" "$work/src/cli/output/quoin-outputs.o"
    expected=$(printf '%s\n' $writers | sort -u)
    same "a bad example is found out, by each name, and only where it may not be" \
        "$(for object in src/base/bad.o src/cli/output/quoin-outputs.o; do printf '%s\n' "$expected" | sed "s|^|$object |"; done)" "$(find_writers "$work")"
else
    sed 's/^/# /' "$work/errors"
    ok 1 "a bad example is compiled"
fi
rm -rf "$work"
tap_done
