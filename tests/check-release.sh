#!/bin/bash
# Before a release: the README's two commands on machines that have nothing, and a cross-build for one of the other byte order.
#
#     tests/check-release.sh [MACHINE]...     all of the table, or some of it
#
# A machine is a root of a Debian suite, made by mmdebstrap in a folder of its own, into which the commit HEAD goes. It needs root, mmdebstrap,
# the network for packages, and some GB in TMPDIR. One line a machine; the log of one that failed stays. Exit 0 only when all passed.
# MIRROR is where the packages are, MMDEBSTRAP_OPTIONS what else mmdebstrap should know (one word an option).
set -u

# name, suite, architecture, what is done there
machines() {
    cat <<'END'
debian-12  bookworm  native  check
debian-13  trixie    native  check
debian-sid sid       native  check
i386       bookworm  i386    check
s390x      bookworm  s390x   cross
END
}

cross_triplet=s390x-linux-gnu
cross_packages="gcc-$cross_triplet libc6-dev-s390x-cross libncurses-dev:s390x libyaml-dev:s390x libmd4c-dev:s390x libthai-dev:s390x libunistring-dev:s390x"
cross_packages="$cross_packages libxml2-dev:s390x qemu-user-static"
limit_s=${LIMIT_S:-1800}

usage() {
    sed -n '2,9s/^# \{0,1\}//p' "$0"
}

fail() {
    printf 'check-release: %s\n' "$1" >&2
    exit 2
}

make_root() { # root, suite, architectures
    # shellcheck disable=SC2086 # a list of options
    mmdebstrap --quiet --mode=root --variant=minbase --architectures="$3" --include=ca-certificates ${MMDEBSTRAP_OPTIONS-} \
        "$2" "$1" "deb $mirror $2 main" || return
    cp /etc/resolv.conf "$1/etc/"
    mkdir -p "$1/root/project"
    git -C "$source" archive HEAD | tar -x -C "$1/root/project"
}

# A command in the root, with a session, processes, and pseudo-terminals of its own; all that it starts ends with it.
enter() { # root, command
    timeout "$limit_s" unshare --mount --pid --fork --kill-child setsid sh -c '
        mount --make-rprivate / &&
        mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/dev" && mkdir -p "$1/dev/pts" "$1/dev/shm" &&
        mount -t devpts devpts "$1/dev/pts" -o newinstance,ptmxmode=0666 || exit
        for device in null zero full random urandom tty; do cp -a "/dev/$device" "$1/dev/"; done
        ln -s pts/ptmx "$1/dev/ptmx" && ln -s /proc/self/fd "$1/dev/fd"
        exec chroot "$1" /usr/bin/env -i HOME=/root TERM=xterm-256color DEBIAN_FRONTEND=noninteractive \
            PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin sh -c "cd /root/project && $2"
    ' sh "$1" "$2" </dev/null
}

check_here() { # root
    enter "$1" './bootstrap && ./quoin --version && make check'
}

# Where the bytes stand the other way round, commands print the same. Built from the packed release, which brings its manual.
check_cross() { # root
    enter "$1" "
        ./bootstrap && make dist && mkdir cross && tar -x -f quoin-*.tar.gz --strip-components=1 -C cross &&
        apt-get install --yes --no-install-recommends $cross_packages && cd cross &&
        ./configure --quiet --host=$cross_triplet PKG_CONFIG_LIBDIR=/usr/lib/$cross_triplet/pkgconfig && make -s &&
        export LC_ALL=C.UTF-8
        for command in show quotes entities; do
            for article in ../articles/*.yaml ../articles/*.txt ../tests/vectors/speakers/*.txt; do
                ../quoin \$command \$article >../here 2>&1; here=\$?
                qemu-s390x-static ./quoin \$command --no-confine \$article >../there 2>&1; there=\$?
                cmp ../here ../there && [ \$here -eq \$there ] || { echo \"FAIL: \$command \$article\"; exit 1; }
                [ ! -s ../here ] || count=\$((count + 1))
            done
        done
        [ \$count -ge 60 ] && echo \"# PASS: \$count\""
}

# The sums of the summaries that automake prints.
sums() { # log
    awk '$1 == "#" && $2 ~ /^(PASS|SKIP|FAIL|ERROR):$/ { sum[$2] += $3 }
        END { printf "%d passed, %d skipped, %d failed", sum["PASS:"], sum["SKIP:"], sum["FAIL:"] + sum["ERROR:"] }' "$1"
}

check_machine() { # name, suite, architecture, what
    local root=$work/$1 log=$work/$1.log architectures=$3 status
    case $3 in
    native) architectures=$native ;;
    esac
    [ "$4" != cross ] || architectures=$native,$3
    if make_root "$root" "$2" "$architectures" >"$log" 2>&1; then
        case $4 in
        check) check_here "$root" ;;
        cross) check_cross "$root" ;;
        esac >>"$log" 2>&1
        status=$?
    else
        status=2
    fi
    if [ $status -eq 0 ] && grep -q '^# PASS: *[1-9]' "$log"; then
        printf '%-10s passed: %s\n' "$1" "$(sums "$log")"
        rm -f "$log"
    else
        printf '%-10s FAILED (%s): %s; see %s\n' "$1" "$status" "$(sums "$log")" "$log"
        failed=$((failed + 1))
    fi
    rm -rf --one-file-system "$root"
}

case ${1-} in
-h | --help) usage && exit ;;
esac
[ "$(id -u)" -eq 0 ] || fail "it must run as root"
for tool in mmdebstrap git unshare dpkg; do
    command -v "$tool" >/dev/null || fail "there is no $tool"
done
for name; do
    machines | grep -q "^$name " || fail "no such machine: $name (there are: $(machines | awk '{printf "%s%s", sep, $1; sep = " "}'))"
done
source=$(cd "$(dirname "$0")/.." && pwd)
native=$(dpkg --print-architecture)
mirror=${MIRROR:-http://deb.debian.org/debian}
work=$(mktemp -d "${TMPDIR:-/tmp}/quoin-release.XXXXXX")
failed=0
while read -r name suite architecture what <&3; do
    case " ${*:-$name} " in
    *" $name "*) check_machine "$name" "$suite" "$architecture" "$what" ;;
    esac
done 3< <(machines)
rmdir "$work" 2>/dev/null # logs of what failed stay
exit $((failed > 0))
