/* Who said what, by keys: from quotation to quotation, of all or of one speaker. Where none is selected, one goes on from what was read. */
#include "analysis/explained_step.h"
#include "analysis/reasons.h"
#include "memory/notes/corrections.h"
#include "ui/linear/reading.h"
#include "ui/linear/voice.h"

static const Analysis *analysis_of(const Linear *linear)
{
    return linear->app->document.analysis;
}

static const QuoteList *list_of(const Linear *linear)
{
    return &linear->app->document.listed;
}

static void read_quote(Linear *linear, size_t quote)
{
    Range range = range_widen(analysis_of(linear)->quotes.items[quote].range);

    linear->quote = quote;
    linear->start = range.start;
    linear->next = range.end;
    voice_quote(linear, quote);
}

/* The row, from 1, of the first quotation of the list that begins at `offset` or behind it; one more than there are: none does. */
static size_t row_from(const Linear *linear, size_t offset)
{
    const QuoteList *list = list_of(linear);
    size_t row = 1;

    while (row <= list->count && analysis_of(linear)->quotes.items[quote_list_quote(list, row)].range.start < offset)
        row++;
    return row;
}

/* The row to count from: that of the selected one, or the gap behind what was read. 0: before all. */
static size_t next_row(const Linear *linear, int direction)
{
    size_t selected = linear->quote == NO_INDEX ? 0 : quote_list_row(list_of(linear), linear->quote);

    if (selected)
        return direction > 0 ? selected + 1 : selected - 1;
    return direction > 0 ? row_from(linear, linear->next) : row_from(linear, linear->next) - 1;
}

void linear_move_quote(Linear *linear, const LinearCall *call)
{
    size_t more = call->count > 1 ? (size_t)call->count - 1 : 0, row = next_row(linear, call->direction);

    if (list_of(linear)->count == 0)
        voice_say(linear, TEXT("There are no quotations."));
    else if (row == 0 || row > list_of(linear)->count)
        voice_say(linear,
                  call->direction > 0 ? TEXT("There is no further quotation.") : TEXT("There is no quotation before."));
    else if (call->direction > 0)
        read_quote(linear, quote_list_quote(list_of(linear),
                                            row + more > list_of(linear)->count ? list_of(linear)->count : row + more));
    else
        read_quote(linear, quote_list_quote(list_of(linear), row > more ? row - more : 1));
}

/* The selected quotation, else the last one that was read; NO_INDEX: there is none. */
static size_t quote_here(const Linear *linear)
{
    size_t row;

    if (linear->quote != NO_INDEX)
        return linear->quote;
    row = row_from(linear, linear->next) - 1;
    return row ? quote_list_quote(list_of(linear), row) : NO_INDEX;
}

static size_t same_speaker(const Linear *linear, size_t quote, int direction)
{
    const Quote *quotes = analysis_of(linear)->quotes.items;
    size_t row = quote_list_row(list_of(linear), quote) + (size_t)direction;

    while (row >= 1 && row <= list_of(linear)->count) {
        size_t other = quote_list_quote(list_of(linear), row);

        if (quote_same_speaker(&quotes[quote], &quotes[other]))
            return other;
        row += (size_t)direction;
    }
    return NO_INDEX;
}

void linear_move_speaker(Linear *linear, const LinearCall *call)
{
    size_t quote = quote_here(linear), found = NO_INDEX;

    if (quote == NO_INDEX) {
        voice_say(linear, TEXT("No quotation was read yet."));
        return;
    }
    for (int i = 0; i < (call->count ? call->count : 1); i++) {
        size_t next = same_speaker(linear, found == NO_INDEX ? quote : found, call->direction);

        if (next == NO_INDEX)
            break;
        found = next;
    }
    if (found != NO_INDEX)
        read_quote(linear, found);
    else
        voice_format(linear, "No %s quotation: %.*s.", call->direction > 0 ? "further" : "earlier",
                     TEXT_ARGS(voice_speaker(linear, quote)));
}

/* ---- in doubt ---- */

/* From that row of the list on, or back: is there one? Then it is read. */
static bool read_doubtful(Linear *linear, size_t row, int direction, int times)
{
    row = quote_list_doubtful(list_of(linear), analysis_of(linear), row, direction, times);
    if (row)
        read_quote(linear, quote_list_quote(list_of(linear), row));
    return row > 0;
}

static bool has_neighbour(const Linear *linear, int direction)
{
    const App *app = linear->app;

    return direction > 0 ? app->entry + 1 < app->library->entries.count : app->entry > 0;
}

/* As on the screen (actions_doubt.h): the key leads on to the next article when it is pressed once more, which is said. */
static void tell_no_doubt(Linear *linear, const char *what, int direction)
{
    linear->app->doubt_told = (DoubtTold){direction, linear->app->entry, linear->quote};
    voice_format(linear, "%s%s.", what,
                 !has_neighbour(linear, direction) ? ""
                 : direction > 0                   ? "; again: the next article"
                                                   : "; again: the article before");
}

static bool is_told(const Linear *linear, int direction)
{
    const DoubtTold *told = &linear->app->doubt_told;

    return told->direction == direction && told->entry == linear->app->entry && told->quote == linear->quote;
}

static void read_neighbour(Linear *linear, int direction)
{
    linear_move_article(linear, &(LinearCall){.direction = direction});
    if (analysis_of(linear) && !read_doubtful(linear, direction > 0 ? 1 : list_of(linear)->count, direction, 1))
        tell_no_doubt(linear, "There is no doubt in this article", direction);
}

void linear_move_doubtful(Linear *linear, const LinearCall *call)
{
    int direction = call->direction;

    if (read_doubtful(linear, next_row(linear, direction), direction, call->count ? call->count : 1))
        return;
    if (is_told(linear, direction) && has_neighbour(linear, direction))
        read_neighbour(linear, direction);
    else
        tell_no_doubt(linear, direction > 0 ? "There is no further doubt" : "There is no doubt before", direction);
}

static void say_explained(Linear *linear, const ExplainedSpeaker *speaker)
{
    voice_format(linear, "%.*s, %u per cent.", TEXT_ARGS(speaker->name), (speaker->probability + 5) / 10);
    for (size_t i = 0; i < speaker->reason_count; i++)
        voice_format(linear, "%s: %.*s.", speaker->reasons[i].twentieths < 0 ? "Against" : "For",
                     TEXT_ARGS(speaker->reasons[i].words));
}

/* Whom the words mean that were chosen. */
static void say_step(Linear *linear, const Quote *quote, const ExplainedQuote *explained)
{
    ExplainedStep step = explanation_step(&linear->arena, analysis_of(linear), quote, explained);

    if (step.words.size)
        voice_format(linear, "%.*s.", TEXT_ARGS(step.words));
    if (step.named.size)
        voice_format(linear, "%.*s.", TEXT_ARGS(step.named));
}

void linear_say_why(Linear *linear, const LinearCall *call)
{
    size_t index = quote_here(linear);
    const Quote *quote = index == NO_INDEX ? NULL : &analysis_of(linear)->quotes.items[index];
    const ExplainedQuote *explained = NULL;

    (void)call;
    if (!quote) {
        voice_say(linear, TEXT("No quotation was read yet."));
        return;
    }
    if (!quote_is_corrected(quote))
        explained = explanation_of_quote(&linear->arena, analysis_of(linear), quote);
    voice_format(linear, "Quotation %zu, %.*s.", quote_list_number(list_of(linear), index),
                 TEXT_ARGS(voice_speaker(linear, index)));
    if (explained)
        voice_format(linear, "Of 100 such choices %u are right.", quote->confidence);
    else
        voice_format(linear, "For: %.*s.", TEXT_ARGS(reason_of_rule(quote->source->rule)));
    if (explained)
        say_step(linear, quote, explained);
    for (size_t i = 0; explained && i < explained->count; i++)
        say_explained(linear, &explained->speakers[i]);
}

void linear_filter_quotes(Linear *linear, const LinearCall *call)
{
    Document *document = &linear->app->document;
    size_t quote = quote_here(linear);
    const Quote *here = quote == NO_INDEX ? NULL : &document->analysis->quotes.items[quote];
    Text name = {0};

    (void)call;
    if (document->listed.filter.size == 0 && here && here->source->speaker_count)
        name = here->source->speakers[0].name;
    if (document->listed.filter.size == 0 && name.size == 0) {
        voice_say(linear, TEXT("No quotation with a known speaker was read yet."));
        return;
    }
    quote_list_set_filter(&document->listed, name, false);
    quote_list_update(&document->listed, document->analysis);
    if (name.size)
        voice_format(linear, "Only quotations of %.*s: %zu.", TEXT_ARGS(document->listed.filter),
                     document->listed.count);
    else
        voice_format(linear, "All quotations: %zu.", document->listed.count);
}

/* ---- the list ---- */

/* The first words, as many as one remembers. */
static Text first_words(Linear *linear, Text words)
{
    enum { WORDS_BYTES = 60 };
    size_t end = WORDS_BYTES;

    words = arena_on_one_line(&linear->arena, words);
    if (words.size <= WORDS_BYTES)
        return words;
    while (end > 0 && words.bytes[end] != ' ')
        end--;
    if (end == 0) /* one long word, or a script without blanks */
        return arena_shortened(&linear->arena, words, WORDS_BYTES);
    return arena_join(&linear->arena, (const Text[]){text_slice(words, (Range){0, end}), TEXT(", and so on")}, 2);
}

static void list_quote(Linear *linear, size_t quote)
{
    const Document *document = &linear->app->document;
    Text words = text_slice(document->article->text, quote_inner(&document->analysis->quotes.items[quote]));

    voice_format(linear, "%zu, %.*s: %.*s", quote_list_number(&document->listed, quote),
                 TEXT_ARGS(voice_speaker(linear, quote)), TEXT_ARGS(first_words(linear, words)));
}

/* By the numbers that are said. */
static size_t quote_of_number(const Linear *linear, size_t number)
{
    size_t count = analysis_of(linear) ? analysis_of(linear)->quotes.count : 0;

    for (size_t i = 0; i < count; i++) {
        if (quote_list_number(list_of(linear), i) == number)
            return i;
    }
    return NO_INDEX;
}

void linear_list_quotes(Linear *linear, const LinearCall *call)
{
    size_t quote = call->count ? quote_of_number(linear, (size_t)call->count) : NO_INDEX;

    if (quote != NO_INDEX) {
        read_quote(linear, quote);
        return;
    }
    if (call->count) {
        voice_format(linear, "There is no quotation %d; the last one is %zu.", call->count,
                     list_of(linear)->speech_count);
        return;
    }
    voice_format(linear, "%zu quotation%s by %zu speaker%s.", list_of(linear)->count,
                 list_of(linear)->count == 1 ? "" : "s", list_of(linear)->speaker_count,
                 list_of(linear)->speaker_count == 1 ? "" : "s");
    for (size_t row = 1; row <= list_of(linear)->count; row++)
        list_quote(linear, quote_list_quote(list_of(linear), row));
}
