/*
 * Articles in JSON, each an object:
 *
 *     {"article": {"title": …, "text": …}, "quotations": [{…}], "names": [{…}], "notes": [{…}]}
 *
 * Places are counted in code points of "text", as most languages count: article["text"][start:end] is the quotation. What stands in the headline
 * has none.
 */
#include "base/json/json.h"
#include "export/body_text.h"
#include "export/export_forms.h"
#include "export/quotation.h"
#include "formats/yaml/article_writer.h"

typedef struct Writing {
    Sink *out;
    Arena scratch;
    const ExportSource *source;
    BodyText body;
} Writing;

/* Two fields: "start" and "end". */
static void place_fields(const Writing *writing, Range range, TableField fields[2])
{
    BodyPlace place;
    bool known = body_text_place(&writing->body, range, &place);

    fields[0] = (TableField){
        .key = "start", .kind = known ? KIND_NUMBER : KIND_TEXT, .number = known ? place.characters.start : 0};
    fields[1] =
        (TableField){.key = "end", .kind = known ? KIND_NUMBER : KIND_TEXT, .number = known ? place.characters.end : 0};
}

static Text part(const Writing *writing, ShortRange range)
{
    return range.end > range.start ? text_slice(writing->source->article->text, range_widen(range)) : (Text){0};
}

static void put_quotation(Writing *writing, size_t number, const Quote *quote)
{
    const Analysis *analysis = writing->source->analysis;
    size_t count = quote->source->speaker_count;
    Text *names = quotation_speakers(&writing->scratch, quote);
    TableField fields[13] = {
        FIELD_NUMBER("number", number),
        FIELD_TEXT("type", quote_type_name(quote->type)),
        FIELD_TEXT("text", quotation_words(analysis, quote)),
        {.key = "speakers", .kind = KIND_LIST, .list = names, .list_count = count},
        FIELD_TEXT("role", quotation_role(analysis, quote)),
        FIELD_TEXT("mention", part(writing, quote->source->mention)),
        FIELD_TEXT("cue", part(writing, quote->source->cue)),
        FIELD_NUMBER("confidence", quote->confidence),
        FIELD_TEXT("rule", text_from(quote->source->rule)),
        FIELD_BOOL("inferred", quote->inferred),
        FIELD_BOOL("doubtful", quote_is_doubtful(quote)),
        FIELD_BOOL("given", quote->given),
    };

    place_fields(writing, range_widen(quote->range), fields + 11);
    table_json_object(writing->out, fields, COUNT_OF(fields));
}

static void put_quotations(Writing *writing)
{
    sink_string(writing->out, ", \"quotations\": [");
    for (size_t i = 0; i < writing->source->quote_count; i++) {
        sink_string(writing->out, i ? ", " : "");
        put_quotation(writing, i + 1, &writing->source->analysis->quotes.items[writing->source->quotes[i]]);
    }
    sink_byte(writing->out, ']');
}

static void put_name(Writing *writing, const Entity *entity)
{
    size_t count = entity_details(entity)->aliases.count;
    Text *names = ARENA_ARRAY(&writing->scratch, Text, count), none = {0};

    for (size_t i = 0; i < count; i++)
        names[i] = entity_details(entity)->aliases.items[i].name;
    TableField fields[] = {
        FIELD_TEXT("type", entity_kind(entity)),
        FIELD_TEXT("name", entity->name),
        {.key = "aliases", .kind = KIND_LIST, .list = names, .list_count = count},
        FIELD_TEXT("role", entity_details(entity)->role.size ? entity_details(entity)->role : none),
        FIELD_NUMBER("mentions", entity->mention_count),
        FIELD_NUMBER("quotations", entity->quote_count),
        FIELD_NUMBER("confidence", entity->confidence),
        FIELD_BOOL("doubtful", entity_is_doubtful(entity)),
    };
    table_json_object(writing->out, fields, COUNT_OF(fields));
}

static void put_names(Writing *writing)
{
    const Analysis *analysis = writing->source->analysis;

    sink_string(writing->out, ", \"names\": [");
    for (size_t i = 0; i < analysis->entities.count; i++) {
        sink_string(writing->out, i ? ", " : "");
        put_name(writing, &analysis->entities.items[i]);
    }
    sink_byte(writing->out, ']');
}

static void put_notes(Writing *writing)
{
    sink_string(writing->out, ", \"notes\": [");
    for (size_t i = 0; i < writing->source->note_count; i++) {
        const ExportNote *note = &writing->source->notes[i];
        TableField fields[7] = {
            FIELD_TEXT("words", note->words),     FIELD_TEXT("speaker", note->speaker), FIELD_TEXT("note", note->text),
            FIELD_TEXT("created", note->created), FIELD_BOOL("found", !note->missing),
        };

        place_fields(writing, note->range, fields + 5);
        sink_string(writing->out, i ? ", " : "");
        table_json_object(writing->out, fields, COUNT_OF(fields));
    }
    sink_byte(writing->out, ']');
}

static void put_article(Sink *out, const ExportSource *source)
{
    Writing writing = {.out = out, .source = source};

    writing.body = body_text_new(&writing.scratch, source->article);
    sink_string(out, "{\"article\": ");
    article_write_json_object(out, source->article);
    put_quotations(&writing);
    put_names(&writing);
    put_notes(&writing);
    sink_byte(out, '}');
    arena_release(&writing.scratch);
}

/* ---- a list ---- */

static void begin(Export *export)
{
    sink_byte(export->out, '[');
}

static void add(Export *export, const ExportSource *source)
{
    sink_string(export->out, export->articles ? ",\n" : "\n");
    put_article(export->out, source);
}

static void end(Export *export)
{
    sink_string(export->out, export->articles ? "\n]\n" : "]\n");
}

const ExportForm json_form = {.begin = begin, .add = add, .end = end};

/* ---- lines ---- */

static void add_line(Export *export, const ExportSource *source)
{
    put_article(export->out, source);
    sink_byte(export->out, '\n');
}

const ExportForm json_lines_form = {.add = add_line};

/* ---- the article alone ---- */

static void add_yaml(Export *export, const ExportSource *source)
{
    article_write_yaml(export->out, source->article);
}

const ExportForm yaml_form = {.add = add_yaml, .holds_one = true};
