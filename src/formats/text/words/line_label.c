/*
 *     ANNA REED: Is the ferry running?            ANNA REED
 *     [10:03:12] Anna Reed: Is it?                Anna Reed, with a time
 *     10:03 <gull_feeder> is it?                  gull_feeder, with a time
 *     [30/11/2026, 10:03:12] ~ Anna: Is it?       Anna, with a time: who is in no address book
 *     30/11/26, 10:03 - +1 202 555 0143: Is it?   +1 202 555 0143, likewise
 *     Anna Reed  10:03 AM                         Anna Reed
 *     Mr. REED. The rope was new.                 Mr. REED
 *     Q. What did you see?                        Q
 */
#include "formats/text/words/line_label.h"

#include "formats/text/words/line_words.h"

enum { LABEL_BYTES = 60, LABEL_WORDS = 7 };

/* "10:42" */
static bool is_clock(Text line, size_t at)
{
    size_t colon = at;

    while (colon < line.size && ascii_is_digit(line.bytes[colon]))
        colon++;
    return colon > at && colon + 1 < line.size && line.bytes[colon] == ':' && ascii_is_digit(line.bytes[colon + 1]);
}

/* Signs, numbers and times before a label; `*timed`: a time is among them. */
static size_t skip_time(Text line, bool *timed)
{
    static const Text halves[] = {LITERAL("AM "), LITERAL("PM "), LITERAL("am "), LITERAL("pm "), LITERAL("From ")};
    size_t at = 0, before;

    do {
        before = at;
        for (; at < line.size && byte_is_one_of(line.bytes[at], " >#*[]()<0123456789:./,-~"); at++)
            *timed = *timed || is_clock(line, at);
        for (size_t i = 0; at && i < COUNT_OF(halves); i++) {
            if (text_starts_with(text_slice(line, (Range){at, line.size}), halves[i]))
                at += halves[i].size;
        }
        if (text_starts_with(text_slice(line, (Range){at, line.size}), TEXT("—")))
            at += sizeof "—" - 1;
    } while (at > before);
    return at;
}

/* The sign at which a label ends at `at`: "Reed: Is", "Reed (00:12) Is", "Reed> Is", "Reed — Is", "Reed 00:12"; '\0': none does. */
static char end_sign(Text line, size_t at)
{
    char byte = line.bytes[at], next = at + 1 < line.size ? line.bytes[at + 1] : ' ';
    Text rest = text_slice(line, (Range){at, line.size});

    if (byte == ':')
        return byte_is_one_of(next, " \t*") ? byte : '\0';
    if (byte == '(' || byte == '[')
        return ascii_is_digit(next) ? byte : '\0';
    if (byte == ' ' && (text_starts_with(rest, TEXT(" — ")) || text_starts_with(rest, TEXT(" – "))))
        return '-';
    return byte == '>' || (byte == ' ' && is_clock(line, at + 1)) ? byte : '\0';
}

/* "Anna Reed", "Ursula von der Leyen", "Speaker 1", "Tom Hale, harbour master"; "1st" is none of them. */
static bool is_name(Text name)
{
    size_t at = 0, words = 0, comma = text_find_byte(name, ',', 0);
    Text word;

    for (name = text_slice(name, (Range){0, comma}); line_next_word(name, &at, &word); words++) {
        if (!word_begins_with_capital(word) && (words == 0 || !(word_is_particle(word) || ascii_is_digit(word.bytes[0]))))
            return false;
    }
    return words > 0;
}

/* "REED", "O'NEILL-BURKE", "1st": capitals, two at least. */
static bool is_in_capitals(Text word)
{
    size_t capitals = 0;

    for (size_t i = 0; i < word.size; i++) {
        if (ascii_is_lower(word.bytes[i]))
            return false;
        capitals += ascii_is_upper(word.bytes[i]) || (word.bytes[i] & 0x80);
    }
    return capitals >= 2;
}

/* Behind the name in "Mr. REED. The rope was new.", "ADA REED. Yes.", "Q. What did you see?"; 0: there is none. */
static size_t stop_after_name(Text line)
{
    static WordList openings =
        WORD_LIST("mr.,mrs.,ms.,miss,dr.,the,sen.,rep.,senator,judge,justice,mr,mrs,ms,dr,sir,lord");
    size_t at = 0;
    Text word;

    for (size_t words = 0; words < LABEL_WORDS && line_next_word(line, &at, &word); words++) {
        bool opens = words == 0 && line_is_one_of(word, &openings), stops = word.bytes[word.size - 1] == '.';
        Text bare = text_slice(word, (Range){0, word.size - stops});
        size_t end = (size_t)(word.bytes - line.bytes) + bare.size;

        if (stops && words == 0 && bare.size == 1 && byte_is_one_of(bare.bytes[0], "QA"))
            return end;
        if (!opens && !is_in_capitals(bare))
            return 0;
        if (stops && words > 0)
            return end;
    }
    return 0;
}

/* A name from `start` on that a sign ends. */
static bool read_named(Text line, size_t start, LineLabel *label)
{
    size_t end = start;

    while (end < line.size && end - start < LABEL_BYTES && !end_sign(line, end))
        end++;
    label->sign = end < line.size ? end_sign(line, end) : '\0';
    label->name = text_trim(text_slice(line, (Range){start, end}));
    label->words = end + (label->sign == '-' ? sizeof " — " - 1 : 1);
    return label->sign && label->name.size && text_count_words(label->name) <= LABEL_WORDS &&
           (label->sign == '>' || is_name(label->name) || (label->timed && label->name.bytes[0] == '+'));
}

LineLabel line_label(Text line)
{
    LineLabel label = {.sign = '\0'};
    size_t start = skip_time(line, &label.timed), end;
    Text rest = text_slice(line, (Range){start, line.size});

    if (read_named(line, start, &label))
        return label;
    end = stop_after_name(rest);
    return end ? (LineLabel){text_slice(rest, (Range){0, end}), '.', label.timed, start + end + 1}
               : (LineLabel){.sign = '\0'};
}

bool line_begins_turn(Text line)
{
    LineLabel label;

    if (line.size == 0 || ascii_is_lower(line.bytes[0]))
        return false; /* most lines go on */
    label = line_label(line);
    return (label.sign == ':' || label.sign == '.' || label.sign == '-') && label.words < line.size;
}

bool line_has_timed_label(Text line)
{
    bool timed = false;

    (void)skip_time(line, &timed);
    return timed && line_label(line).sign;
}

bool line_has_time(Text line)
{
    bool timed = false;

    return line.size && (line.bytes[0] == '[' || ascii_is_digit(line.bytes[0])) && (skip_time(line, &timed), timed);
}
