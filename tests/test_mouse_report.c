/* What terminals report of the mouse, in both forms: a row for each button and for what is no report. */
#include <string.h>

#include "base/arena.h"
#include "tap.h"
#include "term/reports/mouse_report.h"

static const char *const names[] = {
    [MOUSE_PRESS] = "press", [MOUSE_DOUBLE] = "double", [MOUSE_DRAG] = "drag",       [MOUSE_RELEASE] = "release",
    [MOUSE_RIGHT] = "right", [MOUSE_WHEEL_UP] = "up",   [MOUSE_WHEEL_DOWN] = "down",
};

/* Told is: the action, row and column, from 0; "-" for nothing. */
static const struct {
    Text body;
    const char *told;
} rows[] = {
    {LITERAL("<0;10;19M"), "press 18 9"},
    {LITERAL("<0;10;19m"), "release 18 9"},
    {LITERAL("<32;11;19M"), "drag 18 10"},
    {LITERAL("<2;1;1M"), "right 0 0"},
    {LITERAL("<2;1;1m"), "-"},
    {LITERAL("<34;1;1M"), "-"},
    {LITERAL("<35;1;1M"), "-"},
    {LITERAL("<1;1;1M"), "-"},
    {LITERAL("<64;5;6M"), "up 5 4"},
    {LITERAL("<65;5;6M"), "down 5 4"},
    {LITERAL("<66;5;6M"), "-"},
    {LITERAL("<67;5;6M"), "-"},
    {LITERAL("<64;5;6m"), "-"},
    {LITERAL("<128;5;6M"), "-"},
    {LITERAL("<131;5;6M"), "-"},
    {LITERAL("<16;5;6M"), "press 5 4"}, /* Control */
    {LITERAL("<80;5;6M"), "up 5 4"},    /* … and the wheel */
    {LITERAL("<0;300;200M"), "press 199 299"},
    {LITERAL("<0;65535;1M"), "press 0 65534"},
    {LITERAL("<0;0;1M"), "-"},
    {LITERAL("<0;1;0M"), "-"},
    {LITERAL("<0;99999999999;1M"), "-"},
    {LITERAL("<0;1M"), "-"},
    {LITERAL("<0;1;1;1M"), "-"},
    {LITERAL("<;;M"), "-"},
    {LITERAL("<-1;1;1M"), "-"},
    {LITERAL("<0;1;1R"), "-"},
    {LITERAL("0;1;1M"), "-"},
    {LITERAL("<M"), "-"},
    {LITERAL("M"), "-"},
    {LITERAL(""), "-"},
};

static const struct {
    uint32_t characters[MOUSE_OLD_CHARACTERS];
    const char *told;
} old_rows[] = {
    {{' ', '!', '!'}, "press 0 0"}, {{'#', '*', '3'}, "release 18 9"},
    {{'"', '!', '!'}, "right 0 0"}, {{'`', '!', '"'}, "up 1 0"},
    {{'a', '!', '"'}, "down 1 0"},  {{'b', '!', '"'}, "-"},
    {{'@', '!', '"'}, "drag 1 0"},  {{'C', '!', '"'}, "-"},
    {{' ', ' ', '!'}, "-"},         {{' ', 0x7F + 60, '!'}, "press 0 154"},
    {{'\r', '!', '!'}, "-"},
};

static const char *told(Arena *arena, bool read, Mouse mouse)
{
    return read ? arena_terminated(arena, arena_printf(arena, "%s %d %d", names[mouse.action], mouse.row, mouse.column))
                : "-";
}

int main(void)
{
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Mouse mouse = {0};
        bool read = mouse_report_read(rows[i].body, &mouse);

        ok(strcmp(told(&arena, read, mouse), rows[i].told) == 0, "%.*s", TEXT_ARGS(rows[i].body));
    }
    for (size_t i = 0; i < COUNT_OF(old_rows); i++) {
        Mouse mouse = {0};
        bool read = mouse_report_read_old(old_rows[i].characters, &mouse);

        ok(strcmp(told(&arena, read, mouse), old_rows[i].told) == 0, "the oldest form, row %zu", i);
    }
    arena_release(&arena);
    return tap_done();
}
