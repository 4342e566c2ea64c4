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

/* ---- the head ---- */

/* "By A, B and C": of the authors, where no credit line is given as printed. */
static Text byline_of_authors(const Article *article)
{
    size_t count = article->authors.count;
    Text *parts = ARENA_ARRAY(article->arena, Text, count * 2);

    for (size_t i = 0; i < count; i++) {
        parts[2 * i] = i == 0 ? TEXT("By ") : i + 1 == count ? TEXT(" and ") : TEXT(", ");
        parts[2 * i + 1] = article->authors.items[i].name;
    }
    return arena_join(article->arena, parts, count * 2);
}

static void build_field(ArticleBuilder *builder, BlockKind kind, ArticleField field)
{
    if (builder->article->fields[field].size)
        article_build_block(builder, kind, builder->article->fields[field], 0);
}

void article_build_head(ArticleBuilder *builder)
{
    const Article *article = builder->article;

    if (article->fields[FIELD_SECTION].size)
        article_build_block(builder, BLOCK_KICKER, (Text){0}, 0);
    build_field(builder, BLOCK_TITLE, FIELD_TITLE);
    build_field(builder, BLOCK_SUBTITLE, FIELD_SUBTITLE);
    article_build_block(builder, BLOCK_META, (Text){0}, 0);
    if (article->fields[FIELD_BYLINE].size)
        build_field(builder, BLOCK_BYLINE, FIELD_BYLINE);
    else if (article->authors.count)
        article_build_block(builder, BLOCK_BYLINE, byline_of_authors(article), 0);
    build_field(builder, BLOCK_STANDFIRST, FIELD_DESCRIPTION);
}

void article_build_end(ArticleBuilder *builder)
{
    Article *article = builder->article;

    article->text = text_buffer_text(&builder->text);
    article->indexed = article->text.size;
    article->complete = true;
}
