/* Any bytes from a terminal: what was typed is kept as far as there is room, in order, and nothing else. */
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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Answers answers = {0}, ended;
    QueryReader reader = {READ_TEXT, 0, {0}, 0};
    Variant variant;

    for (size_t i = 0; i < size; i++) {
        QueryReader half = reader;

        ended = answers;
        query_end(&half, &ended); /* the deadline may be anywhere */
        REQUIRE(ended.ahead_size <= AHEAD_BYTES);
        query_feed(&reader, &answers, (char)bytes[i]);
    }
    query_end(&reader, &answers);
    REQUIRE(answers.ahead_size <= AHEAD_BYTES && answers.background <= 0xffffff);
    require_typed(&answers, bytes, size);
    (void)answers_variant(&answers, NULL, &variant);
    return 0;
}
