/* `quoin entities`: the people, organisations and places of articles. */
#include "cli/articles.h"

static void print_names(const Entity *entity, Charset charset)
{
    for (size_t i = 0; i < entity->aliases.count; i++) {
        (void)fputs(i ? ", " : "  = ", stdout);
        printable_write(stdout, entity->aliases.items[i].name, charset, LINES_JOINED);
    }
}

static void print_text(const Analysis *analysis, Charset charset)
{
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        if (i == 0 || entity->type != analysis->entities.items[i - 1].type)
            (void)printf("%.*s\n", TEXT_ARGS(entity_type_plural(entity->type)));
        (void)printf("%5zu  ", entity->mention_count);
        printable_write(stdout, entity->name, charset, LINES_JOINED);
        if (entity->role.size) {
            (void)fputs(", ", stdout);
            printable_write(stdout, entity->role, charset, LINES_JOINED);
        }
        print_names(entity, charset);
        (void)fputc('\n', stdout);
    }
}

/* The names of the aliases, and the rules that make them ones; how many: at most `most`. */
enum { ALIASES_SHOWN = 64 };

static size_t alias_fields(const Entity *entity, Text names[ALIASES_SHOWN], Text rules[ALIASES_SHOWN])
{
    size_t count = entity->aliases.count < ALIASES_SHOWN ? entity->aliases.count : ALIASES_SHOWN;

    for (size_t i = 0; i < count; i++) {
        names[i] = entity->aliases.items[i].name;
        rules[i] = text_from(entity->aliases.items[i].merged_by);
    }
    return count;
}

static void print_rows(Table *table, Text path, const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];
        Text names[ALIASES_SHOWN], rules[ALIASES_SHOWN];
        size_t aliases = alias_fields(entity, names, rules);
        TableField fields[] = {
            FIELD_TEXT("file", path),
            FIELD_TEXT("type", entity_kind(entity)),
            FIELD_TEXT("name", entity->name),
            {.key = "aliases", .kind = KIND_LIST, .list = names, .list_count = aliases},
            FIELD_TEXT("role", entity->role.size ? entity->role : (Text){0}),
            FIELD_NUMBER("mentions", entity->mention_count),
            FIELD_NUMBER("quotations", entity->quote_count),
        };

        table_row(table, fields, sizeof fields / sizeof fields[0]);
    }
}

static void write_bulk(const Analysis *analysis)
{
    (void)fputs("\"entities\": [", stdout);
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        const Mention *mention = &analysis->mentions.items[i];
        const Entity *entity = &analysis->entities.items[mention->entity];
        TableField fields[] = {
            FIELD_NUMBER("start", mention->range.start),
            FIELD_NUMBER("end", mention->range.end),
            FIELD_TEXT("type", entity_kind(entity)),
            FIELD_TEXT("name", entity->name),
        };

        (void)fputs(i ? ", " : "", stdout);
        table_json_object(fields, sizeof fields / sizeof fields[0]);
    }
    (void)printf("], \"tagger\": \"%s\"", analysis->model ? "model" : "rules");
}

static int run(const Options *options)
{
    static const ArticleWriter writer = {.text = print_text, .rows = print_rows, .line = write_bulk};

    return articles_write(options, &writer);
}

const Command entities_command = {
    .name = "entities",
    .synopsis = "[--format=FORMAT] [FILE|FOLDER|-]…",
    .summary = "list people, organisations and places",
    .options = "format from ascii config no-config",
    .takes_lines = true,
    .run = run,
};
