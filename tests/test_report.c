/* What a user wrote, of any length, in texts and in messages: whole where it is kept, shortened with a sign where it is quoted. */
#include "base/report.h"
#include "random.h"
#include "tap.h"

static Text repeated(Arena *arena, const char *text, size_t count)
{
    TextBuffer buffer = {0};

    for (size_t i = 0; i < count; i++)
        text_buffer_add(arena, &buffer, text_from(text));
    return text_buffer_text(&buffer);
}

static Text random_text(Arena *arena)
{
    static const char *const characters[] = {"a", "\xC3\xA9", "\xE2\x80\x9C", "\xF0\x9F\x99\x82", " "};
    TextBuffer buffer = {0};

    for (size_t i = random_below(300); i > 0; i--)
        text_buffer_add(arena, &buffer, text_from(RANDOM_OF(characters)));
    return text_buffer_text(&buffer);
}

static void test_printed(void)
{
    Arena arena = {0};
    Text text = repeated(&arena, "0123456789", 100000), printed = arena_printf(&arena, "<%.*s>", TEXT_ARGS(text));

    ok(printed.size == text.size + 2 && text_equal(text_slice(printed, (Range){1, printed.size - 1}), text),
       "1,000,000 bytes are printed whole");
    arena_release(&arena);
}

static void test_shortened(void)
{
    unsigned long seed = random_begin(13);
    size_t wrong = 0, shortened = 0;

    for (int i = 0; i < 20000; i++) {
        Arena arena = {0};
        Text text = random_text(&arena), sign = TEXT("\xE2\x80\xA6"), less;
        size_t most = 16 + random_below(300), at;

        less = arena_shortened(&arena, text, most);
        at = text_find(less, sign, 0);
        if (text.size <= most) {
            wrong += !text_equal(less, text);
        } else {
            shortened++;
            wrong += less.size > most || less.size + 6 < most || utf8_find_invalid(less, 0) != TEXT_NOT_FOUND ||
                     at == TEXT_NOT_FOUND || !text_starts_with(text, text_slice(less, (Range){0, at})) ||
                     !text_ends_with(text, text_slice(less, (Range){at + sign.size, less.size}));
        }
        arena_release(&arena);
    }
    ok(wrong == 0 && shortened > 1000, "%zu random texts shortened, %zu wrong; SEED=%lu", shortened, wrong, seed);
}

static void test_message(void)
{
    Arena arena = {0};
    Text text = repeated(&arena, "\xC3\xA9", 5000), message;
    Report report;

    report_init(&report, &arena, repeated(&arena, "path/", 2000));
    report_add(&report, SEVERITY_ERROR, 1, 2, "\"%.*s\" is wrong; write \"right\"", TEXT_ARGS(text));
    message = report.problems.items[0].message;
    ok(message.size <= REPORT_MESSAGE_LONGEST && utf8_find_invalid(message, 0) == TEXT_NOT_FOUND &&
           text_starts_with(message, TEXT("\"\xC3\xA9")) &&
           text_ends_with(message, TEXT("\" is wrong; write \"right\"")) &&
           text_find(message, TEXT("\xE2\x80\xA6"), 0) != TEXT_NOT_FOUND,
       "a message keeps its start and its end");
    ok(report_line(&report, &report.problems.items[0], &arena).size > 10000, "the path of a file is told whole");
    ok(report_quoted(&report, text).size <= 60 && text_equal(report_quoted(&report, TEXT("short")), TEXT("short")),
       "a quoted text is short");
    arena_release(&arena);
}

int main(void)
{
    test_printed();
    test_shortened();
    test_message();
    return tap_done();
}
