# Who speaks in turns, in the forms that chats, subtitles, captions of calls and transcripts give their labels: six turns in each, below a title.
turns() { # form with NAME, NUMBER and TEXT, ^ where a line ends; what parts the turns
    printf 'The inquiry, day two\n\n'
    number=3
    while IFS='|' read -r name text; do
        printf "%s$2" "$(printf '%s\n' "$1" | sed "s/NAME/$name/; s/NUMBER/$number/; s/TEXT/$text/" | tr '^' '\n')"
        number=$((number + 1))
    done <<'END'
Anna Reed|Good morning, is the ferry running today?
Tom Hale|No. The captain says it is closed until noon.
Anna Reed|Thanks. When was the wall last checked?
Tom Hale|In the spring, by the harbour board.
Anna Reed|And who paid for it?
Tom Hale|Nobody has said so far.
END
}
while read -r form; do
    for between in '\n\n' '\n'; do
        turns "$form" "$between" | quoin quotes --format=tsv 2>&1 | awk -F '\t' -v form="$form" '
            NR > 1 { turns++; if (/Anna Reed/) anna++; if (/Tom Hale/) tom++ }
            END { printf "%d %d %d %s\n", turns, anna, tom, form }'
    done
done <<'END'
NAME: TEXT
NAME:^TEXT
[10:0NUMBER] NAME: TEXT
(10:0NUMBER) NAME: TEXT
10:0NUMBER NAME: TEXT
10:0NUMBER AM NAME: TEXT
10:0NUMBER - NAME: TEXT
[00:10:0NUMBER.120] NAME: TEXT
[30/11/2026, 10:0NUMBER:22] NAME: TEXT
30/11/2026, 10:0NUMBER - NAME: TEXT
11/30/26, 10:0NUMBER AM - NAME: TEXT
2026-11-30 10:0NUMBER:00 NAME: TEXT
10:0NUMBER:05 From NAME to Everyone: TEXT
10:0NUMBER <NAME> TEXT
NAME  10:0NUMBER AM^TEXT
NAME (10:0NUMBER): TEXT
NAME (10:0NUMBER):^TEXT
NAME [10:0NUMBER] TEXT
#NUMBER NAME: TEXT
NUMBER. NAME: TEXT
- NAME: TEXT
— NAME: TEXT
>> NAME: TEXT
NAME, harbour master: TEXT
**NAME:** TEXT
END
echo "-- those who have no names"
printf 'Chat\n\n10:03 <anna> is the ferry running?\n10:04 <tom_h> no, it is closed until noon\n10:05 <anna> thanks, who said so?\n10:06 <tom_h> the captain did\n' | quoin quotes
echo "-- a time is no part of a name, and no office"
printf 'The inquiry\n\nAt 10:03 AM Anna Reed came in. At 5 PM Tom Hale left. PM Theresa Low stayed.\n' | quoin entities
