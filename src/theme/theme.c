/*
 * From roles to what a cell looks like. A cell has some roles, one over the other; each role has a style as its theme wrote it,
 * with gaps; a gap is filled first from the role's parents, then from the roles below, last from `text`:
 *
 *     entity.person   fg -      attrs +underline      <- entity (nothing set)
 *     quote.current   fg -      attrs +bold           <- quote: fg green
 *     text            fg black, bg white
 *     -----------------------------------------------
 *                     green on white, bold, underlined
 *
 * `text` is the ground: it is everybody's last parent, but only once, below all layers. Which of its three forms a style is taken in,
 * the terminal decides; only full colours are ever approximated (color.c).
 */
#include "theme/theme.h"

#include "theme/color.h"

/* ---- the compiled-in theme ---- */

#define BOLD .set = ATTRIBUTE_BOLD
#define ITALIC .set = ATTRIBUTE_ITALIC
#define UNDERLINE .set = ATTRIBUTE_UNDERLINE
#define REVERSE .set = ATTRIBUTE_REVERSE
#define DIM .set = ATTRIBUTE_DIM
#define NOT_BOLD .clear = ATTRIBUTE_BOLD
#define FG(index) .foreground = {COLOR_INDEX, index}
#define BG(index) .background = {COLOR_INDEX, index}
#define GROUND .foreground = {COLOR_DEFAULT, 0}, .background = {COLOR_DEFAULT, 0}

/* What all three forms share. */
/* clang-format off */
#define COMMON_STYLES                                                  \
    [ROLE_TEXT] = {GROUND},                                            \
    [ROLE_TEXT_STRONG] = {BOLD},                                       \
    [ROLE_EMPHASIS_BOLD] = {BOLD},                                     \
    [ROLE_EMPHASIS_UNDERLINE] = {UNDERLINE},                           \
    [ROLE_HIGHLIGHT] = {UNDERLINE},                                    \
    [ROLE_HIGHLIGHT_2] = {BOLD},                                       \
    [ROLE_HIGHLIGHT_4] = {REVERSE},                                    \
    [ROLE_HEADING] = {BOLD},                                           \
    [ROLE_QUOTE_CURRENT] = {BOLD},                                     \
    [ROLE_SPEAKER] = {NOT_BOLD},                                       \
    [ROLE_SPEAKER_CURRENT] = {BOLD},                                   \
    [ROLE_ENTITY_CURRENT] = {REVERSE},                                 \
    [ROLE_LIST_CURSOR] = {REVERSE},                                    \
    [ROLE_BORDER_FOCUSED] = {.set = ATTRIBUTE_BOLD, .clear = ATTRIBUTE_DIM}, \
    [ROLE_STATUS] = {REVERSE},                                         \
    [ROLE_STATUS_KEY] = {BOLD},                                        \
    [ROLE_STATUS_MODE] = {BOLD}
/* clang-format on */

/* Attributes that terminals with colours have as a rule. */
/* clang-format off */
#define RICH_STYLES                              \
    COMMON_STYLES,                               \
    [ROLE_TITLE] = {BOLD},                       \
    [ROLE_TEXT_FAINT] = {DIM},                   \
    [ROLE_TEXT_EMPHASIS] = {ITALIC},             \
    [ROLE_EMPHASIS_ITALIC] = {ITALIC},           \
    [ROLE_HIGHLIGHT_3] = {ITALIC},               \
    [ROLE_NOTE] = {ITALIC},                      \
    [ROLE_QUOTE_INDIRECT] = {ITALIC},            \
    [ROLE_SPEAKER_UNKNOWN] = {ITALIC},           \
    [ROLE_PANE_TITLE_FOCUSED] = {BOLD}
/* clang-format on */

static const Theme builtin = {
    .id = LITERAL("base"),
    .name = LITERAL("Base"),
    .author = LITERAL("the quoin authors"),
    .license = LITERAL("MIT"),
    .signs = &signs_usual,

/* clang-format off */
#define SPEAKERS(A, B, C, D, E)                                                                     \
    [ROLE_SPEAKER_1] = {FG(A)}, [ROLE_SPEAKER_2] = {FG(B)}, [ROLE_SPEAKER_3] = {FG(C)}, [ROLE_SPEAKER_4] = {FG(D)}, \
    [ROLE_SPEAKER_5] = {FG(E)}
/* clang-format on */

/* The palette behind the numbers is unknown: no black, white or grey on the ground, and no text in the colours that most palettes
 * make too bright (light) or too dark (dark). */
/* clang-format off */
#define ANSI_STYLES(LINK, MARK, ...)                                   \
    {                                                                                               \
        RICH_STYLES,                                                                                \
        [ROLE_KICKER] = {FG(5)},                                                                    \
        SPEAKERS(__VA_ARGS__),                                                                      \
        [ROLE_LINK] = {FG(LINK), UNDERLINE},                                                        \
        [ROLE_QUOTE_MARK] = {FG(MARK)},                                                             \
        [ROLE_ENTITY_PERSON] = {UNDERLINE},                                                         \
        [ROLE_ENTITY_ORGANIZATION] = {BOLD},                                                        \
        [ROLE_ENTITY_PLACE] = {ITALIC},                                                             \
        [ROLE_SEARCH_MATCH] = {FG(0), BG(3), NOT_BOLD},                                             \
        [ROLE_SEARCH_CURRENT] = {FG(0), BG(6), .set = ATTRIBUTE_UNDERLINE, .clear = ATTRIBUTE_BOLD}, \
        [ROLE_STATUS_WARNING] = {FG(3)},                                                            \
        [ROLE_STATUS_ERROR] = {FG(1)},                                                              \
    }
/* clang-format on */

#define VARIANT(...)                                                                                           \
    {                                                                                                          \
        .given = true,                                                                                         \
        .styles = {                                                                                            \
            [FORM_FULL] =                                                                                      \
                {                                                                                              \
                    RICH_STYLES,                                                                               \
                    [ROLE_LINK] = {UNDERLINE},                                                                 \
                    [ROLE_ENTITY_PERSON] = {UNDERLINE},                                                        \
                    [ROLE_ENTITY_ORGANIZATION] = {BOLD},                                                       \
                    [ROLE_ENTITY_PLACE] = {ITALIC},                                                            \
                    [ROLE_SEARCH_MATCH] = {.set = ATTRIBUTE_BOLD | ATTRIBUTE_UNDERLINE},                       \
                    [ROLE_SEARCH_CURRENT] = {REVERSE},                                                         \
                },                                                                                             \
            [FORM_ANSI] = ANSI_STYLES(__VA_ARGS__),                                                            \
            [FORM_MONO] =                                                                                      \
                {                                                                                              \
                    COMMON_STYLES,                                                                             \
                    [ROLE_TITLE] = {.set = ATTRIBUTE_BOLD | ATTRIBUTE_UNDERLINE},                              \
                    [ROLE_LINK] = {UNDERLINE},                                                                 \
                    [ROLE_EMPHASIS_ITALIC] = {UNDERLINE},                                                      \
                    [ROLE_ENTITY_PERSON] = {.set = ATTRIBUTE_UNDERLINE, .clear = ATTRIBUTE_BOLD},              \
                    [ROLE_ENTITY_ORGANIZATION] = {BOLD},                                                       \
                    [ROLE_ENTITY_PLACE] = {ITALIC},                                                            \
                    [ROLE_SEARCH_MATCH] = {REVERSE},                                                           \
                    [ROLE_SEARCH_CURRENT] = {.set = ATTRIBUTE_BOLD | ATTRIBUTE_REVERSE | ATTRIBUTE_UNDERLINE}, \
                    [ROLE_PANE_TITLE_FOCUSED] = {.set = ATTRIBUTE_BOLD | ATTRIBUTE_REVERSE},                   \
                    [ROLE_STATUS_ERROR] = {BOLD},                                                              \
                },                                                                                             \
        },                                                                                                     \
    }

    .variants =
        {
            [VARIANT_DARK] = VARIANT(6, 6, 5, 1, 2, 3, 6),
            [VARIANT_LIGHT] = VARIANT(4, 4, 2, 6, 5, 1, 4),
        },
};

const Theme *theme_builtin(void)
{
    return &builtin;
}

Variant theme_variant(const Theme *theme, Variant wanted)
{
    if (theme->variants[wanted].given)
        return wanted;
    return wanted == VARIANT_DARK ? VARIANT_LIGHT : VARIANT_DARK;
}

bool color_same(Color a, Color b)
{
    return a.kind == b.kind && a.value == b.value;
}

bool style_same(const Style *a, const Style *b)
{
    return color_same(a->foreground, b->foreground) && color_same(a->background, b->background) && a->set == b->set &&
           a->clear == b->clear;
}

bool theme_variant_same(const ThemeVariant *a, const ThemeVariant *b)
{
    for (int form = 0; form < FORM_COUNT; form++) {
        for (int role = 0; role < ROLE_COUNT; role++) {
            if (!style_same(&a->styles[form][role], &b->styles[form][role]))
                return false;
        }
    }
    return a->given == b->given;
}

Variant theme_first_variant(const Theme *theme, Variant suggested)
{
    return theme_variant(theme, theme->has_first ? theme->first : suggested);
}

/* ---- layers ---- */

/* Let `below` show through where `above` leaves gaps. */
static void show_below(Style *above, const Style *below)
{
    unsigned decided = above->set | (unsigned)above->clear;

    if (above->foreground.kind == COLOR_UNSET)
        above->foreground = below->foreground;
    if (above->background.kind == COLOR_UNSET)
        above->background = below->background;
    above->set |= (unsigned char)(below->set & ~decided);
    above->clear |= (unsigned char)(below->clear & ~decided);
}

/* The role and its parents, the ground left out. */
static void show_role(Style *style, const Style *styles, Role role)
{
    for (; role != ROLE_NONE && role != ROLE_TEXT; role = role_parent(role))
        show_below(style, &styles[role]);
}

static Style merge(const Style *styles, RoleStack stack)
{
    Style style = {0};

    for (int layer = LAYER_COUNT - 1; layer >= 0; layer--)
        show_role(&style, styles, (Role)stack.roles[layer]);
    show_below(&style, &styles[ROLE_TEXT]);
    if (style.foreground.kind == COLOR_UNSET)
        style.foreground.kind = COLOR_DEFAULT;
    if (style.background.kind == COLOR_UNSET)
        style.background.kind = COLOR_DEFAULT;
    style.clear = 0;
    return style;
}

/* ---- what a terminal can show ---- */

/* A stretch that stands out from the ground by its background still does so among 256 colours. */
static Color background_256(Color background, Color ground)
{
    unsigned index;

    if (background.kind != COLOR_RGB)
        return background;
    index = color_nearest_256(background.value);
    if (ground.kind == COLOR_RGB && ground.value != background.value && color_nearest_256(ground.value) == index)
        index = color_nearest_256_but(background.value, index);
    return (Color){COLOR_INDEX, index};
}

static Style style_256(Style style, Color ground)
{
    Color background = background_256(style.background, ground);

    if (style.foreground.kind == COLOR_RGB) {
        unsigned index = style.background.kind == COLOR_RGB
                             ? color_nearest_256_on(style.foreground.value, style.background.value, background.value)
                             : color_nearest_256(style.foreground.value);

        style.foreground = (Color){COLOR_INDEX, index};
    }
    style.background = background;
    return style;
}

/* With eight colours, bold stands for the bright ones; a bright black would be lost on black. */
static Style style_8(Style style)
{
    if (style.foreground.kind == COLOR_INDEX && style.foreground.value >= 8) {
        style.foreground =
            style.foreground.value == 8 ? (Color){COLOR_DEFAULT, 0} : (Color){COLOR_INDEX, style.foreground.value % 8};
        style.set |= ATTRIBUTE_BOLD;
    }
    if (style.background.kind == COLOR_INDEX)
        style.background.value %= 8;
    return style;
}

static Style style_mono(Style style)
{
    style.foreground = style.background = (Color){COLOR_DEFAULT, 0};
    return style;
}

Style theme_resolve(const Theme *theme, Variant variant, RoleStack stack, ColorDepth depth)
{
    const ThemeVariant *chosen = &theme->variants[theme_variant(theme, variant)];

    switch (depth) {
    case DEPTH_MONO:
        return style_mono(merge(chosen->styles[FORM_MONO], stack));
    case DEPTH_8:
        return style_8(merge(chosen->styles[FORM_ANSI], stack));
    case DEPTH_16:
        return merge(chosen->styles[FORM_ANSI], stack);
    case DEPTH_256:
        return style_256(merge(chosen->styles[FORM_FULL], stack), chosen->styles[FORM_FULL][ROLE_TEXT].background);
    case DEPTH_RGB:
        break;
    }
    return merge(chosen->styles[FORM_FULL], stack);
}
