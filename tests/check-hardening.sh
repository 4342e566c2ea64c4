#!/bin/sh
# The protections that configure has chosen ($HARDENING) are in the program: read from its headers and symbols. At the end each check must fail for
# a program that was built without.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
LC_ALL=C
export LC_ALL
work=$BUILDDIR/tests/hardening.tmp
. "$SRCDIR/tests/tap.sh"

# Does a program have it? What stack-clash changes in the code has no mark.
has() { # feature, program
    case $1 in
    stack-protector) readelf -sW "$2" | grep -q '__stack_chk_fail' ;;
    fortify) readelf -sW "$2" | grep -q '__[a-z]*_chk@' ;;
    pie) readelf -hW "$2" | grep -q 'Type:.*DYN' ;;
    relro) readelf -lW "$2" | grep -q 'GNU_RELRO' ;;
    bind-now) readelf -dW "$2" | grep -Eq 'BIND_NOW|Flags:.*NOW' ;;
    no-exec-stack) readelf -lW "$2" | grep 'GNU_STACK' | grep -q 'RW ' ;;
    control-flow) readelf -nW "$2" | grep -Eq 'IBT|BTI' ;;
    stack-clash) true ;;
    *) false ;;
    esac
}

skip() {
    echo "1..0 # SKIP $1"
    exit 0
}

command -v readelf >/dev/null || skip "there is no readelf"
[ -n "$HARDENING" ] || skip "configured with --disable-hardening"
[ -f "$BUILDDIR/quoin" ] && readelf -h "$BUILDDIR/quoin" >/dev/null 2>&1 || skip "quoin is no ELF file"

for feature in $HARDENING; do
    program=$BUILDDIR/quoin
    [ "$feature" != control-flow ] || program=$BUILDDIR/src/cli/quoin-main.o # the system's own beginning of a program may lack it
    has "$feature" "$program"; ok $? "$feature"
done

mkdir -p "$work"
printf 'int main(void) { return 0; }\n' >"$work/bare.c"
if ${CC:-cc} -O1 -fno-stack-protector -fcf-protection=none -no-pie -fno-pie -Wl,-z,norelro -Wl,-z,lazy -Wl,-z,execstack -o "$work/bare" "$work/bare.c" 2>/dev/null; then
    for feature in stack-protector fortify pie relro bind-now no-exec-stack control-flow nonsense; do
        ! has "$feature" "$work/bare"; ok $? "a program without $feature is found out"
    done
fi
rm -rf "$work"
tap_done
