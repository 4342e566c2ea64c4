/*
 *     The inquiry, day two                       a title
 *
 *     [10:03] ANNA REED: Is the ferry running?   here: not a subtitle, though it looks like one
 *     [10:04] TOM HALE: It is not.
 *     [10:04] ANNA REED: Thank you.
 *
 * One label is nothing; of three near one another one stands again.
 */
#include "formats/text/forms/head_turns.h"

#include "formats/text/words/line_words.h"

enum {
    LABEL_BYTES = 60,
    LABEL_WORDS = 7,
    LINES_AHEAD = 12, /* that are not blank */
    LABELS_LEAST = 3
};

/* Signs, numbers and times before a label. */
static size_t skip_time(Text line)
{
    static const Text halves[] = {LITERAL("AM "), LITERAL("PM "), LITERAL("am "), LITERAL("pm "), LITERAL("From ")};
    size_t at = 0, before;

    do {
        before = at;
        while (at < line.size && byte_is_one_of(line.bytes[at], " >#*[]()<0123456789:./,-"))
            at++;
        for (size_t i = 0; at && i < COUNT_OF(halves); i++) {
            if (text_starts_with(text_slice(line, (Range){at, line.size}), halves[i]))
                at += halves[i].size;
        }
        if (text_starts_with(text_slice(line, (Range){at, line.size}), TEXT("—")))
            at += sizeof "—" - 1;
    } while (at > before);
    return at;
}

/* "10:42" */
static bool is_clock(Text line, size_t at)
{
    size_t colon = at;

    while (colon < line.size && ascii_is_digit(line.bytes[colon]))
        colon++;
    return colon > at && colon + 1 < line.size && line.bytes[colon] == ':' && ascii_is_digit(line.bytes[colon + 1]);
}

/* Does a label end at `at`: "Reed: Is", "Reed (00:12) Is", "Reed> Is", "Reed 00:12", "Reed, harbour master: Is"? */
static bool is_end(Text line, size_t at)
{
    char byte = line.bytes[at], next = at + 1 < line.size ? line.bytes[at + 1] : ' ';

    return (byte == ':' && byte_is_one_of(next, " \t*")) || ((byte == '(' || byte == '[') && ascii_is_digit(next)) ||
           byte == '>' || (byte == ' ' && is_clock(line, at + 1));
}

/* The words of a label that a line begins with; empty: with none. */
static Text label_of(Text line)
{
    size_t start = skip_time(line), end = start;
    Text name;

    while (end < line.size && end - start < LABEL_BYTES && !is_end(line, end))
        end++;
    if (end == line.size || !is_end(line, end))
        return (Text){0};
    name = text_trim(text_slice(line, (Range){start, end}));
    return name.size && word_begins_with_capital(name) && text_count_words(name) <= LABEL_WORDS ? name : (Text){0};
}

/* Do turns begin with that line? */
static bool begin_at(const Text *lines, size_t count, size_t line)
{
    Text labels[LINES_AHEAD];
    size_t known = 0;
    bool again = false;

    for (size_t i = line, seen = 0; i < count && seen < LINES_AHEAD; i++) {
        Text label = label_of(lines[i]);

        seen += lines[i].size > 0;
        if (label.size == 0)
            continue;
        for (size_t k = 0; k < known; k++)
            again = again || text_equal(labels[k], label);
        labels[known++] = label;
    }
    return known >= LABELS_LEAST && again && label_of(lines[line]).size > 0;
}

size_t head_turns(const Text *lines, size_t count)
{
    size_t line = 0;

    while (line < count && !begin_at(lines, count, line))
        line++;
    return line;
}
