/* Rows are indexes into the quotations of the analysis, in their order, so that the row of a quotation is found by halving. */
#include "reading/quote_list.h"

#include "base/lower_bound.h"

void quote_list_release(QuoteList *list)
{
    arena_release(&list->arena);
    arena_release(&list->filter_arena);
}

void quote_list_set_filter(QuoteList *list, Text name, bool is_about)
{
    Arena before = list->filter_arena; /* `name` may lie there */

    list->filter_arena = (Arena){0};
    list->filter = arena_copy(&list->filter_arena, name);
    list->is_about = is_about;
    arena_release(&before);
}

Text quote_list_filter_words(const QuoteList *list, Arena *arena)
{
    if (list->filter.size == 0)
        return (Text){0};
    return arena_printf(arena, "%s %.*s", list->is_about ? "about" : "only", TEXT_ARGS(list->filter));
}

bool quote_list_passes(const QuoteList *list, const Quote *quote, Text speaker)
{
    if (!quote_is_listed(quote) && !(quote->type == QUOTE_INDIRECT ? list->show_indirect : list->show_scare))
        return false;
    if (speaker.size == 0)
        return true;
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        if (text_equal(quote->source->speakers[i].name, speaker))
            return true;
    }
    return false;
}

static bool mentions(const Analysis *analysis, const Quote *quote, Text name)
{
    for (size_t i = analysis_mention_from(analysis, quote->range.start);
         i < analysis->mentions.count && analysis->mentions.items[i].range.start < quote->range.end; i++) {
        if (text_equal(analysis->entities.items[analysis->mentions.items[i].entity].name, name))
            return true;
    }
    return false;
}

static bool passes_filter(const QuoteList *list, const Analysis *analysis, const Quote *quote)
{
    if (!list->is_about)
        return quote_list_passes(list, quote, list->filter);
    return quote_list_passes(list, quote, (Text){0}) && mentions(analysis, quote, list->filter);
}

static void forget(QuoteList *list)
{
    arena_reset(&list->arena);
    list->quotes = list->numbers = NULL;
    list->count = list->speech_count = list->speaker_count = 0;
    list->speakers = (Speakers){.count = 0};
}

void quote_list_update(QuoteList *list, const Analysis *analysis)
{
    size_t number = 0;

    forget(list);
    if (!analysis || analysis->quotes.count == 0)
        return;
    list->quotes = ARENA_ARRAY(&list->arena, size_t, analysis->quotes.count);
    list->numbers = ARENA_ARRAY(&list->arena, size_t, analysis->quotes.count);
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        list->numbers[i] = quote_is_listed(quote) ? ++number : 0;
        if (passes_filter(list, analysis, quote))
            list->quotes[list->count++] = i;
    }
    list->speech_count = number;
    speakers_number(&list->speakers, &list->arena, analysis);
    list->speaker_count = speakers_among(&list->speakers, &list->arena, analysis, list->quotes, list->count);
}

size_t quote_list_row(const QuoteList *list, size_t quote)
{
    size_t at;

    LOWER_BOUND(at, list->count, list->quotes[at] < quote);
    return at < list->count && list->quotes[at] == quote ? at + 1 : 0;
}

size_t quote_list_number(const QuoteList *list, size_t quote)
{
    return list->numbers ? list->numbers[quote] : 0;
}

size_t quote_list_quote(const QuoteList *list, size_t row)
{
    return row >= 1 && row <= list->count ? list->quotes[row - 1] : NO_INDEX;
}

size_t quote_list_doubtful(const QuoteList *list, const Analysis *analysis, size_t row, int direction, int times)
{
    size_t found = 0;

    for (; row >= 1 && row <= list->count && times > 0; row += (size_t)direction) {
        if (!quote_is_doubtful(&analysis->quotes.items[quote_list_quote(list, row)]))
            continue;
        found = row;
        times--;
    }
    return found;
}
