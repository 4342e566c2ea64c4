/* What all articles have, whichever way they came in. */
#include "article/article.h"

#include "base/lower_bound.h"

static const Text field_keys[FIELD_COUNT] = {
#define FIELD(ID, key, aliases) LITERAL(key),
    ARTICLE_FIELDS(FIELD)
#undef FIELD
};

static const Text field_aliases[FIELD_COUNT] = {
#define FIELD(ID, key, aliases) LITERAL(aliases),
    ARTICLE_FIELDS(FIELD)
#undef FIELD
};

static const Text part_keys[PART_COUNT] = {
#define PART(ID, key, aliases) LITERAL(key),
    ARTICLE_PARTS(PART)
#undef PART
};

static const Text part_aliases[PART_COUNT] = {
#define PART(ID, key, aliases) LITERAL(aliases),
    ARTICLE_PARTS(PART)
#undef PART
};

static const Text block_names[BLOCK_KIND_COUNT] = {
#define BLOCK(ID, name, traits) LITERAL(name),
    BLOCK_KINDS(BLOCK)
#undef BLOCK
};

static const unsigned char block_traits[BLOCK_KIND_COUNT] = {
#define BLOCK(ID, name, traits) traits,
    BLOCK_KINDS(BLOCK)
#undef BLOCK
};

static const Text match_names[QUOTE_MATCH_COUNT] = {
#define MATCH(ID, name) LITERAL(name),
    QUOTE_MATCHES(MATCH)
#undef MATCH
};

static const struct {
    Text name, sentence;
} pages[PAGE_KIND_COUNT] = {
#define PAGE(ID, name, sentence) {LITERAL(name), LITERAL(sentence)},
    PAGE_KINDS(PAGE)
#undef PAGE
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

Text article_part_key(ArticlePart part)
{
    return part_keys[part];
}

Text article_part_aliases(ArticlePart part)
{
    return part_aliases[part];
}

Text block_kind_name(BlockKind kind)
{
    return block_names[kind];
}

bool block_is_in_head(BlockKind kind)
{
    return block_traits[kind] & BLOCK_IN_HEAD;
}

bool block_is_headline(BlockKind kind)
{
    return block_traits[kind] & BLOCK_HEADLINE;
}

bool block_is_item(BlockKind kind)
{
    return kind == BLOCK_LIST_ITEM || kind == BLOCK_ORDERED_ITEM;
}

bool block_goes_on_list(const Block *before, const Block *block)
{
    return block_is_item(block->kind) && before->kind == block->kind && before->entry == block->entry &&
           (block->kind == BLOCK_LIST_ITEM || block->number == before->number + 1);
}

bool block_has_text(BlockKind kind)
{
    return !(block_traits[kind] & BLOCK_TEXTLESS);
}

Text quote_match_name(QuoteMatch match)
{
    return match_names[match];
}

Text page_kind_name(PageKind kind)
{
    return pages[kind].name;
}

Text page_kind_sentence(PageKind kind)
{
    return pages[kind].sentence;
}

PageKind page_kind_of(Text name)
{
    size_t kind = 0;

    while (kind < PAGE_KIND_COUNT && !text_equal(pages[kind].name, name))
        kind++;
    return (PageKind)kind;
}

size_t article_known_block_at(const Article *article, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, article->blocks.count,
                article->blocks.items[at].range.start <= offset); /* the first block that starts after `offset` */
    return at ? at - 1 : 0;
}

unsigned article_paragraph_at(const Article *article, size_t offset, ParagraphCount *count)
{
    size_t end = article->blocks.count ? article_known_block_at(article, offset) + 1 : 0;

    if (end < count->blocks)
        *count = (ParagraphCount){0};
    for (; count->blocks < end; count->blocks++) {
        const Block *block = &article->blocks.items[count->blocks];

        if (block->number && block->kind != BLOCK_ORDERED_ITEM)
            count->number = block->number;
    }
    return count->number;
}

size_t article_block_at(Article *article, size_t offset)
{
    (void)article_index(article, offset + 1);
    return article_known_block_at(article, offset);
}

Article *article_new(Arena *arena)
{
    Article *article = ARENA_NEW(arena, Article);

    article->arena = arena;
    article->quality = QUALITY_UNKNOWN;
    return article;
}

void article_add_block(Article *article, Block block, Text words)
{
    if (block.kind == BLOCK_PARAGRAPH)
        block.number = ++article->paragraphs & BLOCK_NUMBER_MOST;
    if (!block_is_in_head(block.kind))
        text_length_add(&article->length, words);
    ARRAY_PUSH(article->arena, article->blocks, block);
}

size_t article_size(const Article *article)
{
    return article->complete ? article->text.size : article->text.size + (article->file->size - article->taken);
}

/* All of the file has become text: what can be read again need not stay in memory. */
static void complete(Article *article)
{
    article->complete = true;
    if (article->file->is_named && article->file->error == 0)
        file_release(article->file);
}

bool article_index(Article *article, size_t offset)
{
    enum { STEP = 64 * 1024 };

    for (size_t step = STEP; !article->complete && article->indexed <= offset;) {
        size_t before = article->taken;
        bool all_is_loaded;

        (void)file_load(article->file, before + step);
        all_is_loaded = article->file->bytes.size == article->file->size;
        article->index_more(article, before + step, all_is_loaded);
        if (all_is_loaded && article->taken >= article->file->bytes.size)
            complete(article);
        else if (article->taken == before)
            step *= 2; /* a paragraph longer than the step: look twice as far, so that the work stays linear */
    }
    return !article->complete;
}
