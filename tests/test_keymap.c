/*
 * The dispatcher, as scripts: keys and waits in, outcomes out. "+700" lets 700 ms pass and then asks for what has expired; "…" stands for a
 * key that waits for more, "!" for one that is not bound, "x" for a cancelled prefix.
 */
#include <inttypes.h>
#include <string.h>

#include "keys/keymap.h"
#include "tap.h"

typedef struct Script {
    KeyContext context;
    const char *keys, *outcomes;
} Script;

static const Script scripts[] = {
    {CONTEXT_BODY, "j k <Down> <C-y>", "scroll-down scroll-up scroll-down scroll-up"},
    {CONTEXT_QUOTES, "j", "scroll-down"},
    {CONTEXT_BODY, "g g", "… goto-top"},
    {CONTEXT_BODY, "g +600", "…"},
    {CONTEXT_BODY, "g +5000 g", "… goto-top"},
    {CONTEXT_BODY, "g +300 b", "… focus-body"},
    {CONTEXT_BODY, "g q j", "… focus-quotes scroll-down"},
    {CONTEXT_BODY, "z +5000", "…"},
    {CONTEXT_BODY, "z +5000 t", "… align-top"},
    {CONTEXT_BODY, "z <Esc> t", "… x !"},
    {CONTEXT_BODY, "g X", "… !"},
    {CONTEXT_BODY, "z x j", "… ! scroll-down"},
    {CONTEXT_BODY, "X", "!"},
    {CONTEXT_BODY, "<Esc>", "clear"},
    {CONTEXT_BODY, "3 <Esc> <Esc>", "… x clear"},
    {CONTEXT_BODY, "3 .", "… next-quote*3"},
    {CONTEXT_BODY, "1 2 G", "… … goto-bottom*12"},
    {CONTEXT_BODY, "1 0 0 j", "… … … scroll-down*100"},
    {CONTEXT_BODY, "0 j", "… scroll-down*0"},
    {CONTEXT_BODY, "0 0 5 %", "… … … goto-percent*5"},
    {CONTEXT_BODY, "0 <Esc> j", "… x scroll-down"},
    {CONTEXT_BODY, "5 0 %", "… … goto-percent*50"},
    {CONTEXT_BODY, "3 g Q", "… … goto-quote*3"},
    {CONTEXT_BODY, "3 +5000 j", "… scroll-down*3"},
    {CONTEXT_BODY, "3 X j", "… ! scroll-down"},
    {CONTEXT_BODY, "9 9 9 9 9 9 9 9 9 9 j", "… … … … … … … … … … scroll-down*999999"},
    {CONTEXT_BODY, "m a ' z", "… set-mark(a) … goto-mark(z)"},
    {CONTEXT_BODY, "m 3", "… set-mark(3)"},
    {CONTEXT_BODY, "m é", "… set-mark(é)"},
    {CONTEXT_BODY, "m <Enter> j", "… ! scroll-down"},
    {CONTEXT_BODY, "m <C-d>", "… !"},
    {CONTEXT_BODY, "m <Esc>", "… x"},
    {CONTEXT_BODY, "` `", "… jump-back"},
    {CONTEXT_BODY, "] q [ s", "… next-quote … prev-quote-same-speaker"},
    {CONTEXT_BODY, "Z Z", "… quit"},
    {CONTEXT_BODY, "{ }", "prev-paragraph next-paragraph"},
    {CONTEXT_QUOTES, "{ }", "! !"},
    {CONTEXT_BODY, "<M-lt> <M->>", "goto-top goto-bottom"},
    {CONTEXT_BODY, "<C-g> <S-Tab> <Tab>", "info focus-prev-pane focus-next-pane"},
};

/* Where a configuration gives `g` an action of its own, which the defaults begin longer sequences with. */
static const Script lone_key_scripts[] = {
    {CONTEXT_BODY, "g g", "… goto-top"},        {CONTEXT_BODY, "g +599", "…"},
    {CONTEXT_BODY, "g +600", "… scroll-up"},    {CONTEXT_BODY, "g +300 +300", "… scroll-up"},
    {CONTEXT_BODY, "g +300 b", "… focus-body"}, {CONTEXT_BODY, "3 g +600", "… … scroll-up*3"},
};

static void append(char *line, size_t capacity, const char *piece)
{
    size_t size = strlen(line);

    (void)snprintf(line + size, capacity - size, "%s%s", size ? " " : "", piece);
}

static void tell(KeyResult result, char *piece, size_t capacity)
{
    char character[5] = {0};
    int size;

    switch (result.outcome) {
    case KEY_UNBOUND:
        (void)snprintf(piece, capacity, "!");
        return;
    case KEY_PENDING:
        (void)snprintf(piece, capacity, "…");
        return;
    case KEY_CANCELLED:
        (void)snprintf(piece, capacity, "x");
        return;
    case KEY_ACTION:
        break;
    }
    size = snprintf(piece, capacity, "%.*s", TEXT_ARGS(action_info(result.action)->name));
    if (result.count)
        (void)snprintf(piece + size, capacity - (size_t)size, "*%d", result.count == COUNT_NOUGHT ? 0 : result.count);
    if (result.character) {
        (void)utf8_encode(result.character, character);
        (void)snprintf(piece + size, capacity - (size_t)size, "(%s)", character);
    }
}

static void run_script(const Keymap *keymap, KeyContext context, const char *keys, char *outcomes, size_t capacity,
                       Arena *arena)
{
    Text script = text_from(keys);
    KeyState state = {0};
    int64_t now_ms = 1000;

    outcomes[0] = '\0';
    for (size_t start = 0, end; start < script.size; start = end + 1) {
        Text word, message;
        KeySequence sequence;
        KeyResult result;
        char piece[80];

        end = text_find_byte(script, ' ', start);
        if (end == TEXT_NOT_FOUND)
            end = script.size;
        word = text_slice(script, (Range){start, end});
        if (word.size > 1 && word.bytes[0] == '+') {
            now_ms += strtol(word.bytes + 1, NULL, 10);
            result = keymap_expire(keymap, &state, context, now_ms);
            if (result.outcome == KEY_PENDING)
                continue;
        } else {
            if (!key_sequence_parse(word, &sequence, arena, &message) || sequence.count != 1) {
                append(outcomes, capacity, "(bad script)");
                return;
            }
            result = keymap_feed(keymap, &state, context, sequence.keys[0], now_ms);
        }
        tell(result, piece, sizeof piece);
        append(outcomes, capacity, piece);
    }
}

static void test_scripts(const Keymap *keymap, const Script *all, size_t count, Arena *arena)
{
    char outcomes[400];

    for (size_t i = 0; i < count; i++) {
        run_script(keymap, all[i].context, all[i].keys, outcomes, sizeof outcomes, arena);
        ok(strcmp(outcomes, all[i].outcomes) == 0, "%s: %s (%s)", all[i].keys, all[i].outcomes, outcomes);
    }
}

/* Every default is readable, in the map, and alone in its place. */
static void test_defaults(const Keymap *keymap)
{
    size_t expected = 0, equal = 0, begun = 0;

    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        Text keys = action_info((ActionId)action)->keys;

        expected += keys.size > 0;
        for (size_t i = 0; i < keys.size; i++)
            expected += keys.bytes[i] == ' ';
    }
    ok(keymap->bindings.count == expected, "all %zu default sequences are taken (%zu)", expected,
       keymap->bindings.count);
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        for (size_t j = i + 1; j < keymap->bindings.count; j++) {
            const Binding *a = &keymap->bindings.items[i], *b = &keymap->bindings.items[j];
            bool same = a->context == b->context && a->sequence.count == b->sequence.count;

            for (int k = 0; same && k < a->sequence.count; k++)
                same = key_equal(a->sequence.keys[k], b->sequence.keys[k]);
            equal += same;
            same = a->sequence.count != b->sequence.count;
            begun += same && (key_sequence_begins(&a->sequence, &b->sequence) ||
                              key_sequence_begins(&b->sequence, &a->sequence));
        }
    }
    ok(equal == 0, "no two defaults are the same keys");
    ok(begun == 0, "no default begins another: none runs while its reader looks at what may follow");
    ok(action_from_name(TEXT("next-quote")) == ACTION_NEXT_QUOTE && action_from_name(TEXT("nonesuch")) == ACTION_NONE,
       "actions are found by name");
}

static void test_timeouts(const Keymap *keymap)
{
    KeyState state = {0};

    ok(keymap_timeout_ms(keymap, &state, CONTEXT_BODY, 0) == -1, "nothing typed: nothing waits");
    (void)keymap_feed(keymap, &state, CONTEXT_BODY, (Key){'3', 0}, 100);
    ok(keymap_timeout_ms(keymap, &state, CONTEXT_BODY, 100) == -1, "a count alone waits for ever");
    (void)keymap_feed(keymap, &state, CONTEXT_BODY, (Key){'g', 0}, 100);
    ok(keymap_timeout_ms(keymap, &state, CONTEXT_BODY, 100) == KEY_TIMEOUT_MS, "g waits");
    ok(keymap_timeout_ms(keymap, &state, CONTEXT_BODY, 650) == 50, "… until its time is over");
    ok(keymap_timeout_ms(keymap, &state, CONTEXT_BODY, 700) == 0, "… which is now");
    ok(keymap_timeout_ms(keymap, &state, CONTEXT_BODY, 1 << 30) == 0, "… or long ago");
    ok(keymap_timeout_ms(keymap, &state, CONTEXT_BODY, -1000) == KEY_TIMEOUT_MS, "a clock that goes back is survived");
    state = (KeyState){0};
    (void)keymap_feed(keymap, &state, CONTEXT_BODY, (Key){'z', 0}, 100);
    ok(keymap_timeout_ms(keymap, &state, CONTEXT_BODY, 9999) == -1, "a prefix with nothing to run waits for ever");
}

static size_t holding(const Keymap *keymap, KeyContext context)
{
    size_t count = 0;

    for (size_t i = 0; i < keymap->bindings.count; i++)
        count += keymap_holds(keymap, &keymap->bindings.items[i], context);
    return count;
}

static void test_lists(const Keymap *keymap, Arena *arena)
{
    const Binding *bindings[400];
    KeyState state = {0};
    size_t count;

    (void)keymap_feed(keymap, &state, CONTEXT_BODY, (Key){'[', 0}, 0);
    count = keymap_continuations(keymap, &state, CONTEXT_BODY, bindings, 200);
    ok(count == 6 && bindings[0]->action == ACTION_PREV_QUOTE, "what may follow [ (%zu)", count);
    ok(keymap_continuations(keymap, &state, CONTEXT_BODY, bindings, 2) == 2, "no more than there is room for");
    (void)keymap_feed(keymap, &state, CONTEXT_BODY, (Key){'q', 0}, 0);
    ok(keymap_continuations(keymap, &state, CONTEXT_BODY, bindings, COUNT_OF(bindings)) == holding(keymap, CONTEXT_BODY),
       "nothing typed: everything may follow");
    ok(keymap_continuations(keymap, &state, CONTEXT_QUOTES, bindings, 200) < keymap->bindings.count,
       "… that holds in this pane");
    ok(text_equal(keymap_keys_of(keymap, CONTEXT_BODY, ACTION_SCROLL_DOWN, 2, arena), TEXT("j ↓")),
       "keys of scroll-down");
    ok(text_equal(keymap_keys_of(keymap, CONTEXT_BODY, ACTION_GOTO_TOP, 99, arena), TEXT("gg M-< Home")),
       "the shortest first");
    ok(text_equal(keymap_keys_of(keymap, CONTEXT_BODY, ACTION_GOTO_TOP, 1, arena), TEXT("gg")), "the shortest alone");
    ok(keymap_keys_of(keymap, CONTEXT_QUOTES, ACTION_ALIGN_TOP, 9, arena).size == 0, "no keys in another pane");
    ok(keymap_keys_of(keymap, CONTEXT_BODY, ACTION_GOTO_TOP, 0, arena).size == 0, "none asked for, none given");
}

/* As `keys: {all: {g: scroll-up}}` has it. */
static void bind_lone_key(Keymap *keymap, Arena *arena)
{
    Binding binding = {.context = CONTEXT_ALL, .action = ACTION_SCROLL_UP, .from_user = true};
    Text message;

    ok(key_sequence_parse(TEXT("g"), &binding.sequence, arena, &message), "g is a key");
    ARRAY_PUSH(arena, keymap->bindings, binding);
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state >> 11;
}

/* Whatever is typed, in whatever pane: the state is one that a longer binding explains, and Escape ends it. */
static void test_any_keys(const Keymap *keymap, uint64_t seed)
{
    static const char letters[] = "ggzz[]mm'`jqestQZ0123456789 x";
    uint64_t random = seed;
    KeyState state = {0};
    int64_t now_ms = 0;
    bool good = true;

    for (int i = 0; i < 20000 && good; i++) {
        KeyContext context = (KeyContext)(next_random(&random) % CONTEXT_COUNT);
        Key key = {(unsigned char)letters[next_random(&random) % (sizeof letters - 1)], 0};
        KeyResult result;

        now_ms += (int64_t)(next_random(&random) % 700);
        if (next_random(&random) % 10 == 0)
            key.code = KEY_FIRST_SPECIAL + (uint32_t)(next_random(&random) % 40);
        if (next_random(&random) % 8 == 0)
            key.modifiers = (unsigned char)(next_random(&random) % 8);
        result = next_random(&random) % 4 == 0 ? keymap_expire(keymap, &state, context, now_ms)
                                               : keymap_feed(keymap, &state, context, key, now_ms);
        good = state.typed.count >= 0 && state.typed.count < MOST_BINDING_KEYS && state.count >= COUNT_NOUGHT &&
               state.count <= KEY_COUNT_MAX && result.count <= KEY_COUNT_MAX;
        if (result.outcome == KEY_ACTION)
            good = good && result.action > ACTION_NONE && result.action < ACTION_COUNT;
        if (result.outcome != KEY_PENDING)
            good = good && state.typed.count == 0 && state.count == 0;
        if (next_random(&random) % 50 == 0) {
            (void)keymap_feed(keymap, &state, context, (Key){KEY_SPECIAL_ESCAPE, 0}, now_ms);
            good = good && state.typed.count == 0 && state.count == 0;
        }
    }
    ok(good, "any keys leave a good state (seed %" PRIu64 ")", seed);
}

int main(void)
{
    const char *seed = getenv("QUOIN_SEED");
    Arena arena = {0};
    Keymap keymap;

    keymap_init(&keymap, &arena);
    test_scripts(&keymap, scripts, COUNT_OF(scripts), &arena);
    test_defaults(&keymap);
    test_lists(&keymap, &arena);
    bind_lone_key(&keymap, &arena);
    test_scripts(&keymap, lone_key_scripts, COUNT_OF(lone_key_scripts), &arena);
    test_timeouts(&keymap);
    test_any_keys(&keymap, seed ? strtoull(seed, NULL, 10) | 1 : 20240611);
    arena_release(&arena);
    return tap_done();
}
