/*
 * md4c 0.4.8 (Debian 12's) was measured on texts of 200 KB, each of one trick. Two kinds of structure cost it the square of their size, and both are
 * bounded here: containers in one another, all of which it asks at each blank line, and lines of a paragraph, which it goes through from the
 * first for each pair of brackets (mended in 0.5.3). What its callbacks get is bounded in markdown_blocks.c.
 *
 *     > > > … > a       after DEPTH_MOST marks     > > > … , a
 *     see below[^1]                                see below,^1,
 */
#include "formats/markdown/markdown_guard.h"

enum { DEPTH_MOST = 16, INDENT_MOST = 64, LINES_MOST = 400 };
static const char nothing = ',';

/* The bytes of a mark of a list or a quotation at `at`, or 0. */
static size_t mark_size(Text line, size_t at)
{
    size_t end = at;

    if (line.bytes[at] == '>')
        return 1;
    if (strchr("-+*", line.bytes[at]))
        end++;
    else {
        while (end < line.size && ascii_is_digit(line.bytes[end]))
            end++;
        if (end == at || end == line.size || (line.bytes[end] != '.' && line.bytes[end] != ')'))
            return 0;
        end++;
    }
    return end == line.size || ascii_is_blank(line.bytes[end]) ? end - at : 0;
}

/* "- - - -": a rule, however long. */
static bool is_rule(Text line, size_t at)
{
    char mark = line.bytes[at];

    for (; at < line.size; at++) {
        if (line.bytes[at] != mark && !ascii_is_blank(line.bytes[at]))
            return false;
    }
    return mark == '-' || mark == '*';
}

/* Marks at the front of a line beyond what is allowed are taken out; whether a paragraph may go on in it. */
static bool guard_front(char *bytes, Text line)
{
    size_t at = 0, columns = 0, depth = 0, size = 0;
    bool begins_item = false;

    for (; at < line.size; at += size) {
        if (line.bytes[at] == ' ' || line.bytes[at] == '\t') {
            columns += line.bytes[at] == '\t' ? 4 : 1;
            size = 1;
            continue;
        }
        size = line.bytes[at] == '\0' ? 0 : mark_size(line, at);
        if (size == 0)
            break;
        if (columns < 4 && line.bytes[at] != '>')
            begins_item = true;
        if (++depth > DEPTH_MOST || columns > INDENT_MOST) {
            if (!is_rule(line, at))
                bytes[at + size - 1] = nothing;
            break;
        }
        columns += size;
    }
    return at < line.size && !begins_item;
}

/* With the one that closes it, or another that was opened before would end there, and all between be a definition. */
static void guard_brackets(char *bytes, Text line, bool all)
{
    bool is_note = false;

    for (size_t at = 0; at < line.size; at++) {
        if (line.bytes[at] == '[')
            is_note = at + 1 < line.size && line.bytes[at + 1] == '^';
        else if (line.bytes[at] != ']')
            continue;
        if (all || is_note)
            bytes[at] = nothing;
        is_note = is_note && line.bytes[at] == '[';
    }
}

static size_t line_end(Text source, size_t at)
{
    while (at < source.size && source.bytes[at] != '\n' && source.bytes[at] != '\r')
        at++;
    return at;
}

char *markdown_guard(Arena *arena, Text source)
{
    char *bytes = arena_alloc(arena, source.size + 1);
    size_t lines = 0;

    memcpy(bytes, source.bytes, source.size);
    for (size_t start = 0, end; start < source.size; start = end + 1) {
        Text line;

        end = line_end(source, start);
        line = text_slice(source, (Range){start, end});
        end += text_starts_with(text_slice(source, (Range){end, source.size}), TEXT("\r\n"));
        lines = guard_front(bytes + start, line) ? lines + 1 : 0;
        guard_brackets(bytes + start, line, lines > LINES_MOST);
    }
    return bytes;
}
