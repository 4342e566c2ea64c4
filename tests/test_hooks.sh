#!/bin/sh
# What the manual says of other programs, with these programs, in tmux: each line that it tells to write is written here, and what comes of it is on
# the screen. A program that is not installed is a skip.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
. "$SRCDIR/tests/tmux.sh"
data=$SRCDIR/tests/hooks
mkdir "$work/news"
unset LESSOPEN PAGER

start() { # command
    start_in 100 30 "$1"
}
has() { # program: else the skip is told
    command -v "$1" >/dev/null 2>&1 && return
    count=$((count + 1))
    echo "ok $count # SKIP $1 is not installed"
    return 1
}

# --- newsboat
if has newsboat; then
    cd "$work/home" || exit 1
    cat >config <<'LINES'
pager "quoin --from=newsboat %f"
html-renderer "cat"
browser "quoin %u"
macro k pipe-to "quoin show --from=newsboat - >kept"
macro i pipe-to "quoin import --from=newsboat -o ../news -"
LINES
    echo "file://$data/feed.xml" >urls
    newsboat -u urls -C config -c cache -x reload >/dev/null 2>&1
    start 'newsboat -u urls -C config -c cache'
    shows 'The Harbour Post'; ok $? "newsboat: the feed"
    keys Enter
    shows 'Ferry line to close in spring'; ok $? "… its item"
    keys , k
    tries=0
    until grep -qs 'Bo Lind' kept || [ "$tries" -ge 100 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    grep -qs 'mayor Bo Lind' kept; ok $? "… which a macro hands to a command"
    if quoin --help | grep -q "^ *import"; then
        keys , i
        tries=0
        until ls ../news/*.yaml >/dev/null 2>&1 || [ "$tries" -ge 100 ]; do
            tries=$((tries + 1))
            sleep 0.1
        done
        quoin check ../news/*.yaml >/dev/null && grep -q 'source: The Harbour Post' ../news/*.yaml
        ok $? "… which keeps it as an article file"
    fi
    keys Enter
    shows 'The council voted to close the ferry. “We had no'; ok $? "Enter opens it in quoin, of its HTML the words"
    shows 'in its place, said the council on Monday'; ok $? "… with the whole of its title"
    screen | grep -q 'The Harbour Post · November 23, 2026'; ok $? "… the feed and the date"
    shows 'gF gets all of it'; ok $? "… and says that it is an excerpt"
    keys g F
    shows '127.0.0.1'; ok $? "gF asks for its address"
    keys q
    shows 'Articles in feed'; ok $? "q leads back"
    keys o
    shows 'nothing answers (127.0.0.1)'; ok $? "o asks for the page itself, as of a browser"
    keys q
    shows 'Articles in feed'; ok $? "… and q leads back"
fi

# --- w3m
if has w3m; then
    mkdir -p "$work/home/.w3m"
    echo 'keymap Q PIPE_BUF "quoin show -"' >"$work/home/.w3m/keymap"
    echo 'extbrowser quoin' >"$work/home/.w3m/config"
    start "w3m -T text/html $data/page.html"
    shows 'Bo Lind'; ok $? "w3m: a page"
    keys Q
    shows '● 1│'; ok $? "a key shows it as quoin prints it"
fi

# --- lynx
if has lynx; then
    printf 'INCLUDE:/etc/lynx/lynx.cfg\nPRINTER:read it in quoin:quoin %%s:FALSE\n' >"$work/lynx.cfg"
    start "lynx -cfg=$work/lynx.cfg $data/page.html"
    shows 'Bo Lind'; ok $? "lynx: a page"
    keys p
    shows 'read it in quoin'; ok $? "… a printer that is quoin"
    keys Down Down Down Down Enter
    shows 'QUOTES'; ok $? "… which opens the page as text"
fi

# --- less
if has less; then
    start "LESSOPEN='|quoin show --color=always -- %s' less -R $data/article.md"
    shows '● 1│ “We had no choice,”'; ok $? "less: LESSOPEN shows an article as quoin prints it"
fi

# --- neomutt
if has neomutt; then
    mkdir -p "$work/mail/cur" "$work/mail/new" "$work/mail/tmp"
    cp "$data/mail" "$work/mail/cur/1.host:2,S"
    cat >"$work/muttrc" <<LINES
set folder=$work/mail spoolfile=$work/mail mbox_type=Maildir
set pager="quoin" wait_key=no pipe_decode=yes
macro index Q "<pipe-message>quoin<enter>" "read it in quoin"
LINES
    start "neomutt -F $work/muttrc -f $work/mail"
    shows 'Ferry line to close'; ok $? "neomutt: a message"
    keys Enter
    shows 'QUOTES'; ok $? "… whose pager is quoin"
    keys q
    shows 'Command:'; ok $? "… and q leads back"
    keys q
    shows 'q:Quit'
    keys Q
    shows 'QUOTES'; ok $? "a key pipes it"
    keys q
fi

# --- aerc
if has aerc; then
    mkdir -p "$work/config/aerc" "$work/mails/INBOX/cur" "$work/mails/INBOX/new" "$work/mails/INBOX/tmp"
    cp "$data/mail" "$work/mails/INBOX/cur/1.host:2,S"
    printf '[me]\nsource = maildir://%s\nfrom = Me <me@example.com>\ndefault = INBOX\n' "$work/mails" >"$work/config/aerc/accounts.conf"
    printf '[viewer]\npager=quoin\n[filters]\ntext/plain=cat\n' >"$work/config/aerc/aerc.conf"
    chmod 600 "$work/config/aerc/accounts.conf"
    start "XDG_CONFIG_HOME=$work/config aerc"
    shows 'Ferry line to close'; ok $? "aerc: a message"
    keys Enter
    shows 'QUOTES'; ok $? "… whose pager is quoin"
fi

# --- lf
if has lf; then
    start "lf -command 'map Q \$quoin -- \"\$f\"' $data/article.md"
    shows 'article.md'; ok $? "lf: a file"
    keys Q
    shows 'QUOTES'; ok $? "… that a key opens in quoin"
fi

# --- mailcap
if has run-mailcap; then
    echo 'text/markdown; quoin -- %s; needsterminal' >"$work/mailcap"
    start "MAILCAPS=$work/mailcap run-mailcap text/markdown:$data/article.md"
    shows 'QUOTES'; ok $? "mailcap: an entry for Markdown opens it in quoin"
fi

cd / || exit 1
tap_done
