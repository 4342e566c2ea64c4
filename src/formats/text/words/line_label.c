/*
 *     ANNA REED: Is the ferry running?            ANNA REED
 *     [10:03:12] Anna Reed: Is it?                Anna Reed, with a time
 *     10:03 <gull_feeder> is it?                  gull_feeder, with a time
 *     Anna Reed  10:03 AM                         Anna Reed
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
        for (; at < line.size && byte_is_one_of(line.bytes[at], " >#*[]()<0123456789:./,-"); at++)
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

/* Does a label end at `at`: "Reed: Is", "Reed (00:12) Is", "Reed> Is", "Reed 00:12", "Reed, harbour master: Is"? */
static bool is_end(Text line, size_t at)
{
    char byte = line.bytes[at], next = at + 1 < line.size ? line.bytes[at + 1] : ' ';

    return (byte == ':' && byte_is_one_of(next, " \t*")) || ((byte == '(' || byte == '[') && ascii_is_digit(next)) ||
           byte == '>' || (byte == ' ' && is_clock(line, at + 1));
}

Text line_label(Text line, bool *timed)
{
    size_t start, end;
    Text name;

    *timed = false;
    start = end = skip_time(line, timed);

    while (end < line.size && end - start < LABEL_BYTES && !is_end(line, end))
        end++;
    if (end == line.size || !is_end(line, end))
        return (Text){0};
    name = text_trim(text_slice(line, (Range){start, end}));
    return name.size && (line.bytes[end] == '>' || word_begins_with_capital(name)) &&
                   text_count_words(name) <= LABEL_WORDS
               ? name
               : (Text){0};
}

bool line_has_timed_label(Text line)
{
    bool timed = false;

    (void)skip_time(line, &timed);
    return timed && line_label(line, &timed).size;
}
