/* Block by block, character by character; of a block that the range begins or ends in, the part that is inside. */
#include "article/plain_text.h"

#include "base/unicode/unicode.h"

enum { SOFT_HYPHEN = 0xAD, NEXT_LINE = 0x85, LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029 };

/* What does something to the text around it, where it is pasted. */
static bool is_control(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || unicode_is_bidi_control(code_point);
}

static bool is_blank(uint32_t code_point)
{
    return code_point == ' ' || (code_point >= '\t' && code_point <= '\r') || code_point == NEXT_LINE ||
           code_point == LINE_SEPARATOR || code_point == PARAGRAPH_SEPARATOR;
}

static void add_words(Arena *arena, TextBuffer *buffer, Text words)
{
    bool blank = false;
    size_t size, start = buffer->count;

    for (size_t at = 0; at < words.size; at += size) {
        uint32_t code_point = utf8_decode(words, at, &size);

        blank = blank || is_blank(code_point);
        if (is_control(code_point) || is_blank(code_point) || code_point == SOFT_HYPHEN)
            continue;
        if (blank && buffer->count > start)
            text_buffer_add(arena, buffer, TEXT(" "));
        blank = false;
        text_buffer_add(arena, buffer, text_slice(words, (Range){at, at + size}));
    }
}

static void add_lines(Arena *arena, TextBuffer *buffer, Text lines)
{
    size_t size;

    for (size_t at = 0; at < lines.size; at += size) {
        uint32_t code_point = utf8_decode(lines, at, &size);

        if (code_point == '\n' || code_point == '\t' || !is_control(code_point))
            text_buffer_add(arena, buffer, text_slice(lines, (Range){at, at + size}));
    }
}

static Text between(const Article *article, const Block *before, const Block *after)
{
    bool is_next = article->is_source || after->tight || (block_is_item(before->kind) && block_is_item(after->kind));

    return is_next ? TEXT("\n") : TEXT("\n\n");
}

/* The part of a block that is in the range; empty too for what has no text. */
static Range part_of(const Block *block, Range range)
{
    Range part = {block->range.start > range.start ? block->range.start : range.start,
                  block->range.end < range.end ? block->range.end : range.end};

    return part.end < part.start ? (Range){part.start, part.start} : part;
}

Text plain_text(Arena *arena, const Article *article, Range range)
{
    TextBuffer buffer = {0};
    const Block *before = NULL;
    size_t block = article->blocks.count ? article_known_block_at(article, range.start) : 0;

    for (; block < article->blocks.count && article->blocks.items[block].range.start < range.end; block++) {
        const Block *here = &article->blocks.items[block];
        Text text = text_slice(article->text, part_of(here, range));

        if (text.size == 0 && !article->is_source)
            continue;
        if (before)
            text_buffer_add(arena, &buffer, between(article, before, here));
        before = here;
        if (here->kind == BLOCK_VERBATIM)
            add_lines(arena, &buffer, text);
        else
            add_words(arena, &buffer, text);
    }
    return text_buffer_text(&buffer);
}
