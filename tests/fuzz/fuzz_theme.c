/* Any bytes as a theme: it is refused with an error, or every role of it has a style on every terminal. */
#include "fuzz/fuzz.h"
#include "ui/theme.h"

static bool read_none(void *context, Arena *arena, Text id, Text *source, Text *path)
{
    static const char base[] = "quoin-theme: 1\npalette: {blue: \"#00f\"}\nroles: {text: {fg: blue, bg: \"#fff\"}}\n";

    (void)context;
    if (!text_equal(id, TEXT("base")))
        return false;
    *source = TEXT(base);
    *path = arena_copy(arena, id);
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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const ThemeSource others = {read_none, NULL};
    Arena arena = {0};
    Report report;
    Theme *theme;

    report_init(&report, &arena, TEXT("input"));
    theme = theme_read(&arena, TEXT("input"), (Text){(const char *)bytes, size}, &others, &report);
    if (theme)
        require_styles(theme);
    else
        REQUIRE(report.error_count > 0);
    arena_release(&arena);
    return 0;
}
