/*
 * Plain text as an article: its shape is found (shape.h), its passages are read from the front (passages.h) and written as blocks
 * (text_blocks.h) of the article's text (text_writer.h), as far as somebody asks.
 */
#include "formats/text/plain_text.h"

#include "formats/formats.h"
#include "formats/text/text_blocks.h"
#include "formats/text_file.h"

static TextBlocks *blocks_new(Article *article, size_t most)
{
    TextBlocks *blocks = ARENA_NEW(article->arena, TextBlocks);

    blocks->article = article;
    text_writer_init(&blocks->writer, article, most);
    passage_reader_init(&blocks->reader, article->arena, &blocks->shape, (Text){0}, false);
    return blocks;
}

/* More of the source is there: the shape is told anew while that is little. */
static void set_source(TextBlocks *blocks, Text source, bool whole)
{
    if (blocks->reader.source.size == 0) {
        blocks->reader.at = utf8_mark_size(source);
        shape_recognise(&blocks->shape, source);
    } else if (blocks->shape.seen < SHAPE_BYTES_SEEN && source.size >= 2 * blocks->shape.seen) {
        shape_recognise(&blocks->shape, source);
    }
    blocks->reader.source = source;
    blocks->reader.whole = whole;
}

static void index_more(Article *article, size_t until, bool all_is_loaded)
{
    TextBlocks *blocks = article->index_state;

    set_source(blocks, article->file->bytes, all_is_loaded);
    if (!blocks->has_head)
        text_blocks_add_head(blocks);
    text_blocks_add_body(blocks, until);
    if (all_is_loaded && until >= blocks->reader.source.size)
        article->taken = blocks->reader.source.size; /* what is left is blank */
}

/* ---- the whole ---- */

Article *article_from_text(Arena *arena, Text text)
{
    Article *article = article_new(arena);
    PassageReader reader;
    Passage *passage;
    Shape shape;

    shape_recognise(&shape, text);
    passage_reader_init(&reader, arena, &shape, text, true);
    while (passage_next(&reader, &passage)) {
        Range range = {passage->lines.items[0].range.start, passage->lines.items[passage->lines.count - 1].range.end};

        article_add_block(article, (Block){.range = range, .kind = BLOCK_PARAGRAPH}, text_slice(text, range));
    }
    article->text = text;
    article->indexed = text.size;
    article->complete = true;
    return article;
}

Article *article_from_plain_text(Arena *arena, Text source)
{
    Article *article = article_new(arena);
    TextBlocks *blocks = blocks_new(article, source.size);

    set_source(blocks, source, true);
    text_blocks_add_body(blocks, SIZE_MAX);
    article->complete = true;
    return article;
}

static bool recognises(Text head)
{
    (void)head;
    return true;
}

static bool read_text(Article *article, File *file, Report *report)
{
    if (!text_file_decode(article->arena, file, report))
        return false;
    text_file_warn_of_html(article->arena, file, report);
    article->file = file;
    article->index_more = index_more;
    article->index_state = blocks_new(article, file->most);
    (void)article_index(article, 0);
    return true;
}

/* Enough for a title and what stands beneath it. */
enum { PEEK_BYTES = 3072 };

static bool peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    Arena scratch = {0};
    Article *article = text_trim(head).size ? article_new(&scratch) : NULL;

    if (article) {
        TextBlocks *blocks = blocks_new(article, head.size);

        set_source(blocks, text_slice(head, (Range){0, PEEK_BYTES}), true);
        text_blocks_peek_head(blocks);
        if (!article->fields[FIELD_DATE].size || !article->fields[FIELD_SOURCE].size) /* a dateline may tell them */
            text_blocks_add_body(blocks, blocks->reader.at + 1);
        for (int field = 0; field < FIELD_COUNT; field++)
            fields[field] = arena_copy(arena, article->fields[field]);
    }
    arena_release(&scratch);
    return article != NULL;
}

const Format text_format = {
    .name = LITERAL("text"),
    .form = LITERAL("plain text"),
    .help = LITERAL("plain text: perhaps a title, a byline and a dateline, then paragraphs"),
    .endings = LITERAL(".txt"),
    .limit = LIMIT_TEXT_BYTES,
    .grows = true,
    .recognises = recognises,
    .read = read_text,
    .peek = peek,
};
