/*
 * Blocks are added one after another:
 *
 *     TITLE "Ferry to close", META, PARAGRAPH "The council voted …"     becomes     "Ferry to close\n\nThe council voted …"
 *
 * with the ranges of the blocks in that text. A block without text takes no room in it.
 */
#include "article/article_build.h"

/* Blanks at the start of a line mean something where lines are kept as they are. */
static Text without_margins(BlockKind kind, Text text)
{
    if (kind != BLOCK_VERBATIM)
        return text_trim(text);
    while (text.size && text.bytes[text.size - 1] == '\n')
        text.size--;
    return text;
}

void article_build_block(ArticleBuilder *builder, BlockKind kind, Text text, unsigned number)
{
    Arena *arena = builder->article->arena;
    Block block = {.kind = kind, .number = number & BLOCK_NUMBER_MOST, .entry = builder->entry & 0xFFFFFF};

    text = without_margins(kind, text);
    if (builder->text.count && text.size)
        text_buffer_add(arena, &builder->text, TEXT("\n\n"));
    block.range.start = builder->text.count;
    text_buffer_add(arena, &builder->text, text);
    block.range.end = builder->text.count;
    article_add_block(builder->article, block, text);
}

void article_build_end(ArticleBuilder *builder)
{
    Article *article = builder->article;

    article->text = text_buffer_text(&builder->text);
    article->indexed = article->text.size;
    article->complete = true;
}
