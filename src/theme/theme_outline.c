/*
 * A file to begin a theme with. The chain of a theme (theme_read.c) becomes one file: of each colour and each role the line of the nearest
 * theme that has one, as it was written, so that names of colours stay names. Since the new theme inherits the old one, what a line leaves
 * out is as it was, and any line may be deleted.
 *
 *     quoin-theme: 1
 *     inherits: gruvbox                         or what gruvbox inherits
 *     palette: {…}  variants: {dark: {palette: {…}}, light: …}
 *     roles:
 *       title: {fg: yellow, attrs: [bold]}      # The headline
 *       #byline: text.muted                     # Author, source, date and length
 */
#include "theme/theme_read.h"

enum { COMMENT_COLUMN = 46 };

typedef struct Outline {
    Reader *reader;
    Arena *arena;
    TextBuffer text;
    bool overfull; /* more colours than one palette may have */
} Outline;

static void put(Outline *outline, Text text)
{
    text_buffer_add(outline->arena, &outline->text, text);
}

/* ---- nodes as they were written ---- */

/* May it stand without quotation marks in a list or a map on one line? Words, and "+bold". */
static bool is_plain(Text text)
{
    size_t start = text.size > 1 && (text.bytes[0] == '+' || text.bytes[0] == '-');
    bool plain = text.size > start && ascii_is_alnum(text.bytes[start]);

    for (size_t i = start; i < text.size; i++) {
        char byte = text.bytes[i];

        plain = plain && (ascii_is_alnum(byte) || byte == '-' || byte == '.' || byte == '_');
    }
    return plain;
}

/* In quotation marks: what would end them or the line, as an escape. */
static void put_quoted(Outline *outline, Text text)
{
    size_t size;

    put(outline, TEXT("\""));
    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        if (code_point == '"' || code_point == '\\')
            put(outline, TEXT("\\"));
        if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x2028 ||
            code_point == 0x2029 || code_point == 0xFEFF)
            put(outline, arena_printf(outline->arena, "\\u%04X", (unsigned)code_point));
        else
            put(outline, text_slice(text, (Range){at, at + size}));
    }
    put(outline, TEXT("\""));
}

static void put_scalar(Outline *outline, Text text)
{
    if (is_plain(text))
        put(outline, text);
    else
        put_quoted(outline, text);
}

/* On one line; styles are three deep at most. */
static void put_node(Outline *outline, const YamlNode *node, int depth)
{
    bool first = true;

    if (node->kind == YAML_SCALAR || depth == MOST_LEVELS) {
        put_scalar(outline, node->text);
        return;
    }
    put(outline, node->kind == YAML_SEQUENCE ? TEXT("[") : TEXT("{"));
    YAML_EACH(child, node) {
        put(outline, first ? (Text){0} : TEXT(", "));
        if (child->key) {
            put_scalar(outline, child->key->text);
            put(outline, TEXT(": "));
        }
        put_node(outline, child, depth + 1);
        first = false;
    }
    put(outline, node->kind == YAML_SEQUENCE ? TEXT("]") : TEXT("}"));
}

/* ---- what the chain says ---- */

typedef enum Part { PART_PALETTE, PART_ROLES, PART_COUNT } Part;

static const Text part_names[PART_COUNT] = {LITERAL("palette"), LITERAL("roles")};

/* Whose are palette and roles at the top of a file: of one variant, or of all (VARIANT_COUNT). */
static int top_of(const Source *source)
{
    return !source->has_variants && source->has_first ? (int)source->first : VARIANT_COUNT;
}

/* What a source says for all variants (VARIANT_COUNT) or for one. NULL: nothing. */
static const YamlNode *part_of(const Source *source, Part part, int variant)
{
    const YamlNode *node = NULL;

    if (variant == top_of(source))
        node = part == PART_PALETTE ? source->palette : source->roles;
    else if (variant != VARIANT_COUNT && source->variants[variant])
        node = yaml_get(source->variants[variant], part_names[part]);
    return node && node->kind == YAML_MAPPING ? node : NULL;
}

/* The line of the nearest source. A name that a nearer source has at its top is no variant's any more. */
static const YamlNode *line_of(const Outline *outline, Part part, int variant, Text name)
{
    for (size_t i = 0; i < outline->reader->count; i++) {
        const Source *source = &outline->reader->sources[i];
        const YamlNode *in_variant = part_of(source, part, variant), *at_top = part_of(source, part, VARIANT_COUNT);
        const YamlNode *line = in_variant ? yaml_get(in_variant, name) : NULL;

        if (line)
            return line;
        if (part == PART_PALETTE && variant != VARIANT_COUNT && at_top && yaml_get(at_top, name))
            return NULL;
    }
    return NULL;
}

/* The names of the palettes for all variants or for one that have a line, the farthest theme's first, as most know them. */
static size_t palette_names(Outline *outline, int variant, Text *names)
{
    size_t count = 0;

    for (size_t i = outline->reader->count; i-- > 0;) {
        const YamlNode *palette = part_of(&outline->reader->sources[i], PART_PALETTE, variant);

        YAML_EACH(line, palette) {
            if (text_index_of(line->key->text, names, count) < count ||
                !line_of(outline, PART_PALETTE, variant, line->key->text))
                continue;
            if (count == MOST_COLORS)
                outline->overfull = true;
            else
                names[count++] = line->key->text;
        }
    }
    return count;
}

/* ---- parts of the file ---- */

static void put_palette(Outline *outline, int variant, Text indent)
{
    Text *names = ARENA_ARRAY(outline->arena, Text, MOST_COLORS);
    size_t count = palette_names(outline, variant, names);

    if (count)
        put(outline, arena_printf(outline->arena, "%.*spalette:\n", TEXT_ARGS(indent)));
    for (size_t i = 0; i < count; i++) {
        put(outline, indent);
        put(outline, TEXT("  "));
        put_scalar(outline, names[i]);
        put(outline, TEXT(": "));
        put_node(outline, line_of(outline, PART_PALETTE, variant, names[i]), 0);
        put(outline, TEXT("\n"));
    }
}

/* Blanks up to the column of comments. */
static void put_comment(Outline *outline, size_t line_start, Text comment)
{
    do
        put(outline, TEXT(" "));
    while (outline->text.count - line_start < COMMENT_COLUMN);
    put(outline, arena_printf(outline->arena, "# %.*s\n", TEXT_ARGS(comment)));
}

/* A role without a line stands there as a comment, with the line of the parent that it looks like. */
static void put_role(Outline *outline, int variant, Text indent, Role role)
{
    const YamlNode *line = line_of(outline, PART_ROLES, variant, role_name(role)), *shown = line;
    size_t start = outline->text.count;
    Role like = role;
    bool active;

    if (!line && variant != VARIANT_COUNT)
        return;
    while (!shown && role_parent(like) != ROLE_NONE) {
        like = role_parent(like);
        shown = line_of(outline, PART_ROLES, variant, role_name(like));
    }
    active = line || role == ROLE_TEXT; /* a map of nothing but comments would be none */
    put(outline, arena_printf(outline->arena, "%.*s  %s%.*s: ", TEXT_ARGS(indent), active ? "" : "#",
                              TEXT_ARGS(role_name(role))));
    if (shown)
        put_node(outline, shown, 0);
    else
        put(outline, TEXT("{}"));
    put_comment(outline, start,
                like == role ? role_help(role)
                             : arena_printf(outline->arena, "%.*s; as %.*s", TEXT_ARGS(role_help(role)),
                                            TEXT_ARGS(role_name(like))));
}

static bool has_roles(const Outline *outline, int variant)
{
    bool has = variant == VARIANT_COUNT;

    for (size_t i = 0; i < outline->reader->count; i++)
        has = has || part_of(&outline->reader->sources[i], PART_ROLES, variant);
    return has;
}

static void put_roles(Outline *outline, int variant, Text indent)
{
    if (!has_roles(outline, variant))
        return;
    put(outline, arena_printf(outline->arena, "%.*sroles:\n", TEXT_ARGS(indent)));
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
        put_role(outline, variant, indent, (Role)role);
}

static void put_variants(Outline *outline)
{
    static const Text names[VARIANT_COUNT] = {[VARIANT_DARK] = LITERAL("dark"), [VARIANT_LIGHT] = LITERAL("light")};
    Text *colors = ARENA_ARRAY(outline->arena, Text, MOST_COLORS);
    bool begun = false;

    for (int variant = 0; variant < VARIANT_COUNT; variant++) {
        if (palette_names(outline, variant, colors) == 0 && !has_roles(outline, variant))
            continue;
        put(outline, begun ? (Text){0} : TEXT("variants:\n"));
        put(outline, arena_printf(outline->arena, "  %.*s:\n", TEXT_ARGS(names[variant])));
        put_palette(outline, variant, TEXT("    "));
        put_roles(outline, variant, TEXT("    "));
        begun = true;
    }
}

/* What the theme itself inherits; of schemes all that they do stands in the outline. */
static Text inherited_id(const Reader *reader)
{
    return reader->count > 1 && !reader->sources[0].is_scheme ? reader->sources[1].id : theme_builtin()->id;
}

/* Those of the theme itself; those that it inherits are inherited. */
static void put_glyphs(Outline *outline)
{
    const YamlNode *glyphs = outline->reader->sources[0].glyphs;

    put(outline, glyphs ? TEXT("glyphs: ") : TEXT("#glyphs: {border: rounded, quote-bar: \"▌\"}"));
    if (glyphs)
        put_node(outline, glyphs, 0);
    put(outline, TEXT("\n"));
}

static void put_head(Outline *outline, Text name, Text id)
{
    static const char *const contrasts[] = {[RULE_OFF] = "off", [RULE_AA] = "aa", [RULE_AAA] = "aaa"};
    ContrastRule contrast = RULE_OFF;

    for (size_t i = outline->reader->count; i-- > 0;) {
        if (outline->reader->sources[i].contrast != RULE_UNSAID)
            contrast = outline->reader->sources[i].contrast;
    }
    put(outline, TEXT("# A theme for quoin. Choose it with T in the reader; then each save of this file is on the "
                      "screen at once.\n"));
    put(outline, TEXT("# What could be better: quoin themes check "));
    put(outline, name);
    put(outline, TEXT("\n"));
    put(outline, TEXT("# What is written where: man quoin-theme\n"
                      "#\n"
                      "# Delete what shall stay as it is in the theme that this one inherits. A role is a colour, or a "
                      "map of fg, bg, attrs\n"
                      "# (bold, dim, italic, underline, reverse, strike), ansi (for terminals of 16 colours) and mono "
                      "(of none).\n"
                      "quoin-theme: 1\nname: "));
    put_scalar(outline, name);
    put(outline, TEXT("\nauthor: \"\"\nlicense: \"\"\ninherits: "));
    put_scalar(outline, id);
    put(outline,
        arena_printf(
            outline->arena,
            "\ncontrast: %s     # aa, aaa: text that misses 4.5:1 or 7:1 is made lighter or darker; off: it stays\n",
            contrasts[contrast]));
    put_glyphs(outline);
}

Text theme_outline(Arena *arena, Text name, Text id, Text source, OutlineKind kind, const ThemeSource *others,
                   Report *report)
{
    Outline *outline = ARENA_NEW(arena, Outline);
    const Theme *theme = theme_read(arena, id, source, others, report);

    if (!theme)
        return (Text){0};
    *outline = (Outline){.reader = ARENA_NEW(arena, Reader), .arena = arena};
    outline->reader->arena = arena;
    outline->reader->theme = ARENA_NEW(arena, Theme);
    theme_read_chain(outline->reader, id, source, others, report);
    if (outline->reader->count == MOST_INHERITED_THEMES && kind == OUTLINE_OF_LISTED) {
        report_over(report, 0, 0, LIMIT_INHERITED_THEMES, MOST_INHERITED_THEMES + 1);
        return (Text){0};
    }
    put_head(outline, name, kind == OUTLINE_OF_LISTED ? id : inherited_id(outline->reader));
    if (theme->has_first)
        put(outline, theme->first == VARIANT_DARK ? TEXT("variant: dark\n") : TEXT("variant: light\n"));
    put_palette(outline, VARIANT_COUNT, (Text){0});
    put_variants(outline);
    put_roles(outline, VARIANT_COUNT, (Text){0});
    if (outline->overfull) {
        report_over(report, 0, 0, LIMIT_COLORS, 0); /* its own and those that it inherits */
        return (Text){0};
    }
    return text_buffer_text(&outline->text);
}
