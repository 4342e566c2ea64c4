/*
 * What comes from a terminal. Any bytes: what was typed is kept as far as there is room, in order, and nothing else; a deadline anywhere
 * changes nothing of what was typed. Any answers and keys, whole ones in any order: every answer is taken, every key is kept.
 */
#include <string.h>

#include "fuzz/fuzz.h"
#include "term/query.h"

/* Every byte that is kept came, in this order. */
static void require_typed(const Answers *answers, const uint8_t *bytes, size_t size)
{
    size_t at = 0;

    for (size_t i = 0; i < answers->ahead_size; i++) {
        while (at < size && (char)bytes[at] != answers->ahead[i])
            at++;
        REQUIRE(at < size);
        at++;
    }
}

static void feed(Sequence *sequence, Answers *answers, Text text)
{
    for (size_t i = 0; i < text.size; i++)
        query_feed(sequence, answers, text.bytes[i]);
}

static Answers read_all(Text first, Text second)
{
    Answers answers = {0};
    Sequence sequence = {0};

    feed(&sequence, &answers, first);
    feed(&sequence, &answers, second);
    query_end(&sequence, &answers);
    return answers;
}

/* Is what was kept of a start read as it was kept, up to the same state? Not where an answer came between the halves of a key. */
static bool can_go_on(Text start, Text kept)
{
    Sequence first = {0}, second = {0};
    Answers answers = {0}, again = {0};

    feed(&first, &answers, start);
    feed(&second, &again, kept);
    answers = read_all(kept, (Text){0});
    return first.state == second.state && text_equal(kept, (Text){answers.ahead, answers.ahead_size});
}

/* The deadline may be anywhere: what was kept then, and what came after it, read anew, is as if all had come in time. */
static void require_split(Text text)
{
    Answers whole = read_all(text, (Text){0});

    for (size_t at = 0; at <= text.size; at++) {
        Text start = text_slice(text, (Range){0, at});
        Answers half = read_all(start, (Text){0}), both;
        Text kept = {half.ahead, half.ahead_size};

        if (!can_go_on(start, kept))
            continue;
        both = read_all(kept, text_slice(text, (Range){at, text.size}));
        REQUIRE(both.ahead_size == whole.ahead_size && memcmp(both.ahead, whole.ahead, whole.ahead_size) == 0);
        REQUIRE((both.complete || half.complete) == whole.complete);
        REQUIRE((both.has_background || half.has_background) == whole.has_background);
        REQUIRE((both.has_scheme || half.has_scheme) == whole.has_scheme);
        REQUIRE((both.exact_colors || half.exact_colors) == whole.exact_colors);
    }
}

/* What a terminal sends at once; `typed`: a key. */
static const struct Sent {
    Text bytes;
    bool typed;
} sent[] = {
    {LITERAL("\033]11;rgb:ffff/fbfb/efef\033\\"), false},
    {LITERAL("\033]11;rgb:00/00/00\007"), false},
    {LITERAL("\033]11;?\033\\"), false},
    {LITERAL("\033[?997;1n"), false},
    {LITERAL("\033[?997;2n"), false},
    {LITERAL("\033[?2026;2$y"), false},
    {LITERAL("\033[?2031;0$y"), false},
    {LITERAL("\033P1$r0;48:2::1:2:3m\033\\"), false},
    {LITERAL("\033P0$r\033\\"), false},
    {LITERAL("\033[?62;22;52c"), false},
    {LITERAL("\033]52;c;Zm9v\033\\"), false},
    {LITERAL("\033]11;rgb:ff\030"), false},
    {LITERAL("\xC2\x9D"
             "11;rgb:00/00/00\xC2\x9C"),
     false},
    {LITERAL("\xC2\xA3"), true},
    {LITERAL("j"), true},
    {LITERAL("\r"), true},
    {LITERAL("\303\251"), true},
    {LITERAL("\033[A"), true},
    {LITERAL("\033[1;2B"), true},
    {LITERAL("\033OA"), true},
    {LITERAL("\033[<0;10;5M"), true},
    {LITERAL("\033x"), true},
    {LITERAL("\033["), true}, /* Meta and a bracket, before an answer */
};

enum { LONGEST_KEY = 10, TOKENS_MOST = 200 };
static const Text bracket = LITERAL("\033[");

/* All answers are taken, all keys are kept; when there are too many of them, those before the first that had no room. */
static void require_stream(Text choices)
{
    Arena arena = {0};
    TextBuffer stream = {0}, typed = {0};
    bool after_bracket = false;
    Answers answers;

    for (size_t i = 0; i < choices.size; i++) {
        const struct Sent *next = &sent[(unsigned char)choices.bytes[i] % COUNT_OF(sent)];

        if (after_bracket && (next->bytes.bytes[0] != '\033' || text_equal(next->bytes, bracket)))
            next = &sent[0]; /* with a character behind it, it would be another key */
        after_bracket = text_equal(next->bytes, bracket);
        text_buffer_add(&arena, &stream, next->bytes);
        if (next->typed)
            text_buffer_add(&arena, &typed, next->bytes);
    }
    answers = read_all(text_buffer_text(&stream), (Text){0});
    REQUIRE(text_starts_with(text_buffer_text(&typed), (Text){answers.ahead, answers.ahead_size}));
    REQUIRE(answers.ahead_size == typed.count || answers.ahead_size + 2 * LONGEST_KEY > AHEAD_BYTES);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text = {(const char *)bytes, size};
    Answers answers = read_all(text, (Text){0});
    Variant variant;

    REQUIRE(answers.ahead_size <= AHEAD_BYTES && answers.background <= 0xffffff);
    require_typed(&answers, bytes, size);
    (void)answers_variant(&answers, NULL, &variant);
    if (size <= AHEAD_BYTES - 4)
        require_split(text);
    require_stream(text_slice(text, (Range){0, TOKENS_MOST}));
    return 0;
}
