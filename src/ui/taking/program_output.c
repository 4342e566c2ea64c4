/* Tabs, which have no columns of their own in a row of cells, are a blank or more. */
#include "ui/taking/program_output.h"

enum { TAB = 8 };

static Text without_tabs(Arena *arena, Text line)
{
    static const char blanks[] = "        ";
    TextBuffer plain = {0};

    if (text_find_byte(line, '\t', 0) == TEXT_NOT_FOUND)
        return line;
    for (size_t i = 0; i < line.size; i++)
        text_buffer_add(arena, &plain,
                        line.bytes[i] == '\t' ? (Text){blanks, TAB - plain.count % TAB}
                                              : text_slice(line, (Range){i, i + 1}));
    return text_buffer_text(&plain);
}

size_t program_output_keep(App *app, Text title, Text written)
{
    Arena *arena = &app->output.arena;
    Text line;

    arena_reset(arena);
    app->output.title = arena_copy(arena, title);
    app->output.lines.items = NULL;
    app->output.lines.count = app->output.lines.capacity = 0;
    written = arena_copy(arena, written);
    for (size_t at = 0; text_next_part(written, '\n', &at, &line);)
        ARRAY_PUSH(arena, app->output.lines, without_tabs(arena, line));
    return app->output.lines.count;
}
