/* What all articles have, whichever way they came in. */
#include "article/article.h"

#include "article/article_text.h"

#include <string.h>



static const Text field_keys[FIELD_COUNT] = {
#define FIELD(ID, key, aliases) {key, sizeof(key) - 1},
    ARTICLE_FIELDS(FIELD)
#undef FIELD
};

static const Text field_aliases[FIELD_COUNT] = {
#define FIELD(ID, key, aliases) {aliases, sizeof(aliases) - 1},
    ARTICLE_FIELDS(FIELD)
#undef FIELD
};

static const Text block_names[BLOCK_KIND_COUNT] = {
#define BLOCK(ID, name) {name, sizeof(name) - 1},
    BLOCK_KINDS(BLOCK)
#undef BLOCK
};

Text article_field(const Article *article, ArticleField field)
{
    return article->fields[field];
}

Text article_block_text(const Article *article, size_t block)
{
    return text_slice(article->text, article->blocks.items[block].range);
}

Text article_field_key(ArticleField field)
{
    return field_keys[field];
}

Text article_field_aliases(ArticleField field)
{
    return field_aliases[field];
}

Text block_kind_name(BlockKind kind)
{
    return block_names[kind];
}

size_t article_block_at(Article *article, size_t offset)
{
    size_t low = 0, high;

    (void)article_index(article, offset + 1);
    high = article->blocks.count;
    while (low < high) { /* the first block that starts after `offset` */
        size_t middle = low + (high - low) / 2;

        if (article->blocks.items[middle].range.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

/* ---- reading ---- */

static Article *article_new(Arena *arena)
{
    Article *article = ARENA_NEW(arena, Article);

    article->arena = arena;
    article->invalid_at = TEXT_NOT_FOUND;
    return article;
}

Article *article_from_text(Arena *arena, Text text)
{
    Article *article = article_new(arena);

    article->text = text;
    article->is_text = true;
    article->complete = true;
    article->indexed = text.size;
    for (size_t start = 0; start < text.size;) {
        size_t end = text_find_byte(text, '\n', start);

        if (end == TEXT_NOT_FOUND)
            end = text.size;
        if (text_trim(text_slice(text, (Range){start, end})).size) {
            Block block = {.range = {start, end}, .kind = BLOCK_PARAGRAPH, .number = ++article->paragraphs};

            ARRAY_PUSH(arena, article->blocks, block);
        }
        start = end + 1;
    }
    return article;
}

bool article_index(Article *article, size_t offset)
{
    enum { STEP = 64 * 1024 };

    while (!article->complete && article->indexed <= offset) {
        size_t until = article->indexed + STEP;

        (void)file_load(article->file, until);
        article->text = article->file->bytes;
        article_text_index(article, until);
        article->complete = article->indexed >= article->text.size && article->text.size == article->file->size;
    }
    return !article->complete;
}

Article *article_read(Arena *arena, File *file, ArticleFormat format, Report *report)
{
    Article *article = article_new(arena);

    (void)format;
    (void)report;
    article->file = file;
    article->text = file->bytes;
    article->is_text = true;
    article_text_begin(article);
    (void)article_index(article, FILE_FIRST_BYTES);
    return article;
}
