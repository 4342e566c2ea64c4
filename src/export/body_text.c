/*
 * Blocks stand in it in their order with a blank line between; in a block there are as many characters as in the article, though maybe others. Of a
 * long block the place of every thousandth byte is kept, so that no place takes longer to find.
 */
#include "export/body_text.h"

#include "base/lower_bound.h"
#include "formats/yaml/article_writer.h"

enum { PART_BYTES = 1024 };

/* The parts of a block; `*next` is where it stands in the plain text, and afterwards where it ends there. */
static void add_block(Arena *arena, BodyText *body, Range block, BodyPart *next)
{
    size_t at = block.start, size, written;

    do {
        BodyPart part = *next;

        part.range.start = at;
        for (; at < block.end && at < part.range.start + PART_BYTES; at += size, next->start += written) {
            (void)utf8_decode(body->article->text, at, &size);
            (void)utf8_decode(body->text, next->start, &written);
            next->start_character++;
        }
        part.range.end = at;
        ARRAY_PUSH(arena, body->parts, part);
    } while (at < block.end);
}

BodyText body_text_new(Arena *arena, const Article *article)
{
    BodyText body = {.article = article, .text = article_plain_text(arena, article)};
    BodyPart next = {0};

    for (size_t i = 0; i < article->blocks.count; i++) {
        if (!article_is_body_text(article, i))
            continue;
        add_block(arena, &body, article->blocks.items[i].range, &next);
        next.start += 2; /* the blank line */
        next.start_character += 2;
    }
    return body;
}

/* A byte of the article's text in the plain text. False: it is in no block. */
static bool find(const BodyText *body, size_t offset, size_t *byte, size_t *character)
{
    const BodyPart *part;
    size_t at, size, written;

    LOWER_BOUND(at, body->parts.count, body->parts.items[at].range.end < offset);
    if (at == body->parts.count || body->parts.items[at].range.start > offset)
        return false;
    part = &body->parts.items[at];
    *byte = part->start;
    *character = part->start_character;
    for (size_t next = part->range.start; next < offset; next += size, ++*character) {
        (void)utf8_decode(body->article->text, next, &size);
        (void)utf8_decode(body->text, *byte, &written);
        *byte += written;
    }
    return true;
}

bool body_text_place(const BodyText *body, Range range, BodyPlace *place)
{
    return !range_is_empty(range) && find(body, range.start, &place->bytes.start, &place->characters.start) &&
           find(body, range.end, &place->bytes.end, &place->characters.end);
}

Text body_text_before(const BodyText *body, size_t start, size_t count)
{
    size_t from = start;

    while (from > 0 && count-- > 0)
        from = utf8_previous(body->text, from);
    return text_slice(body->text, (Range){from, start});
}

Text body_text_after(const BodyText *body, size_t end, size_t count)
{
    size_t to = end, size;

    for (; to < body->text.size && count-- > 0; to += size)
        (void)utf8_decode(body->text, to, &size);
    return text_slice(body->text, (Range){end, to});
}
