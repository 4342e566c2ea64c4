/*
 * A quotation that goes on in a new paragraph is opened again, and was not closed; nobody quotes twice without a word between; and who speaks in turn
 * is named at the start of a line, again and again.
 *
 *     “We held on. “We had to,” said Ada Quill.      “We held on.” “Not for long,” said Orla Finch.
 *                 ^                                                ^
 *     Quill: Did it hold? Finch: For a day. Quill: And then?
 *                        ^                 ^
 */
#include "formats/text/lost_ends.h"

enum { LABEL_BYTES = 40, LABEL_WORDS = 4, TURN_BYTES = 4000 /* in which a label stands again */ };

typedef struct LostEnds {
    Text source;
    size_t start;
    bool open, open_straight; /* is a quotation open, of marks that are known by themselves; of straight ones? */
} LostEnds;

static bool is_stop(char byte)
{
    return byte == '.' || byte == '!' || byte == '?';
}

static bool blank_before(const LostEnds *ends, size_t at)
{
    return at > ends->start + 1 && ascii_is_blank(ends->source.bytes[at - 1]);
}

/* Does what stands before the blank before `at` end with a stop and that closing mark? */
static bool closed_before(const LostEnds *ends, size_t at, Text mark)
{
    Text before = text_slice(ends->source, (Range){ends->start, at - 1});

    return before.size > mark.size && text_ends_with(before, mark) && is_stop(before.bytes[before.size - mark.size - 1]);
}

/* ---- marks ---- */

/* Of the mark at `at`, one of “ ” ‘ ’: does a paragraph begin with it? */
static bool mark_begins_paragraph(LostEnds *ends, size_t at)
{
    Text rest = text_slice(ends->source, (Range){at, ends->source.size});
    bool begins;

    if (text_starts_with(rest, TEXT("”")) ||
        (text_starts_with(rest, TEXT("’")) && at > ends->start &&
         (is_stop(ends->source.bytes[at - 1]) || ends->source.bytes[at - 1] == ',')))
        ends->open = false;
    if (!text_starts_with(rest, TEXT("“")) && !text_starts_with(rest, TEXT("‘")))
        return false;
    begins = blank_before(ends, at) &&
             ((ends->open && is_stop(ends->source.bytes[at - 2])) || closed_before(ends, at, TEXT("”")));
    ends->open = true;
    return begins;
}

/* The same of a straight one, which opens where a blank or a bracket stands before it and none behind. */
static bool straight_begins_paragraph(LostEnds *ends, size_t at)
{
    Text source = ends->source;
    bool before = at == ends->start || ascii_is_blank(source.bytes[at - 1]) || source.bytes[at - 1] == '(';
    bool opens = before && at + 1 < source.size && !ascii_is_blank(source.bytes[at + 1]);
    bool begins = opens && blank_before(ends, at) &&
                  ((ends->open_straight && is_stop(source.bytes[at - 2])) || closed_before(ends, at, TEXT("\"")));

    ends->open_straight = opens;
    return begins;
}

/* ---- labels ---- */

/* "Dr.": a short word with a capital, which does not end a sentence. */
static bool is_title_before(const LostEnds *ends, size_t stop)
{
    size_t letters = 0;

    while (stop > ends->start + letters && ascii_is_alpha(ends->source.bytes[stop - letters - 1]))
        letters++;
    return letters > 0 && letters <= 4 && ascii_is_upper(ends->source.bytes[stop - letters]);
}

/* Where the label before the colon at `colon` begins, behind the end of a sentence; `colon`: there is none. */
static size_t label_start(const LostEnds *ends, size_t colon)
{
    const char *bytes = ends->source.bytes;
    size_t words = 1;

    for (size_t at = colon; at > ends->start + 1 && colon - at <= LABEL_BYTES && words <= LABEL_WORDS; at--) {
        size_t stop = at - 2;

        if (bytes[at - 1] != ' ')
            continue;
        if (!ascii_is_upper(bytes[at]))
            return colon;
        while (stop > ends->start && (bytes[stop] == '"' || bytes[stop] == ')' || bytes[stop] == ']'))
            stop--;
        if (is_stop(bytes[stop]) && !(bytes[stop] == '.' && is_title_before(ends, stop)))
            return at;
        words++;
    }
    return colon;
}

/* Does a paragraph begin with the label that ends at `colon`? Its start; else `colon`. */
static size_t label_begins_paragraph(const LostEnds *ends, size_t colon)
{
    Text source = ends->source, label;
    size_t start = label_start(ends, colon), back = start > TURN_BYTES ? start - TURN_BYTES : 0;

    if (start == colon || colon - start < 2 || colon + 1 >= source.size || source.bytes[colon + 1] != ' ')
        return colon;
    label = text_slice(source, (Range){start, colon + 1});
    if (text_find(text_slice(source, (Range){0, colon + TURN_BYTES}), label, colon) == TEXT_NOT_FOUND &&
        text_find(text_slice(source, (Range){0, start}), label, back) == TEXT_NOT_FOUND)
        return colon;
    return start;
}

size_t lost_end_find(Text source, size_t start)
{
    LostEnds ends = {.source = source, .start = start};

    for (size_t at = start; at < source.size && source.bytes[at] != '\n'; at++) {
        size_t begins = source.size;

        if (source.bytes[at] == '\xE2' && at + 2 < source.size && source.bytes[at + 1] == '\x80')
            begins = mark_begins_paragraph(&ends, at) ? at : begins;
        else if (source.bytes[at] == '"')
            begins = straight_begins_paragraph(&ends, at) ? at : begins;
        else if (source.bytes[at] == ':' && (begins = label_begins_paragraph(&ends, at)) == at)
            begins = source.size;
        if (begins > start && begins < source.size)
            return begins - 1;
    }
    return source.size;
}
