/*
 *     "> The tide\r\n\r\n> was late"      1 "> The tide", 2 "", 3 "> was late"
 *
 * The text is never copied: it is what is loaded of the file, up to the end of the last line that is whole.
 */
#include "formats/source_article.h"

#include "base/yaml/yaml.h"

static void add_line(Article *article, Range range)
{
    article_add_block(
        article, (Block){.range = range, .kind = BLOCK_VERBATIM, .number = ++article->paragraphs & BLOCK_NUMBER_MOST},
        (Text){0});
}

static void index_lines(Article *article, size_t until, bool all_is_loaded)
{
    Text source = article->file->bytes;
    size_t start = article->taken;

    while (start < source.size && start < until) {
        size_t end = yaml_next_line_end(source, start);
        size_t next = end + yaml_line_end(source, end);

        if (next == source.size && !all_is_loaded) /* an LF may come after a CR */
            break;
        add_line(article, (Range){start, end});
        start = next;
    }
    article->text = (Text){source.bytes, start};
    article->taken = article->indexed = start;
}

Article *source_article(Arena *arena, File *file)
{
    Article *article = article_new(arena);

    article->file = file;
    article->index_more = index_lines;
    article->is_source = true;
    return article;
}
