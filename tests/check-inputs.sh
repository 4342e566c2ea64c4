#!/bin/sh
# A test in a pseudo-terminal presses keys, and then expects something. If it passes without the keys, it cannot fail: each input of each such
# test is left out in turn, and the test has to fail. `make check-inputs`: some minutes. Prints the inputs that nothing depends on.
set -u
: "${BUILDDIR:?}"
status=0
for test in "$@"; do
    number=1
    while :; do
        found=$(INPUT_LEFT_OUT=$number timeout 300 "$test")
        left_out=$(printf '%s\n' "$found" | sed -n 's/^# left out: //p')
        [ -n "$left_out" ] || break
        if ! printf '%s\n' "$found" | grep -q '^not ok'; then
            after=$(printf '%s\n' "$found" | sed '1,/^# left out/d' | head -n 1)
            printf '%s: input %d, %s: nothing depends on it (before: %s)\n' "${test##*/}" "$number" "$left_out" "$after"
            status=1
        fi
        number=$((number + 1))
    done
    printf '%s: %d inputs\n' "${test##*/}" $((number - 1))
done
exit $status
