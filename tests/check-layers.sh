#!/bin/sh
# The structure of the code, read from the code: which layer includes which, where third-party headers live, functions that are banned,
# what the library asks of the system, the form of lines. At the end the same checks must find what is wrong in a bad example.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
LC_ALL=C
export LC_ALL
work=$BUILDDIR/tests/layers.tmp
line_length=150
. "$SRCDIR/tests/tap.sh"

# Reads C; prints "path:line: what is wrong", one kind of mistake ($1) of the tree $2.
find_mistakes() {
    (cd "$2" && find src tests \( -name '*.c' -o -name '*.h' -o -name '*.def' \) ! -name '*_table.h' ! -path '*.tmp/*' | sort | xargs awk -v kind="$1" -v most="$line_length" '
        BEGIN {
            # A room may know itself and those on the left of a |. A folder in a room is a part of it, or a room of its own if it stands here.
            order = "base | base/unicode | base/unicode/scripts | base/html base/json base/system base/yaml | article | article/anchors | formats analysis/result analysis/words | formats/text/words |" \
                " formats/text/forms formats/text/signs analysis/people analysis/tags | formats/yaml | formats/html formats/markup formats/text" \
                " analysis/attribution analysis/names | analysis/merging analysis/names/tagged formats/captions formats/markdown formats/message formats/newsboat" \
                " analysis/ranking | analysis/antecedents analysis/entities analysis/speech | analysis/quotes | analysis |" \
                " html/tree | html/body/blocks | html/body/choice html/metadata/sources | html/body html/metadata | html |" \
                " layout library memory theme train/pages | export/authors | export | export/forms | train | keys reading | config | ui/cells | ui/state | ui/opening | ui/command ui/links ui/taking | ui/notes | ui/linear | ui/popups | ui/panes | ui/actions ui/frame | ui |" \
                " term/reports term/watch term/written | term | cli/output | cli | cli/session cli/taking | cli/writing | cli/commands cli/completion cli/themes"
            count = split(order, rooms, " ")
            for (i = 1; i <= count; i++)
                if (rooms[i] == "|")
                    level++
                else
                    rank[rooms[i]] = level + 0
            # Third-party headers, and the one place of each.
            home["^(n?curses|term|ncursesw/.*)\\.h$"] = "^(src/term/|tests/bench/bare_curses)"
            home["^md4c\\.h$"] = "^src/formats/markdown/markdown_blocks\\.c$"
            home["^yaml\\.h$"] = "^(src/base/yaml/yaml|tests/test_yaml_source)\\.c$"
            home["^uni(brk|case|conv|ctype|gbrk|lbrk|name|norm|str|types|wbrk|width)\\.h$"] = "^(src/base/unicode/unicode|tests/test_columns)\\.c$"
            home["^thai/.*\\.h$"] = "^src/base/unicode/scripts/thai_words\\.c$"
            home["^linux/landlock\\.h$"] = "^src/base/system/confine\\.c$"
            home["^libxml/.*\\.h$"] = "^src/html/tree/html_parse\\.c$"
            home["^iconv\\.h$"] = "^src/base/unicode/conversion\\.c$"
            banned = "(v?sprintf|strcpy|stpcpy|strcat|strncpy|strncat|atoi|atol|atof|gets|strtok|strtok_r|system|popen|alloca)"
        }
        function report(what) {
            print FILENAME ":" FNR ": " what
        }
        # The line without comments, and with empty strings and characters. `in_comment` goes on to the next line.
        function code_of(line,    code, at, two) {
            code = ""
            for (at = 1; at <= length(line); at++) {
                two = substr(line, at, 2)
                if (in_comment) {
                    if (two == "*/") {
                        in_comment = 0
                        at++
                    }
                } else if (two == "/*") {
                    in_comment = 1
                    at++
                } else if (two == "//") {
                    break
                } else if (substr(two, 1, 1) ~ /["\047]/) {
                    at = end_of_literal(line, at)
                    code = code "0"
                } else {
                    code = code substr(two, 1, 1)
                }
            }
            return code
        }
        function end_of_literal(line, at,    mark) {
            mark = substr(line, at, 1)
            for (at++; at <= length(line) && substr(line, at, 1) != mark; at++)
                if (substr(line, at, 1) == "\\")
                    at++
            return at
        }
        # The room in which a file lies: the longest of its folders that is one.
        function room_of(path) {
            while (sub("/[^/]*$", "", path))
                if (path in rank)
                    return path
            return ""
        }
        function check_include(name, system_header,    self, other, pattern) {
            if (system_header) {
                for (pattern in home)
                    if (name ~ pattern && FILENAME !~ home[pattern])
                        report("<" name "> may be included only in " home[pattern])
                return
            }
            if (FILENAME !~ /^src\// || name == "config.h")
                return
            self = room_of(substr(FILENAME, length("src/") + 1))
            other = room_of(name)
            if (self == "")
                return # a program of the build
            if (other == "")
                report("\"" name "\" is not written from src/ on")
            else if (other != self && rank[other] >= rank[self])
                report(self " may not know " other)
        }
        FNR == 1 {
            in_comment = 0
        }
        kind == "includes" && /^[ \t]*#[ \t]*include[ \t]*["<]/ {
            name = $0
            gsub(/^[^"<]*["<]|[">].*$/, "", name)
            check_include(name, $0 ~ /include[ \t]*</)
        }
        kind == "banned" {
            code = code_of($0)
            if (match(code, "(^|[^A-Za-z0-9_])" banned "[ \t]*\\("))
                report("banned function: " substr(code, RSTART, RLENGTH) ")")
            # The reader stops its own job, and ends a program that it has started; a test signals one process (tests/process.h).
            if (match(code, /(^|[^A-Za-z0-9_])(kill|killpg|sigqueue)[ \t]*\(/) &&
                FILENAME !~ /^(src\/(term\/screen|base\/system\/process_run)|tests\/(process|preload\/failing|signal_all))\.c$/)
                report("signals are sent by tests/process.c: " substr(code, RSTART, RLENGTH) ")")
        }
        # `line = arena_printf(arena, "%.*s…", TEXT_ARGS(line))`: copied each time it grows, so that a list costs its square.
        kind == "growth" && FILENAME ~ /^src\// {
            statement = statement " " code_of($0)
            if (statement !~ /[;{}]/)
                next
            name = statement
            if (statement ~ /= *arena_printf *\(/ && sub(/ *= *arena_printf.*/, "", name) && sub(/.*[ (*]/, "", name) >= 0 &&
                name != "" && index(statement, "TEXT_ARGS(" name ")"))
                report(name " grows by arena_printf")
            statement = ""
        }
        kind == "form" {
            if (/\t/)
                report("tab")
            if (/[ \t\r]$/)
                report("blanks at the end")
            gsub(/[\200-\277]/, "") # so that length counts characters
            if (length($0) > most)
                report("longer than " most " characters: " length($0))
        }
    ')
}

# What an archive asks of the system and may not: the environment, clocks, the terminal, standard output, other programs. The one place that starts
# programs also waits for them, some time.
find_symbols() {
    nm -u "$1" 2>/dev/null | awk '
        /:$/ {
            starts_programs = /(^|[[(])process(_run)?\.o[])]?:$/
        }
        {
            name = $NF
            sub(/^_/, "", name)   # Darwin
            sub(/@.*/, "", name)  # versions
            if (starts_programs && name ~ /^_?(clock_gettime|execvp|fork|poll|sigaction|signal)$/)
                next
            if (name ~ /^_?(getenv|secure_getenv|setenv|putenv|environ)$/ ||
                name ~ /^_?(time|clock|clock_gettime|gettimeofday|localtime|localtime_r|gmtime|gmtime_r|sleep|usleep|nanosleep)$/ ||
                name ~ /^_?(isatty|ioctl|tcgetattr|tcsetattr|signal|sigaction|poll|ppoll|select|pselect)$/ ||
                name ~ /^_?_?(printf|vprintf|puts|putchar|stdout|printf_chk|vprintf_chk)$/ ||
                name ~ /^_?(fork|execve|execv|execvp|system|popen)$/)
                print name
        }' | sort -u
}

check() { # kind, what
    found=$(find_mistakes "$1" "$SRCDIR")
    [ -z "$found" ]; ok $? "$2"
    [ -z "$found" ] || printf '%s\n' "$found" | sed 's/^/# /'
}

# The bad example: each line of it that is wrong says so.
write_bad_example() {
    rm -rf "$work"
    mkdir -p "$work/src/analysis/words" "$work/src/base" "$work/src/library" "$work/src/term" "$work/tests"
    cat >"$work/src/base/bad.c" <<'END'
#include "ui/state/app.h"
#include <yaml.h>
#include "bad.h"
#include <unistr.h>
#include "base/good.h"
END
    printf '#include "analysis/people/people.h"\n#include "analysis/words/good.h"\n' >"$work/src/analysis/words/bad.c"
    printf '#include "layout/layout.h"\n#include "article/article.h"\n' >"$work/src/library/bad.c"
    printf 'See src/base/b*.c, `src/gone/`, src/base/c*.c and tests/NAME.c.\n' >"$work/README"
    printf '#include <curses.h>\n' >"$work/src/term/good.c"
    printf '#include <curses.h>\n' >"$work/tests/bad.c"
    printf '/* strcpy(a, b) */\n"strcpy(a, b)"; snprintf(a);\nn = atoi(a);\n/* a\n * gets(b)\n */ strcat (a, b); // system(a)\nkill(process, 9);\n' \
        >"$work/src/base/banned.c"
    printf 'line = arena_printf(a, "0",\n    TEXT_ARGS(other), TEXT_ARGS(line));\nline = arena_printf(a, "0", TEXT_ARGS(other));\n    *x = arena_printf(a, "0", TEXT_ARGS(x));\n' \
        >"$work/src/base/growth.c"
    printf 'x = \\\n\t%%D%%/a.c \\\n\t%%D%%/bad.c \\\n\t%%D%%/bad.c\ny = \\\n\t%%D%%/b.c \\\n\t%%D%%/a.c\nz = %%D%%/z.c %%D%%/growth.c %%D%%/z.o\n' >"$work/src/base/local.mk"
    printf '\tint a;\nint b; \nint c;\n%0*d\n%0*d\n%0*d“”\n' \
        $((line_length + 1)) 0 $line_length 0 $((line_length - 2)) 0 >"$work/src/base/form.c"
}

check_bad() { # kind, expected
    find_mistakes "$1" "$work" >"$work/found"
    printf '%s\n' "$2" >"$work/expected"
    cmp -s "$work/found" "$work/expected"; ok $? "a bad example is found out: $1"
    cmp -s "$work/found" "$work/expected" || diff "$work/expected" "$work/found" | sed 's/^/# /'
}

check includes "layers include downwards only, third-party headers are at home"
check banned "no banned functions"
check growth "no text grows by being printed into itself"
check form "lines have no tabs, no blanks at their end, and at most $line_length characters"

# The words of all lists of files, one a line, with the place of each list: "src/base/local.mk 8 src/base/arena.c".
listed() {
    (cd "$1" && find . -name local.mk ! -path './variants/*' ! -path './quoin-*' ! -path '*.tmp/*' | sed 's,^\./,,' | sort | xargs awk '
        FNR == 1 {
            room = FILENAME
            sub("/local\\.mk$", "", room)
            list = 0
        }
        {
            many = $0 !~ /^\t/ # a list of several lines begins anew
            list += many
            gsub("%D%", room)
            for (i = 1; i <= NF; i++)
                if ($i ~ "/" && $i !~ /^\$/)
                    print FILENAME, list, ($0 ~ /^\t[^ ]+( \\)?$/), $i
        }')
}
# Automake makes of tests/test_x the source tests/test_x.c: such a program is named without its ending.
find_unlisted() {
    listed "$1" | awk '{ print $4 }' | sort -u >"$BUILDDIR/tests/listed.tmp"
    (cd "$1" && find src tests articles themes \( -name '*.[ch]' -o -name '*.def' -o -path 'articles/*' -o -path 'themes/*' \) \
        -type f ! -name '*_table.h' ! -name local.mk ! -path '*.tmp/*' 2>/dev/null | sort |
        while read -r file; do
            grep -qxF -e "$file" -e "${file%.c}" "$BUILDDIR/tests/listed.tmp" || echo "$file"
        done)
    rm -f "$BUILDDIR/tests/listed.tmp"
}
# In a list with a file a line they are in order, and none is there twice.
find_disorder() {
    listed "$1" | awk '
        $3 {
            if ($1 == place && $2 == list && $4 <= before)
                print $4 " comes after " before
            place = $1
            list = $2
            before = $4
        }'
}
# Sources make what is built; a list that names that too would have it packed.
find_built() {
    listed "$1" | awk '$4 ~ /\.(o|a|lo)$/ { print $4 " is built, and named as a source" }'
}
# What the texts for people say that there is: NAME and * stand for any name; a program is there by its source.
find_missing() {
    (cd "$1" && grep -ohE '(src|tests|articles|themes|models)/[A-Za-z0-9_./*-]*[A-Za-z0-9_/*]' README src/HACKING CONTRIBUTING 2>/dev/null |
        sort -u | while read -r path; do
            set -- $(printf '%s\n' "$path" | sed 's/NAME/*/g')
            [ -e "$1" ] || [ -e "$1.c" ] || printf '%s is not there\n' "$path"
        done)
}
check_lists() { # function that finds, what
    found=$($1 "$SRCDIR")
    [ -z "$found" ]; ok $? "$2"
    [ -z "$found" ] || printf '%s\n' "$found" | sed 's/^/# /'
}
check_lists find_unlisted "every source, article and theme is named in the list of its room"
check_lists find_disorder "each list of files is sorted, and names each once"
check_lists find_built "no list names what is built"
check_lists find_missing "README, HACKING and CONTRIBUTING name what is there"

# How large a room may be, and a circle of includes in it: files (a .c and its .h are one in a circle, two in a room). A room is a folder. A row
# with the name of a room stands for what is not yet as it should be.
room_limits='
most            22 5
'

# Rooms that know each other, circles in a room, rooms of too many files.
find_circles() {
    (cd "$1" && find src \( -name '*.[ch]' -o -name '*.def' \) ! -name '*_table.h' | sort | xargs awk -v limits="$room_limits" '
        BEGIN {
            split(limits, words, " ")
            for (i = 1; i in words; i += 3) {
                most_files[words[i]] = words[i + 1]
                most_circle[words[i]] = words[i + 2]
            }
        }
        function limit(table, room) {
            return room in table ? table[room] : table["most"]
        }
        function room_of(path) {
            sub("/[^/]*$", "", path)
            return path
        }
        FNR == 1 {
            module = FILENAME
            sub("[.][^.]*$", "", module)
            room = room_of(module)
            files[room]++
            if (!(module in known))
                members[room] = members[room] " " module
            known[module] = 1
        }
        /^[ \t]*#[ \t]*include "/ {
            split($0, quoted, "\"")
            other = "src/" quoted[2]
            sub("[.][^.]*$", "", other)
            if (other != module && index(other, "/"))
                knows[module, other] = 1
            if (room_of(other) != room)
                knows[room, room_of(other)] = 1
        }
        # Whom each of `names` knows by way of the others: afterwards reach[i, j] (Warshall 1962).
        function close_over(names, count,    i, j, k) {
            for (i = 1; i <= count; i++)
                for (j = 1; j <= count; j++)
                    reach[i, j] = (names[i], names[j]) in knows
            for (k = 1; k <= count; k++)
                for (i = 1; i <= count; i++)
                    for (j = 1; reach[i, k] && j <= count; j++)
                        if (reach[k, j])
                            reach[i, j] = 1
        }
        # Of each circle its members, said once, by the first of them.
        function tell_circles(names, count, most, what,    i, j, size, circle) {
            for (i = 1; i <= count; i++) {
                circle = names[i]
                size = 1
                for (j = 1; j <= count; j++) {
                    if (j == i || !reach[i, j] || !reach[j, i])
                        continue
                    if (j < i)
                        break
                    circle = circle " " names[j]
                    size++
                }
                if (j > count && size > most)
                    print what " of " size ": " circle
            }
        }
        END {
            for (room in files)
                rooms[++count] = room
            for (i = 2; i <= count; i++) # sorted, so that what is found is
                for (j = i; j > 1 && rooms[j - 1] > rooms[j]; j--) {
                    room = rooms[j]
                    rooms[j] = rooms[j - 1]
                    rooms[j - 1] = room
                }
            close_over(rooms, count)
            tell_circles(rooms, count, 1, "a circle of rooms,")
            for (i = 1; i <= count; i++) {
                if (files[rooms[i]] > limit(most_files, rooms[i]))
                    print rooms[i] " has " files[rooms[i]] " files"
                size = split(members[rooms[i]], modules, " ")
                close_over(modules, size)
                tell_circles(modules, size, limit(most_circle, rooms[i]), "a circle")
            }
        }')
}

check_lists find_circles "no rooms in a circle, no large circle in a room, no room of too many files"

write_bad_example
check_bad includes 'src/analysis/words/bad.c:1: analysis/words may not know analysis/people
src/base/bad.c:1: base may not know ui/state
src/base/bad.c:2: <yaml.h> may be included only in ^(src/base/yaml/yaml|tests/test_yaml_source)\.c$
src/base/bad.c:3: "bad.h" is not written from src/ on
src/base/bad.c:4: <unistr.h> may be included only in ^(src/base/unicode/unicode|tests/test_columns)\.c$
src/library/bad.c:1: library may not know layout
tests/bad.c:1: <curses.h> may be included only in ^(src/term/|tests/bench/bare_curses)'
check_bad banned 'src/base/banned.c:3: banned function:  atoi()
src/base/banned.c:6: banned function:  strcat ()
src/base/banned.c:7: signals are sent by tests/process.c: kill()'
check_bad growth 'src/base/growth.c:2: line grows by arena_printf
src/base/growth.c:4: x grows by arena_printf'
check_bad form 'src/base/form.c:1: tab
src/base/form.c:2: blanks at the end
src/base/form.c:4: longer than '"$line_length characters: $((line_length + 1))"

check_bad_lists() { # function that finds, expected
    $1 "$work" >"$work/found"
    printf '%s\n' "$2" >"$work/expected"
    cmp -s "$work/found" "$work/expected"; ok $? "a bad example is found out: $1"
    cmp -s "$work/found" "$work/expected" || diff "$work/expected" "$work/found" | sed 's/^/# /'
}
check_bad_lists find_disorder 'src/base/bad.c comes after src/base/bad.c
src/base/a.c comes after src/base/b.c'
check_bad_lists find_built 'src/base/z.o is built, and named as a source'
check_bad_lists find_missing 'src/base/c*.c is not there
src/gone/ is not there'
check_bad_lists find_unlisted 'src/analysis/words/bad.c
src/base/banned.c
src/base/form.c
src/library/bad.c
src/term/good.c
tests/bad.c'

mkdir -p "$work/rooms/src/one" "$work/rooms/src/two" "$work/rooms/src/crowd"
printf '#include "two/b.h"\n' >"$work/rooms/src/one/a.h"
printf '#include "one/c.h"\n' >"$work/rooms/src/two/b.c"
touch "$work/rooms/src/one/c.h" "$work/rooms/src/two/b.h"
printf '#include "crowd/6.h"\n' >"$work/rooms/src/crowd/6.c"
for i in 1 2 3 4 5 6; do
    printf '#include "crowd/%d.h"\n' $((i % 6 + 1)) >"$work/rooms/src/crowd/$i.h"
done
for i in 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22; do
    printf '#include "crowd/1.h"\n' >"$work/rooms/src/crowd/$i.h"
done
find_circles "$work/rooms" >"$work/found"
printf '%s\n' 'a circle of rooms, of 2: src/one src/two' 'src/crowd has 23 files' \
    'a circle of 6: src/crowd/1 src/crowd/2 src/crowd/3 src/crowd/4 src/crowd/5 src/crowd/6' >"$work/expected"
cmp -s "$work/found" "$work/expected"; ok $? "a bad example is found out: find_circles"
cmp -s "$work/found" "$work/expected" || diff "$work/expected" "$work/found" | sed 's/^/# /'

if command -v nm >/dev/null && nm -u "$BUILDDIR/libquoin.a" >/dev/null 2>&1; then
    found=$(find_symbols "$BUILDDIR/libquoin.a")
    [ -z "$found" ]; ok $? "libquoin.a knows no environment, clock, terminal, standard output"
    [ -z "$found" ] || printf '%s\n' "$found" | sed 's/^/# uses /'
    find_symbols "$BUILDDIR/tests/test_keymap.o" | grep -q 'v*printf'; ok $? "a bad example is found out: a test program prints"
else
    ok 0 "symbols # SKIP nm cannot read libquoin.a"
fi

rm -rf "$work"
tap_done
