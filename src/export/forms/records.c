/*
 * A row for each quotation, as spreadsheets have them. The columns tell of the quotation first and of its article last; places are counted as in
 * JSON. That no cell is run by a spreadsheet is the table's care.
 */
#include "export/body_text.h"
#include "export/export_forms.h"
#include "export/quotation.h"

static void add(Export *export, const ExportSource *source)
{
    const Article *article = source->article;
    Arena scratch = {0};
    BodyText body = body_text_new(&scratch, article);
    ParagraphCount paragraphs = {0};

    for (size_t i = 0; i < source->quote_count; i++) {
        const Quote *quote = &source->analysis->quotes.items[source->quotes[i]];
        BodyPlace place;
        bool known = body_text_place(&body, range_widen(quote->range), &place);
        FieldKind kind = known ? KIND_NUMBER : KIND_TEXT;
        Text *names = quotation_speakers(&scratch, quote);
        TableField fields[] = {
            FIELD_NUMBER("number", i + 1),
            {.key = "speaker", .kind = KIND_LIST, .list = names, .list_count = quote->source->speaker_count},
            FIELD_TEXT("role", quotation_role(source->analysis, quote)),
            FIELD_TEXT("quotation", quotation_words(source->analysis, quote)),
            FIELD_TEXT("type", quote_type_name(quote->type)),
            FIELD_BOOL("inferred", quote->inferred),
            FIELD_BOOL("doubtful", quote_is_doubtful(quote)),
            FIELD_NUMBER("confidence", quote->confidence),
            FIELD_TEXT("title", article_field(article, FIELD_TITLE)),
            FIELD_TEXT("authors", citation_authors(&scratch, article)),
            FIELD_TEXT("source", article_field(article, FIELD_SOURCE)),
            FIELD_TEXT("date", article_field(article, FIELD_DATE)),
            FIELD_TEXT("url", article_field(article, FIELD_URL)),
            {.key = "start", .kind = kind, .number = known ? place.characters.start : 0},
            {.key = "end", .kind = kind, .number = known ? place.characters.end : 0},
            FIELD_NUMBER("paragraph", article_paragraph_at(article, quote->range.start, &paragraphs)),
        };

        table_row(&export->table, fields, COUNT_OF(fields));
    }
    arena_release(&scratch);
}

static void begin_csv(Export *export)
{
    table_begin(&export->table, export->out, OUTPUT_CSV, CHARSET_UTF8);
    export->table.for_file = true;
}

static void begin_tsv(Export *export)
{
    table_begin(&export->table, export->out, OUTPUT_TSV, CHARSET_UTF8);
    export->table.for_file = true;
}

static void end(Export *export)
{
    table_end(&export->table);
}

const ExportForm csv_form = {.begin = begin_csv, .add = add, .end = end};
const ExportForm tsv_form = {.begin = begin_tsv, .add = add, .end = end};
