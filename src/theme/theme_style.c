/*
 * Palettes and roles of a theme file become styles: theme_read.c has the chain of files, here is what one line of it means.
 *
 *     title: yellow                                    foreground
 *     title: {fg: yellow, attrs: [bold]}               … bold and nothing else
 *     title: {fg: yellow, attrs: [+bold, -italic]}     … a change to what was there
 *     title: {fg: yellow, ansi: {fg: 3}, mono: [bold]} … other forms for other terminals
 *
 * Two rules spare the writer of a theme a surprise. A role that is given a background is no longer reversed, unless it says so: in
 * the compiled-in theme, reversal is what stands for backgrounds. And a role without `ansi:` whose colours are none but ANSI
 * colours looks the same on terminals that have only these.
 */
#include "theme/theme_read.h"

#include "theme/color.h"

enum {
    ALL_ATTRIBUTES =
        ATTRIBUTE_BOLD | ATTRIBUTE_DIM | ATTRIBUTE_ITALIC | ATTRIBUTE_UNDERLINE | ATTRIBUTE_REVERSE | ATTRIBUTE_STRIKE,
    ANSI_COLORS = 16
};

/* ---- palettes ---- */

static const YamlNode *variant_part(const Source *source, Variant variant, Text name)
{
    return source->variants[variant] ? yaml_get(source->variants[variant], name) : NULL;
}

static const YamlNode *find_in(const YamlNode *palette, Text name)
{
    const YamlNode *node = NULL;

    if (palette && palette->kind == YAML_MAPPING && palette->count <= MOST_COLORS)
        node = yaml_get(palette, name);
    return node && node->kind == YAML_SCALAR ? node : NULL;
}

/* The nearest theme's colour of that name: in its variant, then at its top. */
static const YamlNode *find_in_palettes(const Reader *reader, Variant variant, Text name)
{
    for (size_t i = 0; i < reader->count; i++) {
        const Source *source = &reader->sources[i];
        const YamlNode *node = find_in(variant_part(source, variant, TEXT("palette")), name);

        if (!node && theme_source_covers(source, variant))
            node = find_in(source->palette, name);
        if (node)
            return node;
    }
    return NULL;
}

typedef enum Found { FOUND, FOUND_NOTHING, FOUND_BROKEN, FOUND_TOO_FAR } Found;

/* Follow at most `most` names until there is a colour. FOUND_BROKEN, FOUND_TOO_FAR: a palette is wrong, which is told where it is. */
static Found follow_names(const Reader *reader, Text name, size_t most, Color *color)
{
    const YamlNode *node = find_in_palettes(reader, reader->variant, name);
    Text followed[MOST_COLOR_NAMES];
    size_t count = 0;

    if (!node)
        return color_parse(name, color) ? FOUND : FOUND_NOTHING;
    for (; node && count < most; count++) {
        if (text_index_of(name, followed, count) < count)
            return FOUND_BROKEN;
        followed[count] = name;
        name = node->text;
        node = find_in_palettes(reader, reader->variant, name);
    }
    if (node)
        return text_index_of(name, followed, count) < count ? FOUND_BROKEN : FOUND_TOO_FAR;
    return color_parse(name, color) ? FOUND : FOUND_BROKEN;
}

static Found find_color(const Reader *reader, Text name, Color *color)
{
    return follow_names(reader, name, MOST_COLOR_NAMES, color);
}

/* The names of all palettes that are seen, for suggestions. */
static size_t collect_names(const Reader *reader, Text *names, size_t most)
{
    size_t count = 0;

    for (size_t i = 0; i < reader->count; i++) {
        const Source *source = &reader->sources[i];
        const YamlNode *palettes[] = {variant_part(source, reader->variant, TEXT("palette")), source->palette};

        for (int p = 0; p < 2; p++) {
            if (!palettes[p] || palettes[p]->kind != YAML_MAPPING)
                continue;
            for (const YamlNode *node = palettes[p]->first; node && count < most; node = node->next)
                names[count++] = node->key->text;
        }
    }
    return count;
}

static void fail_unknown_color(const Reader *reader, const YamlNode *node)
{
    Variant other = reader->variant == VARIANT_DARK ? VARIANT_LIGHT : VARIANT_DARK;
    Text names[MOST_COLORS];
    size_t count, ansi_count;
    const Text *ansi_names = color_names(&ansi_count);

    if (node->text.size == 0) {
        theme_fail(reader, node, "no colour given; a \"#\" outside quotes begins a comment");
        return;
    }
    if (node->text.bytes[0] == '#' && text_find_byte(node->text, ' ', 0) != TEXT_NOT_FOUND) {
        theme_fail(reader, node, "\"%.*s\" is not a colour; is its quotation mark not closed?", TEXT_ARGS(node->text));
        return;
    }
    if (node->text.bytes[0] == '#') {
        theme_fail(reader, node, "\"%.*s\" is not a colour; write \"#rrggbb\" or \"#rgb\"", TEXT_ARGS(node->text));
        return;
    }
    if (find_in_palettes(reader, other, node->text)) {
        theme_fail(reader, node, "the palette of the %s variant has no \"%.*s\"; the %s one has",
                   other == VARIANT_DARK ? "light" : "dark", TEXT_ARGS(node->text),
                   other == VARIANT_DARK ? "dark" : "light");
        return;
    }
    count = collect_names(reader, names, MOST_COLORS - ansi_count);
    for (size_t i = 0; i < ansi_count; i++)
        names[count++] = ansi_names[i];
    theme_fail_unknown(reader, node, "colour", names, count,
                       "a colour is a name of the palette, an ANSI name, 0 to 255, \"#rrggbb\" or default");
}

/* A palette's own line: its name, and what it leads to. */
static void check_palette_line(const Reader *reader, const YamlNode *node)
{
    Text name = node->key->text;
    Color color;

    if (name.size == 0 || name.bytes[0] == '#' || ascii_is_digit(name.bytes[0]) || text_equal(name, TEXT("default"))) {
        theme_fail(reader, node->key, "\"%.*s\" cannot be a palette's name: it is a colour already", TEXT_ARGS(name));
        return;
    }
    if (!theme_expect(reader, node, YAML_SCALAR, "a colour"))
        return;
    switch (follow_names(reader, node->text, MOST_COLOR_NAMES - 1, &color)) { /* its own name is the first */
    case FOUND:
        break;
    case FOUND_NOTHING:
        fail_unknown_color(reader, node);
        break;
    case FOUND_BROKEN:
        theme_fail(reader, node, "\"%.*s\" comes to no colour: \"%.*s\" leads nowhere or back to it", TEXT_ARGS(name),
                   TEXT_ARGS(node->text));
        break;
    case FOUND_TOO_FAR:
        theme_fail_over(reader, node, LIMIT_COLOR_NAMES, 0);
        break;
    }
}

static void check_palette(const Reader *reader, const YamlNode *palette)
{
    if (!palette || !theme_expect(reader, palette, YAML_MAPPING, "names with colours"))
        return;
    if (palette->count > MOST_COLORS) {
        theme_fail_over(reader, palette->key, LIMIT_COLORS, palette->count);
        return;
    }
    YAML_EACH(node, palette)
        check_palette_line(reader, node);
}

/* ---- parts of a style ---- */

static void read_color(const Reader *reader, const YamlNode *node, Color *color)
{
    if (theme_expect(reader, node, YAML_SCALAR, "a colour") && find_color(reader, node->text, color) == FOUND_NOTHING)
        fail_unknown_color(reader, node);
}

/* In `ansi:`, names are those of the terminal, whatever the palette calls by them. */
static void read_ansi_color(const Reader *reader, const YamlNode *node, Color *color)
{
    Color read;
    size_t count;
    const Text *names = color_names(&count);

    if (!theme_expect(reader, node, YAML_SCALAR, "an ANSI colour"))
        return;
    if (!color_parse(node->text, &read))
        theme_fail_unknown(reader, node, "ANSI colour", names, count,
                           "there are red, bright-red …, 0 to 15 and default");
    else if (read.kind == COLOR_RGB || (read.kind == COLOR_INDEX && read.value >= ANSI_COLORS))
        theme_fail(reader, node, "\"%.*s\" is not an ANSI colour: there are red, bright-red …, 0 to 15 and default",
                   TEXT_ARGS(node->text));
    else
        *color = read;
}

static bool find_attribute(const Reader *reader, const YamlNode *node, Text name, unsigned char *bit)
{
    static const Text names[] = {LITERAL("bold"),      LITERAL("dim"),     LITERAL("italic"),
                                 LITERAL("underline"), LITERAL("reverse"), LITERAL("strike")};
    enum { COUNT = COUNT_OF(names) };

    for (unsigned i = 0; i < COUNT; i++) {
        if (text_equal(name, names[i])) {
            *bit = (unsigned char)(1u << i);
            return true;
        }
    }
    theme_fail_unknown(reader, node, "attribute", names, COUNT,
                       "there are bold, dim, italic, underline, reverse and strike");
    return false;
}

/* [bold, italic]: these alone. [+bold, -italic]: a change. */
static void read_attributes(const Reader *reader, const YamlNode *node, Style *style)
{
    bool signs = false, plain = false;
    unsigned char bit;

    if (!theme_expect(reader, node, YAML_SEQUENCE, "a list of attributes such as [bold]"))
        return;
    YAML_EACH(item, node) {
        Text name = item->text;
        char sign;

        if (!theme_expect(reader, item, YAML_SCALAR, "an attribute"))
            continue;
        sign = name.size && (name.bytes[0] == '+' || name.bytes[0] == '-') ? name.bytes[0] : '\0';
        if (!find_attribute(reader, item, text_slice(name, (Range){sign != '\0', name.size}), &bit))
            continue;
        if (sign == '-')
            style->clear |= bit;
        else
            style->set |= bit;
        signs |= sign != '\0';
        plain |= sign == '\0';
    }
    if (signs && plain)
        theme_fail(reader, node, "attributes with and without a sign: write all of them with + or -, or none");
    if (!signs)
        style->clear = (unsigned char)(ALL_ATTRIBUTES & ~style->set);
}

static void read_ansi(const Reader *reader, const YamlNode *node, Style *style)
{
    static const Text names[] = {LITERAL("fg"), LITERAL("bg"), LITERAL("attrs")};

    if (!theme_expect(reader, node, YAML_MAPPING, "fg, bg or attrs"))
        return;
    YAML_EACH(child, node) {
        if (text_equal(child->key->text, names[0]))
            read_ansi_color(reader, child, &style->foreground);
        else if (text_equal(child->key->text, names[1]))
            read_ansi_color(reader, child, &style->background);
        else if (text_equal(child->key->text, names[2]))
            read_attributes(reader, child, style);
        else
            theme_fail_unknown(reader, child->key, "key", names, 3, "ansi has fg, bg and attrs");
    }
}

/* ---- roles ---- */

/* What one line says, form by form. */
typedef struct RoleLine {
    Style styles[FORM_COUNT];
    bool has_attributes, has_ansi;
} RoleLine;

static void read_role_line(const Reader *reader, const YamlNode *node, RoleLine *line)
{
    static const Text names[] = {LITERAL("fg"), LITERAL("bg"), LITERAL("attrs"), LITERAL("ansi"), LITERAL("mono")};
    enum { COUNT = COUNT_OF(names) };
    size_t name;

    YAML_EACH(child, node) {
        for (name = 0; name < COUNT && !text_equal(child->key->text, names[name]); name++)
            continue;
        switch (name) {
        case 0:
            read_color(reader, child, &line->styles[FORM_FULL].foreground);
            break;
        case 1:
            read_color(reader, child, &line->styles[FORM_FULL].background);
            break;
        case 2:
            line->has_attributes = true;
            read_attributes(reader, child, &line->styles[FORM_FULL]);
            break;
        case 3:
            line->has_ansi = true;
            read_ansi(reader, child, &line->styles[FORM_ANSI]);
            break;
        case 4:
            read_attributes(reader, child, &line->styles[FORM_MONO]);
            break;
        default:
            theme_fail_unknown(reader, child->key, "key", names, COUNT, "a role has fg, bg, attrs, ansi and mono");
        }
    }
}

static bool is_ansi(Color color)
{
    return color.kind == COLOR_UNSET || color.kind == COLOR_DEFAULT ||
           (color.kind == COLOR_INDEX && color.value < ANSI_COLORS);
}

static void write_over(Style *style, const Style *line)
{
    if (line->foreground.kind != COLOR_UNSET)
        style->foreground = line->foreground;
    if (line->background.kind != COLOR_UNSET)
        style->background = line->background;
    style->set = (unsigned char)((style->set & ~line->clear) | line->set);
    style->clear = (unsigned char)((style->clear & ~line->set) | line->clear);
}

static void read_role(Reader *reader, const YamlNode *node, Role role)
{
    ThemeVariant *variant = &reader->theme->variants[reader->variant];
    RoleLine line = {0};
    Style *full = &line.styles[FORM_FULL];

    if (node->kind == YAML_SCALAR)
        read_color(reader, node, &full->foreground);
    else if (theme_expect(reader, node, YAML_MAPPING, "a colour, or fg, bg, attrs, ansi, mono"))
        read_role_line(reader, node, &line);
    if (!line.has_ansi && is_ansi(full->foreground) && is_ansi(full->background))
        line.styles[FORM_ANSI] = *full;
    for (int form = 0; form < FORM_COUNT; form++) {
        if (line.styles[form].background.kind != COLOR_UNSET && !(line.styles[form].set & ATTRIBUTE_REVERSE))
            line.styles[form].clear |= ATTRIBUTE_REVERSE;
        write_over(&variant->styles[form][role], &line.styles[form]);
    }
}

static void fail_unknown_role(const Reader *reader, const YamlNode *key)
{
    Text names[ROLE_COUNT];

    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
        names[role - 1] = role_name((Role)role);
    theme_fail_unknown(reader, key, "role", names, ROLE_COUNT - 1, "quoin-theme(5) lists the roles");
}

static void read_roles(Reader *reader, const YamlNode *roles)
{
    if (!roles || !theme_expect(reader, roles, YAML_MAPPING, "roles with their styles"))
        return;
    YAML_EACH(node, roles) {
        Role role = role_from_name(node->key->text);

        if (role == ROLE_NONE)
            fail_unknown_role(reader, node->key);
        else
            read_role(reader, node, role);
    }
}

void theme_read_styles(Reader *reader)
{
    const Source *source = reader->source;

    if (theme_source_covers(source, reader->variant))
        check_palette(reader, source->palette);
    check_palette(reader, variant_part(source, reader->variant, TEXT("palette")));
    if (theme_source_covers(source, reader->variant))
        read_roles(reader, source->roles);
    read_roles(reader, variant_part(source, reader->variant, TEXT("roles")));
}

/* ---- contrast ---- */

/* Lift the foreground of `role`, which is on top in the stack, to a contrast. */
static void lift(const Reader *reader, Role role, RoleStack stack, double wanted)
{
    Style style = theme_resolve(reader->theme, reader->variant, stack, DEPTH_RGB);
    Color *foreground = &reader->theme->variants[reader->variant].styles[FORM_FULL][role].foreground;

    if (style.foreground.kind == COLOR_RGB && style.background.kind == COLOR_RGB &&
        color_contrast(style.foreground.value, style.background.value) < wanted)
        *foreground = (Color){COLOR_RGB, color_lift(style.foreground.value, style.background.value, wanted)};
}

/* A name or a speaker may stand in the selected quotation. */
static void lift_in_quote(const Reader *reader, Role role, double wanted)
{
    lift(reader, role, role_stack_in_quote(role), wanted);
}

void theme_lift(const Reader *reader, ContrastRule rule)
{
    double text = rule == RULE_AA ? CONTRAST_TEXT : CONTRAST_TEXT_AAA;

    if (rule != RULE_AA && rule != RULE_AAA)
        return;
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
        lift(reader, (Role)role, role_stack((Role)role), role_is_lines((Role)role) ? CONTRAST_LINES : text);
    for (int i = 0; i < ROLES_IN_STATUS; i++)
        lift(reader, roles_in_status[i], role_stack_in_status(roles_in_status[i]),
             role_is_lines(roles_in_status[i]) ? CONTRAST_LINES : text);
    for (int i = 0; i < HUE_KINDS; i++)
        lift_in_quote(reader, role_kinds[i], text);
    lift_in_quote(reader, ROLE_ENTITY_MISC, text);
    lift_in_quote(reader, ROLE_ENTITY_DOUBTFUL, text);
    for (int i = 0; i < HUE_SPEAKERS; i++)
        lift_in_quote(reader, role_speakers[i], text);
}
