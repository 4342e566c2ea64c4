/*
 * Any keys, at any size of the screen: after each of them the screen is whole and what is chosen is in the text, and Escape leads back to
 * the plain view. The first byte chooses the article, the characters and whether there are other articles; the rest is a script as
 * played_reader.h has it.
 */
#include "fuzz/played_reader.h"

enum { KEYS_MOST = 120 };

/* Another size and back: the text stands where it stood. */
static void require_place_kept(PlayedReader *reader)
{
    int rows = reader->app.rows, columns = reader->app.columns;
    size_t top_offset = reader->app.document.top_offset;

    played_reader_resize(reader, 7, 31);
    played_reader_check(reader);
    played_reader_resize(reader, rows, columns);
    played_reader_check(reader);
    REQUIRE(reader->app.document.top_offset == top_offset);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static PlayedReader reader;
    Choices script = {{(const char *)bytes, size}};
    unsigned kind = choose(&script, 16);
    Arena arena = {0};

    played_reader_open(&reader, played_article(&arena, kind % 4 * 9), kind & 8 ? PLAYED_WITH_BUNDLED : PLAYED_ALONE,
                       kind & 4 ? CHARSET_ASCII : CHARSET_UTF8);
    for (int i = 0; i < KEYS_MOST && played_reader_press(&reader, &script); i++)
        ;
    played_reader_rest(&reader);
    played_reader_check(&reader);
    played_reader_leave_all(&reader);
    require_place_kept(&reader);
    played_reader_close(&reader);
    arena_release(&arena);
    return 0;
}
