# Tests in tmux for shell scripts, to be read by `.`, with what tests/tap.sh has: a folder $work, with a home and with quoin on the PATH, which goes
# when the script ends; a terminal by `start`, keys, and what its screen has. Without tmux the script ends here, with a skip.
. "$SRCDIR/tests/tap.sh"

why=
command -v tmux >/dev/null 2>&1 || why='there is no tmux'
work=$(mktemp -d) || why='there is no folder to work in'
if [ -n "$why" ]; then
    echo "1..0 # SKIP $why"
    exit 0
fi
socket=$work/tmux servers=0

end_server() {
    tmux -S "$socket" kill-server 2>/dev/null
}
end_all() {
    end_server
    rm -rf "$work"
}
trap end_all EXIT

mkdir "$work/bin" "$work/home"
ln -s "$BUILDDIR/quoin" "$work/bin/quoin"
PATH=$work/bin:$PATH HOME=$work/home LC_ALL=C.UTF-8
export PATH HOME LC_ALL
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME NO_COLOR COLORTERM QUOIN_DATA TMUX STY

screen() {
    tmux -S "$socket" capture-pane -p 2>/dev/null
}
tap_why() {
    screen
}
# Until the screen has these words, on some line of it, or 20 seconds have passed.
shows() {
    tries=0
    until screen | grep -qF -- "$1"; do
        tries=$((tries + 1))
        [ "$tries" -lt 200 ] || return 1
        sleep 0.1
    done
}
start_in() { # columns rows command; a server of its own, since one that ends may still answer
    end_server
    servers=$((servers + 1)) socket=$work/tmux.$servers
    tmux -u -S "$socket" -f /dev/null new-session -d -x "$1" -y "$2" "$3" 2>/dev/null
}
keys() {
    tmux -S "$socket" send-keys "$@"
}

if ! start_in 80 24 'cat; sleep 60' || ! shows ''; then
    echo "1..0 # SKIP tmux can start nothing here"
    exit 0
fi
