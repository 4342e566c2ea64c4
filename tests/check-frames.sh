#!/bin/sh
# No function takes more than 16 KiB of stack: read from what the programs take off the stack pointer. A stack may be small (`ulimit -s`), and what is
# large belongs to an arena, where it is counted. Then a program with a larger frame must be found out.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
LC_ALL=C
export LC_ALL
work=$BUILDDIR/tests/frames.tmp
most=16384
. "$SRCDIR/tests/tap.sh"

# "sub $0x5a8,%rsp", once for each page that is probed; of many pages "lea -0x5000(%rsp),%r11" or "sub $0x5000,%r11". All of a function together: on
# ways apart from each other that is a little too much. More than eight digits are a negative number.
frames_over() { # program
    objdump -d "$1" | awk -v most="$most" '
        function number(hex,    i, value) {
            for (i = 1; i <= length(hex); i++)
                value = value * 16 + index("0123456789abcdef", substr(hex, i, 1)) - 1
            return value
        }
        function tell() {
            if (size > most)
                print name, size
            size = 0
        }
        /^[0-9a-f]+ <.*>:$/ { tell(); name = $2 }
        match($0, /(sub +\$0x[0-9a-f]+,%(rsp|r11)|lea +-0x[0-9a-f]+\(%rsp\),%r11)/) {
            word = substr($0, RSTART, RLENGTH)
            sub(/.*0x/, "", word)
            sub(/[^0-9a-f].*/, "", word)
            if (length(word) <= 8)
                size += number(word)
        }
        END { tell() }'
}

tap_why() {
    echo "$found"
}

skip() {
    echo "1..0 # SKIP $1"
    exit 0
}

command -v objdump >/dev/null || skip "there is no objdump"
objdump -f "$BUILDDIR/quoin" 2>/dev/null | grep -q 'x86-64' || skip "quoin is no program of this form for x86-64"
! objdump -t "$BUILDDIR/quoin" | grep -q '__asan_init' || skip "a sanitizer puts room between variables"

for program in quoin quoin-html; do
    [ -f "$BUILDDIR/$program" ] || continue
    found=$(frames_over "$BUILDDIR/$program")
    [ -z "$found" ]; ok $? "$program: no frame is larger than $most bytes"
done

mkdir -p "$work"
for size in 17000 20000 100000; do
    printf 'void use(char *);\nvoid large(void) { char bytes[%s]; use(bytes); }\n' "$size" >"$work/large.c"
    for flags in -fstack-clash-protection -fno-stack-clash-protection; do
        ${CC:-cc} -O1 "$flags" -c -o "$work/large.o" "$work/large.c" 2>/dev/null || continue
        [ -n "$(frames_over "$work/large.o")" ]; ok $? "one of $size is found out ($flags)"
    done
done
rm -rf "$work"
tap_done
