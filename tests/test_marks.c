/*
 * Which marks are quotation marks. Each row of analysis/words/data/mark_costs.def has an example in which it decides; texts in which marks are what
 * they are for other reasons stand here. What is found, and who says it, must not depend on how the marks look: articles are written with others
 * (eval/other_marks.h), and compared with themselves.
 */
#include "analysis/words/quote_marks.h"
#include "eval/other_marks.h"
#include "formats/text/plain_text.h"
#include "own_texts.h"

/* ---- examples ---- */

static const struct {
    const char *name, *example;
} rows[] = {
#define MARK_COST(id, cost, example) {#id, example},
#include "analysis/words/data/mark_costs.def"
};

/* Square brackets stand around what is to be found; they are no part of the text. "/" ends a paragraph. */
static const struct {
    const char *name, *text;
} cases[] = {
    {"apostrophes", "Nobody’s dog barked at the workers’ gate in the ’90s, 'tis said of 'em."},
    {"single and double marks side by side",
     "The ‘clean’ plan, the ‘smart’ plan and the ‘green’ plan are dead. [“We will not be moved,”] said Ada Quill."},
    {"three levels", "[“She told me, ‘Never trust a man who says, “Trust me,”’ and left,”] he said."},
    {"British", "[‘I said “go” and sat down’], he said. The bosses’ men left. [‘Not the officers’ boats’], she said."},
    {"a plural and a closing mark", "[‘Not the bosses’, not the bank’s, and not the officers’,’] he said."},
    {"dropped letters", "['Tis late,'] said Tom. ['I told 'im and 'e laughed,'] she said."},
    {"a lost blank", "[“We sail,”]she said.[“Now,”] he said."},
    {"a lost paragraph break", "[\"We sail, she said. ][\"Now,\"] he said. [\"Soon.\"]"},
    {"a closing mark on the next line", "[“We sail,\n”] said Ada Quill."},
    {"a paragraph that goes on", "[“We sail.]/[“We sail again,”] she said."},
    {"inches", "At 6' 2\" tall he ate a 12\" pizza. [\"The boat's 22\" wide,\"] he said."},
    {"fences", "```\n[\"We sail,\"] he said.\n```"},
    {"attributes", "<p class=\"lead\"> [\"We sail,\"] he said."},
    {"marks turned round", "[”We sail,”] he said. [”Now,“] she said."},
    {"marks of three in a row", "[''I said, 'We sail,'''] he said."},
    {"brackets and dashes", "It was late—[“very late,”] she said—and dark ([“dark”])."},
    {"German and French", "[„Wir fahren“], sagte sie. [« Bien »], dit-il. [»So«], sagte er."},
};

enum { PARAGRAPH_END = '\r' };

/* What is found, in brackets. */
static Text find_in(Arena *arena, Text text, MarkCost left_out)
{
    MarkStyle style = quote_marks_style(text);
    TextBuffer out = {0};
    size_t done = 0;
    SpanList spans = {0};

    if (left_out < MARK_COST_COUNT)
        style.left_out = (uint64_t)1 << left_out;
    for (size_t start = 0, end; start < text.size; start = end + 1) {
        end = text_find_byte(text, PARAGRAPH_END, start);
        end = end == TEXT_NOT_FOUND ? text.size : end;
        quote_marks_find(arena, text, (Range){start, end}, &style, &spans);
    }
    for (size_t i = 0; i < spans.count; i++) {
        Range range = range_widen(spans.items[i].range);

        text_buffer_add(arena, &out, text_slice(text, (Range){done, range.start}));
        text_buffer_add(arena, &out, TEXT("["));
        text_buffer_add(arena, &out, text_slice(text, range));
        text_buffer_add(arena, &out, TEXT("]"));
        done = range.end;
    }
    text_buffer_add(arena, &out, text_slice(text, (Range){done, text.size}));
    return text_buffer_text(&out);
}

/* The example without its brackets, and with the ends of paragraphs. */
static Text plain(Arena *arena, Text example, bool keep_brackets)
{
    TextBuffer out = {0};

    for (size_t at = 0; at < example.size; at++) {
        char byte = example.bytes[at] == '/' ? PARAGRAPH_END : example.bytes[at];

        if (keep_brackets || (byte != '[' && byte != ']'))
            text_buffer_add(arena, &out, (Text){&byte, 1});
    }
    return text_buffer_text(&out);
}

static void test_example(const char *name, const char *example)
{
    Arena arena = {0};
    Text wanted = plain(&arena, text_from(example), true);
    Text found = find_in(&arena, plain(&arena, wanted, false), MARK_COST_COUNT);

    ok(text_equal(found, wanted), "%s: %.*s", name, TEXT_ARGS(found));
    arena_release(&arena);
}

static void test_examples(void)
{
    for (size_t i = 0; i < MARK_COST_COUNT; i++) {
        Arena arena = {0};
        Text text = plain(&arena, text_from(rows[i].example), false);

        test_example(rows[i].name, rows[i].example);
        ok(!text_equal(find_in(&arena, text, (MarkCost)i), find_in(&arena, text, MARK_COST_COUNT)),
           "%s decides in its example: %.*s", rows[i].name, TEXT_ARGS(find_in(&arena, text, (MarkCost)i)));
        arena_release(&arena);
    }
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        test_example(cases[i].name, cases[i].text);
}

/* ---- articles with other marks ---- */

/* In percent of what is found in the text as it is: quotations that are found to the byte, and those with the same speaker. */
static const struct {
    const char *folder;
    size_t documents; /* that have double marks only, at least */
    double quotations, speakers;
} folders[] = {
    {"tests/vectors/speakers", 160, 99.2, 98.7},
    {"tests/news/tune", 94, 99.3, 99.3},
};

typedef struct Kept {
    size_t quotations, found, speakers;
} Kept;

static const Analysis *analyse(Arena *arena, Text text)
{
    Analysis *analysis = analysis_new(arena, article_from_plain_text(arena, text), (Range){0, SIZE_MAX});

    analysis_run(analysis);
    return analysis;
}

/* Where a quotation stands in the text that was given. */
static Range place_of(const Analysis *analysis, const Quote *quote)
{
    return offset_map_range(&analysis->article->source, range_widen(quote->range));
}

static bool is_quotation(const Quote *quote)
{
    return quote_is_listed(quote) && quote->type != QUOTE_INDIRECT && quote->type != QUOTE_TURN;
}

/* The text with what is found in it, as if people had marked that. */
static GoldDocument found_document(Arena *arena, const Analysis *analysis, Text text)
{
    GoldDocument document = {.text = text};

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];
        GoldQuote found = {.range = place_of(analysis, quote), .speaker_text = quote_speaker_names(quote, arena)};

        if (is_quotation(quote))
            ARRAY_PUSH(arena, document.quotes, found);
    }
    return document;
}

static void compare(Arena *arena, const GoldDocument *wanted, Kept *kept)
{
    const Analysis *analysis = analyse(arena, wanted->text);

    kept->quotations += wanted->quotes.count;
    for (size_t i = 0; i < wanted->quotes.count; i++) {
        const GoldQuote *gold = &wanted->quotes.items[i];

        for (size_t j = 0; j < analysis->quotes.count; j++) {
            const Quote *quote = &analysis->quotes.items[j];
            Range place = place_of(analysis, quote);

            if (!is_quotation(quote) || place.start != gold->range.start || place.end != gold->range.end)
                continue;
            kept->found++;
            kept->speakers += text_equal(quote_speaker_names(quote, arena), gold->speaker_text);
        }
    }
}

static Kept written_with(const Documents *documents, const MarkWay *way, size_t *count)
{
    Kept kept = {0};

    *count = 0;
    for (size_t i = 0; i < documents->count; i++) {
        Arena arena = {0};
        Text text = documents->items[i].text;

        if (has_double_marks_only(text)) {
            GoldDocument found = found_document(&arena, analyse(&arena, text), text);
            GoldDocument written = with_other_marks(&arena, &found, way);

            compare(&arena, &written, &kept);
            ++*count;
        }
        arena_release(&arena);
    }
    return kept;
}

static void test_other_marks(void)
{
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        Arena arena = {0};
        Documents documents = own_texts(&arena, folders[i].folder, MARKED_QUOTATIONS, folders[i].documents);

        for (size_t way = 0; way < mark_way_count; way++) {
            size_t count;
            Kept kept = written_with(&documents, &mark_ways[way], &count);
            double found = 100.0 * (double)kept.found / (double)kept.quotations,
                   speakers = 100.0 * (double)kept.speakers / (double)kept.quotations;

            ok(count >= folders[i].documents && found >= folders[i].quotations && speakers >= folders[i].speakers,
               "%s, %s: of %zu quotations in %zu texts %.1f %% are found, %.1f %% with the same speaker",
               folders[i].folder, mark_ways[way].name, kept.quotations, count, found, speakers);
        }
        arena_release(&arena);
    }
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    test_examples();
    test_other_marks();
    return tap_done();
}
