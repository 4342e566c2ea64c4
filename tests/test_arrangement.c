/* The arrangement at every size from 1x1 to 240x70 and every choice of panes: nothing overlaps, nothing leaves the screen. */
#include <string.h>

#include "tap.h"
#include "ui/cells/arrangement.h"

static int broken;

static void complain(int rows, int columns, unsigned choice, const char *what)
{
    if (broken++ < 10)
        printf("# %dx%d, choice %u: %s\n", columns, rows, choice, what);
}

static bool inside(Rect area, int rows, int columns)
{
    return area.rows == 0 || (area.row >= 0 && area.column >= 0 && area.columns > 0 && area.row + area.rows <= rows &&
                              area.column + area.columns <= columns);
}

static bool overlap(Rect a, Rect b)
{
    return a.rows > 0 && b.rows > 0 && a.row < b.row + b.rows && b.row < a.row + a.rows &&
           a.column < b.column + b.columns && b.column < a.column + a.columns;
}

static PaneChoice choice_of(unsigned bits)
{
    PaneChoice choice = {.focus = (PaneId)(bits >> 4), .measure_columns = 66};

    choice.shown[PANE_BODY] = true;
    choice.shown[PANE_QUOTES] = bits & 1;
    choice.shown[PANE_ENTITIES] = bits & 2;
    choice.shown[PANE_LIBRARY] = bits & 4;
    choice.zen = bits & 8;
    return choice;
}

static void check_rects(const Arrangement *arrangement, int rows, int columns, unsigned bits)
{
    Rect all[2 * PANE_COUNT + 3];
    size_t count = 0;

    for (int pane = 0; pane < PANE_COUNT; pane++) {
        all[count++] = arrangement->panes[pane];
        all[count++] = arrangement->titles[pane];
    }
    all[count++] = arrangement->header;
    all[count++] = arrangement->status;
    all[count++] = arrangement->hints;
    for (size_t i = 0; i < count; i++) {
        if (!inside(all[i], rows, columns))
            complain(rows, columns, bits, "a rectangle leaves the screen");
        for (size_t j = 0; j < i; j++) {
            if (overlap(all[i], all[j]))
                complain(rows, columns, bits, "two rectangles overlap");
        }
    }
}

static void check(int rows, int columns, unsigned bits)
{
    PaneChoice choice = choice_of(bits);
    Arrangement arrangement = arrange(rows, columns, &choice);
    bool columned = arrangement.shape >= SHAPE_TWO_COLUMNS;

    check_rects(&arrangement, rows, columns, bits);
    if (arrangement.shape == SHAPE_TOO_SMALL)
        return;
    if (arrangement.panes[choice.focus].rows < 1)
        complain(rows, columns, bits, "the focused pane is not on the screen");
    if (columned && arrangement_measure(&arrangement, 66) < 45)
        complain(rows, columns, bits, "side panes take the body below a measure of 45");
    if (arrangement.panes[PANE_BODY].rows && arrangement_measure(&arrangement, 66) < 1)
        complain(rows, columns, bits, "no room for text");
}

/* The margin holds the widest number, the bar and a blank at every size but the narrowest, and the text has room beside it. */
static bool margins_hold(int number_columns)
{
    PaneChoice choice = choice_of(7);

    choice.number_columns = number_columns;
    for (int columns = 20; columns <= 240; columns++) {
        Arrangement arrangement = arrange(24, columns, &choice);

        if (arrangement.shape == SHAPE_BODY ? arrangement.gutter_columns != 2
                                            : arrangement.gutter_columns < number_columns + 2)
            return false;
        if (arrangement.panes[PANE_BODY].rows &&
            arrangement.gutter_columns + arrangement_measure(&arrangement, 66) > arrangement.panes[PANE_BODY].columns)
            return false;
    }
    return true;
}

/* Of a screen in zen: all rows but one, all columns. */
static bool is_bare(int rows, int columns)
{
    PaneChoice choice = choice_of(7 | 8);
    Arrangement arrangement = arrange(rows, columns, &choice);
    Rect body = arrangement.panes[PANE_BODY];

    return arrangement.header.rows + arrangement.hints.rows + arrangement.gutter_columns == 0 && body.row == 0 &&
           body.rows == rows - 1 && body.columns == columns;
}

static Shape shape_at(int rows, int columns)
{
    PaneChoice choice = choice_of(7);

    return arrange(rows, columns, &choice).shape;
}

int main(void)
{
    for (int rows = 1; rows <= 70; rows++) {
        for (int columns = 1; columns <= 240; columns++) {
            for (unsigned bits = 0; bits < 16 * PANE_COUNT; bits++)
                check(rows, columns, bits);
        }
    }
    ok(broken == 0, "every size and choice of panes fits");
    ok(shape_at(60, 200) == SHAPE_THREE_COLUMNS && shape_at(60, 160) == SHAPE_THREE_COLUMNS, "three columns from 160");
    ok(shape_at(40, 159) == SHAPE_TWO_COLUMNS && shape_at(40, 100) == SHAPE_TWO_COLUMNS, "two columns from 100");
    ok(shape_at(24, 99) == SHAPE_DRAWER && shape_at(24, 70) == SHAPE_DRAWER, "a drawer from 70");
    ok(shape_at(15, 80) == SHAPE_TABS, "no drawer under 16 rows");
    ok(shape_at(24, 69) == SHAPE_TABS && shape_at(24, 46) == SHAPE_TABS, "tabs from 46");
    ok(shape_at(12, 45) == SHAPE_BODY && shape_at(5, 20) == SHAPE_BODY, "the body alone below");
    ok(shape_at(4, 80) == SHAPE_TOO_SMALL && shape_at(24, 19) == SHAPE_TOO_SMALL, "too small below 20x5");
    ok(margins_hold(3), "the margin holds ~99 at every width");
    ok(margins_hold(4) && margins_hold(6), "and ~999, and ~99999");
    ok(is_bare(60, 200) && is_bare(40, 120) && is_bare(24, 80) && is_bare(15, 46) && is_bare(5, 20),
       "zen is the body alone");
    return tap_done();
}
