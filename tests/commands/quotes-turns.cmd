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
NAME — TEXT
NAME – TEXT
END
echo "-- those who have no names"
printf 'Chat\n\n10:03 <anna> is the ferry running?\n10:04 <tom_h> no, it is closed until noon\n10:05 <anna> thanks, who said so?\n10:06 <tom_h> the captain did\n' | quoin quotes
echo "-- a time is no part of a name, and no office"
printf 'The inquiry\n\nAt 10:03 AM Anna Reed came in. At 5 PM Tom Hale left. PM Theresa Low stayed.\n' | quoin entities
echo "-- lines of a chat, as long as they come; what nobody ends with a stop is not joined"
printf 'Team call\nAttendees: Priya Raman, Olaf Brandt, Dee\n\n[09:02:11] Priya Raman: morning all. Olaf are you there\n[09:02:40] Olaf Brandt: yes, sorry, muted\n[09:03:05] Priya Raman: the vendor called. He said we ship on Friday or never\n[09:03:30] Dee: lol\n[09:03:41] Dee: which vendor?\n' | quoin quotes
printf 'Call\n\n[09:02:11] Ann Lee: morning all!\n[09:02:40] Bob Ray: yes.\n[09:03:05] Ann Lee: the vendor called.\n[09:03:30] Bob Ray: ok then.\n' | quoin quotes
printf 'Call\n\n00:00:05 Ann Lee\nGood morning. Are you there?\n\n00:00:09 Bob Ray\nYes, I am.\n\n00:00:12 Ann Lee\nThe vendor called us.\n\n00:00:19 Bob Ray\nAnd?\n' | quoin quotes
echo "-- who asks is named behind \"by\"; who answers, above the first question"
printf 'A daughter of the light\n\nInterview by Ruth Amado, 5 May 2022\n\nEdda Norling grew up on a rock. We spoke by phone.\n\nQ: What did you eat?\n\nA: Cod. It was all there was.\n\nQ: And school?\n\nA: By radio. The teacher was called Mr. Blom. Mr. Blom never came.\n' | quoin quotes
echo "-- who is spoken to says nothing"
printf 'The debate\n\nMODERATOR: Good evening. Ms. Brandt, the stadium tax: yes or no?\n\nBRANDT: No. I have said so.\n\nMODERATOR: Mr. Ode, thirty seconds: your turn.\n\nODE: I would ask you to wait.\n' | quoin quotes
echo "-- who is told of, and the word with which a turn begins"
debate='The debate\n\nBRANDT: I have the clipping.\n\nODE: Look, my mother rode the Number 9 bus for forty years. She used to say, "A stadium never took anyone to work."\n\nBRANDT: Then why did you…\n\nODE: Excuse me. That is why I asked.\n'
printf "$debate" | quoin quotes
printf "$debate" | quoin entities
echo "-- a place before a dash says nothing"
printf 'In brief\n\nLONDON — The ferry is shut. “We are sorry,” said Ann Lee.\n\nPARIS — I saw you there. The guild met.\n\nLONDON — We know the wall is lost. Thank you for asking.\n\nPARIS — Our man left.\n' | quoin quotes
