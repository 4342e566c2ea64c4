/* Names of actions as long as none is complete; then what that action takes: names of files, settings, their values. */
#include "export/export.h"
#include "library/path_completion.h"
#include "ui/command/command.h"
#include "ui/command/settings.h"

static void add(Arena *arena, Candidates *all, Text word, Text help)
{
    ARRAY_PUSH(arena, all->items, ((Candidate){word, help}));
}

/* Of words that begin with what is typed from all->start on: how far they agree, if that is more. */
static void find_common(Candidates *all, Text line)
{
    Text typed = text_slice(line, (Range){all->start, line.size}), common = {0};

    for (size_t i = 0; i < all->items.count; i++) {
        Text word = all->items.items[i].word;
        size_t same = 0;

        if (i == 0)
            common = word;
        while (same < common.size && same < word.size && common.bytes[same] == word.bytes[same])
            same++;
        common.size = same;
    }
    if (common.size > typed.size)
        all->common = common;
}

static void complete_action(const App *app, Text line, Arena *arena, Candidates *all)
{
    (void)app;
    all->none = "no action begins so";
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const ActionInfo *info = action_info((ActionId)id);

        if (text_starts_with(info->name, line))
            add(arena, all, info->name, info->help);
    }
    find_common(all, line);
}

static void complete_file(const App *app, Text line, Arena *arena, Candidates *all)
{
    PathCompletion completion =
        path_complete(arena, text_slice(line, (Range){all->start, line.size}), app->options.home);

    all->none = "no name begins so";
    all->common = completion.common;
    for (size_t i = 0; i < completion.names.count; i++)
        add(arena, all, completion.names.items[i], (Text){0});
}

/* Forms as long as one is typed; then, or where none begins so, files. */
static void complete_export(const App *app, Text line, Arena *arena, Candidates *all)
{
    Text typed = text_slice(line, (Range){all->start, line.size});
    size_t blank = text_find_byte(typed, ' ', 0), count;
    const ExportFormat *formats = export_formats(&count);

    for (size_t i = 0; i < count && blank == TEXT_NOT_FOUND; i++) {
        if (text_starts_with(formats[i].name, typed))
            add(arena, all, formats[i].name, formats[i].help);
    }
    if (all->items.count) {
        find_common(all, line);
        return;
    }
    if (blank != TEXT_NOT_FOUND)
        all->start += blank + 1;
    complete_file(app, line, arena, all);
}

/* "measure=": a setting that is the only one goes on with its value. */
static void complete_setting_name(const App *app, Text line, Arena *arena, Candidates *all)
{
    Text typed = text_slice(line, (Range){all->start, line.size});

    all->none = "no setting begins so";
    for (int id = 0; id < SETTING_COUNT; id++) {
        const SettingInfo *info = setting_info((SettingId)id);

        if (text_starts_with(info->name, typed))
            add(arena, all, info->name, app_setting_value(app, (SettingId)id, arena));
    }
    find_common(all, line);
    if (all->items.count == 1)
        all->common = arena_join(arena, (const Text[]){all->items.items[0].word, TEXT("=")}, 2);
}

static void add_value(Arena *arena, Candidates *all, Text value, Text typed)
{
    if (text_starts_with(value, typed))
        add(arena, all, value, (Text){0});
}

static void complete_setting_value(const App *app, Text line, SettingId setting, Arena *arena, Candidates *all)
{
    Text typed = text_slice(line, (Range){all->start, line.size}), choices = setting_info(setting)->choices, choice;

    all->none = "no value begins so";
    for (size_t at = 0; text_next_part(choices, ' ', &at, &choice);)
        add_value(arena, all, choice, typed);
    for (size_t i = 0; setting == SETTING_THEME && i < app->themes.count; i++)
        add_value(arena, all, app->themes.ids[i], typed);
    if (choices.size == 0 && setting != SETTING_THEME)
        add_value(arena, all, app_setting_value(app, setting, arena), typed);
    find_common(all, line);
}

static void complete_setting(const App *app, Text line, Arena *arena, Candidates *all)
{
    SettingWords words = setting_words(text_slice(line, (Range){all->start, line.size}));

    if (!words.has_value) {
        complete_setting_name(app, line, arena, all);
        return;
    }
    all->start = line.size - words.value.size;
    if (words.setting != SETTING_COUNT)
        complete_setting_value(app, line, words.setting, arena, all);
    else
        all->none = "no such setting";
}

static void complete_nothing(const App *app, Text line, Arena *arena, Candidates *all)
{
    (void)app;
    (void)line;
    (void)arena;
    all->none = "a number may stand here";
}

typedef void Complete(const App *app, Text line, Arena *arena, Candidates *all);

static Complete *completes(ActionId action)
{
    static Complete *const rows[ACTION_COUNT] = {
#define COMMAND(ID, complete) [ACTION_##ID] = complete_##complete,
#include "ui/command/commands.def"
    };

    return rows[action] ? rows[action] : complete_nothing;
}

Candidates command_candidates(const App *app, Text line, Arena *arena)
{
    Command command = command_parse(line);
    ActionId action = command_action(command.word);
    Candidates all = {0};

    if (!command.has_argument || !action) {
        complete_action(app, line, arena, &all);
        return all;
    }
    all.start = line.size - command.argument.size;
    completes(action)(app, line, arena, &all);
    return all;
}
