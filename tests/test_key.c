/* Keys as text: what is written, what it is read as, and what is said about what is wrong. */
#include <inttypes.h>

#include "keys/key.h"
#include "tap.h"

/* As written, as people read it, as it is written by the program. */
static const struct {
    const char *text, *readable, *written;
} good[] = {
    {"j", "j", "j"},
    {"gg", "gg", "gg"},
    {"]q", "]q", "]q"},
    {"{", "{", "{"},
    {"}", "}", "}"},
    {"m{char}", "m{char}", "m{char}"},
    {"{char}", "{char}", "{char}"},
    {"{cha", "{cha", "{cha"},
    {"<C-d>", "^D", "<C-d>"},
    {"<C-D>", "^D", "<C-d>"},
    {"<c-d>", "^D", "<C-d>"},
    {"<C-w>h", "^Wh", "<C-w>h"},
    {"<C-x><C-c>", "^X^C", "<C-x><C-c>"},
    {"<M-v>", "M-v", "<M-v>"},
    {"<A-v>", "M-v", "<M-v>"},
    {"<M-V>", "M-V", "<M-V>"},
    {"<M-C-a>", "M-^A", "<C-M-a>"},
    {"<M-lt>", "M-<", "<M-lt>"},
    {"<M->>", "M->", "<M->>"},
    {"<M-gt>", "M->", "<M->>"},
    {"<M-->", "M--", "<M-->"},
    {"<lt>", "<", "<lt>"},
    {">", ">", ">"},
    {"<gt>", ">", ">"},
    {"<S-Tab>", "S-Tab", "<S-Tab>"},
    {"<C-Left>", "C-←", "<C-Left>"},
    {"<C-M-S-F5>", "M-S-C-F5", "<C-M-S-F5>"},
    {"<Space>", "Space", "<Space>"},
    {"<space>a", "Space a", "<Space>a"},
    {"g<Space>", "g Space", "g<Space>"},
    {"<M-Space>", "M-Space", "<M-Space>"},
    {"<Down>", "↓", "<Down>"},
    {"<PgDn>", "PgDn", "<PgDn>"},
    {"<PageDown>", "PgDn", "<PgDn>"},
    {"<Home><End>", "Home End", "<Home><End>"},
    {"<Esc>", "Esc", "<Esc>"},
    {"<CR>", "Enter", "<Enter>"},
    {"<Return>", "Enter", "<Enter>"},
    {"<BS>", "Backspace", "<Backspace>"},
    {"<F12>", "F12", "<F12>"},
    /* what some terminals send as one, */
    {"<C-i>", "^I", "<C-i>"},
    {"<C-m>", "^M", "<C-m>"},
    /* … and all do */
    {"<C-[>", "Esc", "<Esc>"},
    {"<C-Space>", "^@", "<C-@>"},
    {"<C-\\>", "^\\", "<C-\\>"},
    {"é", "é", "é"},
    {"<M-ü>", "M-ü", "<M-ü>"},
    {"日本", "日本", "日本"},
    {"<C-d>gg", "^Dgg", "<C-d>gg"},
    {"``", "``", "``"},
    {"'{char}", "'{char}", "'{char}"},
};

static const struct {
    const char *text, *message;
} bad[] = {
    {"", "no key given"},
    {"abcde", "keys of one binding, one after the other: more than 4; take some out"},
    {"<", "\"<\" without \">\"; for the character itself write <lt>"},
    {"g<", "\"<\" without \">\"; for the character itself write <lt>"},
    {"<C-d", "\"<\" without \">\"; for the character itself write <lt>"},
    {"<>", "\"<\" without \">\"; for the character itself write <lt>"},
    {"<Entr>", "unknown key \"<Entr>\"; did you mean <Enter>?"},
    {"<M-Pgup2>", "unknown key \"<M-Pgup2>\"; did you mean <M-PgUp>?"},
    {"<C-S-Hme>", "unknown key \"<C-S-Hme>\"; did you mean <C-S-Home>?"},
    {"<x-y>", "unknown key \"<x-y>\"; for the character itself write <lt>"},
    {"<banana>", "unknown key \"<banana>\"; for the character itself write <lt>"},
    {"<S-a>", "\"<S-a>\": S- goes with named keys only; for a letter write the capital itself"},
    {"<C-1>", "\"<C-1>\": C- goes with a letter, one of @ \\ ] ^ _ or a named key"},
    {"<C-é>", "\"<C-é>\": C- goes with a letter, one of @ \\ ] ^ _ or a named key"},
    {"g g", "a blank between keys; for the key itself write <Space>"},
    {"\x04", "a control character; write <C-x>, <Tab>, <Enter> or the like"},
    {"g\t", "a control character; write <C-x>, <Tab>, <Enter> or the like"},
    {"\xc2\x85", "a control character; write <C-x>, <Tab>, <Enter> or the like"},
};

static void test_good(Arena *arena)
{
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        KeySequence sequence;
        Text message = {0}, readable = {0}, written = {0};
        bool read = key_sequence_parse(text_from(good[i].text), &sequence, arena, &message);

        if (read) {
            readable = key_sequence_format(&sequence, arena);
            written = key_sequence_write(&sequence, arena);
        }
        ok(text_equal(readable, text_from(good[i].readable)) && text_equal(written, text_from(good[i].written)),
           "%s is read as %s, written as %s (%.*s, %.*s, %.*s)", good[i].text, good[i].readable, good[i].written,
           TEXT_ARGS(readable), TEXT_ARGS(written), TEXT_ARGS(message));
    }
}

static void test_bad(Arena *arena)
{
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        KeySequence sequence;
        Text message = {0};
        bool read = key_sequence_parse(text_from(bad[i].text), &sequence, arena, &message);

        ok(!read && text_equal(message, text_from(bad[i].message)), "refused: %s (%.*s)", bad[i].message,
           TEXT_ARGS(message));
    }
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state >> 11;
}

static Key random_key(uint64_t *state)
{
    static const uint32_t codes[] = {'a', 'Z', '<', '>', ' ', '{', '-', '0', 0xe9, 0x65e5, 0x1f600, KEY_ANY_CHARACTER};
    uint64_t kind = next_random(state) % 4;
    Key key = {0};

    if (kind == 0) {
        key.code = KEY_FIRST_SPECIAL + 1 + (uint32_t)(next_random(state) % (KEY_AFTER_SPECIAL - KEY_FIRST_SPECIAL - 1));
        key.modifiers = (unsigned char)(next_random(state) % 8);
    } else if (kind == 1) {
        static const char letters[] = "abcdefghjklnopqrstuvwxyz@\\]^_"; /* without i and m */

        key.code = (unsigned char)letters[next_random(state) % (sizeof letters - 1)];
        key.modifiers = (unsigned char)(MODIFIER_CTRL | (next_random(state) % 2 ? MODIFIER_META : 0));
    } else {
        key.code = codes[next_random(state) % COUNT_OF(codes)];
        if (key.code != KEY_ANY_CHARACTER)
            key.modifiers = next_random(state) % 2 ? MODIFIER_META : 0;
    }
    return key;
}

/* Every sequence that can be typed can be written, and is the same when it is read again. */
static void test_round_trip(Arena *arena, uint64_t seed)
{
    uint64_t state = seed;
    int failed = 0;

    for (int round = 0; round < 3000 && !failed; round++) {
        KeySequence sequence = {.count = 1 + (int)(next_random(&state) % MOST_BINDING_KEYS)}, again = {0};
        Text written, message = {0};

        for (int i = 0; i < sequence.count; i++)
            sequence.keys[i] = random_key(&state);
        written = key_sequence_write(&sequence, arena);
        failed = !key_sequence_parse(written, &again, arena, &message) || again.count != sequence.count;
        for (int i = 0; i < sequence.count && !failed; i++)
            failed = !key_equal(sequence.keys[i], again.keys[i]);
        if (failed)
            printf("# %.*s: %.*s\n", TEXT_ARGS(written), TEXT_ARGS(message));
        arena_reset(arena);
    }
    ok(!failed, "what is written is read again (seed %" PRIu64 ")", seed);
}

int main(void)
{
    const char *seed = getenv("QUOIN_SEED");
    Arena arena = {0};

    test_good(&arena);
    test_bad(&arena);
    test_round_trip(&arena, seed ? strtoull(seed, NULL, 10) | 1 : 20240611);
    arena_release(&arena);
    return tap_done();
}
