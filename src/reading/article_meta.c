/* The line of source, date and length. Only what is known stands in it. */
#include "reading/article_meta.h"

enum { WORDS_A_MINUTE = 240 }; /* silent reading of English: 238 (Brysbaert 2019, Journal of Memory and Language 109) */

static void append(Arena *arena, Text *line, Text part)
{
    if (part.size == 0)
        return;
    *line = line->size ? arena_join(arena, (const Text[]){*line, TEXT(" · "), part}, 3) : part;
}

Text article_meta(const Article *article, Arena *arena, DateForm form)
{
    size_t minutes = (article->word_count + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE;
    Text line = {0};

    append(arena, &line, article_field(article, FIELD_SOURCE));
    append(arena, &line, iso_date_write(arena, article_field(article, FIELD_DATE), form));
    if (article->complete)
        append(arena, &line,
               arena_printf(arena, "%zu word%s · %zu min", article->word_count, article->word_count == 1 ? "" : "s",
                            minutes ? minutes : 1));
    return line;
}
