/*
 * Control functions in what a terminal sends: each row is fed byte by byte, and what is told of it compared; then again, with the state moved
 * elsewhere after each byte, as a reader does that waits.
 */
#include <string.h>

#include "base/arena.h"
#include "tap.h"
#include "term/reports/sequence.h"

#define TEN "0123456789"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define BODY_LONGEST HUNDRED TEN TEN "01234567" /* ESC and a bracket before it */

/*
 * Told is: what is no part of a sequence as it stands; "<[body>" for a whole one, by its kind; "M(x)" for Meta; "C" where one is cancelled;
 * "T(…)" for what was typed before it was broken off; at the end "…" if there is more to come. ESC is told as "\e".
 */
/* clang-format off */
static const struct {
    const char *what;
    Text bytes;
    const char *told;
} rows[] = {
    {"nothing", LITERAL(""), ""},
    {"keys", LITERAL("jk\r"), "jk\r"},
    {"a letter that is not ASCII", LITERAL("\xC3\xA9"), "\xC3\xA9"},
    {"a key with Meta", LITERAL("\033x"), "M(\\ex)"},
    {"a key of the application keypad is Meta and a letter", LITERAL("\033OA"), "M(\\eO)A"},
    {"Meta and a control character", LITERAL("\033\030j"), "M(\\e\030)j"},
    {"Escape alone", LITERAL("\033"), "…"},
    {"Escape twice", LITERAL("\033\033"), "T(\\e)…"},
    {"Escape before a sequence", LITERAL("\033\033[A"), "T(\\e)<[A>"},

    {"a control sequence", LITERAL("j\033[Ak"), "j<[A>k"},
    {"with parameters", LITERAL("\033[1;2B"), "<[1;2B>"},
    {"with intermediate bytes", LITERAL("\033[?2026;2$yj"), "<[?2026;2$y>j"},
    {"two, one after the other", LITERAL("\033[A\033[B"), "<[A><[B>"},
    {"the first final byte", LITERAL("\033[@j"), "<[@>j"},
    {"the last final byte", LITERAL("\033[~j"), "<[~>j"},
    {"the byte after it is none", LITERAL("\033[\177A"), "<[\177A>"},
    {"half of one", LITERAL("\033[1;2"), "…"},
    {"one that another breaks off", LITERAL("\033[1;\033[A"), "T(\\e[1;)<[A>"},
    {"one that a string breaks off", LITERAL("\033[1;\033]11;x\007"), "T(\\e[1;)<]11;x>"},
    {"CAN cancels", LITERAL("\033[1;\030Aj"), "CAj"},
    {"SUB cancels", LITERAL("\033[1;\032Aj"), "CAj"},

    {"a string up to BEL", LITERAL("\033]11;?\007j"), "<]11;?>j"},
    {"up to ESC backslash", LITERAL("\033]11;?\033\\j"), "<]11;?>j"},
    {"up to U+009C", LITERAL("\033]11;?\xC2\x9Cj"), "<]11;?>j"},
    {"a device control string", LITERAL("\033P1$r0m\033\\"), "<P1$r0m>"},
    {"a privacy message", LITERAL("\033^p\033\\"), "<^p>"},
    {"an application's command", LITERAL("\033_Gi=1;OK\033\\"), "<_Gi=1;OK>"},
    {"an empty string", LITERAL("\033]\033\\"), "<]>"},
    {"a string may hold letters", LITERAL("\033]2;caf\xC3\xA9\007"), "<]2;caf\xC3\xA9>"},
    {"… and such as begin like U+009C", LITERAL("\033]2;\xC2\xA3\xC2\xC2\x9C"), "<]2;\xC2\xA3\xC2>"},
    {"half a string", LITERAL("\033]11;rgb"), "…"},
    {"half its end", LITERAL("\033]11;rgb\033"), "…"},
    {"half its end in UTF-8", LITERAL("\033]11;rgb\xC2"), "…"},
    {"CAN cancels a string", LITERAL("\033]11;\030j"), "Cj"},
    {"SUB cancels a string", LITERAL("\033P1$r\032j"), "Cj"},
    {"a sequence breaks off a string", LITERAL("\033]11;rgb\033[A"), "<[A>"},
    {"a string breaks off a string", LITERAL("\033]11;rgb\033]11;?\007"), "<]11;?>"},
    {"a key with Meta does", LITERAL("\033]11;rgb\033xj"), "M(\\ex)j"},
    {"Escape twice does", LITERAL("\033]11;rgb\033\033[A"), "T(\\e)<[A>"},

    {"C1 in UTF-8: a control sequence", LITERAL("\xC2\x9B" "1;2Bj"), "<[1;2B>j"},
    {"C1 in UTF-8: strings", LITERAL("\xC2\x9D" "11;?\xC2\x9C\xC2\x90" "1$r\xC2\x9C\xC2\x9Ep\007\xC2\x9Fq\033\\"), "<]11;?><P1$r><^p><_q>"},
    {"another C1 control", LITERAL("\xC2\x85j"), "T(\xC2)\x85j"},
    {"a letter that begins as one", LITERAL("\xC2\xA3j"), "T(\xC2)\xA3j"},
    {"half of one", LITERAL("\xC2"), "…"},
    {"ESC after half of one", LITERAL("\xC2\033[A"), "T(\xC2)<[A>"},
    {"C1 of eight bits is no UTF-8", LITERAL("\x9B" "A"), "\x9B" "A"},

    {"a string of as many bytes as are kept", LITERAL("\033]" BODY_LONGEST "\007j"), "<]" BODY_LONGEST ">j"},
    {"a string of one more means nothing", LITERAL("\033]" BODY_LONGEST "8\007j"), "<]>j"},
    {"a string of many more, too", LITERAL("\033]" HUNDRED HUNDRED HUNDRED "\033\\j"), "<]>j"},
    {"U+009C ends that", LITERAL("\033]" HUNDRED HUNDRED "\xC2\x9Cj"), "<]>j"},
    {"CAN cancels that", LITERAL("\033]" HUNDRED HUNDRED "\030j"), "Cj"},
    {"a control sequence that is too long means nothing", LITERAL("\033[" HUNDRED HUNDRED "Aj"), "<[>j"},
    {"the next one does", LITERAL("\033[" HUNDRED HUNDRED "A\033[B"), "<[><[B>"},
    {"what is too long is broken off", LITERAL("\033[" HUNDRED HUNDRED "\033[B"), "T(\\e[" BODY_LONGEST ")<[B>"},
};
/* clang-format on */

static void tell(Arena *arena, TextBuffer *told, Text text)
{
    for (size_t i = 0; i < text.size; i++)
        text_buffer_add(arena, told, text.bytes[i] == '\033' ? TEXT("\\e") : text_slice(text, (Range){i, i + 1}));
}

static void tell_around(Arena *arena, TextBuffer *told, Text before, Text text, Text after)
{
    text_buffer_add(arena, told, before);
    tell(arena, told, text);
    text_buffer_add(arena, told, after);
}

static void tell_step(Arena *arena, TextBuffer *told, const Sequence *sequence, SequenceStep step, char byte)
{
    switch (step) {
    case SEQUENCE_NONE:
        tell(arena, told, (Text){&byte, 1});
        break;
    case SEQUENCE_MORE:
        break;
    case SEQUENCE_WHOLE:
        text_buffer_add(arena, told, TEXT("<"));
        tell_around(arena, told, (Text){&sequence->kind, 1}, sequence_body(sequence), TEXT(">"));
        break;
    case SEQUENCE_META:
        tell_around(arena, told, TEXT("M("), sequence_bytes(sequence), TEXT(")"));
        break;
    case SEQUENCE_CANCELLED:
        text_buffer_add(arena, told, TEXT("C"));
        break;
    case SEQUENCE_BROKEN:
        tell_around(arena, told, TEXT("T("), sequence_bytes(sequence), TEXT(")"));
        break;
    }
}

/* `moved_after`: so many bytes, the state is copied, and what it was before overwritten. */
static Text told_of(Arena *arena, Text bytes, size_t moved_after)
{
    Sequence states[2] = {0}, *sequence = &states[0];
    TextBuffer told = {0};

    for (size_t i = 0; i < bytes.size; i++) {
        SequenceStep step;

        if (i == moved_after) {
            states[1] = states[0];
            memset(&states[0], 0x55, sizeof states[0]);
            sequence = &states[1];
        }
        do {
            step = sequence_feed(sequence, bytes.bytes[i]);
            tell_step(arena, &told, sequence, step, bytes.bytes[i]);
        } while (step == SEQUENCE_BROKEN);
    }
    if (sequence->state != SEQUENCE_OUTSIDE)
        text_buffer_add(arena, &told, TEXT("…"));
    return text_buffer_text(&told);
}

static void test_row(size_t row)
{
    Arena arena = {0};
    Text expected = text_from(rows[row].told), told = told_of(&arena, rows[row].bytes, SIZE_MAX);
    size_t wrong = 0;

    ok(text_equal(told, expected), "%s", rows[row].what);
    if (!text_equal(told, expected))
        printf("# told: %.*s\n# not: %.*s\n", TEXT_ARGS(told), TEXT_ARGS(expected));
    for (size_t at = 0; at < rows[row].bytes.size; at++)
        wrong += !text_equal(told_of(&arena, rows[row].bytes, at), told);
    ok(wrong == 0, "%s: wherever the state is moved to another place", rows[row].what);
    arena_release(&arena);
}

int main(void)
{
    for (size_t row = 0; row < COUNT_OF(rows); row++)
        test_row(row);
    return tap_done();
}
