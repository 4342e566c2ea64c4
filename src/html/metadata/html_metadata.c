/*
 * First all that the page says is read, by whom it says it: scripts (JSON-LD), <meta> elements, the lines that it prints. Then each field is
 * chosen, mostly in this order, for what is written for machines says what it is:
 *
 *     a row of a table of one source ─ meta_names.def, linked_data.c, hint_words.def ─┐
 *                                                                                     ├─ Page ─ headline, dates, authors, … ─ Article
 *     what stands beside the headline ─ page_lines.c ─────────────────────────────────┘
 */
#include "html/metadata/html_metadata.h"

#include "article/web_address.h"
#include "html/metadata/page.h"

/* What was found, out of the memory that it was found in. */
static void take_over(Article *article, const Article *found)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (found->fields[i].size)
            article->fields[i] = arena_copy(article->arena, found->fields[i]);
    }
    for (size_t i = 0; i < found->authors.count; i++) {
        Author author = found->authors.items[i];

        author.name = arena_copy(article->arena, author.name);
        author.role = arena_copy(article->arena, author.role);
        author.url = arena_copy(article->arena, author.url);
        ARRAY_PUSH(article->arena, article->authors, author);
    }
    for (size_t i = 0; i < found->tags.count; i++)
        ARRAY_PUSH(article->arena, article->tags, arena_copy(article->arena, found->tags.items[i]));
    article->next_page = arena_copy(article->arena, found->next_page);
}

void html_metadata_read(const HtmlTree *tree, Text address, Article *article)
{
    Arena *scratch = arena_within(article->arena);
    Page page = {.arena = scratch, .tree = tree, .address = address, .base = address};
    Article *found = article_new(scratch);

    page.metas = meta_values_read(scratch, tree);
    page.data = linked_data_read(scratch, tree);
    page.lines = page_lines_read(scratch, tree);
    page_url_read(&page, found);
    page_language_read(&page, found);
    page_site_read(&page, found);
    page_headline_read(&page, found);
    page_summary_read(&page, found);
    page_dates_read(&page, found);
    page_authors_read(&page, found);
    page_subject_read(&page, found);
    take_over(article, found);
    arena_release(scratch);
}
