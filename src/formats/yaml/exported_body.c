/*
 * The part is read as a page, by the format that reads pages, and of the article that comes of it the body is taken over: blocks, and the links
 * and emphases in them, which move with their blocks.
 */
#include "formats/yaml/exported_body.h"

#include "article/web_address.h"
#include "formats/formats.h"
#include "formats/yaml/article_writer.h"

static const Format *page_format(void)
{
    size_t count;
    const Format *const *formats = formats_all(&count);

    for (size_t i = 0; i < count; i++) {
        if (text_equal(formats[i]->name, TEXT("html")))
            return formats[i];
    }
    return NULL;
}

/* A page has a headline; what it says is not used. */
static Text as_page(Arena *arena, Text html)
{
    return arena_join(
        arena,
        (const Text[]){
            TEXT("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>-</title></head><body><article>"), html,
            TEXT("</article></body></html>\n")},
        3);
}

static Range moved(Range range, size_t from, size_t to)
{
    return (Range){range.start - from + to, range.end - from + to};
}

/* What of the page was taken over: marks are in the order of its text, as blocks are. */
typedef struct Taken {
    Article *article;
    const Article *page;
    size_t link, emphasis;
} Taken;

static void take_links_without_place(Taken *taken)
{
    for (; taken->link < taken->page->links.count && range_is_empty(taken->page->links.items[taken->link].range);
         taken->link++) {
        Link link = taken->page->links.items[taken->link];

        link.block = 0;
        ARRAY_PUSH(taken->article->arena, taken->article->links, link);
    }
}

/* What stands in a block of the page stands in the last one that was written. */
static void take_marks(Taken *taken, Range block)
{
    Article *article = taken->article;
    size_t to = article->blocks.items[article->blocks.count - 1].range.start;

    for (; taken->link < taken->page->links.count && taken->page->links.items[taken->link].range.end <= block.end;
         taken->link++) {
        Link link = taken->page->links.items[taken->link];

        if (link.range.start < block.start)
            continue;
        link.range = moved(link.range, block.start, to);
        link.block = 0;
        ARRAY_PUSH(article->arena, article->links, link);
    }
    for (; taken->emphasis < taken->page->emphases.count &&
           taken->page->emphases.items[taken->emphasis].range.end <= block.end;
         taken->emphasis++) {
        Emphasis emphasis = taken->page->emphases.items[taken->emphasis];

        if (emphasis.range.start < block.start)
            continue;
        emphasis.range = moved(emphasis.range, block.start, to);
        ARRAY_PUSH(article->arena, article->emphases, emphasis);
    }
}

static bool take_blocks(YamlForm *form, const Article *page)
{
    size_t before = form->article->blocks.count;
    Taken taken = {.article = form->article, .page = page};

    take_links_without_place(&taken);
    for (size_t i = 0; i < page->blocks.count; i++) {
        const Block *block = &page->blocks.items[i];

        if (block_is_in_head(block->kind))
            continue;
        form->builder.entry = block->entry;
        article_build_block(&form->builder, block->kind, article_block_text(page, i),
                            block->kind == BLOCK_ORDERED_ITEM ? block->number : 0);
        take_marks(&taken, block->range);
    }
    return form->article->blocks.count > before;
}

bool exported_body_write(YamlForm *form, Text html)
{
    const Format *format = page_format();
    Article *page;
    Report report;
    File *file;

    if (!format)
        return false;
    report_init(&report, form->article->arena, form->report->path);
    page = article_new(form->article->arena);
    file = ARENA_NEW(form->article->arena, File);
    file_from_text(file, as_page(form->article->arena, html));
    if (web_address_scheme_size(form->article->fields[FIELD_URL]))
        file->address = form->article->fields[FIELD_URL]; /* of its relative links */
    return format->read(page, file, &report) && article_has_body(page) && take_blocks(form, page);
}
