/* The line of source, date and length. Only what is known stands in it. */
#include "reading/article_meta.h"

enum {
    SOURCE_LEAST = 8,    /* columns of it that say something */
    LONG_DATE_LEAST = 53 /* in fewer, dates are short in all articles, whether there is room in this one or not */
};

static void append(Arena *arena, Text *line, Text part)
{
    if (part.size == 0)
        return;
    *line = line->size ? arena_join(arena, (const Text[]){*line, TEXT(" · "), part}, 3) : part;
}

/* What stands behind the source. */
static Text date_and_length(const Article *article, Arena *arena, DateForm form)
{
    Text line = {0}, length = text_length_phrase(&article->length, arena);

    append(arena, &line, iso_date_write(arena, article_field(article, FIELD_DATE), form));
    if (article->complete && length.size)
        append(arena, &line,
               arena_printf(arena, "%.*s · %zu min", TEXT_ARGS(length), text_length_minutes(&article->length)));
    return line;
}

Text article_meta(const Article *article, Arena *arena, DateForm form)
{
    Text line = article_field(article, FIELD_SOURCE);

    append(arena, &line, date_and_length(article, arena, form));
    return line;
}

static Text cut(Arena *arena, Text text, size_t columns, Charset charset)
{
    size_t used, ellipsis = printable_width(TEXT("…"), charset);
    Text start = text_slice(text, (Range){0, printable_fit(text, columns - ellipsis, charset, &used)});

    return arena_join(arena, (const Text[]){text_trim(start), TEXT("…")}, 2);
}

Text article_meta_in(const Article *article, Arena *arena, size_t columns, Charset charset)
{
    Text line = article_meta(article, arena, columns >= LONG_DATE_LEAST ? DATE_LONG : DATE_SHORT);
    Text source = article_field(article, FIELD_SOURCE);
    size_t width, source_width = printable_width(source, charset);

    if (printable_width(line, charset) > columns)
        line = article_meta(article, arena, DATE_SHORT);
    width = printable_width(line, charset);
    if (width <= columns || source_width < width - columns + SOURCE_LEAST)
        return line;
    line = cut(arena, source, source_width - (width - columns), charset);
    append(arena, &line, date_and_length(article, arena, DATE_SHORT));
    return line;
}
