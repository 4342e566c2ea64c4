/*
 * Which action a key runs. There are about a hundred bindings and a key comes a few times a second, so they stay an array that is
 * walked from end to end; what a tree would give falls out of three questions about each row: does it fit what was typed, does it
 * go on, and is it hidden by a row that comes before it?
 *
 *     typed   fits (own context, then `all`)   goes on                outcome
 *     g       -                                gg gb gq ge ga gt gQ   pending, until a key comes
 *     g       scroll-up, of a configuration    gg gb gq ge ga gt gQ   pending; scroll-up after KEY_TIMEOUT_MS
 *     gg      goto-top                         -                      goto-top
 *     gx      -                                -                      unbound, all of it forgotten
 *     12 G    goto-bottom, count 12            -                      goto-bottom
 *
 * Of two rows that fit, the context's goes before that of `all`, and a letter before {char}.
 */
#include "keys/keymap.h"

#include <assert.h>
#include <string.h>

/* ---- the default map ---- */

static void add_defaults(Keymap *keymap, ActionId action)
{
    const ActionInfo *info = action_info(action);
    Text keys;

    for (size_t at = 0; text_next_part(info->keys, ' ', &at, &keys);) {
        Binding binding = {.context = info->context, .action = action};
        Text unused;

        if (key_sequence_parse(keys, &binding.sequence, keymap->arena, &unused))
            ARRAY_PUSH(keymap->arena, keymap->bindings, binding);
    }
}

void keymap_init(Keymap *keymap, Arena *arena)
{
    *keymap = (Keymap){.arena = arena};
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
        add_defaults(keymap, (ActionId)i);
}

/* ---- rows and what was typed ---- */

Binding *keymap_find(const Keymap *keymap, KeyContext context, const KeySequence *sequence)
{
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        Binding *binding = &keymap->bindings.items[i];

        if (binding->context == context && key_sequence_equal(&binding->sequence, sequence))
            return binding;
    }
    return NULL;
}

bool keymap_holds(const Keymap *keymap, const Binding *binding, KeyContext context)
{
    if (binding->action == ACTION_NONE)
        return false;
    if (binding->context == context)
        return true;
    return binding->context == CONTEXT_ALL && !keymap_find(keymap, context, &binding->sequence);
}

/* Position of the first {char}, the number of keys when there is none: the later the more exact. */
static int exactness(const KeySequence *sequence)
{
    int i = 0;

    while (i < sequence->count && sequence->keys[i].code != KEY_ANY_CHARACTER)
        i++;
    return i;
}

static bool goes_before(const Binding *a, const Binding *b)
{
    if (a->context != b->context)
        return a->context != CONTEXT_ALL;
    return exactness(&a->sequence) > exactness(&b->sequence);
}

/* What `typed` runs, and whether more keys may follow. */
typedef struct Lookup {
    const Binding *fits; /* NULL: nothing */
    bool goes_on;
} Lookup;

static Lookup look_up(const Keymap *keymap, KeyContext context, const KeySequence *typed)
{
    Lookup lookup = {0};

    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *binding = &keymap->bindings.items[i];

        if (!key_sequence_begins(typed, &binding->sequence) || !keymap_holds(keymap, binding, context))
            continue;
        if (binding->sequence.count > typed->count)
            lookup.goes_on = true;
        else if (!lookup.fits || goes_before(binding, lookup.fits))
            lookup.fits = binding;
    }
    return lookup;
}

/* ---- keys ---- */

static KeyResult forget(KeyState *state, KeyOutcome outcome)
{
    *state = (KeyState){.since_ms = state->since_ms};
    return (KeyResult){.outcome = outcome};
}

static KeyResult run(KeyState *state, const Binding *binding)
{
    KeyResult result = {.outcome = KEY_ACTION, .count = state->count};

    assert(binding);
    result.action = binding->action;
    for (int i = 0; i < binding->sequence.count; i++) {
        if (binding->sequence.keys[i].code == KEY_ANY_CHARACTER)
            result.character = state->typed.keys[i].code;
    }
    forget(state, KEY_ACTION);
    return result;
}

/* Digits before a sequence are its count, unless something is bound to a "0" with which it would begin. */
static bool take_count(const Keymap *keymap, KeyState *state, KeyContext context, Key key)
{
    KeySequence zero = {.keys = {key}, .count = 1};
    int before = state->count > 0 ? state->count : 0, digit = (int)key.code - '0', count;
    Lookup bound;

    if (state->typed.count > 0 || key.modifiers != 0 || key.code < '0' || key.code > '9')
        return false;
    bound = look_up(keymap, context, &zero);
    if (digit == 0 && state->count == 0 && (bound.goes_on || bound.fits))
        return false;
    count = before > (KEY_COUNT_MAX - digit) / 10 ? KEY_COUNT_MAX : before * 10 + digit;
    state->count = count ? count : COUNT_NOUGHT;
    return true;
}

Text keymap_typed(const KeyState *state, Arena *arena)
{
    Text typed = key_sequence_format(&state->typed, arena);

    return state->count ? arena_printf(arena, "%d%.*s", state->count > 0 ? state->count : 0, TEXT_ARGS(typed)) : typed;
}

KeyResult keymap_feed(const Keymap *keymap, KeyState *state, KeyContext context, Key key, int64_t now_ms)
{
    Lookup lookup;

    state->since_ms = now_ms;
    if (take_count(keymap, state, context, key))
        return (KeyResult){.outcome = KEY_PENDING};
    if (key.code == KEY_SPECIAL_ESCAPE && key.modifiers == 0 && (state->typed.count > 0 || state->count != 0))
        return forget(state, KEY_CANCELLED);
    if (state->typed.count == MOST_BINDING_KEYS)
        return forget(state, KEY_UNBOUND);
    state->typed.keys[state->typed.count++] = key;
    lookup = look_up(keymap, context, &state->typed);
    if (lookup.goes_on)
        return (KeyResult){.outcome = KEY_PENDING};
    return lookup.fits ? run(state, lookup.fits) : forget(state, KEY_UNBOUND);
}

KeyResult keymap_expire(const Keymap *keymap, KeyState *state, KeyContext context, int64_t now_ms)
{
    if (keymap_timeout_ms(keymap, state, context, now_ms) != 0)
        return (KeyResult){.outcome = KEY_PENDING};
    return run(state, look_up(keymap, context, &state->typed).fits);
}

int keymap_timeout_ms(const Keymap *keymap, const KeyState *state, KeyContext context, int64_t now_ms)
{
    int64_t waited = now_ms - state->since_ms;

    if (state->typed.count == 0 || !look_up(keymap, context, &state->typed).fits)
        return -1;
    if (waited < 0)
        return KEY_TIMEOUT_MS;
    return waited >= KEY_TIMEOUT_MS ? 0 : (int)(KEY_TIMEOUT_MS - waited);
}

/* ---- for hints and help ---- */

size_t keymap_continuations(const Keymap *keymap, const KeyState *state, KeyContext context, const Binding **bindings,
                            size_t most)
{
    size_t count = 0;

    for (size_t i = 0; i < keymap->bindings.count && count < most; i++) {
        const Binding *binding = &keymap->bindings.items[i];

        if (binding->sequence.count > state->typed.count && key_sequence_begins(&state->typed, &binding->sequence) &&
            keymap_holds(keymap, binding, context))
            bindings[count++] = binding;
    }
    return count;
}

bool keymap_takes(const Keymap *keymap, const KeyState *state, KeyContext context, Key key)
{
    KeySequence typed = state->typed;

    if (typed.count == MOST_BINDING_KEYS)
        return false;
    typed.keys[typed.count++] = key;
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        if (key_sequence_begins(&typed, &keymap->bindings.items[i].sequence) &&
            keymap_holds(keymap, &keymap->bindings.items[i], context))
            return true;
    }
    return false;
}

static size_t character_count(Text text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.size; i++)
        count += ((unsigned char)text.bytes[i] & 0xc0) != 0x80;
    return count;
}

/* Insert before the first that is longer, so that equals stay in the order of the table. */
static void insert_by_length(Text *texts, size_t *count, size_t most, Text text)
{
    size_t at = *count;

    while (at > 0 && character_count(texts[at - 1]) > character_count(text))
        at--;
    if (at == most)
        return;
    if (*count < most)
        ++*count;
    memmove(texts + at + 1, texts + at, (*count - at - 1) * sizeof *texts);
    texts[at] = text;
}

enum { LONGEST_LIST = 16 };

typedef struct KeyList {
    Text keys[LONGEST_LIST];
    size_t count;
} KeyList;

static Text join(const KeyList *list, Arena *arena)
{
    TextBuffer line = {0};

    for (size_t i = 0; i < list->count; i++) {
        text_buffer_add(arena, &line, i ? TEXT(" ") : (Text){0});
        text_buffer_add(arena, &line, list->keys[i]);
    }
    return text_buffer_text(&line);
}

/* Is a row among those that are listed for its action in `context`? */
static bool is_listed(const Keymap *keymap, const Binding *binding, KeyContext context)
{
    if (context == action_info(binding->action)->context)
        return keymap_holds(keymap, binding, context);
    return binding->context == context;
}

typedef bool Chosen(const Keymap *keymap, const Binding *binding, KeyContext context);

/* The shortest `most` of an action's keys whose rows are chosen. */
static Text keys_where(const Keymap *keymap, Chosen *chosen, KeyContext context, ActionId action, size_t most,
                       Arena *arena)
{
    KeyList list = {.count = 0};

    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *binding = &keymap->bindings.items[i];

        if (binding->action == action && chosen(keymap, binding, context))
            insert_by_length(list.keys, &list.count, most < LONGEST_LIST ? most : LONGEST_LIST,
                             key_sequence_format(&binding->sequence, arena));
    }
    return join(&list, arena);
}

Text keymap_keys_of(const Keymap *keymap, KeyContext context, ActionId action, size_t most, Arena *arena)
{
    return keys_where(keymap, keymap_holds, context, action, most, arena);
}

Text keymap_listed_keys(const Keymap *keymap, KeyContext context, ActionId action, size_t most, Arena *arena)
{
    return keys_where(keymap, is_listed, context, action, most, arena);
}

bool keymap_lists_key(const Keymap *keymap, KeyContext context, ActionId action, Text part, Arena *arena)
{
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *binding = &keymap->bindings.items[i];

        if (binding->action == action && is_listed(keymap, binding, context) &&
            (text_find(key_sequence_format(&binding->sequence, arena), part, 0) != TEXT_NOT_FOUND ||
             text_find(key_sequence_write(&binding->sequence, arena), part, 0) != TEXT_NOT_FOUND))
            return true;
    }
    return false;
}

size_t keymap_contexts_of(const Keymap *keymap, ActionId action, KeyContext contexts[CONTEXT_COUNT])
{
    bool given[CONTEXT_COUNT] = {false};
    size_t count = 0;

    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *binding = &keymap->bindings.items[i];

        if (binding->action == action && binding->from_user)
            given[binding->context] = true;
    }
    given[action_info(action)->context] = false;
    contexts[count++] = action_info(action)->context;
    for (int context = 0; context < CONTEXT_COUNT; context++) {
        if (given[context])
            contexts[count++] = (KeyContext)context;
    }
    return count;
}
