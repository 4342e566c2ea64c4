/*
 * Painting: what changed since the last canvas goes to curses, cell by cell, styles as attributes and colour
 * pairs. The pairs are ours (curses' own allocation forgets the oldest): a table from two colours to a pair,
 * begun anew when it is full or the theme is another.
 */
#include "term/paint.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/unicode/columns.h"
#include "term/entry.h"

enum { PAIR_TABLE = 1024, STYLE_TABLE = 512 }; /* powers of two */

typedef struct Pair {
    int foreground, background; /* curses' numbers; -1 is the terminal's own */
    int number;                 /* 0: an empty row */
} Pair;

typedef struct CachedStyle {
    RoleStack stack;
    bool used;
    attr_t attributes;
    int pair;
} CachedStyle;

static struct {
    ColorDepth depth;
    int not_colored; /* attributes that go without colours only, as terminfo numbers them */
    const Theme *theme;
    Variant variant;
    ThemeVariant painted; /* what the cached styles are of: the next theme may be where the last one was */
    Pair pairs[PAIR_TABLE];
    int pair_count, pair_limit;
    bool refused; /* there was no pair left for a style: the next frame begins anew */
    CachedStyle styles[STYLE_TABLE];
    CachedStyle *latest; /* of them: the next cell mostly has the same */
    Cell *shown;         /* what was painted last */
    bool *changed;       /* rows that were painted in the last frame */
    int rows, columns;
} paint;

void paint_open(ColorDepth depth)
{
    int limit = COLOR_PAIRS < PAIR_TABLE / 2 ? COLOR_PAIRS : PAIR_TABLE / 2;

    paint.depth = depth;
    paint.not_colored = tigetnum("ncv");
    paint.theme = NULL;
    paint.pair_limit = limit;
    paint_forget();
}

static void forget_styles(void)
{
    memset(paint.pairs, 0, sizeof paint.pairs);
    memset(paint.styles, 0, sizeof paint.styles);
    paint.latest = NULL;
    paint.pair_count = 0;
    paint.refused = false;
}

void paint_forget(void)
{
    free(paint.shown);
    free(paint.changed);
    paint.shown = NULL;
    paint.changed = NULL;
    forget_styles();
}

void paint_close(void)
{
    paint_forget();
    paint.theme = NULL;
}

static int color_number(Color color)
{
    if (paint.depth == DEPTH_RGB)
        return color.kind == COLOR_RGB     ? (int)color.value
               : color.kind == COLOR_INDEX ? EXACT_PALETTE + (int)color.value
                                           : -1;
    return color.kind == COLOR_INDEX && (int)color.value < COLORS ? (int)color.value : -1;
}

static int pair_for(int foreground, int background)
{
    unsigned hash = (unsigned)(foreground + 1) * 263u + (unsigned)(background + 1);

    if (paint.depth == DEPTH_MONO || (foreground < 0 && background < 0))
        return 0;
    for (unsigned i = hash % PAIR_TABLE;; i = (i + 1) % PAIR_TABLE) {
        Pair *pair = &paint.pairs[i];

        if (pair->number && pair->foreground == foreground && pair->background == background)
            return pair->number;
        if (pair->number)
            continue;
        if (paint.pair_count + 1 >= paint.pair_limit) {
            paint.refused = true;
            return 0; /* more colours than the terminal can hold at once: its own */
        }
        *pair = (Pair){foreground, background, ++paint.pair_count};
        (void)init_extended_pair(pair->number, foreground, background);
        return pair->number;
    }
}

/* Is an attribute seen, and in colours? `video` is its bit in the capability "ncv" (terminfo(5), no_color_video): with colours it is not. */
static bool is_seen(attr_t attribute, int video, bool colored)
{
    return (term_attrs() & attribute) && !(colored && paint.not_colored > 0 && (paint.not_colored & video));
}

/* What a terminal does not show is told by another attribute; a row's replacement stands further down, or there is none. */
static attr_t curses_attributes(unsigned wanted, bool colored)
{
    static const struct {
        unsigned ours;
        attr_t curses;
        int video;
        unsigned instead;
    } rows[] = {
        {ATTRIBUTE_STRIKE, 0, 0, ATTRIBUTE_DIM}, /* curses has none */
        {ATTRIBUTE_DIM, A_DIM, 1 << 4, 0},
        {ATTRIBUTE_ITALIC, A_ITALIC, 1 << 15, ATTRIBUTE_UNDERLINE},
        {ATTRIBUTE_UNDERLINE, A_UNDERLINE, 1 << 1, ATTRIBUTE_BOLD},
        {ATTRIBUTE_BOLD, A_BOLD, 1 << 5, 0},
        {ATTRIBUTE_REVERSE, A_REVERSE, 1 << 2, 0},
    };
    attr_t result = 0;

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (!(wanted & rows[i].ours))
            continue;
        if (is_seen(rows[i].curses, rows[i].video, colored))
            result |= rows[i].curses;
        else
            wanted |= rows[i].instead;
    }
    return result;
}

static bool has_style(const CachedStyle *row, RoleStack stack)
{
    return row->used && role_stack_same(row->stack, stack);
}

static const CachedStyle *style_for(RoleStack stack)
{
    unsigned hash = 0;
    CachedStyle *row;
    Style style;

    if (paint.latest && has_style(paint.latest, stack))
        return paint.latest;
    for (int layer = 0; layer < LAYER_COUNT; layer++)
        hash = hash * 61u + stack.roles[layer];
    paint.latest = row = &paint.styles[hash % STYLE_TABLE];
    if (has_style(row, stack))
        return row;
    style = theme_resolve(paint.theme, paint.variant, stack, paint.depth);
    *row = (CachedStyle){
        .stack = stack, .used = true, .pair = pair_for(color_number(style.foreground), color_number(style.background))};
    row->attributes = curses_attributes(style.set, row->pair != 0);
    return row;
}

Style paint_style(RoleStack roles)
{
    static const struct {
        attr_t curses;
        unsigned ours;
    } rows[] = {{A_DIM, ATTRIBUTE_DIM},
                {A_ITALIC, ATTRIBUTE_ITALIC},
                {A_UNDERLINE, ATTRIBUTE_UNDERLINE},
                {A_BOLD, ATTRIBUTE_BOLD},
                {A_REVERSE, ATTRIBUTE_REVERSE}};
    const CachedStyle *shown = style_for(roles);
    Style style = {.foreground = {COLOR_DEFAULT, 0}, .background = {COLOR_DEFAULT, 0}};

    if (shown->pair)
        style = theme_resolve(paint.theme, paint.variant, roles, paint.depth);
    style.set = 0;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (shown->attributes & rows[i].curses)
            style.set |= (unsigned char)rows[i].ours;
    }
    return style;
}

bool paint_row_changed(int row)
{
    return paint.changed && paint.changed[row];
}

bool paint_leaves_blank(const Cell *cell)
{
    size_t size;

    return cell->length >= 4 && columns_emoji_unicode(utf8_decode((Text){cell->bytes, cell->length}, 0, &size)) != 0;
}

static void paint_cell(int row, int column, const Cell *cell)
{
    const CachedStyle *style = style_for(cell->roles);
    wchar_t characters[GLYPH_BYTES + 1];
    Text glyph = {cell->bytes, cell->length};
    size_t count = 0, size;
    cchar_t complex;
    int pair = style->pair;

    for (size_t at = 0; at < glyph.size; at += size)
        characters[count++] = (wchar_t)utf8_decode(glyph, at, &size);
    if (count == 0 || paint_leaves_blank(cell)) {
        characters[0] = L' ';
        count = 1;
    }
    characters[count] = L'\0';
    if (setcchar(&complex, characters, style->attributes, 0, &pair) == OK)
        (void)mvadd_wch(row, column, &complex);
    if (paint_leaves_blank(cell))
        (void)mvadd_wch(row, column + 1, &complex);
}

static bool same_cell(const Cell *a, const Cell *b)
{
    return a->length == b->length && a->columns == b->columns && role_stack_same(a->roles, b->roles) &&
           memcmp(a->bytes, b->bytes, a->length) == 0;
}

/* An empty screen in the style of the text: blanks of it need no painting. */
static void paint_background(const Canvas *canvas)
{
    const CachedStyle *style = style_for(role_stack(ROLE_TEXT));
    size_t cells = memory_product((size_t)canvas->rows, (size_t)canvas->columns);
    Cell blank = {.columns = 1, .roles = role_stack(ROLE_TEXT)};
    int pair = style->pair;
    cchar_t complex;

    if (setcchar(&complex, L" ", style->attributes, 0, &pair) == OK)
        bkgrndset(&complex); /* erase fills with it */
    (void)erase();
    paint.shown = memory_resize(paint.shown, memory_product(cells, sizeof *paint.shown));
    for (size_t i = 0; i < cells; i++)
        paint.shown[i] = blank;
    paint.changed = memory_resize(paint.changed, (size_t)canvas->rows + 1);
    memset(paint.changed, true, (size_t)canvas->rows);
    paint.rows = canvas->rows;
    paint.columns = canvas->columns;
}

static bool starts_anew(const Canvas *canvas, const Theme *theme, Variant variant)
{
    bool anew = !paint.shown || paint.rows != canvas->rows || paint.columns != canvas->columns;
    const ThemeVariant *styles = &theme->variants[theme_variant(theme, variant)];

    if (!paint.theme || paint.variant != variant || paint.refused || !theme_variant_same(&paint.painted, styles)) {
        forget_styles();
        paint.painted = *styles;
        anew = true;
    }
    paint.theme = theme;
    paint.variant = variant;
    return anew;
}

void paint_canvas(const Canvas *canvas, const Theme *theme, Variant variant)
{
    size_t count = (size_t)canvas->rows * (size_t)canvas->columns;

    if (starts_anew(canvas, theme, variant))
        paint_background(canvas);
    else
        memset(paint.changed, false, (size_t)canvas->rows);
    for (size_t i = 0; i < count; i++) {
        const Cell *cell = &canvas->cells[i];

        if (same_cell(cell, &paint.shown[i]))
            continue;
        if (cell->columns)
            paint_cell((int)(i / (size_t)canvas->columns), (int)(i % (size_t)canvas->columns), cell);
        paint.shown[i] = *cell;
        paint.changed[i / (size_t)canvas->columns] = true;
    }
    (void)curs_set(canvas->cursor_shown);
    if (canvas->cursor_row >= 0)
        (void)move(canvas->cursor_row, canvas->cursor_column);
}
