/* A command is looked for in the table of actions: by its name, by a beginning that only one has, else by what is near. */
#include "ui/command_line.h"

#include "base/nearest.h"
#include "library/path_completion.h"
#include "ui/actions/actions.h"
#include "ui/state/opening.h"
#include "ui/state/searching.h"

/* `:12` goes to paragraph 12, `:50%` to the middle; else the name of an action, or its unique beginning. */
static Effects run_command(App *app, Text line)
{
    Text names[ACTION_COUNT];
    size_t count = 0, number;
    ActionId action, only = ACTION_NONE;
    Text near, name;

    if (command_line_name(line, &name)) {
        app_open_named(app, name);
        return EFFECT_NONE;
    }
    line = text_trim(line);
    if (line.size == 0)
        return EFFECT_NONE;
    if (text_to_number(line, KEY_COUNT_MAX, &number))
        return app_run(app, ACTION_GOTO_BOTTOM, (int)number, 0);
    if (text_ends_with(line, TEXT("%")) && text_to_number((Text){line.bytes, line.size - 1}, 100, &number))
        return app_run(app, ACTION_GOTO_PERCENT, (int)number, 0);
    action = action_from_name(line);
    if (action)
        return app_run(app, action, 0, 0);
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        names[count++] = action_info((ActionId)id)->name;
        if (text_starts_with(names[count - 1], line))
            only = only ? ACTION_COUNT : (ActionId)id;
    }
    if (only && only != ACTION_COUNT)
        return app_run(app, only, 0, 0);
    near = nearest_name(line, names, count);
    if (near.size)
        app_say(app, ROLE_STATUS_ERROR, "no action \"%.*s\"; did you mean \"%.*s\"?", TEXT_ARGS(line), TEXT_ARGS(near));
    else
        app_say(app, ROLE_STATUS_ERROR, "no action \"%.*s\"; ? lists them all", TEXT_ARGS(line));
    return EFFECT_NONE;
}

/* The name of a file, which is the rest of the line, as far as all agree that are there. */
static void complete_name(App *app, Text name)
{
    Prompt *prompt = &app->prompt.line;
    Text before = text_slice(prompt_text(prompt), (Range){0, prompt->size - name.size});
    Arena scratch = {0};
    PathCompletion completion = path_complete(&scratch, name, app->options.home);

    (void)prompt_set(prompt, PROMPT_COMMAND, arena_join(&scratch, (const Text[]){before, completion.common}, 2));
    arena_release(&scratch);
}

/* Tab completes the name of an action as far as all names agree that begin so. */
static void complete_command(App *app)
{
    Prompt *prompt = &app->prompt.line;
    Text common = {0}, file;
    bool found = false;

    if (command_line_name(prompt_text(prompt), &file)) {
        complete_name(app, file);
        return;
    }

    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        Text name = action_info((ActionId)id)->name;
        size_t same = 0;

        if (!text_starts_with(name, prompt_text(prompt)))
            continue;
        if (!found)
            common = name;
        found = true;
        while (same < common.size && same < name.size && common.bytes[same] == name.bytes[same])
            same++;
        common.size = same;
    }
    if (common.size > prompt->size)
        (void)prompt_set(prompt, PROMPT_COMMAND, common);
}

Effects command_line_key(App *app, Key key)
{
    PromptKind kind = app->prompt.line.kind;
    Prompt line;

    if (kind == PROMPT_COMMAND && key.code == KEY_SPECIAL_TAB) {
        complete_command(app);
        app->prompt.show_candidates = true;
        return EFFECT_NONE;
    }
    switch (prompt_edit(&app->prompt.line, key)) {
    case EDIT_CHANGED:
        if (kind == PROMPT_SEARCH)
            searching_type(app);
        return EFFECT_NONE;
    case EDIT_ACCEPTED:
        line = app->prompt.line;
        if (kind == PROMPT_SEARCH)
            searching_accept(app);
        prompt_clear(&app->prompt.line, PROMPT_NONE);
        return kind == PROMPT_COMMAND ? run_command(app, prompt_text(&line)) : EFFECT_NONE;
    case EDIT_CANCELLED:
        if (kind == PROMPT_SEARCH)
            searching_cancel(app);
        prompt_clear(&app->prompt.line, PROMPT_NONE);
        return EFFECT_NONE;
    case EDIT_NONE:
    case EDIT_MOVED:
        break;
    }
    return EFFECT_NONE;
}
