/* How long texts are: words, characters where there are no blanks between words, minutes. */
#include "base/unicode/scripts/text_length.h"

#include "base/count_of.h"
#include "tap.h"

typedef struct Row {
    Text text;
    size_t times; /* so often one after the other */
    Text phrase;
    size_t minutes;
} Row;

static const Row rows[] = {
    {LITERAL(""), 1, LITERAL(""), 1},
    {LITERAL("Yes."), 1, LITERAL("1 word"), 1},
    {LITERAL("The mayor resigned on Monday. "), 240, LITERAL("1200 words"), 5},
    {LITERAL("https://example.org/2024/03/09/the-mayor-resigned-on-monday"), 1, LITERAL("1 word"), 1},
    {LITERAL("市長は月曜日に辞任した。"), 1, LITERAL("11 characters"), 1},
    {LITERAL("市長は月曜日に辞任した。"), 1000, LITERAL("11000 characters"), 31}, /* Japanese: 357 a minute */
    {LITERAL("市长星期一辞职了。"), 1000, LITERAL("8000 characters"), 31},        /* Chinese: 255 */
    {LITERAL("iPhone は市長の電話だと、市長は言った。"), 1, LITERAL("14 characters"), 1},
    {LITERAL("ที่กรุงเทพ"), 1, LITERAL("7 characters"), 1},
    {LITERAL("시장이 월요일에 사임했다. "), 80, LITERAL("240 words"), 1}, /* Korean has blanks */
};

int main(void)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        TextLength length = {0};
        Arena arena = {0};
        Text phrase;

        for (size_t times = 0; times < rows[i].times; times++)
            text_length_add(&length, rows[i].text);
        phrase = text_length_phrase(&length, &arena);
        ok(text_equal(phrase, rows[i].phrase) && text_length_minutes(&length) == rows[i].minutes,
           "\"%.*s\" %zu times: %.*s, %zu min", TEXT_ARGS(rows[i].text), rows[i].times, TEXT_ARGS(rows[i].phrase),
           rows[i].minutes);
        if (!text_equal(phrase, rows[i].phrase) || text_length_minutes(&length) != rows[i].minutes)
            printf("# %.*s, %zu min\n", TEXT_ARGS(phrase), text_length_minutes(&length));
        arena_release(&arena);
    }
    return tap_done();
}
