/*
 * `keys:` of a configuration:
 *
 *     keys:
 *       preset: vim
 *       all:    {"<C-j>": next-quote, gQ: none}
 *       quotes: {x: filter-quotes}
 *
 * First every row is taken, then each is held against the others: a sequence that begins another one waits for it, and that a reader
 * should know before the key feels slow.
 */
#include "keys/keymap_read.h"

#include "base/nearest.h"
#include "keys/key_preset.h"

#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) ", " #name
static const char expected[] = "keys under all"
#include "keys/panes.def"
                               " or popup";

enum { PRESETS_MOST = 16 };

static const Text any_character = LITERAL("{char}");

/* ---- names ---- */

static bool find_context(Text name, KeyContext *context)
{
    for (int i = 0; i < CONTEXT_COUNT; i++) {
        if (text_equal(name, key_context_name((KeyContext)i))) {
            *context = (KeyContext)i;
            return true;
        }
    }
    return false;
}

static void tell_unknown_context(const YamlNode *node, Report *report)
{
    Text names[CONTEXT_COUNT], nearest;

    for (int i = 0; i < CONTEXT_COUNT; i++)
        names[i] = key_context_name((KeyContext)i);
    nearest = nearest_name(node->key->text, names, CONTEXT_COUNT);
    if (nearest.size)
        report_add(report, SEVERITY_ERROR, node->key->line, node->key->column,
                   "unknown place \"%.*s\"; did you mean \"%.*s\"?", TEXT_ARGS(node->key->text), TEXT_ARGS(nearest));
    else
        report_add(report, SEVERITY_ERROR, node->key->line, node->key->column, "unknown place \"%.*s\"; write %s",
                   TEXT_ARGS(node->key->text), expected);
}

static bool read_action(const YamlNode *node, Report *report, ActionId *action)
{
    Text names[ACTION_COUNT], name, nearest;

    if (!yaml_text(node, "the name of an action, or none", report, &name))
        return false;
    *action = action_from_name(name);
    if (*action != ACTION_NONE || text_equal(name, action_info(ACTION_NONE)->name))
        return true;
    for (int i = 0; i < ACTION_COUNT; i++)
        names[i] = action_info((ActionId)i)->name;
    nearest = nearest_name(name, names, ACTION_COUNT);
    if (nearest.size)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "unknown action \"%.*s\"; did you mean \"%.*s\"?",
                   TEXT_ARGS(name), TEXT_ARGS(nearest));
    else
        report_add(report, SEVERITY_ERROR, node->line, node->column, "unknown action \"%.*s\"; `quoin keys` lists them",
                   TEXT_ARGS(name));
    return false;
}

/* ---- rows ---- */

/* Can it be typed at all? */
static bool check_sequence(const KeySequence *sequence, const YamlNode *key, Report *report)
{
    Key first = sequence->keys[0];

    if (first.modifiers == 0 && first.code >= '1' && first.code <= '9') {
        report_add(report, SEVERITY_ERROR, key->line, key->column, "\"%.*s\" cannot be typed: a digit begins a count",
                   TEXT_ARGS(key->text));
        return false;
    }
    for (int i = 1; i < sequence->count; i++) {
        if (key_equal(sequence->keys[i], (Key){KEY_SPECIAL_ESCAPE, 0})) {
            report_add(report, SEVERITY_ERROR, key->line, key->column,
                       "\"%.*s\" cannot be typed: Esc gives up what was begun", TEXT_ARGS(key->text));
            return false;
        }
    }
    return true;
}

static bool wants_character(ActionId action)
{
    return text_find(action_info(action)->keys, any_character, 0) != TEXT_NOT_FOUND;
}

static bool has_character(const KeySequence *sequence)
{
    for (int i = 0; i < sequence->count; i++) {
        if (sequence->keys[i].code == KEY_ANY_CHARACTER)
            return true;
    }
    return false;
}

static bool read_binding(const Keymap *keymap, KeyContext context, const YamlNode *node, Report *report,
                         Binding *binding)
{
    Text message;
    bool good = true;

    *binding = (Binding){.context = context, .from_user = true};
    if (!key_sequence_parse(node->key->text, &binding->sequence, keymap->arena, &message)) {
        report_add(report, SEVERITY_ERROR, node->key->line, node->key->column, "%.*s", TEXT_ARGS(message));
        good = false;
    } else {
        good = check_sequence(&binding->sequence, node->key, report);
    }
    if (!read_action(node, report, &binding->action) || !good)
        return false;
    if (wants_character(binding->action) && !has_character(&binding->sequence)) {
        report_add(report, SEVERITY_ERROR, node->key->line, node->key->column,
                   "%.*s takes a character: write \"%.*s{char}\"", TEXT_ARGS(action_info(binding->action)->name),
                   TEXT_ARGS(node->key->text));
        return false;
    }
    return true;
}

static void remove_binding(Keymap *keymap, Binding *binding)
{
    Binding *end = keymap->bindings.items + keymap->bindings.count;

    for (; binding + 1 < end; binding++)
        *binding = binding[1];
    keymap->bindings.count--;
}

static void take_binding(Keymap *keymap, const Binding *binding, const YamlNode *key, Report *report)
{
    Binding *same = keymap_find(keymap, binding->context, &binding->sequence);

    if (same && same->from_user) {
        report_add(report, SEVERITY_ERROR, key->line, key->column, "\"%.*s\" is bound twice under \"%.*s\"",
                   TEXT_ARGS(key->text), TEXT_ARGS(key_context_name(binding->context)));
        return;
    }
    if (binding->action == ACTION_NONE && !same && !keymap_find(keymap, CONTEXT_ALL, &binding->sequence))
        report_add(report, SEVERITY_WARNING, key->line, key->column, "\"%.*s\" does nothing anyway",
                   TEXT_ARGS(key->text));
    if (binding->action == ACTION_NONE && binding->context == CONTEXT_ALL) {
        if (same)
            remove_binding(keymap, same);
    } else if (same) {
        *same = *binding;
    } else {
        ARRAY_PUSH(keymap->arena, keymap->bindings, *binding);
    }
}

/* ---- sequences that get in each other's way ---- */

/* Are there keys that both would be tried for, somewhere? */
static bool meet(const Keymap *keymap, const Binding *binding, const Binding *other)
{
    if (binding == other || other->action == ACTION_NONE)
        return false;
    if (binding->context == CONTEXT_ALL || other->context == binding->context)
        return true;
    return keymap_holds(keymap, other, binding->context);
}

static bool begins(const Binding *binding, const Binding *other)
{
    return binding->sequence.count < other->sequence.count && key_sequence_begins(&binding->sequence, &other->sequence);
}

static Text written(const Keymap *keymap, const Binding *binding)
{
    return key_sequence_write(&binding->sequence, keymap->arena);
}

static void warn_of_longer(const Keymap *keymap, const Binding *binding, const YamlNode *key, Report *report)
{
    const Binding *first = NULL;
    size_t count = 0;
    Text more = {0};

    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *other = &keymap->bindings.items[i];

        if (!begins(binding, other) || !meet(keymap, binding, other))
            continue;
        if (count++ == 0)
            first = other;
    }
    if (!first)
        return;
    if (count > 1)
        more = arena_printf(keymap->arena, " and %zu more", count - 1);
    report_add(report, SEVERITY_WARNING, key->line, key->column,
               "\"%.*s\" also begins \"%.*s\" (%.*s)%.*s: it runs after %d ms without a further key",
               TEXT_ARGS(key->text), TEXT_ARGS(written(keymap, first)), TEXT_ARGS(action_info(first->action)->name),
               TEXT_ARGS(more), (int)KEY_TIMEOUT_MS);
}

static void warn_of_shorter(const Keymap *keymap, const Binding *binding, const YamlNode *key, Report *report)
{
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *other = &keymap->bindings.items[i];

        if (other->from_user || !begins(other, binding) || !meet(keymap, binding, other))
            continue;
        report_add(report, SEVERITY_WARNING, key->line, key->column,
                   "\"%.*s\" begins with \"%.*s\" (%.*s), which now runs after %d ms without a further key",
                   TEXT_ARGS(key->text), TEXT_ARGS(written(keymap, other)), TEXT_ARGS(action_info(other->action)->name),
                   (int)KEY_TIMEOUT_MS);
        return;
    }
}

/* "ma" beside "m{char}": the letter goes first. */
static void warn_of_character(const Keymap *keymap, const Binding *binding, const YamlNode *key, Report *report)
{
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *other = &keymap->bindings.items[i];
        bool wider, narrower;

        if (binding->sequence.count != other->sequence.count || key_sequence_equal(&binding->sequence, &other->sequence))
            continue;
        wider = key_sequence_begins(&other->sequence, &binding->sequence);
        narrower = key_sequence_begins(&binding->sequence, &other->sequence);
        if ((!wider && !narrower) || !meet(keymap, binding, other))
            continue;
        report_add(report, SEVERITY_WARNING, key->line, key->column, "\"%.*s\" (%.*s) goes before \"%.*s\" (%.*s)",
                   TEXT_ARGS(written(keymap, narrower ? binding : other)),
                   TEXT_ARGS(action_info(narrower ? binding->action : other->action)->name),
                   TEXT_ARGS(written(keymap, narrower ? other : binding)),
                   TEXT_ARGS(action_info(narrower ? other->action : binding->action)->name));
        return;
    }
}

static void warn(const Keymap *keymap, KeyContext context, const YamlNode *key, Report *report)
{
    KeySequence sequence;
    Text unused;
    const Binding *binding;

    if (!key_sequence_parse(key->text, &sequence, keymap->arena, &unused))
        return;
    binding = keymap_find(keymap, context, &sequence);
    if (!binding || !binding->from_user || binding->action == ACTION_NONE)
        return;
    warn_of_longer(keymap, binding, key, report);
    warn_of_shorter(keymap, binding, key, report);
    warn_of_character(keymap, binding, key, report);
}

/* ---- the whole ---- */

static void read_place(Keymap *keymap, KeyContext context, const YamlNode *place, Report *report)
{
    Binding binding;

    YAML_EACH(node, place) {
        if (read_binding(keymap, context, node, report, &binding))
            take_binding(keymap, &binding, node->key, report);
    }
}

static bool is_preset(const YamlNode *node)
{
    return text_equal(node->key->text, TEXT("preset"));
}

static void read_places(Keymap *keymap, const YamlNode *keys, Report *report)
{
    KeyContext context;

    YAML_EACH(place, keys) {
        if (is_preset(place))
            continue;
        if (!find_context(place->key->text, &context))
            tell_unknown_context(place, report);
        else if (yaml_expect(place, YAML_MAPPING, "keys with the names of actions", report))
            read_place(keymap, context, place, report);
    }
}

/* Its rows are as good as defaults: a configuration binds the same keys anew. */
void keymap_take_preset(Keymap *keymap, const KeyPreset *preset, Report *report)
{
    const YamlNode *root = preset->source.size ? yaml_parse(keymap->arena, preset->source, report) : NULL;
    const YamlNode *keys = root ? yaml_get(root, TEXT("keys")) : NULL;

    if (keys)
        read_places(keymap, keys, report);
    for (size_t i = 0; i < keymap->bindings.count; i++)
        keymap->bindings.items[i].from_user = false;
}

/* What is wrong with a preset is for those who make it. */
static void take_preset(Keymap *keymap, const KeyPreset *preset)
{
    Report report;

    report_init(&report, keymap->arena, preset->name);
    keymap_take_preset(keymap, preset, &report);
}

static void read_preset(Keymap *keymap, const YamlNode *node, Report *report)
{
    Text names[PRESETS_MOST], name, nearest;
    size_t count;
    const KeyPreset *presets = key_presets(&count), *preset;

    if (!yaml_text(node, "the name of a preset", report, &name))
        return;
    preset = key_preset_find(name);
    if (preset) {
        keymap->preset = preset;
        take_preset(keymap, preset);
        return;
    }
    for (size_t i = 0; i < count && i < PRESETS_MOST; i++)
        names[i] = presets[i].name;
    nearest = nearest_name(name, names, count);
    report_add(report, SEVERITY_ERROR, node->line, node->column, "there is no preset \"%.*s\"; %s%.*s%s",
               TEXT_ARGS(name), nearest.size ? "did you mean \"" : "quoin keys --help names them", TEXT_ARGS(nearest),
               nearest.size ? "\"?" : "");
}

static void warn_of_place(const Keymap *keymap, KeyContext context, const YamlNode *place, Report *report)
{
    YAML_EACH(node, place)
        warn(keymap, context, node->key, report);
}

void keymap_configure(Keymap *keymap, const YamlNode *keys, Report *report)
{
    KeyContext context;
    const YamlNode *preset;

    if (!yaml_expect(keys, YAML_MAPPING, expected, report))
        return;
    preset = yaml_get(keys, TEXT("preset"));
    if (preset)
        read_preset(keymap, preset, report);
    read_places(keymap, keys, report);
    YAML_EACH(place, keys) {
        if (place->kind == YAML_MAPPING && find_context(place->key->text, &context))
            warn_of_place(keymap, context, place, report);
    }
}
