/*
 * config.yaml, read row by row: each key of the table takes its own value and tells its own mistakes, so that one wrong line costs
 * only itself.
 *
 *     theme: gruvbox
 *     measure: 60
 *     panes: {entities: no}
 *     keys: {all: {"<C-j>": next-quote}}
 */
#include "config/config.h"

#include <stddef.h>

#include "keys/keymap_read.h"

static void take_default_programs(Config *config)
{
    for (int id = 0; id < PROGRAM_COUNT; id++)
        config->programs[id] = program_default((ProgramId)id);
}

void config_init(Config *config, Arena *arena)
{
    *config = (Config){
        .variant = CHOICE_AUTO,
        .measure_columns = MEASURE_DEFAULT,
        .mouse = true,
        .ask_terminal = true,
    };
    for (int pane = 0; pane < PANE_COUNT; pane++)
        config->panes[pane] = true;
    take_default_programs(config);
    keymap_init(&config->keymap, arena);
}

/* ---- one function for each key ---- */

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

static void read_variant(Config *config, const YamlNode *node, Report *report)
{
    static const Text names[] = {LITERAL("auto"), LITERAL("dark"), LITERAL("light")};
    size_t choice;

    if (yaml_choice(node, names, COUNT_OF(names), report, &choice))
        config->variant = (VariantChoice)choice;
}

static void read_full_text(Config *config, const YamlNode *node, Report *report)
{
    static const Text names[] = {LITERAL("ask"), LITERAL("always")};
    size_t choice;

    if (yaml_choice(node, names, COUNT_OF(names), report, &choice))
        config->full_text_always = choice == 1;
}

static void read_hyperlinks(Config *config, const YamlNode *node, Report *report)
{
    static const Text names[] = {LITERAL("auto"), LITERAL("yes"), LITERAL("no")};
    size_t choice;

    if (yaml_choice(node, names, COUNT_OF(names), report, &choice))
        config->hyperlinks = (HyperlinkChoice)choice;
}

static void read_measure(Config *config, const YamlNode *node, Report *report)
{
    int columns;

    if (yaml_int(node, MEASURE_LEAST, MEASURE_MOST, report, &columns))
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

static void read_keys(Config *config, const YamlNode *node, Report *report)
{
    keymap_configure(&config->keymap, node, report);
}

/* ---- the table ---- */

typedef struct Setting {
    Text name, help;
    void (*read)(Config *config, const YamlNode *node, Report *report); /* NULL: yes or no, */
    size_t flag; /* … a bool of the configuration at that offset */
} Setting;

#define SETTING(name, read, help)                                   \
    {                                                               \
        {name, sizeof(name) - 1}, {help, sizeof(help) - 1}, read, 0 \
    }
#define SWITCH(name, flag, help)                                                         \
    {                                                                                    \
        {name, sizeof(name) - 1}, {help, sizeof(help) - 1}, NULL, offsetof(Config, flag) \
    }

#define PANE(ID, name, what, keys, TAB, WIDE, NARROW)
#define LIST_PANE(ID, name, what, keys, toggle_keys, TAB, WIDE, NARROW) ", " #name
static const char panes_help[] =
#include "keys/panes.def"
    ": yes or no, which lists are open at the start";

#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) ", " #name
static const char keys_help[] = "under all"
#include "keys/panes.def"
                                " or popup: keys with the names of actions, none to take a key away";

static const Setting settings[] = {
    SETTING("theme", read_theme, "a theme by name; paper without it"),
    SETTING("variant", read_variant, "dark, light, or auto: as the terminal's background is"),
    SETTING("measure", read_measure, "columns of text in a line, 45 to 75; 66 without it"),
    {LITERAL("panes"), {panes_help + 2, sizeof panes_help - 3}, read_panes, 0},
    SWITCH("mouse", mouse, "yes or no; with no, the terminal's own selection needs no Shift"),
    SWITCH("ask-terminal", ask_terminal, "no: do not ask the terminal whether it is dark or light, and what it can show"),
    SETTING("hyperlinks", read_hyperlinks,
            "yes or no, whether what is printed has links that the terminal follows, or auto: where it is known to"),
    SWITCH("keep-screen", keep_screen, "yes: what the reader showed last stays on the terminal, as with --keep-screen"),
    SWITCH("quit-if-one-screen", quit_if_one_screen,
           "yes: what fits on the screen is printed, as with --quit-if-one-screen"),
    SWITCH("ascii", ascii, "yes: only ASCII on the screen"),
    SETTING("full-text", read_full_text,
            "ask, or always: where the item of a feed is only a start, get the whole text from its address"),
    SETTING("fetch", read_fetch,
            "a list of words: the program that gets what is at an address (%u), and writes it to its standard output"),
    SETTING("browser", read_browser, "a list of words: the program that opens an address (%u); xdg-open without it"),
    SETTING(
        "editor", read_editor,
        "a list of words: the program that edits an article's file (%f) at a line (%l); $VISUAL or $EDITOR without it"),
    {LITERAL("keys"), {keys_help, sizeof keys_help - 1}, read_keys, 0},
};

enum { SETTING_COUNT = COUNT_OF(settings) };

static const Setting *find_setting(Text name)
{
    for (size_t i = 0; i < SETTING_COUNT; i++) {
        if (text_equal(name, settings[i].name))
            return &settings[i];
    }
    return NULL;
}

static void read_setting(Config *config, const Setting *setting, const YamlNode *node, Report *report)
{
    if (setting->read)
        setting->read(config, node, report);
    else
        (void)yaml_bool(node, report, (bool *)(void *)((char *)config + setting->flag));
}

static void tell_unknown_setting(const YamlNode *node, Report *report)
{
    Text names[SETTING_COUNT];

    for (size_t i = 0; i < SETTING_COUNT; i++)
        names[i] = settings[i].name;
    yaml_unknown_key(node, "the configuration", names, SETTING_COUNT, report);
}

bool config_read(Config *config, Arena *arena, Text source, Report *report)
{
    size_t errors_before = report->error_count;
    const YamlNode *root;
    bool is_whole;

    if (yaml_says_nothing(source))
        return true;
    root = yaml_parse(arena, source, report);
    is_whole = report->error_count == errors_before;
    if (!root || !yaml_expect(root, YAML_MAPPING, "keys with values, such as \"theme: gruvbox\"", report))
        return false;
    YAML_EACH(node, root) {
        const Setting *setting = find_setting(node->key->text);

        if (setting)
            read_setting(config, setting, node, report);
        else
            tell_unknown_setting(node, report);
    }
    if (!is_whole) /* words of a list may be missing */
        take_default_programs(config);
    return report->error_count == errors_before;
}

Text config_documentation(Arena *arena)
{
    TextBuffer rows = {0};

    for (size_t i = 0; i < SETTING_COUNT; i++)
        text_buffer_add(arena, &rows,
                        arena_printf(arena, "%.*s: %.*s\n", TEXT_ARGS(settings[i].name), TEXT_ARGS(settings[i].help)));
    return text_buffer_text(&rows);
}
