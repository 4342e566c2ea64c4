/*
 * The key-binding dispatcher. Bindings are rows (context, sequence, action); a key walks the prefix tree of those that fit: longest
 * match wins, a prefix waits, Escape gives up, digits before a motion are its count. A sequence that is also the start of
 * another runs after KEY_TIMEOUT_MS; no default is one, a configuration may have `g` beside `gg`.
 */
#ifndef QUOIN_KEYS_KEYMAP_H
#define QUOIN_KEYS_KEYMAP_H

#include "keys/action.h"
#include "keys/key.h"
#include "keys/key_preset.h"

typedef struct Binding {
    KeyContext context;
    KeySequence sequence;
    ActionId action; /* ACTION_NONE, in a pane's context: takes the same keys of `all` away there */
    bool from_user;
} Binding;

typedef struct Keymap {
    Arena *arena;
    const KeyPreset *preset; /* what the configuration names; NULL: none */
    ARRAY(Binding) bindings; /* at most one for a context and sequence */
} Keymap;

enum { KEY_TIMEOUT_MS = 600, KEY_POPUP_MS = 400, KEY_COUNT_MAX = 999999 };

/* A count that is nought, where 0 is that none was typed. */
enum { COUNT_NOUGHT = -1 };

/* The default map, made from actions.def. */
void keymap_init(Keymap *keymap, Arena *arena);

/* The row of exactly this context and sequence, or NULL. */
Binding *keymap_find(const Keymap *keymap, KeyContext context, const KeySequence *sequence);

/* Does a row run its action in `context`: it is of that context or of `all`, and nothing hides it. For help and hints. */
bool keymap_holds(const Keymap *keymap, const Binding *binding, KeyContext context);

/* What was typed so far and is not decided. */
typedef struct KeyState {
    KeySequence typed;
    int count;        /* 0: none given; COUNT_NOUGHT */
    int64_t since_ms; /* when the last key came */
} KeyState;

/* The same as people read it, the count first: "12g". In the arena. */
Text keymap_typed(const KeyState *state, Arena *arena);

typedef enum KeyOutcome { KEY_UNBOUND, KEY_PENDING, KEY_CANCELLED, KEY_ACTION } KeyOutcome;

typedef struct KeyResult {
    KeyOutcome outcome;
    ActionId action;
    int count;          /* 0: none given; COUNT_NOUGHT */
    uint32_t character; /* what stood for {char} */
} KeyResult;

/* When KEY_TIMEOUT_MS may be over, call keymap_expire before it. */
KeyResult keymap_feed(const Keymap *keymap, KeyState *state, KeyContext context, Key key, int64_t now_ms);

/* After the time is over: runs the action of a sequence that was waiting for more, if it has one, else KEY_PENDING. */
KeyResult keymap_expire(const Keymap *keymap, KeyState *state, KeyContext context, int64_t now_ms);

/* Milliseconds until keymap_expire has something to do; -1: nothing waits. */
int keymap_timeout_ms(const Keymap *keymap, const KeyState *state, KeyContext context, int64_t now_ms);

/* Does one that holds in `context` begin with what was typed and this key, or is it that? */
bool keymap_takes(const Keymap *keymap, const KeyState *state, KeyContext context, Key key);

/* The bindings that hold in `context` and begin with what was typed: for the pop-up. Those of `all` that the context hides are left out. */
size_t keymap_continuations(const Keymap *keymap, const KeyState *state, KeyContext context, const Binding **bindings,
                            size_t most);

/* Where to list an action: in its own context, and in each for which the user gave it keys; how many. */
size_t keymap_contexts_of(const Keymap *keymap, ActionId action, KeyContext contexts[CONTEXT_COUNT]);

/* What to list there: in its own context the keys that hold, in another only those of that context. */
Text keymap_listed_keys(const Keymap *keymap, KeyContext context, ActionId action, size_t most, Arena *arena);

/* Does one of them contain `part`, as people read it ("^Z") or as a configuration has it ("<C-z>")? */
bool keymap_lists_key(const Keymap *keymap, KeyContext context, ActionId action, Text part, Arena *arena);

/* The keys of an action as people read them, shortest first, "j ↓ ^E": the first `most` of them. */
Text keymap_keys_of(const Keymap *keymap, KeyContext context, ActionId action, size_t most, Arena *arena);

#endif
