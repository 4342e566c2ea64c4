/* `quoin list`, `quoin keys`: what there is. */
#include "base/iso_date.h"
#include "cli/output/report_print.h"
#include "export/table.h"
#include "cli/session/confinement.h"
#include "keys/keymap_read.h"

enum { DATED_COLUMNS = 12, TITLE_COLUMNS = 46, KEY_COLUMNS = 24, ACTION_COLUMNS = 26, KEYS_LISTED = 8 };

/* ---- articles ---- */

static void print_entry(const Session *session, Table *table, size_t index)
{
    const LibraryEntry *entry = &session->library.entries.items[index];
    Text title = library_title(&session->library, index);

    if (table->format == OUTPUT_TEXT) {
        table_put_padded(table->out,
                         entry->readable ? text_slice(entry->fields[FIELD_DATE], ISO_WHOLE_DATE) : TEXT("unreadable"),
                         DATED_COLUMNS, table->charset);
        table_put_padded(table->out, title, TITLE_COLUMNS, table->charset);
        sink_string(table->out, "  ");
        printable_write(table->out, entry->path.text, table->charset, LINES_JOINED);
        sink_byte(table->out, '\n');
        return;
    }
    TableField fields[] = {
        FIELD_TEXT("path", entry->path.text),
        FIELD_TEXT("title", title),
        FIELD_TEXT("source", entry->fields[FIELD_SOURCE]),
        FIELD_TEXT("date", entry->fields[FIELD_DATE]),
        FIELD_TEXT("url", entry->fields[FIELD_URL]),
        FIELD_BOOL("readable", entry->readable),
    };
    table_row(table, fields, COUNT_OF(fields));
}

static int run_list(const Options *options)
{
    int status = EXIT_OK;
    Session session;
    Table table;

    if (!session_open(&session, options))
        return EXIT_USAGE;
    if (!session_add_articles(&session, options))
        status = EXIT_USAGE;
    confinement_begin_session(&session, options);
    table_begin(&table, options->out, options->format, options->charset);
    for (size_t i = 0; i < session.library.entries.count && options->out->error == 0; i++) {
        library_peek(&session.library, i);
        print_entry(&session, &table, i);
    }
    table_end(&table);
    session_close(&session);
    return status;
}

const Command list_command = {
    .name = "list",
    .synopsis = "[--format=FORMAT] [FILE|FOLDER]…",
    .summary = "list articles: date, title, file",
    .options = "charset format ascii config no-config no-confine",
    .run = run_list,
};

/* ---- keys ---- */

static void print_action(const Session *session, Table *table, ActionId id, KeyContext context)
{
    const ActionInfo *info = action_info(id);
    Arena scratch = {0};
    Text keys = keymap_listed_keys(&session->config.keymap, context, id, KEYS_LISTED, &scratch);

    if (table->format == OUTPUT_TEXT) {
        sink_string(table->out, "  ");
        table_put_padded(table->out, keys, KEY_COLUMNS, table->charset);
        table_put_padded(table->out, info->name, ACTION_COLUMNS, table->charset);
        printable_write(table->out, info->help, table->charset, LINES_JOINED);
        if (context != CONTEXT_ALL)
            SINK_TEXTS(table->out, TEXT(" ("), key_context_title(context), TEXT(")"));
        sink_byte(table->out, '\n');
    } else {
        TableField fields[] = {
            FIELD_TEXT("action", info->name),
            FIELD_TEXT("keys", keys),
            FIELD_TEXT("context", key_context_name(context)),
            FIELD_TEXT("group", action_group_title(info->group)),
            FIELD_TEXT("help", info->help),
        };
        table_row(table, fields, COUNT_OF(fields));
    }
    arena_release(&scratch);
}

static void print_group(const Session *session, Table *table, ActionGroup group)
{
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        KeyContext contexts[CONTEXT_COUNT];
        size_t count = keymap_contexts_of(&session->config.keymap, (ActionId)id, contexts);

        for (size_t i = 0; i < count && action_info((ActionId)id)->group == group; i++)
            print_action(session, table, (ActionId)id, contexts[i]);
    }
}

/* Actions to which no key leads; they are run by name. */
static void print_without_keys(const Session *session, Sink *out)
{
    const Keymap *keymap = &session->config.keymap;
    Arena scratch = {0};
    size_t count = 0;

    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const ActionInfo *info = action_info((ActionId)id);

        if (keymap_keys_of(keymap, info->context, (ActionId)id, 1, &scratch).size == 0)
            SINK_TEXTS(out, count++ ? TEXT(", ") : TEXT("\nWithout a key, run by name (quoin(1), COMMAND LINE): "),
                       info->name);
    }
    if (count)
        sink_byte(out, '\n');
    arena_release(&scratch);
}

static void use_preset(Session *session, Text name)
{
    const KeyPreset *preset = key_preset_find(name);

    keymap_init(&session->config.keymap, &session->arena);
    if (preset)
        keymap_take_preset(&session->config.keymap, preset, &session->config_report);
}

static int run_keys(const Options *options)
{
    Session session;
    Table table;

    if (!session_open(&session, options))
        return EXIT_USAGE;
    report_print(options->errors, &session.config_report, options->charset);
    if (options->preset.size)
        use_preset(&session, options->preset);
    table_begin(&table, options->out, options->format, options->charset);
    for (int group = 0; group < GROUP_COUNT; group++) {
        if (table.format == OUTPUT_TEXT)
            SINK_TEXTS(options->out, group ? TEXT("\n") : (Text){0}, action_group_title((ActionGroup)group), TEXT("\n"));
        print_group(&session, &table, (ActionGroup)group);
    }
    if (table.format == OUTPUT_TEXT)
        print_without_keys(&session, options->out);
    table_end(&table);
    session_close(&session);
    return EXIT_OK;
}

const Command keys_command = {
    .name = "keys",
    .synopsis = "[--format=FORMAT] [--preset=NAME]",
    .summary = "list all keys and what they do",
    .options = "format preset ascii config no-config",
    .no_operands = true,
    .run = run_keys,
};
