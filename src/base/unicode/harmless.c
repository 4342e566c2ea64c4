/*
 * Of what is invisible, these mean something to whoever reads:
 *
 *     U+1F469 U+200D U+1F467          a family of two, which without its joiner is two people
 *     U+0645 U+06CC U+200C U+062E     "mi-khaham", which without its non-joiner is another word
 *     U+2764 U+FE0F                   a red heart
 *     U+1F3F4 U+E0067 U+E0062 …       the flag of England; tags elsewhere hide words
 */
#include "base/unicode/harmless.h"

#include "base/unicode/unicode.h"

enum { NON_JOINER = 0x200C, JOINER = 0x200D, BLACK_FLAG = 0x1F3F4 };

static bool is_control(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

/* Shown as one blank. */
static bool is_separator(uint32_t code_point)
{
    return (code_point >= '\t' && code_point <= '\f') || code_point == 0x85 || code_point == 0x2028 ||
           code_point == 0x2029;
}

static bool is_tag(uint32_t code_point)
{
    return code_point >= 0xE0020 && code_point <= 0xE007F;
}

static bool is_selector(uint32_t code_point)
{
    return (code_point >= 0xFE00 && code_point <= 0xFE0F) || (code_point >= 0xE0100 && code_point <= 0xE01EF);
}

static bool is_no_character(uint32_t code_point)
{
    return (code_point & 0xFFFE) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF);
}

bool harmless_passes(uint32_t code_point, uint32_t before)
{
    if (code_point < 0x7F)
        return code_point >= ' ';
    if (is_control(code_point) || is_separator(code_point) || is_no_character(code_point) ||
        unicode_is_bidi_control(code_point))
        return false;
    if (is_tag(code_point))
        return before == BLACK_FLAG || is_tag(before);
    return code_point == JOINER || code_point == NON_JOINER || is_selector(code_point) ||
           !unicode_is_ignorable(code_point);
}

/* What stands for a character that does not pass; empty: nothing does. */
static Text stand_in(uint32_t code_point, LineFeeds line_feeds)
{
    if (code_point == '\n' && line_feeds == LINES_KEPT)
        return TEXT("\n");
    if (is_separator(code_point))
        return TEXT(" ");
    return is_no_character(code_point) ? TEXT("\uFFFD") : (Text){0};
}

void harmless_write(Sink *out, Text text, LineFeeds line_feeds)
{
    uint32_t before = 0;

    for (size_t at = 0, size; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        if (size == 1 && code_point == REPLACEMENT_CHARACTER)
            sink_string(out, "\xEF\xBF\xBD");
        else if (harmless_passes(code_point, before))
            sink_text(out, text_slice(text, (Range){at, at + size}));
        else
            sink_text(out, stand_in(code_point, line_feeds));
        before = code_point;
    }
}

Text harmless_copy(Arena *arena, Text text, LineFeeds line_feeds)
{
    SinkMemory memory = {.arena = arena};
    char buffer[512];
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    harmless_write(&sink, text, line_feeds);
    (void)sink_flush(&sink);
    return text_buffer_text(&memory.text);
}
