/* In YAML's flow forms, which fit into a line. Words have quotation marks unless they need none anywhere. */
#include "config/setting_write.h"

/* Letters, digits and what means nothing to YAML. */
static bool is_plain(Text word)
{
    bool plain = word.size > 0 && (ascii_is_alpha(word.bytes[0]) || word.bytes[0] == '/');

    for (size_t i = 0; i < word.size; i++)
        plain = plain && (ascii_is_alnum(word.bytes[i]) || word.bytes[i] == '-' || word.bytes[i] == '_' ||
                          word.bytes[i] == '/' || word.bytes[i] == '.');
    return plain;
}

static void put_word(Arena *arena, TextBuffer *line, Text word)
{
    if (is_plain(word)) {
        text_buffer_add(arena, line, word);
        return;
    }
    text_buffer_add(arena, line, TEXT("\""));
    for (size_t i = 0; i < word.size; i++) {
        if (word.bytes[i] == '"' || word.bytes[i] == '\\')
            text_buffer_add(arena, line, TEXT("\\"));
        text_buffer_add(arena, line, text_slice(word, (Range){i, i + 1}));
    }
    text_buffer_add(arena, line, TEXT("\""));
}

static Text write_words(ProgramWords words, Arena *arena)
{
    TextBuffer line = {0};

    if (words.count == 0)
        return (Text){0};
    for (size_t i = 0; i < words.count; i++) {
        text_buffer_add(arena, &line, i ? TEXT(", ") : TEXT("["));
        put_word(arena, &line, words.items[i]);
    }
    text_buffer_add(arena, &line, TEXT("]"));
    return text_buffer_text(&line);
}

static Text write_theme(const Config *config, Arena *arena)
{
    (void)arena;
    return config->theme;
}

static Text write_measure(const Config *config, Arena *arena)
{
    return arena_printf(arena, "%d", config->measure_columns);
}

static Text write_cite(const Config *config, Arena *arena)
{
    (void)arena;
    return config->cite.passage;
}

static Text write_cite_article(const Config *config, Arena *arena)
{
    (void)arena;
    return config->cite.article;
}

static void put_pane(const Config *config, PaneId pane, Text name, Arena *arena, TextBuffer *line)
{
    text_buffer_add(arena, line, line->count > 1 ? TEXT(", ") : (Text){0});
    text_buffer_add(arena, line, name);
    text_buffer_add(arena, line, config->panes[pane] ? TEXT(": yes") : TEXT(": no"));
}

static Text write_panes(const Config *config, Arena *arena)
{
    TextBuffer line = {0};

    text_buffer_add(arena, &line, TEXT("{"));
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW)
#define LIST_PANE(ID, name, what, keys, toggle_keys, TAB, WIDE, NARROW) \
    put_pane(config, PANE_##ID, TEXT(#name), arena, &line);
#include "keys/panes.def"
    text_buffer_add(arena, &line, TEXT("}"));
    return text_buffer_text(&line);
}

static Text write_fetch(const Config *config, Arena *arena)
{
    return write_words(config->programs[PROGRAM_FETCH], arena);
}

static Text write_browser(const Config *config, Arena *arena)
{
    return write_words(config->programs[PROGRAM_BROWSER], arena);
}

static Text write_editor(const Config *config, Arena *arena)
{
    return write_words(config->programs[PROGRAM_EDITOR], arena);
}

static Text write_clipboard(const Config *config, Arena *arena)
{
    return write_words(config->programs[PROGRAM_CLIPBOARD], arena);
}

/* "quotes: {o: browse, "<C-j>": none}": those of one context; nothing where there are none. */
static void put_context(Arena *arena, TextBuffer *line, const Keymap *keymap, KeyContext context)
{
    size_t count = 0;

    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *binding = &keymap->bindings.items[i];

        if (!binding->from_user || binding->context != context)
            continue;
        if (count++ == 0) {
            text_buffer_add(arena, line, line->count > 1 ? TEXT(", ") : (Text){0});
            text_buffer_add(arena, line, key_context_name(context));
        }
        text_buffer_add(arena, line, count == 1 ? TEXT(": {") : TEXT(", "));
        put_word(arena, line, key_sequence_write(&binding->sequence, arena));
        text_buffer_add(arena, line, TEXT(": "));
        text_buffer_add(arena, line, binding->action ? action_info(binding->action)->name : TEXT("none"));
    }
    if (count)
        text_buffer_add(arena, line, TEXT("}"));
}

static Text write_keys(const Config *config, Arena *arena)
{
    TextBuffer line = {0};

    text_buffer_add(arena, &line, TEXT("{"));
    if (config->keymap.preset) {
        text_buffer_add(arena, &line, TEXT("preset: "));
        text_buffer_add(arena, &line, config->keymap.preset->name);
    }
    for (int context = 0; context < CONTEXT_COUNT; context++)
        put_context(arena, &line, &config->keymap, (KeyContext)context);
    if (line.count == 1) /* nothing of one's own: what holds then, to be changed */
        return TEXT("{preset: " KEY_PRESET_DEFAULT "}");
    text_buffer_add(arena, &line, TEXT("}"));
    return text_buffer_text(&line);
}

/* ---- the table ---- */

Text setting_write(const Config *config, SettingId setting, Arena *arena)
{
    static Text (*const rows[SETTING_COUNT])(const Config *config, Arena *arena) = {
#define SETTING(ID, name, what, FORM, WHEN, help) [SETTING_##ID] = write_##what,
#define CHOICE(ID, name, member, choices, WHEN, help)
#define SWITCH(ID, name, member, WHEN, help)
#include "config/settings.def"
    };

    return rows[setting](config, arena);
}
