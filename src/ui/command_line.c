/*
 * What is typed in the status line: a search, or a command, which is looked for in the table of actions: by its name, by a beginning that only one
 * has, else by what is near. Up and Down bring back what was typed before.
 */
#include "ui/command_line.h"

#include "ui/actions/actions.h"
#include "ui/actions/actions_take.h"
#include "ui/command/command.h"
#include "ui/command/settings.h"
#include "ui/notes/correcting.h"
#include "ui/notes/noting.h"
#include "ui/opening/opening.h"
#include "ui/state/list_find.h"
#include "ui/state/searching.h"
#include "ui/taking/exporting.h"

/* ---- commands ---- */

static Effects run_open(App *app, const Command *command)
{
    app_open_named(app, command->argument);
    return EFFECT_NONE;
}

static Effects run_set(App *app, const Command *command)
{
    return app_set(app, command->argument, command->kept ? SETTING_KEPT : SETTING_FOR_NOW);
}

/* With what the reader noted and corrected. */
static Effects run_export(App *app, const Command *command)
{
    (void)noting_need(app);
    correcting_apply(app);
    return app_export(app, command->argument, command->kept);
}

static Effects run_pipe(App *app, const Command *command)
{
    return take_to_program(app, command->argument);
}

static Effects run_save(App *app, const Command *command)
{
    return take_to_file(app, command->argument, command->kept);
}

/* What is done with what is typed behind the name of an action; NULL: it is a count, or a character. */
typedef Effects Run(App *app, const Command *command);
static Run *runs(ActionId action)
{
    static Run *const rows[ACTION_COUNT] = {
        [ACTION_EXPORT] = run_export, [ACTION_OPEN] = run_open, [ACTION_PIPE] = run_pipe,
        [ACTION_SAVE] = run_save,     [ACTION_SET] = run_set,
    };

    return rows[action];
}

static Effects say_no_action(App *app, Text line, Text word)
{
    Arena scratch = {0};
    Text near = command_near(word), beginnings = command_beginnings(&scratch, word);

    if (beginnings.size)
        app_say(app, ROLE_STATUS_ERROR, "several actions begin with \"%.*s\": %.*s", TEXT_ARGS(word),
                TEXT_ARGS(beginnings));
    else if (near.size)
        app_say(app, ROLE_STATUS_ERROR, "no action \"%.*s\"; did you mean \"%.*s\"?", TEXT_ARGS(line), TEXT_ARGS(near));
    else
        app_say(app, ROLE_STATUS_ERROR, "no action \"%.*s\"; ? lists them all", TEXT_ARGS(line));
    arena_release(&scratch);
    return EFFECT_NONE;
}

/* ":set-mark a" */
static bool takes_character(ActionId action)
{
    return text_find(action_info(action)->keys, TEXT("{char}"), 0) != TEXT_NOT_FOUND;
}

static Effects run_simple(App *app, ActionId action, Text argument)
{
    size_t number = 0, size = 0;
    uint32_t character = argument.size ? utf8_decode(argument, 0, &size) : 0;

    if (takes_character(action) && (argument.size == 0 || size < argument.size))
        app_say(app, ROLE_STATUS_ERROR, "%.*s takes one character: %.*s a", TEXT_ARGS(action_info(action)->name),
                TEXT_ARGS(action_info(action)->name));
    else if (takes_character(action))
        return app_run(app, action, 0, character);
    else if (argument.size && !text_to_number(argument, KEY_COUNT_MAX, &number))
        app_say(app, ROLE_STATUS_ERROR, "%.*s takes a number, found \"%.*s\"", TEXT_ARGS(action_info(action)->name),
                TEXT_ARGS(argument));
    else
        return app_run(app, action, (int)number, 0);
    return EFFECT_NONE;
}

/* `:12` goes to paragraph 12, `:50%` to the middle; else the name of an action, or its unique beginning. */
static Effects run_command(App *app, Text line)
{
    Command command = command_parse(line);
    ActionId action;
    size_t number;

    line = text_trim(line);
    if (line.size == 0)
        return EFFECT_NONE;
    if (text_to_number(line, KEY_COUNT_MAX, &number))
        return app_run(app, ACTION_GOTO_BOTTOM, (int)number, 0);
    if (text_ends_with(line, TEXT("%")) && text_to_number((Text){line.bytes, line.size - 1}, 100, &number))
        return app_run(app, ACTION_GOTO_PERCENT, number ? (int)number : COUNT_NOUGHT, 0);
    action = command_action(command.word);
    if (!action)
        return say_no_action(app, line, command.word);
    if (runs(action) && command.has_argument)
        return runs(action)(app, &command);
    return run_simple(app, action, text_trim(command.argument));
}

/* ---- keys ---- */

/* Tab puts in how far all agree that may stand there. */
static void complete(App *app)
{
    Prompt *prompt = &app->prompt.line;
    Arena scratch = {0};
    Candidates all = command_candidates(app, prompt_text(prompt), &scratch);
    Text before = text_slice(prompt_text(prompt), (Range){0, all.start});

    if (all.common.size)
        (void)prompt_set(prompt, PROMPT_COMMAND, arena_join(&scratch, (const Text[]){before, all.common}, 2));
    app->prompt.show_candidates = true;
    arena_release(&scratch);
}

static History *history_of(App *app, PromptKind kind)
{
    return kind == PROMPT_COMMAND ? &app->prompt.commands : &app->prompt.searches;
}

/* What is typed is looked for at once. */
static void follow(App *app, PromptKind kind)
{
    if (kind == PROMPT_SEARCH)
        searching_type(app);
    else if (kind == PROMPT_FIND)
        list_find_type(app);
}

/* Up and Down, as shells have them. False: another key. */
static bool walk_history(App *app, Key key)
{
    PromptKind kind = app->prompt.line.kind;
    bool control = key.modifiers == MODIFIER_CTRL;
    int direction = key.code == KEY_SPECIAL_UP || (control && key.code == 'p')     ? -1
                    : key.code == KEY_SPECIAL_DOWN || (control && key.code == 'n') ? +1
                                                                                   : 0;

    if (direction == 0) {
        history_stay(history_of(app, kind));
        return false;
    }
    if (history_walk(history_of(app, kind), &app->prompt.line, direction))
        follow(app, kind);
    return true;
}

static Effects accept(App *app, PromptKind kind)
{
    Prompt line = app->prompt.line;

    history_add(history_of(app, kind), prompt_text(&line));
    if (kind == PROMPT_SEARCH)
        searching_accept(app);
    else if (kind == PROMPT_FIND)
        list_find_accept(app);
    prompt_clear(&app->prompt.line, PROMPT_NONE);
    return kind == PROMPT_COMMAND ? run_command(app, prompt_text(&line)) : EFFECT_NONE;
}

Effects command_line_key(App *app, Key key)
{
    PromptKind kind = app->prompt.line.kind;

    if (walk_history(app, key))
        return EFFECT_NONE;
    if (kind == PROMPT_COMMAND && key.code == KEY_SPECIAL_TAB) {
        complete(app);
        return EFFECT_NONE;
    }
    switch (prompt_edit(&app->prompt.line, key)) {
    case EDIT_CHANGED:
        follow(app, kind);
        return EFFECT_NONE;
    case EDIT_ACCEPTED:
        return accept(app, kind);
    case EDIT_CANCELLED:
        if (kind == PROMPT_SEARCH)
            searching_cancel(app);
        else if (kind == PROMPT_FIND)
            list_find_cancel(app);
        prompt_clear(&app->prompt.line, PROMPT_NONE);
        return EFFECT_NONE;
    case EDIT_NONE:
    case EDIT_MOVED:
        break;
    }
    return EFFECT_NONE;
}
