/* A key goes through the same key map as in the reader, to the function of its action's row; what that says is written as far as it fits. */
#include "ui/linear/linear.h"

#include "ui/command/command.h"
#include "ui/command/settings.h"
#include "ui/linear/keys_spoken.h"
#include "ui/linear/notes.h"
#include "ui/linear/reading.h"
#include "ui/linear/voice.h"
#include "ui/opening/opening.h"
#include "ui/taking/exporting.h"

typedef struct LinearRow {
    ActionId action;
    int direction;
    void (*run)(Linear *linear, const LinearCall *call);
    Text help;
} LinearRow;

static const LinearRow rows[] = {
#define LINEAR(ACTION, what, direction, help) {ACTION_##ACTION, direction, linear_##what, {help, sizeof(help) - 1}},
#include "ui/linear/linear.def"
};

bool linear_documentation(size_t row, ActionId *action, Text *help)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (rows[i].help.size == 0 || row-- > 0)
            continue;
        *action = rows[i].action;
        *help = rows[i].help;
        return true;
    }
    return false;
}

static const LinearRow *row_of(ActionId action)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (rows[i].action == action)
            return &rows[i];
    }
    return NULL;
}

/* What can be done without an article. */
static bool needs_article(ActionId action)
{
    return action != ACTION_HELP && action != ACTION_CLOSE && action != ACTION_QUIT && action != ACTION_COMMAND &&
           action != ACTION_NEXT_ARTICLE && action != ACTION_PREV_ARTICLE && action != ACTION_FOCUS_LIBRARY;
}

static void run(Linear *linear, ActionId action, int count, uint32_t character)
{
    const LinearRow *row = row_of(action);

    if (!row)
        voice_format(linear, "%.*s needs a screen; %.*s lists the keys.", TEXT_ARGS(action_info(action)->name),
                     TEXT_ARGS(keys_spoken(&linear->app->config->keymap, ACTION_HELP, &linear->arena)));
    else if (needs_article(action) && (!linear->app->document.article || app_page_fails(linear->app)))
        voice_say(linear, TEXT("No article is open."));
    else
        row->run(linear, &(LinearCall){row->direction, count > 0 ? count : 0, character});
}

/* What has no room is read on with by the keys that read on; others leave it. */
static bool goes_on(const Linear *linear, ActionId action)
{
    return linear->written < linear->lines.count && row_of(action) && row_of(action)->run == linear_read_on;
}

Text linear_question(const Linear *linear)
{
    static const Text questions[] = {[ASK_NOTHING] = {NULL, 0},
                                     [ASK_SEARCH] = LITERAL("Search for:"),
                                     [ASK_COMMAND] = LITERAL("Command:"),
                                     [ASK_NOTE] = LITERAL("Note:"),
                                     [ASK_SPEAKER] = LITERAL("Speaker:")};

    return questions[linear->ask];
}

static bool write_all(Linear *linear)
{
    linear_note_place(linear);
    (void)voice_write(linear);
    voice_ask(linear, linear_question(linear));
    return !linear->left && linear->out->error == 0;
}

void linear_begin(Linear *linear, App *app, Sink *out, int columns, int most)
{
    *linear = (Linear){.app = app, .out = out, .columns = columns, .most = most};
    linear->quote = linear->mention = NO_INDEX;
    app->memory.by_lines = true;
    linear_open(linear);
    voice_format(linear, "%.*s reads on, %.*s lists the keys, %.*s quits.",
                 TEXT_ARGS(keys_spoken(&app->config->keymap, ACTION_PAGE_DOWN, &linear->arena)),
                 TEXT_ARGS(keys_spoken(&app->config->keymap, ACTION_HELP, &linear->arena)),
                 TEXT_ARGS(keys_spoken(&app->config->keymap, ACTION_CLOSE, &linear->arena)));
    (void)write_all(linear);
}

void linear_resize(Linear *linear, int columns, int most)
{
    linear->columns = columns;
    linear->most = most;
}

void linear_done(Linear *linear)
{
    App *app = linear->app;
    bool is_written = linear->effects & EFFECT_WRITE_QUOTES;

    linear->effects = EFFECT_NONE;
    voice_begin(linear);
    linear_say_message(linear);
    if (is_written && app->document.article) { /* it was read again */
        document_finish(&app->document);
        linear->quote = linear->mention = NO_INDEX;
        linear_take_notes(linear);
    }
    (void)write_all(linear);
}

void linear_end(Linear *linear)
{
    if (linear->line_is_open)
        sink_byte(linear->out, '\n');
    arena_release(&linear->arena);
}

/* ---- keys ---- */

static bool take_result(Linear *linear, KeyResult result, Key key)
{
    if (result.outcome == KEY_PENDING)
        return true;
    if (result.outcome == KEY_ACTION && goes_on(linear, result.action))
        return write_all(linear);
    voice_begin(linear);
    if (result.outcome == KEY_UNBOUND)
        voice_format(linear, "%.*s does nothing here; %.*s lists the keys.", TEXT_ARGS(key_spoken(key, &linear->arena)),
                     TEXT_ARGS(keys_spoken(&linear->app->config->keymap, ACTION_HELP, &linear->arena)));
    else if (result.outcome == KEY_ACTION)
        run(linear, result.action, result.count, result.character);
    return write_all(linear);
}

bool linear_key(Linear *linear, Key key, int64_t now_ms)
{
    const Keymap *keymap = &linear->app->config->keymap;

    return take_result(linear, keymap_feed(keymap, &linear->keys, CONTEXT_BODY, key, now_ms), key);
}

bool linear_tick(Linear *linear, int64_t now_ms)
{
    const Keymap *keymap = &linear->app->config->keymap;

    if (keymap_timeout_ms(keymap, &linear->keys, CONTEXT_BODY, now_ms) != 0)
        return true;
    return take_result(linear, keymap_expire(keymap, &linear->keys, CONTEXT_BODY, now_ms), (Key){0});
}

int linear_timeout_ms(const Linear *linear, int64_t now_ms)
{
    return keymap_timeout_ms(&linear->app->config->keymap, &linear->keys, CONTEXT_BODY, now_ms);
}

/* ---- lines ---- */

bool linear_wants_line(const Linear *linear)
{
    return linear->ask != ASK_NOTHING;
}

/* What is typed behind the name of an action. False: that is no text. */
static bool run_argument(Linear *linear, ActionId action, const Command *command)
{
    App *app = linear->app;

    if (command->argument.size == 0 || (action != ACTION_OPEN && action != ACTION_SET && action != ACTION_EXPORT))
        return false;
    linear_begin_message(linear);
    if (action == ACTION_OPEN) {
        app_open_named(app, command->argument);
        linear_open(linear);
    } else if (action == ACTION_SET) {
        linear->effects |= app_set(app, command->argument, command->kept ? SETTING_KEPT : SETTING_FOR_NOW);
        linear_say_message(linear);
    } else {
        linear->effects |= app_export(app, command->argument, command->kept);
        linear_say_message(linear);
    }
    return true;
}

static void run_line(Linear *linear, Text line)
{
    Command command = command_parse(line);
    ActionId action = command_action(command.word);
    size_t number = 0;

    if (text_to_number(line, KEY_COUNT_MAX, &number))
        run(linear, ACTION_GOTO_BOTTOM, (int)number, 0);
    else if (text_ends_with(line, TEXT("%")) && text_to_number((Text){line.bytes, line.size - 1}, 100, &number))
        run(linear, ACTION_GOTO_PERCENT, (int)number, 0);
    else if (!action)
        voice_format(linear, "There is no action \"%.*s\".", TEXT_ARGS(command.word));
    else if (run_argument(linear, action, &command))
        return;
    else if (command.argument.size && !text_to_number(command.argument, KEY_COUNT_MAX, &number))
        voice_format(linear, "%.*s takes a number.", TEXT_ARGS(action_info(action)->name));
    else
        run(linear, action, (int)number, 0);
}

bool linear_line(Linear *linear, Text line, int64_t now_ms)
{
    LinearAsk ask = linear->ask;

    (void)now_ms;
    linear->ask = ASK_NOTHING;
    voice_begin(linear);
    line = text_trim(line);
    if (ask == ASK_SEARCH)
        linear_search(linear, line);
    else if (ask == ASK_NOTE)
        linear_write_note(linear, line);
    else if (ask == ASK_SPEAKER)
        linear_write_speaker(linear, line);
    else if (line.size)
        run_line(linear, line);
    return write_all(linear);
}
