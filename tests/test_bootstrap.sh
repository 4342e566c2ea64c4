#!/bin/sh
# ./bootstrap on machines that have nothing, made of stand-ins: which packages it asks which manager for, as whom, and what a second run does.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
compiler=
work=$BUILDDIR/tests/bootstrap.tmp
. "$SRCDIR/tests/tap.sh"

tap_why() {
    cat "$work/output" "$work/log"
}

logged() { # a line that must stand in the log
    grep -qx -- "$1" "$work/log"
}

said() {
    grep -q -- "$1" "$work/output"
}

stand_in() { # name, body
    printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

# A machine with the manager $1, user id $2, and sudo when $3 is "sudo". Its manager logs, and "installs" the tools in `store`.
machine() {
    rm -rf "$work"
    mkdir -p "$work/bin" "$work/store" "$work/tree"
    cp "$SRCDIR/bootstrap" "$work/tree/bootstrap"
    for tool in sh cat mktemp rm tr dirname env getconf touch cp chmod; do
        ln -s "$(command -v "$tool")" "$work/bin/$tool"
    done
    : >"$work/log"
    stand_in id "echo $2"
    [ "${3-}" != sudo ] || stand_in sudo 'echo "sudo" >>"$LOG"; exec "$@"'
    stand_in "$1" 'echo "${0##*/} $*" >>"$LOG"; case "$*" in --prefix) echo /brew ;; *install*|*add*|*-S*) cp "$STORE"/* "$BIN" ;; esac'
    for tool in gcc awk cmp automake pkg-config clang clang-tidy clang-format cppcheck valgrind mandoc; do
        printf '#!/bin/sh\n' >"$work/store/$tool"
    done
    printf '#!/bin/sh\necho "make $*" >>"$LOG"\n' >"$work/store/make"
    printf '#!/bin/sh\necho autoreconf >>"$LOG"; touch Makefile.in; cp "%s/store/configure" configure\n' "$work" >"$work/store/autoreconf"
    printf '#!/bin/sh\necho configure >>"$LOG"; touch Makefile config.status\n' >"$work/store/configure"
    chmod +x "$work/store/"*
}

bootstrap() {
    env -i ${compiler:+CC="$compiler"} PATH="$work/bin" LOG="$work/log" STORE="$work/store" BIN="$work/bin" TMPDIR="$work" \
        sh "$work/tree/bootstrap" "$@" >"$work/output" 2>&1 </dev/null
}

machine apt-get 0
bootstrap --no-install
[ $? -eq 1 ]; ok $? "--no-install on an empty machine exits with 1"
said 'missing: compiler libc make awk cmp autoconf automake pkg-config ncurses libyaml md4c libunistring libthai libxml2$'; ok $? "… names all that is missing"
said 'libncurses-dev libyaml-dev libmd4c-dev libunistring-dev libthai-dev libxml2-dev$'; ok $? "… and the packages"
[ ! -s "$work/log" ]; ok $? "… and runs nothing"

machine apt-get 0
bootstrap; ok $? "as root with apt-get"
logged 'apt-get install --yes --no-install-recommends tmux curl findutils ncurses-term foot-terminfo kitty-terminfo'
ok $? "… and what some tests use"
logged 'apt-get install --yes --no-install-recommends gcc libc6-dev make gawk diffutils autoconf automake pkg-config libncurses-dev libyaml-dev libmd4c-dev libunistring-dev libthai-dev libxml2-dev'
ok $? "… installs the packages"
said 'running: env DEBIAN_FRONTEND=noninteractive apt-get install'; ok $? "… says what it runs"
! logged sudo; ok $? "… without sudo"
logged autoreconf && logged configure; ok $? "… generates and configures"
: >"$work/log"
bootstrap; ok $? "a second run"
! grep -v '^make' "$work/log"; ok $? "… only builds"

machine apt-get 0
compiler=clang bootstrap; ok $? "with CC=clang"
logged 'apt-get install --yes --no-install-recommends gcc libc6-dev make clang gawk .*'; ok $? "… installs it too"
machine apt-get 0
compiler=no-such-cc bootstrap
[ $? -eq 1 ] && said 'still missing: compiler'; ok $? "with a CC that nobody has"

machine apt-get 1000 sudo
bootstrap; ok $? "as a user with sudo"
logged sudo; ok $? "… uses it"

machine apt-get 1000
bootstrap
[ $? -eq 1 ] && said 'must run as root, and there is no sudo: [ae][pn][tv][- ]'; ok $? "without sudo it tells the command"

for row in 'dnf dnf install --assumeyes gcc glibc-devel make gawk diffutils autoconf automake pkgconf-pkg-config ncurses-devel libyaml-devel md4c-devel libunistring-devel libthai-devel libxml2-devel' \
    'pacman pacman -S --needed --noconfirm gcc glibc make gawk diffutils autoconf automake pkgconf ncurses libyaml md4c libunistring libthai libxml2' \
    'apk apk add --update-cache gcc musl-dev make gawk diffutils autoconf automake pkgconf ncurses-dev yaml-dev md4c-dev libunistring-dev libthai-dev libxml2-dev' \
    'zypper zypper --non-interactive install gcc glibc-devel make gawk diffutils autoconf automake pkg-config ncurses-devel libyaml-devel md4c-devel libunistring-devel libthai-devel libxml2-devel' \
    'brew brew install autoconf automake pkgconf ncurses libyaml md4c libunistring libthai libxml2'; do
    manager=${row%% *}
    machine "$manager" 0
    bootstrap && logged "${row#* }"; ok $? "with $manager"
done

machine apt-get 0
printf '#!/bin/sh\nexit 1\n' >"$work/store/gcc"
bootstrap
[ $? -eq 1 ] && said 'still missing: libc ncurses libyaml md4c libunistring libthai libxml2$'; ok $? "what is still missing after the installation is told"

machine other-manager 0
bootstrap
[ $? -eq 1 ] && said 'no package manager that is known here'; ok $? "an unknown package manager"

machine apt-get 0
bootstrap --nonsense
[ $? -eq 2 ] && said 'unknown option: --nonsense'; ok $? "an unknown option exits with 2"
bootstrap --help && said '^usage: ./bootstrap'; ok $? "--help"

rm -rf "$work"
tap_done
