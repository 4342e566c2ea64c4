#!/bin/sh
# What is copied is what can be pasted: the same words in tmux's buffer, and on the clipboard of real terminals (xterm and kitty, in an X server without a
# screen), by each way that leads there. What is not installed is a skip.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
. "$SRCDIR/tests/tmux.sh"
server=
end_screen() { # it goes on without its terminal
    [ ! -d "$work/screens" ] || env SCREENDIR="$work/screens" screen -S copied -X quit >/dev/null 2>&1
}
end_terminals() {
    end_screen
    [ -z "$server" ] || kill "$server" 2>/dev/null
    end_all
}
trap end_terminals EXIT

mkdir "$work/run" "$work/own" "$work/own/quoin"
XDG_RUNTIME_DIR=$work/run
export XDG_RUNTIME_DIR
unset DISPLAY WAYLAND_DISPLAY WSL_DISTRO_NAME

# --- the article: each paragraph as it should be pasted

hyphen=$(printf '\302\255')
wide='The 東京 office, the שלום café, a naïve Ångström and 한국어 meet at the 👩‍👩‍👧 table, in क्षत्रिय and é.'
quote='“We counted 1,204 boats,” said Jun Aoki, the harbor master. “We will count again.”'
soft='A remarkable day it was, and an unforeseeable one.'
softly=$(echo "$soft" | sed "s/markable/mark${hyphen}able/; s/foreseeable/fore${hyphen}see${hyphen}able/")
linked='The list is at https://example.org/boats, and the rest is silence - so they say, 50% of them, a & b.'
lines='make clean
	make all   # twice'
long=longest
while [ "${#long}" -lt 20000 ]; do
    long="$long words that go on for ever and ever,"
done
cat >"$work/boats.yaml" <<ARTICLE
quoin: 1
title: The boats of Port Hallam are counted
url: https://example.org/boats/counted
source: Hallam Courier
date: 2024-03-09
body:
  - "$quote"
  - "$wide"
  - "$softly"
  - "$linked"
  - text: |
$(echo "$lines" | sed 's/^/      /')
    kind: verbatim
  - "$long"
ARTICLE
sed -i 's/^  - text: |/  - verbatim: |/; /^    kind: verbatim/d' "$work/boats.yaml"

# --- how keys are given, and what is on the clipboard

tmux_key() {
    case $1 in
        Enter | Escape) keys "$1" ;;
        *) keys -l -- "$1" ;;
    esac
}
tmux_has() {
    tmux -S "$socket" show-buffer 2>/dev/null
}
x_key() {
    case $1 in
        Enter) xdotool key Return ;;
        Escape) xdotool key Escape ;;
        *) xdotool type --delay 40 -- "$1" ;;
    esac
}
x_has() {
    timeout 5 xclip -o -selection clipboard 2>/dev/null
}
file_has() {
    cat "$work/run/quoin/copied.txt" 2>/dev/null
}

# Until what is there is what is expected, or ten seconds have passed.
comes() { # how to read it, file with what is expected
    tries=0
    until "$1" >"$work/found" && [ "$(cat "$work/found"; echo .)" = "$(cat "$2"; echo .)" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || return 1
        sleep 0.1
    done
}
tap_why() {
    echo "expected: $(head -c 300 "$work/expected")"
    echo "found:    $(head -c 300 "$work/found")"
}

try() { # key function, reading function, what it is, keys, what is expected
    printf '%s' "$5" >"$work/expected"
    for key in Escape Escape Escape g g $4; do
        "$1" "$key"
        [ "$key" != Escape ] || sleep 0.1
    done
    comes "$2" "$work/expected"; ok $? "$way: $3"
}

# All that is tried in tmux is so in the others with TORTURE=long.
try_some() { # key function, reading function
    try "$1" "$2" 'a quotation' '. y' '“We counted 1,204 boats,”'
    try "$1" "$2" 'letters of all kinds' '/ office Enter V y' "$wide"
    try "$1" "$2" 'preformatted lines' '/ make Enter V y' "$lines"
    try "$1" "$2" 'twenty thousand letters' '/ longest Enter V y' "$long"
}
try_all() {
    try_some "$1" "$2"
    try "$1" "$2" 'the quotation of a number' '2 y' '“We will count again.”'
    try "$1" "$2" 'a citation' '1 Y' '“We counted 1,204 boats,” said Jun Aoki (Hallam Courier, 9 March 2024, https://example.org/boats/counted)'
    try "$1" "$2" 'soft hyphens are left out' '/ remark Enter V y' "$soft"
    try "$1" "$2" 'words that are selected' '/ remark Enter v e e e y' 'remarkable day it'
    try "$1" "$2" 'a paragraph with numbers behind its links' 'zL / silence Enter V y' "$linked"
    try "$1" "$2" 'from one paragraph into another' '/ table Enter v / remark Enter e y' 'table, in क्षत्रिय and é.

A remarkable'
    try "$1" "$2" 'the address' 'g u' 'https://example.org/boats/counted'
    try "$1" "$2" 'a link to words' '/ silence Enter v e e y Escape / silence Enter v e g y' \
        'https://example.org/boats/counted#:~:text=silence'
}

# --- tmux

in_tmux() { # way, command
    way=$1
    start_in 100 30 "$2"
    shows 'Port Hallam'
}
teed() {
    cat "$work/teed" 2>/dev/null
}
in_tmux 'tmux' "quoin --no-config '$work/boats.yaml'"
try_all tmux_key tmux_has
echo "clipboard: [tee, $work/teed]" >"$work/own/quoin/config.yaml"
in_tmux 'a program of the configuration' "XDG_CONFIG_HOME='$work/own' quoin '$work/boats.yaml'"
try_some tmux_key teed
echo 'clipboard: [osc52]' >"$work/own/quoin/config.yaml"
if env screen -v >/dev/null 2>&1 || [ -x /usr/bin/screen ]; then
    mkdir -m 700 "$work/screens"
    in_tmux 'screen, and what it hands on' "tmux set -s set-clipboard on; SCREENDIR='$work/screens' XDG_CONFIG_HOME='$work/own' exec screen -S copied -T screen-256color quoin '$work/boats.yaml'"
    try_some tmux_key tmux_has
    end_screen
else
    count=$((count + 1))
    echo "ok $count # SKIP screen is not installed"
fi
end_server

# --- real terminals

for program in Xvfb xdotool xclip xterm; do
    command -v "$program" >/dev/null 2>&1 || why="$program is not installed"
done
if [ -z "$why" ]; then
    Xvfb -displayfd 3 -screen 0 1200x800x24 3>"$work/display" 2>/dev/null &
    server=$!
    tries=0
    until [ -s "$work/display" ] || [ "$tries" -ge 100 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    [ "$DISPLAY" != : ] || why='Xvfb does not start'
fi

in_terminal() { # way, reading function, command that shows the article
    way=$1 reading=$2
    shift 2
    "$@" >/dev/null 2>&1 &
    terminal=$!
    tries=0
    until window=$(xdotool search --onlyvisible --name 'quoin test' 2>/dev/null) && [ -n "$window" ]; do
        tries=$((tries + 1))
        if [ "$tries" -ge 100 ]; then
            count=$((count + 1))
            echo "ok $count # SKIP $way does not start here"
            kill "$terminal" 2>/dev/null
            return
        fi
        sleep 0.1
    done
    xdotool windowfocus "$window"
    sleep 1
    if [ "${TORTURE:-}" = long ]; then
        try_all x_key "$reading"
    else
        try_some x_key "$reading"
    fi
    kill "$terminal" 2>/dev/null
    wait "$terminal" 2>/dev/null
}

if [ -n "$why" ]; then
    count=$((count + 1))
    echo "ok $count # SKIP $why"
else
    in_terminal 'xterm, by xclip' x_has xterm -T 'quoin test' -e quoin --no-config "$work/boats.yaml"
    echo 'clipboard: [osc52]' >"$work/own/quoin/config.yaml"
    in_terminal 'xterm that allows it, by OSC 52' x_has \
        env XDG_CONFIG_HOME="$work/own" xterm -T 'quoin test' -xrm '*allowWindowOps: true' -e quoin "$work/boats.yaml"
    echo 'clipboard: [sh, -c, "sleep 100"]' >"$work/own/quoin/config.yaml"
    in_terminal 'a program that hangs, and so a file' file_has \
        env XDG_CONFIG_HOME="$work/own" xterm -T 'quoin test' -e quoin "$work/boats.yaml"
    if command -v kitty >/dev/null 2>&1; then
        echo 'clipboard: [osc52]' >"$work/own/quoin/config.yaml"
        in_terminal 'kitty, by OSC 52' x_has \
            env LIBGL_ALWAYS_SOFTWARE=1 XDG_CONFIG_HOME="$work/own" kitty --config NONE -T 'quoin test' quoin "$work/boats.yaml"
    fi
fi
tap_done
