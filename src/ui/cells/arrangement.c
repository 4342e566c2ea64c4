/*
 * The screen is cut from the outside in: status and hints from below, the header from above, columns from
 * what is left. A pane that has no room or is not wanted gets a rectangle without rows.
 */
#include "ui/cells/arrangement.h"

/* clang-format off */
enum {
    TOO_SMALL_COLUMNS = 20,
    TOO_SMALL_ROWS = 5,
    TABS_COLUMNS = 46,
    DRAWER_COLUMNS = 70,
    TWO_COLUMNS = 100,
    THREE_COLUMNS = 160,
    FRAME_ROWS = 12,  /* fewer: no header, no hints */
    DRAWER_ROWS = 16, /* fewer: no drawer */
    WIDE_GUTTER = 6,  /* "●~99│ " */
    NARROW_GUTTER = 2, /* no numbers */
    AIRY_ROWS = 10,    /* more: a blank row below a title */
    LEFT_LEAST = 30, LEFT_MOST = 40, RIGHT_LEAST = 50, RIGHT_MOST = 76, /* columns beside a body that has one on each side */
    RIGHT_PERCENT = 36,                                                 /* of the columns, beside a body that has one on one side */
    LEFT_UPPER_PERCENT = 30, RIGHT_UPPER_PERCENT = 72                   /* of the rows of a side, for the upper pane */
};
/* clang-format on */

typedef enum Place {
    PLACE_MIDDLE,
    PLACE_LEFT_UPPER,
    PLACE_LEFT_LOWER,
    PLACE_RIGHT_UPPER,
    PLACE_RIGHT_LOWER,
    PLACE_ALONE
} Place;

static const unsigned char wide_places[PANE_COUNT] = {
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) [PANE_##ID] = PLACE_##WIDE,
#include "keys/panes.def"
};

static const unsigned char narrow_places[PANE_COUNT] = {
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) [PANE_##ID] = PLACE_##NARROW,
#include "keys/panes.def"
};

static Place place_of(Shape shape, PaneId pane)
{
    return (Place)(shape == SHAPE_THREE_COLUMNS ? wide_places : narrow_places)[pane];
}

bool pane_is_passing(PaneId pane)
{
    return narrow_places[pane] == PLACE_ALONE;
}

static int clamp(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

static Shape shape_for(int rows, int columns)
{
    if (rows < TOO_SMALL_ROWS || columns < TOO_SMALL_COLUMNS)
        return SHAPE_TOO_SMALL;
    if (columns < TABS_COLUMNS)
        return SHAPE_BODY;
    if (columns < DRAWER_COLUMNS || (columns < TWO_COLUMNS && rows < DRAWER_ROWS))
        return SHAPE_TABS;
    if (columns < TWO_COLUMNS)
        return SHAPE_DRAWER;
    return columns < THREE_COLUMNS ? SHAPE_TWO_COLUMNS : SHAPE_THREE_COLUMNS;
}

/* Cut `rows` from the top or the bottom of `area`. */
static Rect cut_top(Rect *area, int rows)
{
    Rect cut = *area;

    cut.rows = rows < area->rows ? rows : area->rows;
    area->row += cut.rows;
    area->rows -= cut.rows;
    return cut;
}

static Rect cut_bottom(Rect *area, int rows)
{
    Rect cut = *area;

    cut.rows = rows < area->rows ? rows : area->rows;
    area->rows -= cut.rows;
    cut.row = area->row + area->rows;
    return cut;
}

/* One pane in a side column: a title, a blank row where there is room, contents. */
static void place_pane(Arrangement *result, PaneId pane, Rect area)
{
    result->titles[pane] = cut_top(&area, 1);
    if (area.rows > AIRY_ROWS)
        (void)cut_top(&area, 1);
    if (area.columns > 2) {
        area.column++;
        area.columns -= 2;
    }
    result->panes[pane] = area;
}

/* Two panes in one column, a border row between them; `upper` gets `share` per cent. PANE_COUNT: there is none. */
static void place_stack(Arrangement *result, Rect area, PaneId focus, PaneId upper, PaneId lower, int share)
{
    if (upper != PANE_COUNT && lower != PANE_COUNT && area.rows >= 8) {
        Rect bottom = cut_bottom(&area, area.rows - area.rows * share / 100);

        (void)cut_top(&bottom, 1); /* the border: frame.c draws it above the title */
        place_pane(result, upper, area);
        place_pane(result, lower, bottom);
    } else if (upper != PANE_COUNT && (lower == PANE_COUNT || focus != lower)) {
        place_pane(result, upper, area);
    } else if (lower != PANE_COUNT) {
        place_pane(result, lower, area);
    }
}

/* The pane to be seen at a place of a screen of that shape; PANE_COUNT: none. */
static PaneId pane_at(Shape shape, const PaneChoice *choice, Place place)
{
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        if (choice->shown[pane] && place_of(shape, (PaneId)pane) == place)
            return (PaneId)pane;
    }
    return PANE_COUNT;
}

static void arrange_columns(Arrangement *result, Rect area, int columns, const PaneChoice *choice)
{
    Shape shape = result->shape;
    bool three = shape == SHAPE_THREE_COLUMNS;
    bool alone = place_of(shape, choice->focus) == PLACE_ALONE;
    PaneId left[2] = {pane_at(shape, choice, PLACE_LEFT_UPPER), pane_at(shape, choice, PLACE_LEFT_LOWER)};
    PaneId right[2] = {pane_at(shape, choice, PLACE_RIGHT_UPPER), pane_at(shape, choice, PLACE_RIGHT_LOWER)};
    bool has_left = left[0] != PANE_COUNT || left[1] != PANE_COUNT;
    bool has_right = right[0] != PANE_COUNT || right[1] != PANE_COUNT || alone;
    int left_columns = has_left ? clamp(LEFT_LEAST + (columns - THREE_COLUMNS) / 5, LEFT_LEAST, LEFT_MOST) : 0;
    int right_columns = !has_right ? 0
                        : three    ? clamp(RIGHT_LEAST + (columns - THREE_COLUMNS) * 3 / 5, RIGHT_LEAST, RIGHT_MOST)
                                   : columns * RIGHT_PERCENT / 100;
    Rect body = area;

    result->divider_first_row = area.row;
    result->divider_rows = area.rows;
    if (has_left) {
        result->dividers[0] = left_columns;
        body.column += left_columns + 1;
        body.columns -= left_columns + 1;
        place_stack(result, (Rect){area.row, 0, area.rows, left_columns}, choice->focus, left[0], left[1],
                    LEFT_UPPER_PERCENT);
    }
    if (has_right) {
        Rect side = {area.row, columns - right_columns, area.rows, right_columns};

        result->dividers[1] = columns - right_columns - 1;
        body.columns -= right_columns + 1;
        if (alone)
            place_pane(result, choice->focus, side);
        else
            place_stack(result, side, choice->focus, right[0], right[1], RIGHT_UPPER_PERCENT);
    }
    result->panes[PANE_BODY] = body;
}

static void arrange_drawer(Arrangement *result, Rect area, int rows, const PaneChoice *choice)
{
    PaneId pane = choice->focus != PANE_BODY ? choice->focus : choice->shown[PANE_QUOTES] ? PANE_QUOTES : PANE_BODY;
    int drawer_rows = pane == PANE_QUOTES ? clamp((rows - 10) / 3, 4, 6) : clamp(rows / 2 - 3, 4, 14);

    if (pane != PANE_BODY) {
        result->panes[pane] = cut_bottom(&area, drawer_rows);
        result->titles[pane] = cut_bottom(&area, 1);
    }
    result->panes[PANE_BODY] = area;
}

/* A speaker's sign, the bar and a blank beside the numbers; more than usual only for an article of very many quotations. */
static int gutter_columns(Shape shape, const PaneChoice *choice)
{
    int number_columns = choice->number_columns;

    if (choice->zen && choice->focus == PANE_BODY)
        return 0;
    if (shape == SHAPE_BODY)
        return NARROW_GUTTER;
    return number_columns + 3 > WIDE_GUTTER ? number_columns + 3 : WIDE_GUTTER;
}

Arrangement arrange(int rows, int columns, const PaneChoice *choice)
{
    PaneChoice shown = *choice;
    Arrangement result = {.shape = shape_for(rows, columns), .dividers = {-1, -1}};
    Rect area = {0, 0, rows, columns};
    bool columned = result.shape == SHAPE_TWO_COLUMNS || result.shape == SHAPE_THREE_COLUMNS;
    bool bare = choice->zen && choice->focus == PANE_BODY;

    if (result.shape == SHAPE_TOO_SMALL)
        return result;
    result.gutter_columns = gutter_columns(result.shape, choice);
    if (shown.zen) {
        for (int pane = 0; pane < PANE_COUNT; pane++)
            shown.shown[pane] = false;
    }
    shown.shown[shown.focus] = true;
    if (rows >= FRAME_ROWS && result.shape != SHAPE_BODY && !bare)
        result.hints = cut_bottom(&area, 1);
    result.status = cut_bottom(&area, 1);
    if (rows >= FRAME_ROWS && !bare) {
        result.header = cut_top(&area, 1);
        if (columned)
            (void)cut_top(&area, 1); /* the rule below it */
    }
    if (columned) {
        arrange_columns(&result, area, columns, &shown);
    } else if (result.shape == SHAPE_DRAWER) {
        arrange_drawer(&result, area, rows, &shown);
    } else {
        result.panes[shown.focus] = area;
    }
    return result;
}

int arrangement_measure(const Arrangement *arrangement, int measure_columns)
{
    int room = arrangement->panes[PANE_BODY].columns - arrangement->gutter_columns - 1;

    if (arrangement->shape == SHAPE_TOO_SMALL || room < 1)
        return measure_columns; /* the body is not on the screen: keep its lines */
    return room < measure_columns ? room : measure_columns;
}
