/* The order of the work: bytes to UTF-8, UTF-8 to a tree, the tree to what is known of the article and to its text. */
#include "html/html_article.h"

#include "article/article_build.h"
#include "html/metadata/html_metadata.h"
#include "html/tree/html_parse.h"

static void add_paragraphs(ArticleBuilder *builder, const HtmlTree *tree)
{
    for (size_t i = 0; i < tree->nodes.count; i++) {
        Text text = tree->nodes.items[i].tag == HTML_P ? html_inner_text(builder->article->arena, tree, i) : (Text){0};

        if (text.size)
            article_build_block(builder, BLOCK_PARAGRAPH, text, 0);
    }
}

bool html_article_read(Article *article, File *file, Text address, Report *report)
{
    Arena *scratch = arena_within(article->arena);
    ArticleBuilder builder = {.article = article};
    HtmlTree tree;

    if (!file_decode(file, report))
        return false;
    file_tell_error(file, report);
    if (!html_parse(scratch, file->bytes, &tree, report))
        return false;
    html_metadata_read(&tree, address, article);
    article_build_block(&builder, BLOCK_TITLE, article->fields[FIELD_TITLE], 0);
    add_paragraphs(&builder, &tree);
    article_build_end(&builder);
    arena_release(scratch);
    return true;
}
