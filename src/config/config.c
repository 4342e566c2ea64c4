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

#include "config/setting.h"

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
        .memory = true,
        .cite = citation_default_forms(),
    };
    for (int pane = 0; pane < PANE_COUNT; pane++)
        config->panes[pane] = pane != PANE_NOTES; /* gN opens it */
    take_default_programs(config);
    keymap_init(&config->keymap, arena);
}

static void tell_unknown_setting(const YamlNode *node, Report *report)
{
    Text names[SETTING_COUNT];

    for (int id = 0; id < SETTING_COUNT; id++)
        names[id] = setting_info((SettingId)id)->name;
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
        SettingId setting = setting_from_name(node->key->text);

        if (setting != SETTING_COUNT)
            setting_read(config, setting, node, report);
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

    for (int id = 0; id < SETTING_COUNT; id++) {
        const SettingInfo *info = setting_info((SettingId)id);

        text_buffer_add(arena, &rows, arena_printf(arena, "%.*s: %.*s\n", TEXT_ARGS(info->name), TEXT_ARGS(info->help)));
    }
    return text_buffer_text(&rows);
}
