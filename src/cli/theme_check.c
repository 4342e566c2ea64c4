/*
 * Each role is taken as it comes to the screen, on its own background; names also on that of the selected quotation. Then the kinds of
 * names, two by two, as readers with all cones and with one kind fewer see them.
 */
#include "cli/theme_check.h"

#include <string.h>

#include "cli/theme_named.h"
#include "ui/color.h"

/* Nearer than that, two look much alike, to most readers and to one who sees fewer hues; no mistake, since attributes and signs tell them
 * apart too. */
#define DISTANCE_LEAST 8.0
#define DISTANCE_LEAST_REDUCED 4.0

enum { ROLE_COLUMNS = 32, COLOR_COLUMNS = 22, FIGURE_COLUMNS = 8 };

typedef struct Check {
    Table *table;
    const Theme *theme;
    Variant variant;
    Arena *arena;
    size_t missed;
} Check;

/* ---- rows ---- */

static Text variant_name(Variant variant)
{
    return variant == VARIANT_DARK ? TEXT("dark") : TEXT("light");
}

/* What is compared, in which colours; the figure, and the least that it should be. */
static void print_row(Check *check, const char *what, Text name, Text colors, double figure, double least)
{
    bool fits = figure + 0.005 >= least, is_contrast = strcmp(what, "contrast") == 0;
    Text shown = arena_printf(check->arena, "%.2f", figure), wanted = arena_printf(check->arena, "%.1f", least);
    TableField fields[] = {
        FIELD_TEXT("theme", check->theme->id), FIELD_TEXT("variant", variant_name(check->variant)),
        FIELD_TEXT("what", text_from(what)),   FIELD_TEXT("name", name),
        FIELD_TEXT("colors", colors),          FIELD_TEXT("figure", shown),
        FIELD_TEXT("least", wanted),           FIELD_BOOL("fits", fits),
    };

    check->missed += !fits && is_contrast;
    if (check->table->format != OUTPUT_TEXT) {
        table_row(check->table, fields, sizeof fields / sizeof fields[0]);
        return;
    }
    (void)fputs("  ", stdout);
    table_put_padded(name, ROLE_COLUMNS, check->table->charset);
    table_put_padded(colors, COLOR_COLUMNS, check->table->charset);
    (void)printf("%*.2f", FIGURE_COLUMNS, figure);
    if (!fits && is_contrast)
        (void)printf("   less than %.1f", least);
    else if (!fits)
        (void)fputs("   close", stdout);
    (void)fputc('\n', stdout);
}

static void print_heading(const Check *check, const char *figure)
{
    if (check->table->format == OUTPUT_TEXT)
        (void)printf("\n%.*s, %.*s: %s\n", TEXT_ARGS(check->theme->id), TEXT_ARGS(variant_name(check->variant)), figure);
}

/* ---- contrast ---- */

static void check_stack(Check *check, RoleStack stack, Text name, double least)
{
    Style style = theme_resolve(check->theme, check->variant, stack, DEPTH_RGB);

    if (style.foreground.kind != COLOR_RGB || style.background.kind != COLOR_RGB)
        return; /* the terminal's own: nobody knows */
    print_row(check, "contrast", name,
              arena_printf(check->arena, "#%06x on #%06x", (unsigned)style.foreground.value, (unsigned)style.background.value),
              color_contrast(style.foreground.value, style.background.value), least);
}

static void check_in_quote(Check *check, const Role *roles, int count)
{
    for (int i = 0; i < count; i++)
        check_stack(check, role_stack_in_quote(roles[i]), arena_printf(check->arena, "%.*s in quote.current", TEXT_ARGS(role_name(roles[i]))),
                    CONTRAST_TEXT);
}

static void check_contrasts(Check *check)
{
    print_heading(check, "contrast on the background (WCAG 2; 4.5 for text, 3 for lines)");
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
        check_stack(check, role_stack((Role)role), role_name((Role)role),
                    role_is_lines((Role)role) ? CONTRAST_LINES : CONTRAST_TEXT);
    check_in_quote(check, role_kinds, HUE_KINDS);
    check_in_quote(check, role_speakers, HUE_SPEAKERS);
}

/* ---- told apart ---- */

static void check_pair(Check *check, Role first, Role second, Vision vision, const char *seen)
{
    Style a = theme_resolve(check->theme, check->variant, role_stack(first), DEPTH_RGB);
    Style b = theme_resolve(check->theme, check->variant, role_stack(second), DEPTH_RGB);

    if (a.foreground.kind != COLOR_RGB || b.foreground.kind != COLOR_RGB)
        return;
    print_row(check, seen,
              arena_printf(check->arena, "%.*s, %.*s", TEXT_ARGS(role_name(first)), TEXT_ARGS(role_name(second))),
              arena_printf(check->arena, "#%06x  #%06x", (unsigned)color_as_seen(a.foreground.value, vision),
                           (unsigned)color_as_seen(b.foreground.value, vision)),
              color_distance(color_as_seen(a.foreground.value, vision), color_as_seen(b.foreground.value, vision)),
              vision == VISION_FULL ? DISTANCE_LEAST : DISTANCE_LEAST_REDUCED);
}

static void check_pairs(Check *check, const char *what, const Role *roles, int count)
{
    static const char *const names[VISION_COUNT] = {
        [VISION_FULL] = "distance", [VISION_PROTANOPIA] = "protanopia", [VISION_DEUTERANOPIA] = "deuteranopia",
        [VISION_TRITANOPIA] = "tritanopia"};

    for (Vision vision = VISION_FULL; vision < VISION_COUNT; vision++) {
        print_heading(check, vision == VISION_FULL
                                 ? arena_printf(check->arena, "distance of %s (OKLab, times 100)", what).bytes
                                 : arena_printf(check->arena, "the same with %s", names[vision]).bytes);
        for (int i = 0; i < count; i++) {
            for (int k = i + 1; k < count; k++)
                check_pair(check, roles[i], roles[k], vision, names[vision]);
        }
    }
}

int theme_check(Session *session, Text name, Table *table)
{
    Arena arena = {0};
    Check check = {.table = table, .arena = &arena};
    size_t mistakes;

    check.theme = theme_named(session, &arena, name, table->charset, &mistakes);
    for (check.variant = VARIANT_DARK; check.theme && check.variant < VARIANT_COUNT; check.variant++) {
        if (!check.theme->variants[check.variant].given)
            continue;
        check_contrasts(&check);
        check_pairs(&check, "the kinds of names", role_kinds, HUE_KINDS);
        check_pairs(&check, "the speakers", role_speakers, HUE_SPEAKERS);
    }
    arena_release(&arena);
    return !check.theme ? EXIT_USAGE : check.missed || mistakes ? EXIT_PROBLEMS : EXIT_OK;
}
