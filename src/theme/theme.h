/*
 * Themes: roles to styles. A theme is a YAML file (quoin-theme(5)) with a palette, roles, inheritance, a light and a dark
 * variant, and for each role a form for 16-colour terminals (`ansi:`) and one without colours (`mono:`).
 */
#ifndef QUOIN_THEME_THEME_H
#define QUOIN_THEME_THEME_H

#include "base/report.h"
#include "theme/role.h"
#include "theme/signs.h"

typedef enum ColorKind { COLOR_UNSET, COLOR_DEFAULT, COLOR_INDEX, COLOR_RGB } ColorKind;

typedef struct Color {
    ColorKind kind;
    uint32_t value; /* 0 to 255 for COLOR_INDEX, 0xRRGGBB for COLOR_RGB */
} Color;

typedef enum Attribute {
    ATTRIBUTE_BOLD = 1 << 0,
    ATTRIBUTE_DIM = 1 << 1,
    ATTRIBUTE_ITALIC = 1 << 2,
    ATTRIBUTE_UNDERLINE = 1 << 3,
    ATTRIBUTE_REVERSE = 1 << 4,
    ATTRIBUTE_STRIKE = 1 << 5
} Attribute;

typedef struct Style {
    Color foreground, background;
    unsigned char set;   /* Attribute bits that it switches on */
    unsigned char clear; /* … and off */
} Style;

/* What a terminal can do, from least to most. */
typedef enum ColorDepth { DEPTH_MONO, DEPTH_8, DEPTH_16, DEPTH_256, DEPTH_RGB } ColorDepth;

typedef enum Variant { VARIANT_DARK, VARIANT_LIGHT, VARIANT_COUNT } Variant;

typedef enum StyleForm { FORM_FULL, FORM_ANSI, FORM_MONO, FORM_COUNT } StyleForm;

typedef struct ThemeVariant {
    bool given;
    Style styles[FORM_COUNT][ROLE_COUNT]; /* as written: unset where the file says nothing */
} ThemeVariant;

typedef struct Theme {
    Text id; /* the file's name without .yaml */
    Text name, author, license;
    bool has_first;
    Variant first; /* `variant:`, the one that it is made for; when has_first */
    ThemeVariant variants[VARIANT_COUNT];
    const Signs *signs;
} Theme;

/* A name that may be looked for: no folder, no ".yaml", nothing hidden or unprintable. */
bool theme_id_valid(Text id);

/* Where themes come from: `read` gets the text of `id`.yaml and its path. False: there is none (`*why` is empty), or it cannot be read (`*why` says
 * why). Supplied by the caller, so that tests need no files. */
typedef struct ThemeSource {
    bool (*read)(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why);
    void *context;
} ThemeSource;

/*
 * Read a theme and what it inherits; every mistake goes to the report, those of an inherited theme at the line that names it. NULL
 * when there is an error. Palette names are looked for in the nearest theme first, so that a theme of a palette alone recolours
 * another. Without `inherits`, `base` (theme_builtin) is what it begins with.
 */
Theme *theme_read(Arena *arena, Text id, Text source, const ThemeSource *others, Report *report);

/* Which forms it has: 1 << VARIANT_DARK, 1 << VARIANT_LIGHT; 0: it has mistakes. */
unsigned theme_forms(Text id, Text source, const ThemeSource *others);

/*
 * The file of a new theme that looks as `id` does, whose text is `source`: every colour and role stands in it with what it is for. It inherits
 * that theme, or for OUTLINE_ALONE, where it is none of `others`, what that one inherits. Empty when there is an error in that. In the arena.
 */
typedef enum OutlineKind { OUTLINE_OF_LISTED, OUTLINE_ALONE } OutlineKind;
Text theme_outline(Arena *arena, Text name, Text id, Text source, OutlineKind kind, const ThemeSource *others,
                   Report *report);

/* The bundled theme that is used when nobody has chosen one. */
#define USUAL_THEME "paper"

/* The theme that is compiled in: default colours and attributes only. Readable everywhere. */
const Theme *theme_builtin(void);

/* The variant to use when `wanted` is asked for: the other one when the theme has only that. */
Variant theme_variant(const Theme *theme, Variant wanted);

/* Is the same written in both? In two variants: for every role. */
bool color_same(Color a, Color b);
bool style_same(const Style *a, const Style *b);
bool theme_variant_same(const ThemeVariant *a, const ThemeVariant *b);

/* The variant to begin with: the one that the theme is made for, else what the terminal or the configuration suggests. */
Variant theme_first_variant(const Theme *theme, Variant suggested);

/* The style of a cell on a terminal of a given depth: layers merged, roles followed to their parents, colours as that depth shows them
 * (DEPTH_256: 16 to 255 by nearest; DEPTH_8 and DEPTH_16: the `ansi:` forms; DEPTH_MONO: the `mono:` forms and no colours).
 * No unset colours are left. */
Style theme_resolve(const Theme *theme, Variant variant, RoleStack stack, ColorDepth depth);

#endif
