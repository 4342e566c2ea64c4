#!/bin/sh
# What `quoin completion` prints, in the shells that it is for: each completes a command, an option, what an option may be, a theme and a word. A
# shell that is not installed is a skip; that its script is there and names every command is looked at anyway.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
. "$SRCDIR/tests/tap.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/home"
ln -s "$BUILDDIR/quoin" "$work/bin/quoin"
PATH=$work/bin:$PATH HOME=$work/home ZDOTDIR=$work/home XDG_CONFIG_HOME=$work/home/config
export PATH HOME ZDOTDIR XDG_CONFIG_HOME
unset QUOIN_DATA
cd "$work/home" || exit 1
commands=$(quoin --help | awk '/^  / { print $1 }')

# What bash answers to a line of words, of which the last is completed. It takes "=" for a word of its own.
answers_of_bash() { # words…
    bash --norc --noprofile -c 'source "$1"; shift
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _quoin; echo "${COMPREPLY[@]}"' bash "$work/bash" quoin $1
}
answers_of_fish() { # line
    fish --no-config -c "source $work/fish; complete -C 'quoin $(echo "$1" | sed "s/ = */=/")'" | sed 's/\t.*//; s/^--[a-z-]*=//'
}
# What zsh puts into the line, after TAB, and ^L, which draws it anew: there it can only be seen.
answers_of_zsh() { # line
    cat >"$work/drive.zsh" <<'DRIVE'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= RPS1=; stty columns 200; autoload -Uz compinit; compinit -D -u; source $1; echo rea''dy"
zpty -r -m shell said '*ready*'
zpty -n -w shell "quoin $2"$'\t\f'
zpty -r -m shell said "*$3*" && print -r -- "$said"
zpty -d shell
DRIVE
    timeout 20 zsh -f "$work/drive.zsh" "$work/zsh" "$(echo "$1" | sed 's/ = */=/')" "$2"
}

completes() { # shell, line, what must be among the answers
    case $1 in
    zsh) answers=$(answers_of_zsh "$2" "$3") ;;
    *) answers=$("answers_of_$1" "$2") ;;
    esac
    echo "$answers" | grep -qw -e "$3"
    ok $? "$1: \"quoin $2\" is completed to $3"
}
tap_why() {
    echo "${answers-}"
}

for shell in bash fish zsh; do
    quoin completion $shell >"$work/$shell"
    missing=
    for command in $commands; do
        grep -qw "$command" "$work/$shell" || missing="$missing $command"
    done
    [ -n "$commands" ] && [ -z "$missing" ]
    ok $? "$shell: every command is in the script$missing"
    if ! command -v $shell >/dev/null 2>&1; then
        count=$((count + 1))
        echo "ok $count # SKIP $shell is not installed"
        continue
    fi
    completes $shell 'ent' entities
    completes $shell 'quotes --form' format
    completes $shell 'quotes --format = mark' markdown
    completes $shell '--theme = everf' everforest
    completes $shell 'import --format = y' yaml
    completes $shell 'themes prev' preview
    completes $shell 'completion f' fish
done

answers=$(quoin completion zhs 2>&1)
[ $? -eq 2 ] && [ "$answers" = "usage: quoin completion bash|fish|zsh; did you mean \"zsh\"?" ]
ok $? "a shell that is not known is told"
tap_done
