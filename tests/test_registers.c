/*
 * Who speaks in transcripts, interviews, debate records and letters, without quotation marks: texts of our own in tests/vectors/registers, with
 * "{{Ines Farrow}}" before each turn, "; " between two names that are both right, and what is quoted in a turn marked as everywhere (eval/gold.h).
 * The texts in kept/, in third/ after these, and in fourth/ were written and marked before anything was tried on them: at first .80, .48 and .56 of
 * their turns were right, and none was found that is none. News and what only looks like a transcript has no turns.
 */
#include "eval/figures.h"
#include "eval/names_match.h"
#include "formats/text/plain_text.h"
#include "own_texts.h"

static void diag(const char *format, ...)
{
    va_list arguments;

    printf("# ");
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n");
}

typedef struct MarkedTurn {
    Text names;
    Range range; /* with its label */
} MarkedTurn;

typedef struct TurnText {
    GoldDocument *document; /* without the marks of turns */
    ARRAY(MarkedTurn) turns;
} TurnText;

typedef struct Counts {
    Share turns;   /* that are found whole, with the right speaker */
    Share inner;   /* quotations in them */
    size_t others; /* turns that are none */
} Counts;

/* The turns are marked in what is left when the quotations' marks are gone: a mark is a place in that text. */
static void cut_turns(Arena *arena, TurnText *text)
{
    Text marked = text->document->text;
    char *bytes = ARENA_ARRAY(arena, char, marked.size + 1);
    size_t size = 0, taken = 0;

    for (size_t at = 0; at < marked.size;) {
        size_t end = text_starts_with(text_slice(marked, (Range){at, marked.size}), TEXT("{{"))
                         ? text_find(marked, TEXT("}}"), at)
                         : TEXT_NOT_FOUND;

        if (end == TEXT_NOT_FOUND) {
            bytes[size++] = marked.bytes[at++];
            continue;
        }
        if (text->turns.count)
            text->turns.items[text->turns.count - 1].range.end = size;
        ARRAY_PUSH(arena, text->turns, ((MarkedTurn){text_slice(marked, (Range){at + 2, end}), {size, marked.size}}));
        for (size_t i = 0; i < text->document->quotes.count; i++) {
            Range *range = &text->document->quotes.items[i].range;
            size_t mark = end + 2 - at;

            if (range->start + taken >= at)
                *range = (Range){range->start - mark, range->end - mark};
        }
        taken += end + 2 - at;
        at = end + 2;
    }
    text->document->text = (Text){bytes, size};
    for (size_t i = 0; i < text->turns.count; i++) { /* a turn ends with its paragraph */
        Range *range = &text->turns.items[i].range;
        size_t end = text_find(text->document->text, TEXT("\n\n"), range->start);

        range->end = range->end < size ? range->end : size;
        range->end = end < range->end ? end : range->end;
        while (range->end > range->start && ascii_is_blank(bytes[range->end - 1]))
            range->end--;
    }
}

static Range source_of(const Analysis *analysis, const Quote *quote)
{
    return offset_map_range(&analysis->article->source, range_widen(quote->range));
}

static bool is_by(Arena *scratch, const Quote *quote, Text names)
{
    Text name;

    for (size_t at = 0; quote->source->speaker_count && text_next_part(names, ';', &at, &name);) {
        name = text_trim(name);
        if (names_share_full(scratch, quote->source->speakers[0].name, name) ||
            (ascii_is_lower(name.bytes[name.size - 1]) &&
             phrases_overlap(scratch, quote->source->speakers[0].name, name)))
            return true;
    }
    return false;
}

/* The turn or labelled quotation in a range that reaches to its end. */
static const Quote *turn_in(const Analysis *analysis, Range range)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];
        Range found = source_of(analysis, quote);

        if (quote->type == QUOTE_TURN && found.start >= range.start && found.end >= range.end - 1 &&
            found.end <= range.end)
            return quote;
    }
    return NULL;
}

static const Quote *quotation_at(const Analysis *analysis, Range range)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        Range found = source_of(analysis, &analysis->quotes.items[i]);

        if (found.start == range.start && found.end == range.end)
            return &analysis->quotes.items[i];
    }
    return NULL;
}

static void count_turns(Counts *counts, const TurnText *text, const Analysis *analysis)
{
    Arena scratch = {0};

    for (size_t i = 0; i < text->turns.count; i++) {
        const MarkedTurn *turn = &text->turns.items[i];
        const Quote *quote = turn_in(analysis, turn->range);
        bool right = quote && is_by(&scratch, quote, turn->names);
        Text speaker = quote ? quote_speaker_names(quote, &scratch) : TEXT("not found");

        if (turn->names.size == 0)
            continue;
        counts->turns.all++;
        counts->turns.right += right;
        if (!right)
            diag("%.*s: turn of %.*s: %.*s: %.*s", TEXT_ARGS(text->document->id), TEXT_ARGS(turn->names),
                 TEXT_ARGS(text_slice(text->document->text, (Range){turn->range.start, turn->range.start + 40})),
                 TEXT_ARGS(speaker));
    }
    for (size_t i = 0; i < text->document->quotes.count; i++) {
        const GoldQuote *gold = &text->document->quotes.items[i];
        const Quote *quote = quotation_at(analysis, gold->range);
        bool right = quote && is_by(&scratch, quote, gold->speaker_text);
        Text speaker = quote ? quote_speaker_names(quote, &scratch) : TEXT("not found");

        counts->inner.all++;
        counts->inner.right += right;
        if (!right)
            diag("%.*s: quotation of %.*s: %.*s", TEXT_ARGS(text->document->id), TEXT_ARGS(gold->speaker_text),
                 TEXT_ARGS(speaker));
    }
    arena_release(&scratch);
}

static void count_others(Counts *counts, const TurnText *text, const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        Range found = source_of(analysis, &analysis->quotes.items[i]);
        bool marked = analysis->quotes.items[i].type != QUOTE_TURN;

        for (size_t k = 0; k < text->turns.count && !marked; k++)
            marked = text->turns.items[k].names.size && range_overlaps(found, text->turns.items[k].range);
        counts->others += !marked;
        if (!marked)
            diag("%.*s: no turn: %.*s", TEXT_ARGS(text->document->id),
                 TEXT_ARGS(text_slice(text->document->text, found)));
    }
}

static Counts count_folder(Arena *arena, const char *path, size_t least, bool is_ours, const TagModel *model)
{
    Documents documents = own_texts(arena, path, MARKED_QUOTATIONS, least);
    Counts counts = {.others = 0};

    for (size_t i = 0; i < documents.count; i++) {
        Arena scratch = {0};
        TurnText text = {.document = &documents.items[i]};
        Analysis *analysis;

        cut_turns(arena, &text);
        analysis = analysis_new(&scratch, article_from_plain_text(&scratch, text.document->text), (Range){0, SIZE_MAX});
        analysis_use_model(analysis, model);
        analysis_run(analysis);
        if (is_ours)
            count_turns(&counts, &text, analysis);
        count_others(&counts, &text, analysis);
        arena_release(&scratch);
    }
    return counts;
}

static void check(Arena *arena, const char *path, double turns, double inner, const TagModel *model)
{
    Counts counts = count_folder(arena, path, 8, true, model);

    ok(share(counts.turns) >= turns, "%s: of %zu turns %.3f are right, at least %.3f", path, counts.turns.all,
       share(counts.turns), turns);
    ok(share(counts.inner) >= inner, "%s: of %zu quotations in them %.3f are right, at least %.3f", path,
       counts.inner.all, share(counts.inner), inner);
    ok(counts.others == 0, "%s: %zu turns that are none", path, counts.others);
}

typedef struct Example {
    const char *name, *text;
} Example;

/* "/" in an example is a new paragraph. */
static Text paragraphs_of(Arena *arena, const char *example)
{
    TextBuffer text = {0};
    Text part;

    for (size_t at = 0; text_next_part(text_from(example), '/', &at, &part);) {
        text_buffer_add(arena, &text, text_trim(part));
        text_buffer_add(arena, &text, TEXT("\n\n"));
    }
    return text_buffer_text(&text);
}

static const Analysis *analysed(Arena *arena, Text text)
{
    Analysis *analysis = analysis_new(arena, article_from_plain_text(arena, text), (Range){0, SIZE_MAX});

    analysis_run(analysis);
    return analysis;
}

static void check_examples(Arena *arena)
{
    static const Example forms[] = {
#define REGISTER(ID, name, facts, example) {name, example},
#include "analysis/attribution/registers.def"
    };
    static const Example labels[] = {
#define LABEL_FORM(ID, name, example) {name, example},
#include "analysis/attribution/registers.def"
    };
    enum { TIMES = 4 };

    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        const Analysis *analysis = analysed(arena, paragraphs_of(arena, forms[i].text));

        ok(text_equal(text_from(analysis->form), text_from(forms[i].name)), "%s: found %s", forms[i].name,
           analysis->form);
    }
    for (size_t i = 0; i < COUNT_OF(labels); i++) {
        TextBuffer page = {0};
        const Analysis *analysis;
        size_t turns = 0;

        for (int k = 0; k < TIMES; k++) {
            text_buffer_add(arena, &page, paragraphs_of(arena, labels[i].text));
            text_buffer_add(arena, &page, paragraphs_of(arena, "BECK: Do you say so?"));
        }
        analysis = analysed(arena, text_buffer_text(&page));
        for (size_t k = 0; k < analysis->quotes.count; k++)
            turns += analysis->quotes.items[k].type == QUOTE_TURN &&
                     !text_equal(quote_speaker_names(&analysis->quotes.items[k], arena), TEXT("BECK"));
        ok(turns >= TIMES, "a label, %s: %zu turns", labels[i].name, turns);
    }
}

int main(void)
{
    Arena arena = {0};
    TagModel model;

    own_model(&arena, &model);
    check_examples(&arena);
    check(&arena, "tests/vectors/registers/tune", .97, .8, &model);
    check(&arena, "tests/vectors/registers/kept", .97, .8, &model);
    check(&arena, "tests/vectors/registers/third", .97, .8, &model);
    check(&arena, "tests/vectors/registers/fourth", .97, .3, &model);
    ok(count_folder(&arena, "tests/news/tune", 105, false, &model).others == 0,
       "news has no turns but those of its interviews");
    arena_release(&arena);
    return tap_done();
}
