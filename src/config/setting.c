/*
 * Each row of the table takes its own value and tells its own mistakes: from a node of the configuration, and from what is typed after ":set", which
 * becomes such a node. So both say the same of the same mistake.
 *
 *     measure: 60        { scalar "60" }       :set measure=60
 *     editor: [vim, a]   { "vim", "a" }        :set editor=vim a
 */
#include "config/setting.h"

#include <stddef.h>

#include "base/nearest.h"
#include "config/setting_write.h"
#include "keys/keymap_read.h"

/* ---- reading ---- */

static void read_theme(Config *config, const YamlNode *node, Report *report)
{
    Text id;

    if (!yaml_text(node, "the name of a theme", report, &id))
        return;
    config->theme_line = node->line;
    config->theme_column = node->column;
    if (id.size == 0)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "no theme is named here; quoin themes lists them");
    else if (theme_id_valid(id))
        config->theme = id;
    else
        report_add(report, SEVERITY_ERROR, node->line, node->column,
                   "\"%.*s\" is not the name of a theme: its file without folder and \".yaml\"", TEXT_ARGS(id));
}

static void read_measure(Config *config, const YamlNode *node, Report *report)
{
    int columns;

    if (yaml_int(node, MEASURE_LEAST, MEASURE_WIDEST, report, &columns))
        config->measure_columns = columns;
}

/* The panes that can be hidden, with ", " before each. */
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW)
#define LIST_PANE(ID, name, what, keys, toggle_keys, TAB, WIDE, NARROW) ", " #name
static const char panes_expected[] =
#include "keys/panes.def"
    " with yes or no";

static void read_panes(Config *config, const YamlNode *node, Report *report)
{
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW)
#define LIST_PANE(ID, name, what, keys, toggle_keys, TAB, WIDE, NARROW) LITERAL(#name),
    static const Text names[] = {
#include "keys/panes.def"
    };
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW)
#define LIST_PANE(ID, name, what, keys, toggle_keys, TAB, WIDE, NARROW) PANE_##ID,
    static const unsigned char panes[] = {
#include "keys/panes.def"
    };
    enum { COUNT = COUNT_OF(names) };

    if (!yaml_expect(node, YAML_MAPPING, panes_expected + 2, report))
        return;
    YAML_EACH(pane, node) {
        size_t i = text_index_of(pane->key->text, names, COUNT);
        bool value;

        if (i == COUNT)
            yaml_unknown_key(pane, "panes", names, COUNT, report);
        else if (yaml_bool(pane, report, &value))
            config->panes[panes[i]] = value;
    }
}

static void read_fetch(Config *config, const YamlNode *node, Report *report)
{
    (void)program_read(config->keymap.arena, PROGRAM_FETCH, node, report, &config->programs[PROGRAM_FETCH]);
}

static void read_browser(Config *config, const YamlNode *node, Report *report)
{
    (void)program_read(config->keymap.arena, PROGRAM_BROWSER, node, report, &config->programs[PROGRAM_BROWSER]);
}

static void read_editor(Config *config, const YamlNode *node, Report *report)
{
    (void)program_read(config->keymap.arena, PROGRAM_EDITOR, node, report, &config->programs[PROGRAM_EDITOR]);
}

static void read_clipboard(Config *config, const YamlNode *node, Report *report)
{
    (void)program_read(config->keymap.arena, PROGRAM_CLIPBOARD, node, report, &config->programs[PROGRAM_CLIPBOARD]);
}

/* A template that is wrong in a field is not taken. */
static void read_form(Config *config, const YamlNode *node, Report *report, Text *form)
{
    Text text, problem;

    if (!yaml_text(node, "a template, such as \"{text} ({source}, {date})\"", report, &text))
        return;
    problem = citation_problem(config->keymap.arena, text);
    if (problem.size)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "%.*s", TEXT_ARGS(problem));
    else
        *form = text;
}

static void read_cite(Config *config, const YamlNode *node, Report *report)
{
    read_form(config, node, report, &config->cite.passage);
}

static void read_cite_article(Config *config, const YamlNode *node, Report *report)
{
    read_form(config, node, report, &config->cite.article);
}

static void read_keys(Config *config, const YamlNode *node, Report *report)
{
    keymap_configure(&config->keymap, node, report);
}

/* ---- the table ---- */

#define PANE(ID, name, what, keys, TAB, WIDE, NARROW)
#define LIST_PANE(ID, name, what, keys, toggle_keys, TAB, WIDE, NARROW) #name ", "
static const char panes_help[] =
#include "keys/panes.def"
    "each with yes or no: which lists are open at the start";

#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) ", " #name
static const char keys_help[] = "preset: vim, emacs, newsboat, w3m or less-vim; under all"
#include "keys/panes.def"
                                ", selection or popup: keys with the names of actions, none to take a key away";

typedef enum SettingKind { KIND_SCALAR, KIND_LIST, KIND_MAPPING, KIND_CHOICE, KIND_SWITCH } SettingKind;

typedef struct Setting {
    SettingInfo info;
    SettingKind kind;
    void (*read)(Config *config, const YamlNode *node, Report *report);
    size_t offset; /* of the member of Config */
} Setting;

#define TEXT_OF(text)            \
    {                            \
        (text), sizeof(text) - 1 \
    }

static const Setting settings[] = {
#define SETTING(ID, name, what, FORM, WHEN, help) \
    [SETTING_##ID] = {                            \
        .info = {TEXT_OF(name), TEXT_OF(help), {NULL, 0}, SETTING_##WHEN}, .kind = KIND_##FORM, .read = read_##what},
#define CHOICE(ID, name, member, choices, WHEN, help)                                           \
    [SETTING_##ID] = {.info = {TEXT_OF(name), TEXT_OF(help), TEXT_OF(choices), SETTING_##WHEN}, \
                      .kind = KIND_CHOICE,                                                      \
                      .offset = offsetof(Config, member)},
#define SWITCH(ID, name, member, WHEN, help)                                                     \
    [SETTING_##ID] = {.info = {TEXT_OF(name), TEXT_OF(help), TEXT_OF("yes no"), SETTING_##WHEN}, \
                      .kind = KIND_SWITCH,                                                       \
                      .offset = offsetof(Config, member)},
#include "config/settings.def"
};

/* Choices are enums, of the size that this one has. */
#define SETTING(ID, name, what, FORM, WHEN, help)
#define CHOICE(ID, name, member, choices, WHEN, help) \
    _Static_assert(sizeof(((Config *)NULL)->member) == sizeof(SettingId), "an enum");
#define SWITCH(ID, name, member, WHEN, help) _Static_assert(sizeof(((Config *)NULL)->member) == sizeof(bool), "a bool");
#include "config/settings.def"

const SettingInfo *setting_info(SettingId setting)
{
    return &settings[setting].info;
}

SettingId setting_from_name(Text name)
{
    int id = 0;

    while (id < SETTING_COUNT && !text_equal(settings[id].info.name, name))
        id++;
    return (SettingId)id;
}

Text setting_near(Text name)
{
    Text names[SETTING_COUNT];

    for (size_t i = 0; i < SETTING_COUNT; i++)
        names[i] = settings[i].info.name;
    return nearest_name(name, names, SETTING_COUNT);
}

bool setting_is_scalar(SettingId setting)
{
    return settings[setting].kind != KIND_LIST && settings[setting].kind != KIND_MAPPING;
}

static void read_choice(Config *config, const Setting *setting, const YamlNode *node, Report *report)
{
    enum { CHOICES_MOST = 8 };
    Text choices[CHOICES_MOST];
    size_t count = 0, at = 0, choice;
    unsigned value;

    while (count < CHOICES_MOST && text_next_part(setting->info.choices, ' ', &at, &choices[count]))
        count++;
    if (!yaml_choice(node, choices, count, report, &choice))
        return;
    value = (unsigned)choice;
    memcpy((char *)config + setting->offset, &value, sizeof value);
}

void setting_read(Config *config, SettingId id, const YamlNode *node, Report *report)
{
    const Setting *setting = &settings[id];

    if (setting->read)
        setting->read(config, node, report);
    else if (setting->kind == KIND_CHOICE)
        read_choice(config, setting, node, report);
    else
        (void)yaml_bool(node, report, (bool *)(void *)((char *)config + setting->offset));
}

/* ---- what is typed ---- */

static const YamlNode *scalar_node(Arena *arena, Text typed)
{
    YamlNode *node = ARENA_NEW(arena, YamlNode);

    *node = (YamlNode){.kind = YAML_SCALAR, .text = arena_copy(arena, typed)};
    return node;
}

/* "vim -R" as the list [vim, -R]. */
static const YamlNode *list_of_words(Arena *arena, Text typed)
{
    YamlNode *list = ARENA_NEW(arena, YamlNode), **last = &list->first;
    size_t at = 0;
    Text word;

    *list = (YamlNode){.kind = YAML_SEQUENCE};
    while (text_next_part(typed, ' ', &at, &word)) {
        if (word.size == 0)
            continue;
        *last = ARENA_NEW(arena, YamlNode);
        **last = (YamlNode){.kind = YAML_SCALAR, .text = arena_copy(arena, word)};
        last = &(*last)->next;
        list->count++;
    }
    return list;
}

static bool is_collection(Text typed)
{
    return text_starts_with(typed, TEXT("[")) || text_starts_with(typed, TEXT("{"));
}

/* Of a list that is typed in another way than [this], the words; what is no YAML is told by yaml_parse. NULL: that is in the report. */
static const YamlNode *typed_node(Arena *arena, SettingId setting, Text typed, Report *report)
{
    size_t errors = report->error_count;
    const YamlNode *node;

    if (setting_is_scalar(setting))
        return scalar_node(arena, typed);
    if (!is_collection(typed))
        return settings[setting].kind == KIND_LIST ? list_of_words(arena, typed) : scalar_node(arena, typed);
    node = yaml_parse(arena, typed, report);
    return report->error_count > errors ? NULL : node;
}

bool setting_take(Config *config, SettingId setting, Text typed, Report *report)
{
    size_t errors = report->error_count;
    const YamlNode *node = typed_node(config->keymap.arena, setting, typed, report);
    Config changed = *config;

    if (!node)
        return false;
    setting_read(&changed, setting, node, report);
    if (report->error_count > errors)
        return false;
    *config = changed;
    return true;
}

Text setting_value(const Config *config, SettingId id, Arena *arena)
{
    const Setting *setting = &settings[id];
    const char *member = (const char *)config + setting->offset;
    unsigned value;
    size_t at = 0;
    Text word = {0};

    if (setting->read)
        return setting_write(config, id, arena);
    if (setting->kind == KIND_SWITCH)
        return *(const bool *)(const void *)member ? TEXT("yes") : TEXT("no");
    memcpy(&value, member, sizeof value);
    for (unsigned i = 0; i <= value; i++)
        (void)text_next_part(setting->info.choices, ' ', &at, &word);
    return word;
}
