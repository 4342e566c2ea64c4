/* Themes from a folder of the source tree, and what their roles look like, as text. */
#ifndef QUOIN_TESTS_THEME_DUMP_H
#define QUOIN_TESTS_THEME_DUMP_H

#include "theme/color.h"
#include "theme/theme.h"
#include "vectors.h"

/* A ThemeSource whose context is the folder. Paths are given as the bare name, so that messages can be compared. */
static inline bool theme_from_folder(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    const char *folder = context;
    char file[VECTOR_PATH];

    *why = (Text){0};
    *path = arena_printf(arena, "%.*s.yaml", TEXT_ARGS(id));
    vector_path(file, folder, path->bytes);
    return vector_read(arena, file, source);
}

static inline Text color_dump(Arena *arena, Color color)
{
    switch (color.kind) {
    case COLOR_DEFAULT:
        return TEXT("-");
    case COLOR_INDEX:
        return arena_printf(arena, "%u", (unsigned)color.value);
    case COLOR_RGB:
        return arena_printf(arena, "#%06x", (unsigned)color.value);
    case COLOR_UNSET:
        break;
    }
    return TEXT("unset");
}

/* "fg/bg BdIURS" */
static inline Text style_dump(Arena *arena, Style style)
{
    static const char letters[] = "BDIURS";
    char attributes[sizeof letters] = {0};
    size_t count = 0;
    Text foreground = color_dump(arena, style.foreground), background = color_dump(arena, style.background);

    for (unsigned i = 0; i + 1 < sizeof letters; i++) {
        if (style.set & 1u << i)
            attributes[count++] = letters[i];
    }
    return arena_printf(arena, "%.*s/%.*s%s%s", TEXT_ARGS(foreground), TEXT_ARGS(background), count ? " " : "",
                        attributes);
}

/* Has the theme anything of its own to say about the role? */
static inline bool role_changed(const Theme *theme, Variant variant, Role role)
{
    for (int form = 0; form < FORM_COUNT; form++) {
        if (!style_same(&theme->variants[variant].styles[form][role],
                        &theme_builtin()->variants[variant].styles[form][role]))
            return true;
    }
    return false;
}

typedef enum DumpWhat { DUMP_ALL, DUMP_CHANGED } DumpWhat;

/* The signs that are not the usual ones, with their ASCII forms. */
static inline size_t signs_dump(char *bytes, size_t room, const Signs *signs)
{
    size_t size = 0;

    for (int sign = 0; sign < SIGN_COUNT; sign++) {
        Text form = signs->forms[sign][CHARSET_UTF8], ascii = signs->forms[sign][CHARSET_ASCII];
        Text name = sign_name((Sign)sign);

        if (text_equal(form, signs_usual.forms[sign][CHARSET_UTF8]) &&
            text_equal(ascii, signs_usual.forms[sign][CHARSET_ASCII]))
            continue;
        size += (size_t)snprintf(bytes + size, room - size, "glyph %.*s%s%.*s %.*s\n", TEXT_ARGS(name),
                                 name.size ? " " : "", TEXT_ARGS(form), TEXT_ARGS(ascii));
    }
    return size;
}

/* A line for each variant and role: as a terminal of each depth shows it. */
static inline Text theme_dump(Arena *arena, const Theme *theme, DumpWhat what)
{
    static const ColorDepth depths[] = {DEPTH_RGB, DEPTH_256, DEPTH_16, DEPTH_8, DEPTH_MONO};
    char *bytes = arena_alloc(arena, 64 * 1024);
    size_t size = 0, room = 64 * 1024;

    size += (size_t)snprintf(bytes, room, "%.*s by %.*s, %.*s\n", TEXT_ARGS(theme->name), TEXT_ARGS(theme->author),
                             TEXT_ARGS(theme->license));
    size += signs_dump(bytes + size, room - size, theme->signs);
    for (int variant = 0; variant < VARIANT_COUNT; variant++) {
        if (!theme->variants[variant].given)
            continue;
        for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++) {
            if (what == DUMP_CHANGED && !role_changed(theme, (Variant)variant, (Role)role))
                continue;
            size += (size_t)snprintf(bytes + size, room - size, "%-5s %-19.*s",
                                     variant == VARIANT_DARK ? "dark" : "light", TEXT_ARGS(role_name((Role)role)));
            for (size_t i = 0; i < COUNT_OF(depths); i++) {
                Text style =
                    style_dump(arena, theme_resolve(theme, (Variant)variant, role_stack((Role)role), depths[i]));

                size += (size_t)snprintf(bytes + size, room - size, "%s%.*s", i ? "  |  " : " ", TEXT_ARGS(style));
            }
            size += (size_t)snprintf(bytes + size, room - size, "\n");
        }
    }
    return (Text){bytes, size};
}

#endif
