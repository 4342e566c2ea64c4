/*
 * Found quotations and corrections are both sorted by their start, and a correction takes the place of what it overlaps:
 *
 *     found          “A,” he said. “B”        two, of the same speaker
 *     corrected      “A”: Signe Aldous        → one of hers, with the verb that was found, and “B” as it was
 *     corrected      “A,” he said. “B”        → one, as far as the reader selected
 */
#include "memory/notes/corrections.h"

#include <stdlib.h>

static const char rule_of_reader[] = "reader";

bool quote_is_corrected(const Quote *quote)
{
    return strcmp(quote->source->rule ? quote->source->rule : "", rule_of_reader) == 0;
}

static QuoteSource *source_of_reader(Arena *arena, const Quote *quote)
{
    QuoteSource *source = ARENA_NEW(arena, QuoteSource);

    source->rule = rule_of_reader;
    if (quote->source) {
        source->cue = quote->source->cue;
        source->given_text = quote->source->given_text;
    }
    return source;
}

static void settle(Quote *quote, const QuoteSource *source)
{
    quote->source = source;
    quote->confidence = 100;
    quote->inferred = false;
    quote->checked = true;
}

void quote_correct_speaker(Arena *arena, const Analysis *analysis, Quote *quote, Text name)
{
    QuoteSource *source = source_of_reader(arena, quote);
    Speaker *speaker = ARENA_NEW(arena, Speaker);

    if (name.size) {
        speaker->entity = entity_named(analysis, name);
        speaker->name =
            speaker->entity == NO_ENTITY ? arena_copy(arena, name) : analysis->entities.items[speaker->entity].name;
        source->speakers = speaker;
        source->speaker_count = 1;
    }
    settle(quote, source);
    if (quote->type >= QUOTE_SCARE)
        quote->type = QUOTE_DIRECT;
}

void quote_correct_no_speech(Arena *arena, Quote *quote)
{
    settle(quote, source_of_reader(arena, quote));
    quote->type = QUOTE_SCARE;
}

/* Bytes of the mark at one end of a passage; 0: there is none. */
static unsigned char mark_size(Text text, size_t at, size_t size)
{
    static const Text marks[] = {LITERAL("“"), LITERAL("”"), LITERAL("\""), LITERAL("„"),  LITERAL("«"),
                                 LITERAL("»"), LITERAL("‘"), LITERAL("’"),  LITERAL("「"), LITERAL("」")};

    return text_index_of(text_slice(text, (Range){at, at + size}), marks, COUNT_OF(marks)) < COUNT_OF(marks)
               ? (unsigned char)size
               : 0;
}

/* A quotation where none of that extent was found. */
static Quote new_quote(const Analysis *analysis, Range range)
{
    Text text = analysis->article->text;
    Quote quote = {.range = range_shorten(range), .type = QUOTE_DIRECT};
    size_t size, last = utf8_previous(text, range.end);

    (void)utf8_decode(text, range.start, &size);
    quote.open = mark_size(text, range.start, size);
    quote.close = last > range.start ? mark_size(text, last, range.end - last) : 0;
    return quote;
}

static Quote corrected(Arena *arena, const Analysis *analysis, const PlacedNote *correction, const Quote *there)
{
    Quote quote = there ? *there : new_quote(analysis, correction->place.range);

    if (note_is_no_speech(&correction->note))
        quote_correct_no_speech(arena, &quote);
    else
        quote_correct_speaker(arena, analysis, &quote, note_field(&correction->note, NOTE_SPEAKER));
    return quote;
}

/* The found one of just that extent; NULL: none. */
static const Quote *found_at(const Analysis *analysis, Range range)
{
    for (size_t i = 0; i < analysis->found_count; i++) {
        if (analysis->found[i].range.start == range.start && analysis->found[i].range.end == range.end)
            return &analysis->found[i];
    }
    return NULL;
}

static bool is_overlapped(const PlacedNotes *corrections, Range range)
{
    for (size_t i = corrections->first_there; i < corrections->end_there; i++) {
        if (range_overlaps(corrections->items[i].place.range, range))
            return true;
    }
    return false;
}

static int compare_quotes(const void *a, const void *b)
{
    const Quote *first = a, *second = b;

    return (first->range.start > second->range.start) - (first->range.start < second->range.start);
}

static void keep_found(Analysis *analysis)
{
    Quote *items = ARENA_ARRAY(analysis->arena, Quote, analysis->quotes.count + 1);

    if (analysis->quotes.count)
        memcpy(items, analysis->quotes.items, analysis->quotes.count * sizeof *items);
    analysis->found = items;
    analysis->found_count = analysis->quotes.count;
}

/* Whom an entity says is counted as in the analysis. */
static void count_quotes(Analysis *analysis)
{
    for (size_t i = 0; i < analysis->entities.count; i++)
        analysis->entities.items[i].quote_count = 0;
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        for (size_t j = 0; j < quote->source->speaker_count; j++) {
            if (quote->source->speakers[j].entity != NO_ENTITY && quote_is_listed(quote))
                analysis->entities.items[quote->source->speakers[j].entity].quote_count++;
        }
    }
}

void corrections_apply(Arena *arena, Analysis *analysis, const PlacedNotes *corrections, const PlacedNotes *people)
{
    PeopleChanges changes;

    if (!analysis->found && corrections->count == 0 && people->count == 0)
        return; /* most articles: nothing is copied */
    if (!analysis->found)
        keep_found(analysis);
    arena_reset(arena);
    changes = people_correct(arena, analysis, people);
    analysis->quotes.count = 0;
    for (size_t i = 0; i < analysis->found_count; i++) {
        if (!is_overlapped(corrections, range_widen(analysis->found[i].range)))
            ARRAY_PUSH(analysis->arena, analysis->quotes,
                       people_corrected_quote(arena, analysis, &changes, &analysis->found[i]));
    }
    for (size_t i = corrections->first_there; i < corrections->end_there; i++) {
        const PlacedNote *correction = &corrections->items[i];

        if (i > corrections->first_there &&
            range_overlaps(correction->place.range, corrections->items[i - 1].place.range))
            continue; /* two of the same words: the first to begin */
        ARRAY_PUSH(analysis->arena, analysis->quotes,
                   corrected(arena, analysis, correction, found_at(analysis, correction->place.range)));
    }
    if (analysis->quotes.count > 1)
        qsort(analysis->quotes.items, analysis->quotes.count, sizeof(Quote), compare_quotes);
    count_quotes(analysis);
}
