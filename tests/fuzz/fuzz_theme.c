/* Any bytes as a theme: it is refused with an error, or every role of it has a style on every terminal, and a new theme can be made from it that
 * looks the same. */
#include "fuzz/fuzz.h"
#include "theme/theme.h"

/* There are a theme "base", and the input. */
static bool read_theme(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    static const char base[] = "quoin-theme: 1\npalette: {blue: \"#00f\"}\nroles: {text: {fg: blue, bg: \"#fff\"}}\n";

    *why = (Text){0};
    *path = arena_copy(arena, id);
    if (text_equal(id, TEXT("base")))
        *source = TEXT(base);
    else if (text_equal(id, TEXT("input")))
        *source = *(const Text *)context;
    else
        return false;
    return true;
}

static void require_styles(const Theme *theme)
{
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++) {
        for (int depth = DEPTH_MONO; depth <= DEPTH_RGB; depth++) {
            RoleStack stack = role_stack((Role)role);
            Style style;

            style = theme_resolve(theme, theme_variant(theme, VARIANT_LIGHT), stack, (ColorDepth)depth);
            REQUIRE(style.foreground.kind != COLOR_UNSET && style.background.kind != COLOR_UNSET);
            REQUIRE(depth == DEPTH_RGB || style.foreground.kind != COLOR_RGB);
        }
    }
}

static void require_outline(Arena *arena, const Theme *theme, Text input, OutlineKind kind, const ThemeSource *themes)
{
    Text outline;
    const Theme *made;
    Report report;

    report_init(&report, arena, TEXT("outline"));
    outline = theme_outline(arena, TEXT("made"), TEXT("input"), input, kind, themes, &report);
    REQUIRE(outline.size || report.error_count);
    if (!outline.size)
        return;
    made = theme_read(arena, TEXT("made"), outline, themes, &report);
    REQUIRE(made);
    for (int sign = 0; made && sign < SIGN_COUNT; sign++)
        REQUIRE(text_equal(made->signs->forms[sign][CHARSET_UTF8], theme->signs->forms[sign][CHARSET_UTF8]));
    for (int variant = 0; made && variant < VARIANT_COUNT; variant++) {
        REQUIRE(made->variants[variant].given == theme->variants[variant].given);
        for (int role = ROLE_NONE + 1; made->variants[variant].given && role < ROLE_COUNT; role++) {
            Style a = theme_resolve(theme, (Variant)variant, role_stack((Role)role), DEPTH_RGB);
            Style b = theme_resolve(made, (Variant)variant, role_stack((Role)role), DEPTH_RGB);

            REQUIRE(a.foreground.kind == b.foreground.kind && a.foreground.value == b.foreground.value);
            REQUIRE(a.background.kind == b.background.kind && a.background.value == b.background.value && a.set == b.set);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text input = {(const char *)bytes, size};
    const ThemeSource themes = {read_theme, &input};
    Arena arena = {0};
    Report report;
    Theme *theme;

    report_init(&report, &arena, TEXT("input"));
    theme = theme_read(&arena, TEXT("input"), input, &themes, &report);
    if (theme) {
        require_styles(theme);
        require_outline(&arena, theme, input, OUTLINE_OF_LISTED, &themes);
        require_outline(&arena, theme, input, OUTLINE_ALONE, &themes);
    } else {
        REQUIRE(report.error_count > 0);
    }
    (void)theme_forms(TEXT("input"), input, &themes);
    arena_release(&arena);
    return 0;
}
