/*
 * Each role is taken as it comes to the screen, on its own background; names also on that of the selected quotation. Then the kinds of
 * names, two by two, as readers with all cones and with one kind fewer see them.
 */
#include "cli/themes/theme_check.h"

#include "cli/themes/theme_named.h"
#include "theme/color.h"

/* Nearer than that, two look much alike: to most readers, to one who sees fewer hues, and a speaker and a kind. No mistake, since attributes and
 * signs tell them apart too. */
#define DISTANCE_LEAST 8.0
#define DISTANCE_LEAST_REDUCED 4.0
#define DISTANCE_LEAST_ACROSS 6.0

enum { ROLE_COLUMNS = 34, COLOR_COLUMNS = 22, FIGURE_COLUMNS = 8 };

typedef struct Check {
    Table *table;
    const Theme *theme;
    Variant variant;
    Arena *arena;
    size_t missed, close; /* contrasts, and pairs, of all forms */
} Check;

/* ---- rows ---- */

static Text variant_name(Variant variant)
{
    return variant == VARIANT_DARK ? TEXT("dark") : TEXT("light");
}

/* What is compared, in which colours; the figure, and the least that it should be. */
typedef struct Row {
    const char *what; /* NULL: contrast; else how the distance is seen */
    Text name, colors;
    bool known; /* not where a colour is the terminal's own */
    double figure, least;
} Row;

static void print_text(const Check *check, const Row *row, Text figure, const char *remark)
{
    Sink *out = check->table->out;

    sink_string(out, "  ");
    table_put_padded(out, row->name, ROLE_COLUMNS, check->table->charset);
    table_put_padded(out, row->colors, COLOR_COLUMNS, check->table->charset);
    figure = row->known ? figure : TEXT("-");
    sink_fill(out, ' ', FIGURE_COLUMNS > figure.size ? FIGURE_COLUMNS - figure.size : 0);
    SINK_TEXTS(out, figure, remark[0] ? TEXT("   ") : (Text){0}, text_from(remark), TEXT("\n"));
}

static void print_row(Check *check, const Row *row)
{
    bool fits = !row->known || row->figure + 0.005 >= row->least, is_contrast = !row->what;
    Text shown = row->known ? arena_printf(check->arena, "%.2f", row->figure) : (Text){0};
    Text least = arena_printf(check->arena, "%.1f", row->least);
    TableField fields[] = {
        FIELD_TEXT("theme", check->theme->id),
        FIELD_TEXT("variant", variant_name(check->variant)),
        FIELD_TEXT("what", text_from(row->what ? row->what : "contrast")),
        FIELD_TEXT("name", row->name),
        FIELD_TEXT("colors", row->colors),
        FIELD_TEXT("figure", shown),
        FIELD_TEXT("least", least),
        FIELD_BOOL("fits", fits),
    };

    check->missed += !fits && is_contrast;
    check->close += !fits && !is_contrast;
    if (check->table->format != OUTPUT_TEXT)
        table_row(check->table, fields, COUNT_OF(fields));
    else
        print_text(check, row, shown,
                   fits          ? ""
                   : is_contrast ? arena_printf(check->arena, "less than %.*s", TEXT_ARGS(least)).bytes
                                 : "close");
}

static void print_heading(const Check *check, const char *figure)
{
    if (check->table->format == OUTPUT_TEXT)
        SINK_TEXTS(check->table->out, TEXT("\n"), printable_copy(check->arena, check->theme->id, check->table->charset),
                   TEXT(", "), variant_name(check->variant), TEXT(": "), text_from(figure), TEXT("\n"));
}

static Text color_shown(const Check *check, Color color)
{
    if (color.kind == COLOR_RGB)
        return arena_printf(check->arena, "#%06x", (unsigned)color.value);
    return color.kind == COLOR_INDEX ? arena_printf(check->arena, "%u", (unsigned)color.value) : TEXT("default");
}

/* ---- contrast ---- */

static void check_stack(Check *check, RoleStack stack, Text name, double least)
{
    Style style = theme_resolve(check->theme, check->variant, stack, DEPTH_RGB);
    Text foreground = color_shown(check, style.foreground), background = color_shown(check, style.background);
    Row row = {.name = name,
               .least = least,
               .colors = arena_printf(check->arena, "%.*s on %.*s", TEXT_ARGS(foreground), TEXT_ARGS(background)),
               .known = style.foreground.kind == COLOR_RGB && style.background.kind == COLOR_RGB};

    if (row.known)
        row.figure = color_contrast(style.foreground.value, style.background.value);
    print_row(check, &row);
}

static void check_in_status(Check *check)
{
    for (int i = 0; i < ROLES_IN_STATUS; i++)
        check_stack(check, role_stack_in_status(roles_in_status[i]),
                    arena_printf(check->arena, "%.*s in status", TEXT_ARGS(role_name(roles_in_status[i]))),
                    role_is_lines(roles_in_status[i]) ? CONTRAST_LINES : CONTRAST_TEXT);
}

static void check_in_quote(Check *check, const Role *roles, int count)
{
    for (int i = 0; i < count; i++)
        check_stack(check, role_stack_in_quote(roles[i]),
                    arena_printf(check->arena, "%.*s in quote.current", TEXT_ARGS(role_name(roles[i]))), CONTRAST_TEXT);
}

static void check_contrasts(Check *check)
{
    print_heading(check, "contrast on the background (WCAG 2; 4.5 for text, 3 for lines)");
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
        check_stack(check, role_stack((Role)role), role_name((Role)role),
                    role_is_lines((Role)role) ? CONTRAST_LINES : CONTRAST_TEXT);
    check_in_status(check);
    check_in_quote(check, role_kinds, HUE_KINDS);
    check_in_quote(check, (const Role[]){ROLE_ENTITY_DOUBTFUL}, 1);
    check_in_quote(check, role_speakers, HUE_SPEAKERS);
}

/* ---- told apart ---- */

static void check_pair(Check *check, Role first, Role second, Vision vision, const char *seen, double least)
{
    Style a = theme_resolve(check->theme, check->variant, role_stack(first), DEPTH_RGB);
    Style b = theme_resolve(check->theme, check->variant, role_stack(second), DEPTH_RGB);
    Color text = theme_resolve(check->theme, check->variant, role_stack(ROLE_TEXT), DEPTH_RGB).foreground;
    Color x = {COLOR_RGB, color_as_seen(a.foreground.value, vision)},
          y = {COLOR_RGB, color_as_seen(b.foreground.value, vision)};
    Text names = arena_printf(check->arena, "%.*s, %.*s", TEXT_ARGS(role_name(first)), TEXT_ARGS(role_name(second)));

    if (a.foreground.kind != COLOR_RGB || b.foreground.kind != COLOR_RGB)
        return; /* the terminal's own: nobody knows */
    if (color_same(a.foreground, text) || color_same(b.foreground, text))
        return; /* it has no hue */
    print_row(check, &(Row){.what = seen,
                            .name = names,
                            .known = true,
                            .figure = color_distance(x.value, y.value),
                            .colors = arena_printf(check->arena, "%.*s  %.*s", TEXT_ARGS(color_shown(check, x)),
                                                   TEXT_ARGS(color_shown(check, y))),
                            .least = least});
}

static void check_pairs(Check *check, const char *what, const Role *roles, int count)
{
    static const char *const names[VISION_COUNT] = {[VISION_FULL] = "distance",
                                                    [VISION_PROTANOPIA] = "protanopia",
                                                    [VISION_DEUTERANOPIA] = "deuteranopia",
                                                    [VISION_TRITANOPIA] = "tritanopia"};

    for (Vision vision = VISION_FULL; vision < VISION_COUNT; vision++) {
        print_heading(check, vision == VISION_FULL
                                 ? arena_printf(check->arena, "distance of %s (OKLab, times 100)", what).bytes
                                 : arena_printf(check->arena, "the same with %s", names[vision]).bytes);
        for (int i = 0; i < count; i++) {
            for (int k = i + 1; k < count; k++)
                check_pair(check, roles[i], roles[k], vision, names[vision],
                           vision == VISION_FULL ? DISTANCE_LEAST : DISTANCE_LEAST_REDUCED);
        }
    }
}

/* A speaker has no kind's hue: the three that names are marked with. */
static void check_across(Check *check)
{
    print_heading(check, "distance of the speakers from the kinds of names");
    for (int speaker = 0; speaker < HUE_SPEAKERS; speaker++) {
        for (int kind = 0; kind < HUE_KINDS; kind++)
            check_pair(check, role_speakers[speaker], role_kinds[kind], VISION_FULL, "distance", DISTANCE_LEAST_ACROSS);
    }
}

static void print_sum(const Check *check)
{
    Sink *out = check->table->out;

    if (check->table->format != OUTPUT_TEXT)
        return;
    SINK_TEXTS(out, TEXT("\n"), printable_copy(check->arena, check->theme->id, check->table->charset), TEXT(": "));
    if (check->missed) {
        sink_number(out, check->missed, 0);
        sink_string(out, check->missed == 1 ? " contrast is too low" : " contrasts are too low");
    } else {
        sink_string(out, "no contrast is too low");
    }
    if (check->close) {
        sink_string(out, "; ");
        sink_number(out, check->close, 0);
        sink_string(out, check->close == 1 ? " pair of hues is" : " pairs of hues are");
        sink_string(out, " close to some readers; attributes and signs tell them apart");
    }
    sink_byte(out, '\n');
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
        check_across(&check);
    }
    if (check.theme)
        print_sum(&check);
    arena_release(&arena);
    return !check.theme ? EXIT_USAGE : check.missed || mistakes ? EXIT_PROBLEMS : EXIT_OK;
}
