# Tests in TAP for shell scripts, to be read by `.`: `ok STATUS WHAT`, at the end `tap_done`. What the function tap_why prints, if the script has
# made one, follows an assertion that failed.
count=0 failures=0

ok() { # status, what
    count=$((count + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $count - $2"
        return
    fi
    echo "not ok $count - $2"
    failures=$((failures + 1))
    ! command -v tap_why >/dev/null || tap_why | sed 's/^/# /'
}

tap_done() { # the script's status
    echo "1..$count"
    [ "$failures" -eq 0 ]
}
