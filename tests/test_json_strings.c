/*
 * The bytes of a string are passed eight at once (base/json/json.c): what ends it, or may not stand in it, is found at every place among these,
 * behind bytes of every kind.
 */
#include "base/json/json.h"
#include "tap.h"

enum { PLACES = 24, LINE_MOST = 128 };

/* Before what is looked for: letters, the largest and the least bytes that are nothing but themselves. */
static const char *const fillings[] = {"a", "é", "\x7F", " ", "!", "#", "[", "]"};

typedef struct Line {
    char bytes[LINE_MOST];
    size_t size;
} Line;

static void append(Line *line, Text text)
{
    memcpy(line->bytes + line->size, text.bytes, text.size);
    line->size += text.size;
}

/* {"k":"FILLING…MARKx"}, with the mark at a place, which is at `*at` of the line. */
static Text line_with(Line *line, const char *filling, size_t place, Text mark, size_t *at)
{
    Text filled = text_from(filling);

    line->size = 0;
    append(line, TEXT("{\"k\":\""));
    for (; place >= filled.size; place -= filled.size)
        append(line, filled);
    for (; place > 0; place--)
        append(line, TEXT("z"));
    *at = line->size;
    append(line, mark);
    append(line, TEXT("x\"}"));
    return (Text){line->bytes, line->size};
}

static bool find(Arena *arena, Text line, Text *raw, size_t *at)
{
    JsonWanted wanted = {.key = LITERAL("k")};
    const char *why;
    bool good = json_find_members(arena, line, &wanted, 1, at, &why);

    *raw = wanted.raw;
    return good;
}

/* Every byte that may not stand in a string as it is. */
static bool is_refused(Arena *arena, const char *filling, size_t place)
{
    Line written;
    size_t where, at;
    Text raw;

    for (int byte = 0; byte < ' '; byte++) {
        const char mark = (char)byte;
        Text line = line_with(&written, filling, place, (Text){&mark, 1}, &where);

        if (find(arena, line, &raw, &at) || at != where)
            return false;
    }
    return true;
}

/* What follows an escape is passed too, and a quotation mark ends the string. */
static bool is_whole(Arena *arena, const char *filling, size_t place, Text mark)
{
    Line written;
    size_t where, at;
    Text raw, line = line_with(&written, filling, place, mark, &where);

    return find(arena, line, &raw, &at) && raw.bytes == line.bytes + 5 && raw.size == line.size - 6;
}

static bool is_ended(Arena *arena, const char *filling, size_t place)
{
    Line written;
    size_t where, at;
    Text raw, line = line_with(&written, filling, place, TEXT("\"}"), &where);

    line.size = where + 2;
    return find(arena, line, &raw, &at) && raw.size == where + 1 - 5;
}

int main(void)
{
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(fillings); i++) {
        for (size_t place = 0; place < PLACES; place++) {
            ok(is_refused(&arena, fillings[i], place), "a control character behind %zu bytes of kind %zu", place, i);
            ok(is_whole(&arena, fillings[i], place, TEXT("\\\"")) && is_whole(&arena, fillings[i], place, TEXT("\\\\")) &&
                   is_whole(&arena, fillings[i], place, TEXT("\\u00e9é")),
               "an escape behind %zu bytes of kind %zu", place, i);
            ok(is_ended(&arena, fillings[i], place), "an end behind %zu bytes of kind %zu", place, i);
        }
    }
    arena_release(&arena);
    return tap_done();
}
