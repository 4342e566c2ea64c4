/* The line of source, date and length. Only what is known stands in it. */
#include "reading/article_meta.h"

#include "base/iso_date.h"

enum { WORDS_A_MINUTE = 240 }; /* silent reading of English: 238 (Brysbaert 2019, Journal of Memory and Language 109) */

static const char month_names[12][10] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};

/* "2022-01-10T12:00" -> "Jan 10, 2022"; others as they are. */
static Text format_date(Text iso, Arena *arena, DateForm form)
{
    size_t year, month, day;

    if (iso.size < ISO_DATE.end || iso.bytes[ISO_YEAR.end] != '-' || iso.bytes[ISO_MONTH.end] != '-' ||
        !text_to_number(text_slice(iso, ISO_YEAR), 9999, &year) ||
        !text_to_number(text_slice(iso, ISO_MONTH), 12, &month) || month == 0 ||
        !text_to_number(text_slice(iso, ISO_DAY), 31, &day) || day == 0)
        return iso;
    return arena_printf(arena, "%.*s %zu, %zu", form == DATE_SHORT ? 3 : 10, month_names[month - 1], day, year);
}

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
    append(arena, &line, format_date(article_field(article, FIELD_DATE), arena, form));
    if (article->complete)
        append(arena, &line,
               arena_printf(arena, "%zu word%s · %zu min", article->word_count, article->word_count == 1 ? "" : "s",
                            minutes ? minutes : 1));
    return line;
}
