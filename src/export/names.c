/* Names for people, and for programs: what of one is told is the same in all of them. */
#include "export/names.h"

#include "analysis/entities/finer_kinds.h"
#include "export/source_range.h"

/* ---- for people ---- */

enum { KIND_COLUMNS = 12 };

static void print_names(Sink *out, const Entity *entity, Charset charset)
{
    for (size_t i = 0; i < entity_details(entity)->aliases.count; i++) {
        const Alias *alias = &entity_details(entity)->aliases.items[i];

        SINK_TEXTS(out, i ? TEXT(", ") : TEXT("  = "), alias->doubtful ? TEXT("~") : (Text){0});
        printable_write(out, alias->name, charset, LINES_JOINED);
    }
}

/* What is not done is told: other names of a text that is not English are not looked for. */
static void print_language(Sink *out, const Analysis *analysis)
{
    if (analysis_has_speakers_only(analysis))
        SINK_TEXTS(out, TEXT("names: English only; in "), language_name(analysis->language),
                   TEXT(" speakers alone (\"entities:\" in the article gives others)\n"));
}

void names_print(Sink *out, const Analysis *analysis, Charset charset)
{
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        if (i == 0 || entity->type != analysis->entities.items[i - 1].type)
            SINK_TEXTS(out, entity_type_plural(entity->type), TEXT("\n"));
        sink_number(out, entity->mention_count, 5);
        sink_string(out, entity_is_doubtful(entity) ? "  ~" : "  ");
        printable_write(out, entity->name, charset, LINES_JOINED);
        if (entity_details(entity)->role.size) {
            sink_string(out, ", ");
            printable_write(out, entity_details(entity)->role, charset, LINES_JOINED);
        }
        print_names(out, entity, charset);
        sink_byte(out, '\n');
    }
    print_language(out, analysis);
}

static Text mention_text(const Analysis *analysis, const Mention *mention)
{
    return text_slice(analysis->article->text, range_widen(mention->range));
}

void names_print_flat(Sink *out, const Analysis *analysis, Charset charset)
{
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        const Mention *mention = &analysis->mentions.items[i];
        const Entity *entity = &analysis->entities.items[mention->entity];

        sink_number(out, range_in_source(analysis, mention->range).start, 8);
        sink_string(out, "  ");
        table_put_padded(out, entity_kind(entity), KIND_COLUMNS, charset);
        sink_string(out, mention_is_doubtful(mention, entity) ? "  ~" : "  ");
        printable_write(out, mention_text(analysis, mention), charset, LINES_JOINED);
        if (!text_equal(mention_text(analysis, mention), entity->name)) {
            sink_string(out, "  = ");
            printable_write(out, entity->name, charset, LINES_JOINED);
        }
        sink_byte(out, '\n');
    }
}

/* ---- rows ---- */

enum { ENTITY_FIELDS = 6, ROWS_JSON_ONLY = 2 /* fields at the end: language and finer */ };

/* What every form tells of an entity: its kind and names, and why these are its own. Their lists are in the arena. */
static void entity_fields(Arena *arena, const Entity *entity, TableField fields[ENTITY_FIELDS])
{
    size_t count = entity_details(entity)->aliases.count;
    Text *names = ARENA_ARRAY(arena, Text, count), *rules = ARENA_ARRAY(arena, Text, count), none = {0};

    for (size_t i = 0; i < count; i++) {
        names[i] = entity_details(entity)->aliases.items[i].name;
        rules[i] = text_from(entity_details(entity)->aliases.items[i].merged_by);
    }
    fields[0] = (TableField)FIELD_TEXT("type", entity_kind(entity));
    fields[1] = (TableField)FIELD_TEXT("name", entity->name);
    fields[2] = (TableField){.key = "aliases", .kind = KIND_LIST, .list = names, .list_count = count};
    fields[3] = (TableField){.key = "merged_by", .kind = KIND_LIST, .list = rules, .list_count = count};
    fields[4] = (TableField)FIELD_TEXT("role", entity_details(entity)->role.size ? entity_details(entity)->role : none);
    fields[5] = (TableField)FIELD_TEXT("related", entity_details(entity)->related);
}

static const char *tagger_name(const Analysis *analysis)
{
    return analysis->article->entities_given      ? "given"
           : analysis_has_speakers_only(analysis) ? "speakers"
           : analysis->model                      ? "model"
                                                  : "rules";
}

void names_rows(Table *table, Text path, const Analysis *analysis)
{
    bool json = table->format == OUTPUT_JSON || table->format == OUTPUT_JSONL;
    Arena scratch = {0}, all = {0};
    const Text *finer = finer_kinds(&all, analysis);

    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];
        TableField fields[1 + ENTITY_FIELDS + 7] = {FIELD_TEXT("file", path)}, *more = fields + 1 + ENTITY_FIELDS;

        entity_fields(&scratch, entity, fields + 1);
        more[0] = (TableField)FIELD_NUMBER("mentions", entity->mention_count);
        more[1] = (TableField)FIELD_NUMBER("quotations", entity->quote_count);
        more[2] = (TableField)FIELD_NUMBER("confidence", entity->confidence);
        more[3] = (TableField)FIELD_BOOL("doubtful", entity_is_doubtful(entity));
        more[4] = (TableField)FIELD_TEXT("tagger", text_from(tagger_name(analysis)));
        more[5] = (TableField)FIELD_TEXT("language", language_tag(analysis->language));
        more[6] = (TableField)FIELD_TEXT("finer", finer[i]);
        table_row(table, fields, json ? COUNT_OF(fields) : COUNT_OF(fields) - ROWS_JSON_ONLY);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
    arena_release(&all);
}

enum { MENTION_FIELDS = 7 };

/* One of the list of all mentions. */
static void flat_fields(const Analysis *analysis, const Mention *mention, TableField fields[MENTION_FIELDS])
{
    const Entity *entity = &analysis->entities.items[mention->entity];
    Range source = range_in_source(analysis, mention->range);

    fields[0] = (TableField)FIELD_NUMBER("start", source.start);
    fields[1] = (TableField)FIELD_NUMBER("end", source.end);
    fields[2] = (TableField)FIELD_TEXT("type", entity_kind(entity));
    fields[3] = (TableField)FIELD_TEXT("name", entity->name);
    fields[4] = (TableField)FIELD_TEXT("text", mention_text(analysis, mention));
    fields[5] = (TableField)FIELD_NUMBER("confidence", mention->confidence);
    fields[6] = (TableField)FIELD_BOOL("doubtful", mention_is_doubtful(mention, entity));
}

void names_rows_flat(Table *table, Text path, const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        TableField fields[1 + MENTION_FIELDS] = {FIELD_TEXT("file", path)};

        flat_fields(analysis, &analysis->mentions.items[i], fields + 1);
        table_row(table, fields, COUNT_OF(fields));
    }
}

/* ---- pipelines ---- */

#define NO_MENTION SIZE_MAX

/* For each mention the next one of the same entity, or NO_MENTION. */
static size_t *next_mentions(Arena *arena, const Analysis *analysis)
{
    size_t *next = ARENA_ARRAY(arena, size_t, analysis->mentions.count + 1);
    size_t *last = ARENA_ARRAY(arena, size_t, analysis->entities.count + 1);

    for (size_t i = 0; i < analysis->entities.count; i++)
        last[i] = NO_MENTION;
    for (size_t i = analysis->mentions.count; i-- > 0;) {
        size_t entity = analysis->mentions.items[i].entity;

        next[i] = last[entity];
        last[entity] = i;
    }
    return next;
}

static void write_mentions(Sink *out, const Analysis *analysis, const Entity *entity, const size_t *next)
{
    for (size_t i = entity->first_mention; i != NO_MENTION; i = next[i]) {
        const Mention *mention = &analysis->mentions.items[i];
        Range source = range_in_source(analysis, mention->range);
        TableField fields[] = {
            FIELD_NUMBER("start", source.start),
            FIELD_NUMBER("end", source.end),
            FIELD_TEXT("text", mention_text(analysis, mention)),
            FIELD_NUMBER("confidence", mention->confidence),
            FIELD_BOOL("doubtful", mention_is_doubtful(mention, entity)),
        };

        sink_string(out, i == entity->first_mention ? "" : ", ");
        table_json_object(out, fields, COUNT_OF(fields));
    }
}

static void write_entity(Sink *out, Arena *arena, const Analysis *analysis, const Entity *entity, const size_t *next,
                         Text finer)
{
    TableField fields[ENTITY_FIELDS + 3];

    entity_fields(arena, entity, fields);
    fields[ENTITY_FIELDS] = (TableField)FIELD_NUMBER("confidence", entity->confidence);
    fields[ENTITY_FIELDS + 1] = (TableField)FIELD_BOOL("doubtful", entity_is_doubtful(entity));
    fields[ENTITY_FIELDS + 2] = (TableField)FIELD_TEXT("finer", finer);
    sink_byte(out, '{');
    table_json_members(out, fields, COUNT_OF(fields));
    sink_string(out, ", \"mentions\": [");
    write_mentions(out, analysis, entity, next);
    sink_string(out, "]}");
}

static void end_members(Sink *out, const Analysis *analysis)
{
    SINK_TEXTS(out, TEXT("], \"tagger\": \""), text_from(tagger_name(analysis)), TEXT("\", \"language\": \""),
               language_tag(analysis->language), TEXT("\""));
}

void names_members(Sink *out, const Analysis *analysis)
{
    Arena scratch = {0};
    const size_t *next = next_mentions(&scratch, analysis);
    const Text *finer = finer_kinds(&scratch, analysis);

    sink_string(out, "\"entities\": [");
    for (size_t i = 0; i < analysis->entities.count; i++) {
        sink_string(out, i ? ", " : "");
        write_entity(out, &scratch, analysis, &analysis->entities.items[i], next, finer[i]);
    }
    end_members(out, analysis);
    arena_release(&scratch);
}

void names_members_flat(Sink *out, const Analysis *analysis)
{
    sink_string(out, "\"entities\": [");
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        TableField fields[MENTION_FIELDS];

        flat_fields(analysis, &analysis->mentions.items[i], fields);
        sink_string(out, i ? ", " : "");
        table_json_object(out, fields, MENTION_FIELDS);
    }
    end_members(out, analysis);
}
