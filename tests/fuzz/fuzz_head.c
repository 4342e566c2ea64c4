/*
 * Any bytes as the first lines of a text, each line as a paragraph too: what is recognised lies within them, dates are dates, names are UTF-8 if the
 * bytes were, and the body begins at a line.
 */
#include "base/iso_date.h"
#include "formats/text/forms/furniture.h"
#include "formats/text/forms/head.h"
#include "fuzz/fuzz.h"

enum { LINES_MOST = 100 };

static bool is_between(Text digits, size_t least, size_t most)
{
    size_t number;

    return text_to_number(digits, most, &number) && number >= least;
}

static void require_date(Text date)
{
    REQUIRE(date.size == 0 || date.size == ISO_MONTH.end || date.size >= ISO_WHOLE_DATE.end);
    REQUIRE(date.size == 0 || is_between(text_slice(date, ISO_YEAR), 1500, 9999));
    REQUIRE(date.size == 0 || is_between(text_slice(date, ISO_MONTH), 1, 12));
    REQUIRE(date.size < ISO_WHOLE_DATE.end || is_between(text_slice(date, ISO_DAY), 1, 31));
    REQUIRE(date.size <= ISO_WHOLE_DATE.end ||
            (date.bytes[ISO_WHOLE_DATE.end] == 'T' && is_between(text_slice(date, ISO_HOUR), 0, 24) &&
             is_between(text_slice(date, ISO_MINUTE), 0, 59)));
}

static void require_inside(Range range, Text text)
{
    REQUIRE(range.start <= range.end && range.end <= text.size);
}

static void try_line(Arena *arena, Text line)
{
    BlockKind kind = BLOCK_KIND_COUNT;
    size_t marker = 0;
    unsigned number = 0;
    HeadByline byline;
    Range place, source, date;

    REQUIRE(!furniture_kind(line, &kind) || kind < BLOCK_KIND_COUNT);
    (void)furniture_is_heading(line, line, line);
    REQUIRE(!list_item(line, &marker, &number) || (marker > 1 && marker < line.size));
    REQUIRE(head_byline(arena, line, &byline) ==
            (head_byline_form(line) == BYLINE_MARKED || head_byline_form(line) == BYLINE_BARE));
    REQUIRE(head_dateline(line, &place, &source, &date) <= line.size);
    require_inside(place, line);
    require_inside(source, line);
    require_inside(date, line);
    require_inside(head_date_range(line), line);
    require_date(head_date(arena, line));
}

static void try_head(Arena *arena, const Text *lines, size_t count)
{
    HeadPart parts[LINES_MOST];
    HeadFields head;
    size_t size = head_recognise(lines, count, parts);

    REQUIRE(count == 0 ? size == 0 : size < count);
    REQUIRE(size <= HEAD_LINES_LOOKED_AT);
    for (size_t i = size; i < count; i++)
        REQUIRE(parts[i] == HEAD_NONE);
    head_read(arena, lines, parts, size, &head);
    require_date(head.fields[FIELD_DATE]);
    require_date(head.fields[FIELD_UPDATED]);
    REQUIRE(furniture_run(lines, count) <= count);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text = {(const char *)bytes, size}, line, lines[LINES_MOST];
    Arena arena = {0};
    size_t count = 0;

    for (size_t at = 0; count < LINES_MOST && text_next_part(text, '\n', &at, &line);) {
        lines[count++] = text_trim(line);
        try_line(&arena, lines[count - 1]);
    }
    try_head(&arena, lines, count);
    arena_release(&arena);
    return 0;
}
