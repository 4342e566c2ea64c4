/*
 * Found quotations and corrections are both sorted by their start, and a correction takes the place of what it overlaps:
 *
 *     found          “A,” he said. “B”        two, of the same speaker
 *     corrected      “A”: Signe Aldous        → one of hers, with the verb that was found, and “B” as it was
 *     corrected      “A,” he said. “B”        → one, as far as the reader selected
 *
 * but leaves what it stands in, or what stands in it, as these were found in one another:
 *
 *     found          BECK: He said, “A.” So?  a turn, and another’s words in it
 *     corrected      “A.”: Signe Aldous       → the turn as it was, and hers in it
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

static Speaker speaker_named(Arena *arena, const Analysis *analysis, Text name)
{
    size_t entity = entity_named(analysis, name);

    return (Speaker){entity, entity == NO_ENTITY ? arena_copy(arena, name) : analysis->entities.items[entity].name};
}

/* Who says it with others, and is said to say it so, does: "Signe Aldous and Tove Lind" are two. */
static bool are_its_speakers(Arena *arena, const Quote *quote, Text name)
{
    return quote->source && quote->source->speaker_count > 1 &&
           text_equal_ignoring_case(name, quote_speaker_names(quote, arena));
}

void quote_correct_speaker(Arena *arena, const Analysis *analysis, Quote *quote, Text name)
{
    QuoteSource *source = source_of_reader(arena, quote);
    bool joint = are_its_speakers(arena, quote, name);
    size_t count = joint ? quote->source->speaker_count : name.size > 0;
    Speaker *speakers = ARENA_ARRAY(arena, Speaker, count + 1);

    for (size_t i = 0; i < count; i++)
        speakers[i] = speaker_named(arena, analysis, joint ? quote->source->speakers[i].name : name);
    source->speakers = speakers;
    source->speaker_count = count;
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

static bool is_within(Range inner, Range outer)
{
    return outer.start < inner.start && inner.end <= outer.end;
}

/* Do two that overlap stand in one another, both found so, or the inner one as words that the reader selected in a turn? */
static bool stand_in_one_another(Range a, const Quote *found_a, Range b, const Quote *found_b)
{
    if (is_within(a, b))
        return found_b && (found_a || found_b->type == QUOTE_TURN);
    return is_within(b, a) && found_a && (found_b || found_a->type == QUOTE_TURN);
}

/* The corrections that are there, each with the found quotation of its extent; NULL: none. */
typedef struct Corrections {
    const PlacedNote *items;
    const Quote **found;
    size_t count;
} Corrections;

static Corrections corrections_of(Arena *arena, const Analysis *analysis, const PlacedNotes *notes)
{
    size_t count = notes->end_there - notes->first_there;
    Corrections all = {.items = notes->items + notes->first_there,
                       .found = ARENA_ARRAY(arena, const Quote *, count + 1)};

    for (; all.count < count; all.count++)
        all.found[all.count] = found_at(analysis, all.items[all.count].place.range);
    return all;
}

static bool is_replaced(const Corrections *corrections, const Quote *found)
{
    Range range = range_widen(found->range);

    for (size_t i = 0; i < corrections->count; i++) {
        Range there = corrections->items[i].place.range;

        if (range_overlaps(there, range) && !stand_in_one_another(there, corrections->found[i], range, found))
            return true;
    }
    return false;
}

/* Is a correction on words that another before it has, but not within it? */
static bool clashes(const Corrections *corrections, size_t at, size_t before)
{
    Range range = corrections->items[at].place.range, other = corrections->items[before].place.range;

    return range_overlaps(range, other) &&
           !stand_in_one_another(range, corrections->found[at], other, corrections->found[before]);
}

/* Of two of the same words the first to begin. */
static void add_corrected(Arena *arena, Analysis *analysis, const Corrections *corrections)
{
    size_t last = 0, outer = 0; /* of those added: the last one, and the one that reaches farthest */

    for (size_t i = 0; i < corrections->count; i++) {
        if (i > 0 && (clashes(corrections, i, last) || clashes(corrections, i, outer)))
            continue;
        ARRAY_PUSH(analysis->arena, analysis->quotes,
                   corrected(arena, analysis, &corrections->items[i], corrections->found[i]));
        last = i;
        if (corrections->items[i].place.range.end > corrections->items[outer].place.range.end)
            outer = i;
    }
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
    Corrections placed;

    if (!analysis->found && corrections->count == 0 && people->count == 0)
        return; /* most articles: nothing is copied */
    if (!analysis->found)
        keep_found(analysis);
    arena_reset(arena);
    changes = people_correct(arena, analysis, people);
    placed = corrections_of(arena, analysis, corrections);
    analysis->quotes.count = 0;
    for (size_t i = 0; i < analysis->found_count; i++) {
        if (!is_replaced(&placed, &analysis->found[i]))
            ARRAY_PUSH(analysis->arena, analysis->quotes,
                       people_corrected_quote(arena, analysis, &changes, &analysis->found[i]));
    }
    add_corrected(arena, analysis, &placed);
    if (analysis->quotes.count > 1)
        qsort(analysis->quotes.items, analysis->quotes.count, sizeof(Quote), compare_quotes);
    analysis_mark_inner(analysis);
    count_quotes(analysis);
}
