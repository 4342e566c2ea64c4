/* Each preset is a configuration without a mistake, takes the last key of no action, and goes before what the configuration says. */
#include "config/config.h"
#include "keys/keymap_read.h"
#include "tap.h"

static void check_as_configuration(const KeyPreset *preset)
{
    Arena arena = {0};
    Config config;
    Report report;

    config_init(&config, &arena);
    report_init(&report, &arena, preset->name);
    (void)config_read(&config, &arena, preset->source, &report);
    ok(report.problems.count == 0, "%.*s: a configuration without a mistake%s%.*s", TEXT_ARGS(preset->name),
       report.problems.count ? ": " : "", TEXT_ARGS(report.problems.count ? report_first(&report)->message : (Text){0}));
    arena_release(&arena);
}

static void check_actions(const KeyPreset *preset)
{
    Arena arena = {0};
    Keymap keymap;
    Report report;
    size_t hidden = 0;

    keymap_init(&keymap, &arena);
    report_init(&report, &arena, preset->name);
    keymap_take_preset(&keymap, preset, &report);
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const ActionInfo *info = action_info((ActionId)id);
        bool has_keys = keymap_keys_of(&keymap, info->context, (ActionId)id, 1, &arena).size > 0;

        hidden += !has_keys;
        if (!has_keys)
            printf("# %.*s\n", TEXT_ARGS(info->name));
    }
    ok(hidden == 0, "%.*s: every action has a key", TEXT_ARGS(preset->name));
    arena_release(&arena);
}

/* What `keys` does under a configuration, in the text; ACTION_NONE: nothing. */
static ActionId action_of(const char *source, const char *keys)
{
    Arena arena = {0};
    KeySequence sequence;
    Text message;
    const Binding *binding;
    Config config;
    Report report;
    ActionId action;

    config_init(&config, &arena);
    report_init(&report, &arena, TEXT("test"));
    (void)config_read(&config, &arena, text_from(source), &report);
    binding = key_sequence_parse(text_from(keys), &sequence, &arena, &message)
                  ? keymap_find(&config.keymap, CONTEXT_ALL, &sequence)
                  : NULL;
    action = binding ? binding->action : ACTION_NONE;
    arena_release(&arena);
    return action;
}

int main(void)
{
    size_t count;
    const KeyPreset *presets = key_presets(&count);

    ok(count >= 5 && text_equal(presets[0].name, TEXT(KEY_PRESET_DEFAULT)), "%zu presets", count);
    for (size_t i = 0; i < count; i++) {
        check_as_configuration(&presets[i]);
        check_actions(&presets[i]);
    }
    ok(action_of("keys: {preset: vim}", "gt") == ACTION_NEXT_ARTICLE, "a preset is taken");
    ok(action_of("keys: {preset: vim}", "d") == ACTION_NONE, "and takes keys away");
    ok(action_of("keys: {all: {gt: browse}, preset: vim}", "gt") == ACTION_BROWSE,
       "the configuration has the last word");
    ok(action_of("keys: {preset: less-vim}", "gt") == ACTION_TOGGLE_LIGHT_DARK, "the default changes nothing");
    ok(action_of("keys: {preset: vmi, all: {x: browse}}", "x") == ACTION_BROWSE,
       "one of no such name costs only itself");
    return tap_done();
}
