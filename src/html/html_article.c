/* The order of the work: bytes to UTF-8, UTF-8 to a tree, the tree to what is known of the article and to its text. */
#include "html/html_article.h"

#include "html/body/html_body.h"
#include "html/metadata/html_metadata.h"
#include "html/tree/html_parse.h"

bool html_article_read(Article *article, File *file, Text address, Report *report)
{
    Arena *scratch = arena_within(article->arena);
    HtmlTree tree;

    if (!file_decode(file, report))
        return false;
    file_tell_error(file, report);
    if (!html_parse(scratch, file->bytes, &tree, report))
        return false;
    html_metadata_read(&tree, address, article);
    html_body_read(&tree, address, article);
    arena_release(scratch);
    return true;
}
