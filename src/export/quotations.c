/* Quotations for people, and for programs: what of one is told is the same in all of them. */
#include "export/quotations.h"

#include "analysis/explained_step.h"
#include "analysis/reasons.h"
#include "export/quotation.h"
#include "export/source_range.h"
#include "memory/notes/corrections.h"

static Text part(const Analysis *analysis, Range range)
{
    return range_is_empty(range) ? (Text){0} : text_slice(analysis->article->text, range);
}

typedef enum QuotesTold { QUOTES_LISTED, QUOTES_AND_INDIRECT } QuotesTold;

static bool is_told(const Quote *quote, QuotesTold told)
{
    return !quote->left_out &&
           (quote_is_listed(quote) || (told == QUOTES_AND_INDIRECT && quote->type == QUOTE_INDIRECT));
}

/* ---- for people ---- */

static void print_quote(Sink *out, const Analysis *analysis, const Quote *quote, Charset charset, size_t number)
{
    Arena scratch = {0};
    Text role = quotation_role(analysis, quote);

    sink_number(out, number, 3);
    sink_string(out, "  ");
    printable_write(out, quote_speaker_names(quote, &scratch), charset, LINES_JOINED);
    if (role.size) {
        sink_string(out, ", ");
        printable_write(out, role, charset, LINES_JOINED);
    }
    sink_string(out, quote_speaker_is_doubtful(quote) ? "  ~ doubtful" : quote_is_corrected(quote) ? "  = by you" : "");
    sink_string(out, quote->match == MATCH_DIFFERS ? "  ! text differs\n     " : "\n     ");
    printable_write(out, text_slice(analysis->article->text, range_widen(quote->range)), charset, LINES_JOINED);
    if (quote->match == MATCH_DIFFERS) {
        sink_string(out, "\n     given as: ");
        printable_write(out, *quote->source->given_text, charset, LINES_JOINED);
    }
    sink_byte(out, '\n');
    arena_release(&scratch);
}

void quotations_print(Sink *out, const Analysis *analysis, Charset charset)
{
    size_t number = 0;

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        number += quote_is_listed(quote);
        if (is_told(quote, QUOTES_LISTED))
            print_quote(out, analysis, quote, charset, number);
    }
}

static void print_speaker(Sink *out, const ExplainedSpeaker *speaker, Charset charset)
{
    Arena scratch = {0};

    sink_string(out, "       ");
    sink_number(out, (speaker->probability + 5) / 10, 3);
    sink_string(out, "%  ");
    printable_write(out, speaker->name, charset, LINES_JOINED);
    sink_byte(out, '\n');
    for (size_t i = 0; i < speaker->reason_count; i++) {
        sink_string(out, "             ");
        printable_write(out, explanation_line(&scratch, &speaker->reasons[i]), charset, LINES_JOINED);
        sink_byte(out, '\n');
    }
    arena_release(&scratch);
}

static void print_line(Sink *out, Text line, Charset charset)
{
    if (line.size == 0)
        return;
    sink_string(out, "       ");
    printable_write(out, line, charset, LINES_JOINED);
    sink_byte(out, '\n');
}

/* How sure it is in all; whom the words mean that were chosen. */
static void print_step(Sink *out, const Analysis *analysis, const Quote *quote, const ExplainedQuote *explained,
                       Charset charset)
{
    Arena scratch = {0};
    ExplainedStep step = explanation_step(&scratch, analysis, quote, explained);

    if (quote->source->speaker_count)
        print_line(out, arena_printf(&scratch, "%u of 100 such choices are right", quote->confidence), charset);
    print_line(out, step.words, charset);
    print_line(out, step.named, charset);
    arena_release(&scratch);
}

/* `explained` may be NULL: nobody was compared, since the form of the page decided, the file, a reader, or rules of another language. */
static void print_reasons(Sink *out, const Analysis *analysis, const Quote *quote, const ExplainedQuote *explained,
                          Charset charset)
{
    if (!explained || quote->given || quote_is_corrected(quote)) {
        print_line(out, reason_of_rule(quote->source->rule), charset);
        return;
    }
    print_step(out, analysis, quote, explained, charset);
    for (size_t i = 0; i < explained->count; i++)
        print_speaker(out, &explained->speakers[i], charset);
}

void quotations_explain(Sink *out, const Analysis *analysis, Charset charset)
{
    Arena scratch = {0};
    const Explanation *explanation = explanation_of(&scratch, analysis, analysis->window);
    size_t number = 0;

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        number += quote_is_listed(quote);
        if (!is_told(quote, QUOTES_LISTED))
            continue;
        print_quote(out, analysis, quote, charset, number);
        print_reasons(out, analysis, quote, explanation_find(explanation, quote), charset);
    }
    arena_release(&scratch);
}

/* ---- for programs ---- */

/* It has indirect speech too, without a number of the list. */
static bool is_json(const Table *table)
{
    return table->format == OUTPUT_JSON || table->format == OUTPUT_JSONL;
}

/* Where a quotation is. */
typedef struct RowPlace {
    size_t number; /* in the list, where it is listed */
    unsigned paragraph;
} RowPlace;

static void add_row(Table *table, Text path, const Analysis *analysis, const Quote *quote, RowPlace place)
{
    Arena scratch = {0};
    bool json = is_json(table);
    size_t count = quote->source->speaker_count;
    Text *names = quotation_speakers(&scratch, quote), none = {0};
    Range source = range_in_source(analysis, quote->range);
    TableField fields[] = {
        FIELD_TEXT("file", path),
        {.key = "number", .kind = quote_is_listed(quote) ? KIND_NUMBER : KIND_TEXT, .number = place.number},
        FIELD_TEXT("type", quote_type_name(quote->type)),
        FIELD_TEXT("speaker", count ? names[0] : none),
        {.key = "speakers", .kind = KIND_LIST, .list = names, .list_count = count},
        FIELD_TEXT("role", quotation_role(analysis, quote)),
        FIELD_TEXT("mention", part(analysis, range_widen(quote->source->mention))),
        FIELD_TEXT("cue", part(analysis, range_widen(quote->source->cue))),
        FIELD_NUMBER("confidence", quote->confidence),
        FIELD_TEXT("rule", text_from(quote->source->rule)),
        FIELD_BOOL("inferred", quote->inferred),
        FIELD_NUMBER("start", source.start),
        FIELD_NUMBER("end", source.end),
        FIELD_TEXT("text", text_slice(analysis->article->text, range_widen(quote->range))),
        FIELD_TEXT("match", quote->given ? quote_match_name(quote->match) : none),
        FIELD_TEXT("given", quote->given ? *quote->source->given_text : none),
        FIELD_BOOL("doubtful", quote_is_doubtful(quote)),
        FIELD_NUMBER("paragraph", place.paragraph),
        FIELD_TEXT("language", language_tag(analysis->language)),
    };
    table_row(table, fields, COUNT_OF(fields) - !json);
    arena_release(&scratch);
}

void quotations_rows(Table *table, Text path, const Analysis *analysis)
{
    ParagraphCount paragraphs = {0};
    RowPlace place = {0};

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        place.number += quote_is_listed(quote);
        if (!is_told(quote, is_json(table) ? QUOTES_AND_INDIRECT : QUOTES_LISTED))
            continue;
        place.paragraph = article_paragraph_at(analysis->article, quote->range.start, &paragraphs);
        add_row(table, path, analysis, quote, place);
    }
}

/* ---- pipelines ---- */

void quotations_members(Sink *out, const Analysis *analysis)
{
    Arena scratch = {0};
    bool first = true;

    sink_string(out, "\"quotes\": [");
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];
        size_t count = quote->source->speaker_count;
        Text *names = quotation_speakers(&scratch, quote), none = {0};
        Range source = range_in_source(analysis, quote->range);

        if (!is_told(quote, QUOTES_AND_INDIRECT))
            continue;
        TableField fields[] = {
            FIELD_NUMBER("start", source.start),
            FIELD_NUMBER("end", source.end),
            FIELD_TEXT("type", quote_type_name(quote->type)),
            FIELD_TEXT("speaker", count ? names[0] : none),
            {.key = "speakers", .kind = KIND_LIST, .list = names, .list_count = count},
            FIELD_TEXT("role", quotation_role(analysis, quote)),
            FIELD_TEXT("mention", part(analysis, range_widen(quote->source->mention))),
            FIELD_TEXT("cue", part(analysis, range_widen(quote->source->cue))),
            FIELD_NUMBER("confidence", quote->confidence),
            FIELD_TEXT("rule", text_from(quote->source->rule)),
        };
        sink_string(out, first ? "" : ", ");
        first = false;
        table_json_object(out, fields, COUNT_OF(fields));
        arena_reset(&scratch);
    }
    SINK_TEXTS(out, TEXT("], \"language\": \""), language_tag(analysis->language), TEXT("\""));
    arena_release(&scratch);
}
