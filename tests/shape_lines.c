/* What becomes of lines: something before or after each, or lines between them. */
#include "shape_steps.h"

static Text join(Arena *arena, Text a, Text b)
{
    return arena_join(arena, (const Text[]){a, b}, 2);
}

void lines_prefix(Arena *arena, ShapeLines *lines, const char *argument)
{
    Text prefix = text_from(argument);

    for (size_t i = 0; i < lines->count; i++)
        lines->items[i] = join(arena, lines->items[i].size ? prefix : text_trim(prefix), lines->items[i]);
}

void lines_margin(Arena *arena, ShapeLines *lines, const char *argument)
{
    for (size_t i = 0; i < lines->count; i++) {
        if (lines->items[i].size)
            lines->items[i] = join(arena, text_from(argument), lines->items[i]);
    }
}

void lines_around(Arena *arena, ShapeLines *lines, const char *argument)
{
    Text whole = text_from(argument);
    size_t bar = text_find_byte(whole, '|', 0);
    Text before = text_slice(whole, (Range){0, bar}), after = text_slice(whole, (Range){bar + 1, whole.size});

    for (size_t i = 0; i < lines->count; i++) {
        if (lines->items[i].size)
            lines->items[i] = join(arena, join(arena, before, lines->items[i]), after);
    }
}

void lines_number(Arena *arena, ShapeLines *lines, const char *argument)
{
    (void)argument;
    for (size_t i = 0; i < lines->count; i++)
        lines->items[i] = join(arena, arena_printf(arena, "%6zu\t", i + 1), lines->items[i]);
}

void lines_tail(Arena *arena, ShapeLines *lines, const char *argument)
{
    for (size_t i = 0; i < lines->count; i++)
        lines->items[i] = join(arena, lines->items[i], text_from(argument));
}

void lines_breaks(Arena *arena, ShapeLines *lines, const char *argument)
{
    for (size_t i = 0; i + 1 < lines->count; i++) {
        if (lines->items[i].size && lines->items[i + 1].size)
            lines->items[i] = join(arena, lines->items[i], text_from(argument));
    }
}

void lines_blanks(Arena *arena, ShapeLines *lines, const char *argument)
{
    (void)arena;
    for (size_t i = 0; i < lines->count; i++) {
        if (lines->items[i].size == 0)
            lines->items[i] = text_from(argument);
    }
}

void lines_gaps(Arena *arena, ShapeLines *lines, const char *argument)
{
    for (size_t i = 0; i < lines->count; i++) {
        Text line = lines->items[i];
        TextBuffer out = {0};
        size_t at = 0;

        for (; at < line.size && line.bytes[at] == ' '; at++)
            ARRAY_PUSH(arena, out, ' ');
        for (; at < line.size; at++) {
            if (line.bytes[at] == ' ')
                text_buffer_add(arena, &out, text_from(argument));
            else
                ARRAY_PUSH(arena, out, line.bytes[at]);
        }
        lines->items[i] = text_buffer_text(&out);
    }
}

/* "50|…": the number; `*rest` is what stands behind the bar. */
static size_t page_lines(const char *argument, Text *rest)
{
    Text whole = text_from(argument);
    size_t bar = text_find_byte(whole, '|', 0), count = 0;

    bar = bar == TEXT_NOT_FOUND ? whole.size : bar;
    (void)text_to_number(text_slice(whole, (Range){0, bar}), 1000, &count);
    *rest = text_slice(whole, (Range){bar + 1, whole.size});
    return count ? count : 1;
}

void lines_pages(Arena *arena, ShapeLines *lines, const char *argument)
{
    Text rest;
    size_t page = page_lines(argument, &rest);

    for (size_t i = page; i < lines->count; i += page)
        lines->items[i] = join(arena, TEXT("\f"), lines->items[i]);
}

/* "HALLAM COURIER   #": the number in the place of "#". */
static Text numbered(Arena *arena, Text line, size_t number)
{
    size_t at = text_find_byte(line, '#', 0);

    if (at == TEXT_NOT_FOUND)
        return line;
    return arena_printf(arena, "%.*s%zu%.*s", TEXT_ARGS(text_slice(line, (Range){0, at})), number,
                        TEXT_ARGS(text_slice(line, (Range){at + 1, line.size})));
}

static void add_heads(Arena *arena, ShapeLines *lines, Text heads, size_t number)
{
    Text head;

    for (size_t at = 0; text_next_part(heads, '|', &at, &head);)
        ARRAY_PUSH(arena, *lines, numbered(arena, head, number));
}

void lines_heads(Arena *arena, ShapeLines *lines, const char *argument)
{
    ShapeLines out = {0};
    Text heads;
    size_t page = page_lines(argument, &heads);

    for (size_t i = 0; i < lines->count; i++) {
        if (i % page == 0 && lines->count > page)
            add_heads(arena, &out, heads, i / page + 1);
        ARRAY_PUSH(arena, out, lines->items[i]);
    }
    *lines = out;
}

void lines_feet(Arena *arena, ShapeLines *lines, const char *argument)
{
    ShapeLines out = {0};
    Text feet;
    size_t page = page_lines(argument, &feet);

    for (size_t i = 0; i < lines->count; i++) {
        ARRAY_PUSH(arena, out, lines->items[i]);
        if (lines->count > page && (i % page == page - 1 || i + 1 == lines->count))
            add_heads(arena, &out, feet, i / page + 1);
    }
    *lines = out;
}

void lines_fence(Arena *arena, ShapeLines *lines, const char *argument)
{
    static const Text block[] = {LITERAL("```sh"), LITERAL("make all"), LITERAL("cc -o boat boat.c"), LITERAL("```"),
                                 LITERAL("")};
    ShapeLines out = {0};
    bool is_done = false;

    (void)argument;
    for (size_t i = 0; i < lines->count; i++) {
        ARRAY_PUSH(arena, out, lines->items[i]);
        if (is_done || lines->items[i].size)
            continue;
        for (size_t row = 0; row < COUNT_OF(block); row++)
            ARRAY_PUSH(arena, out, block[row]);
        is_done = true;
    }
    *lines = out;
}
