/*
 * A theme file becomes styles. A theme and those that it inherits are a chain; for each variant, their palettes are looked through
 * from the nearest to the farthest, and their roles are written over the compiled-in theme from the farthest to the nearest:
 *
 *     mine.yaml      inherits: paper         palette {blue: "#88aaff"}
 *     paper          (base)                  palette {fg: "#d8d4cc", blue: "#6ea8dc"}  roles {text: fg, link: blue}
 *
 *     text  <- fg, only in paper: #d8d4cc        link  <- blue, first in mine: #88aaff
 *
 * Names in a palette may name others. A circle, in palettes as in inheritance, is found by counting steps.
 */
#include "theme/theme_read.h"

#include <stdarg.h>
#include <string.h>

#include "base/nearest.h"

/* ---- messages ---- */

void theme_fail(const Reader *reader, const YamlNode *node, const char *format, ...)
{
    Report *report = reader->source->report;
    Arena scratch = {0};
    va_list arguments;
    bool told = false;
    Text message;

    va_start(arguments, format);
    message = arena_shortened(&scratch, arena_vprintf(&scratch, format, arguments), REPORT_MESSAGE_LONGEST);
    va_end(arguments);
    for (size_t i = 0; i < report->problems.count; i++) {
        const Problem *problem = &report->problems.items[i];

        told = told ||
               (problem->line == node->line && problem->column == node->column && text_equal(problem->message, message));
    }
    if (!told)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "%.*s", TEXT_ARGS(message));
    arena_release(&scratch);
}

void theme_fail_over(const Reader *reader, const YamlNode *node, LimitId limit, size_t found)
{
    theme_fail(reader, node, "%.*s", TEXT_ARGS(limit_message(limit, found, reader->arena)));
}

void theme_fail_unknown(const Reader *reader, const YamlNode *node, const char *kind, const Text *names, size_t count,
                        const char *otherwise)
{
    Text nearest = nearest_name(node->text, names, count);

    if (nearest.size)
        theme_fail(reader, node, "unknown %s \"%.*s\"; did you mean \"%.*s\"?", kind, TEXT_ARGS(node->text),
                   TEXT_ARGS(nearest));
    else
        theme_fail(reader, node, "unknown %s \"%.*s\"; %s", kind, TEXT_ARGS(node->text), otherwise);
}

bool theme_expect(const Reader *reader, const YamlNode *node, YamlKind kind, const char *expected)
{
    static const char *const found[] = {[YAML_SCALAR] = "a value", [YAML_SEQUENCE] = "a list", [YAML_MAPPING] = "keys"};

    if (node->kind == kind)
        return true;
    theme_fail(reader, node, "expected %s, found %s", expected, found[node->kind]);
    return false;
}

bool theme_id_valid(Text id)
{
    enum { ID_LONGEST = 100 }; /* in bytes: a name of a file may have 255, and the id is a part of it */
    size_t size;

    if (id.size == 0 || id.size > ID_LONGEST || id.bytes[0] == '.' || text_ends_with(id, TEXT(".yaml")) ||
        utf8_find_invalid(id, 0) != TEXT_NOT_FOUND)
        return false;
    for (size_t at = 0; at < id.size; at += size) {
        uint32_t code_point = utf8_decode(id, at, &size);

        if (code_point < ' ' || code_point == '/' || (code_point >= 0x7F && code_point < 0xA0) ||
            code_point == 0x2028 || code_point == 0x2029)
            return false;
    }
    return true;
}

/* ---- the chain: headers of the files ---- */

typedef enum TopKey {
    TOP_FORMAT,
    TOP_NAME,
    TOP_AUTHOR,
    TOP_LICENSE,
    TOP_INHERITS,
    TOP_CONTRAST,
    TOP_VARIANT,
    TOP_VARIANTS,
    TOP_PALETTE,
    TOP_ROLES,
    TOP_GLYPHS,
    TOP_COUNT
} TopKey;

static const Text top_keys[TOP_COUNT] = {
    [TOP_FORMAT] = LITERAL("quoin-theme"), [TOP_NAME] = LITERAL("name"),         [TOP_AUTHOR] = LITERAL("author"),
    [TOP_LICENSE] = LITERAL("license"),    [TOP_INHERITS] = LITERAL("inherits"), [TOP_CONTRAST] = LITERAL("contrast"),
    [TOP_VARIANT] = LITERAL("variant"),    [TOP_VARIANTS] = LITERAL("variants"), [TOP_PALETTE] = LITERAL("palette"),
    [TOP_ROLES] = LITERAL("roles"),        [TOP_GLYPHS] = LITERAL("glyphs"),
};

static const Text variant_names[VARIANT_COUNT] = {[VARIANT_DARK] = LITERAL("dark"), [VARIANT_LIGHT] = LITERAL("light")};

static void read_format(Reader *reader, const YamlNode *root)
{
    const YamlNode *node = yaml_get(root, top_keys[TOP_FORMAT]);

    if (!node)
        theme_fail(reader, root, "not a theme: the key \"quoin-theme\" is missing; begin with \"quoin-theme: 1\"");
    else if (node->kind != YAML_SCALAR || !text_equal(node->text, TEXT("1")))
        theme_fail(reader, node, "an unknown format; this version of quoin reads \"quoin-theme: 1\"");
}

static void read_variants(Reader *reader, Source *source, const YamlNode *node)
{
    source->has_variants = true;
    if (!theme_expect(reader, node, YAML_MAPPING, "dark, light or both"))
        return;
    YAML_EACH(child, node) {
        size_t variant = text_index_of(child->key->text, variant_names, VARIANT_COUNT);

        if (variant == VARIANT_COUNT) {
            theme_fail_unknown(reader, child->key, "variant", variant_names, VARIANT_COUNT, "there are dark and light");
            continue;
        }
        if (!theme_expect(reader, child, YAML_MAPPING, "palette, roles or both"))
            continue;
        source->variants[variant] = child;
        YAML_EACH(part, child) {
            if (!text_equal(part->key->text, top_keys[TOP_PALETTE]) && !text_equal(part->key->text, top_keys[TOP_ROLES]))
                theme_fail_unknown(reader, part->key, "key", &top_keys[TOP_PALETTE], 2,
                                   "a variant has palette and roles");
        }
    }
}

static void read_choice(const Reader *reader, const YamlNode *node, const char *kind, const Text *names, size_t count,
                        const char *otherwise, size_t *choice)
{
    size_t index;

    if (!theme_expect(reader, node, YAML_SCALAR, otherwise))
        return;
    index = text_index_of(node->text, names, count);
    if (index == count)
        theme_fail_unknown(reader, node, kind, names, count, otherwise);
    else
        *choice = index;
}

static void read_text(const Reader *reader, const YamlNode *node, const char *expected, Text *text)
{
    if (node->kind == YAML_SCALAR && node->text.size > MOST_FIELD_BYTES)
        theme_fail_over(reader, node, LIMIT_FIELD_BYTES, node->text.size);
    else if (theme_expect(reader, node, YAML_SCALAR, expected))
        *text = node->text;
}

static void read_inherits(const Reader *reader, Source *source, const YamlNode *node)
{
    if (!theme_expect(reader, node, YAML_SCALAR, "the name of a theme"))
        return;
    if (theme_id_valid(node->text))
        source->inherits = node;
    else
        theme_fail(reader, node, "\"%.*s\" is not the name of a theme: its file without folder and \".yaml\"",
                   TEXT_ARGS(node->text));
}

static void read_contrast(const Reader *reader, Source *source, const YamlNode *node)
{
    static const Text contrasts[] = {LITERAL("off"), LITERAL("aa"), LITERAL("aaa")};
    size_t contrast = source->contrast;

    read_choice(reader, node, "contrast", contrasts, COUNT_OF(contrasts), "off, aa or aaa", &contrast);
    source->contrast = (ContrastRule)contrast;
}

static void read_variant(const Reader *reader, Source *source, const YamlNode *node)
{
    size_t choice = VARIANT_COUNT;

    read_choice(reader, node, "variant", variant_names, VARIANT_COUNT, "dark or light", &choice);
    source->has_first = choice != VARIANT_COUNT;
    source->first = source->has_first ? (Variant)choice : VARIANT_DARK;
}

static void read_top_key(Reader *reader, Source *source, const YamlNode *node)
{
    Text ignored;

    switch ((TopKey)text_index_of(node->key->text, top_keys, TOP_COUNT)) {
    case TOP_FORMAT:
        break;
    case TOP_NAME:
        read_text(reader, node, "the theme's name", source == reader->sources ? &reader->theme->name : &ignored);
        break;
    case TOP_AUTHOR:
        read_text(reader, node, "the palette's author", source == reader->sources ? &reader->theme->author : &ignored);
        break;
    case TOP_LICENSE:
        read_text(reader, node, "the palette's license", source == reader->sources ? &reader->theme->license : &ignored);
        break;
    case TOP_INHERITS:
        read_inherits(reader, source, node);
        break;
    case TOP_CONTRAST:
        read_contrast(reader, source, node);
        break;
    case TOP_VARIANT:
        read_variant(reader, source, node);
        break;
    case TOP_VARIANTS:
        read_variants(reader, source, node);
        break;
    case TOP_PALETTE:
        source->palette = node;
        break;
    case TOP_ROLES:
        source->roles = node;
        break;
    case TOP_GLYPHS:
        source->glyphs = node;
        break;
    case TOP_COUNT:
        theme_fail_unknown(reader, node->key, "key", top_keys, TOP_COUNT,
                           "a theme has name, palette, roles, variants …");
        break;
    }
}

static void read_source(Reader *reader, Text id, Text text, Report *report)
{
    Source *source = &reader->sources[reader->count++];
    size_t errors;

    *source = (Source){.id = id, .report = report, .contrast = RULE_UNSAID};
    reader->source = source;
    errors = report->error_count;
    source->root = yaml_parse(reader->arena, text, report);
    if (!source->root || !theme_expect(reader, source->root, YAML_MAPPING, "a theme, beginning with \"quoin-theme: 1\""))
        return;
    if (theme_is_scheme(source->root)) {
        theme_read_scheme(reader, source);
        return;
    }
    if (report->error_count > errors && !yaml_get(source->root, top_keys[TOP_FORMAT]))
        return; /* what it would have been is not known */
    read_format(reader, source->root);
    YAML_EACH(node, source->root)
        read_top_key(reader, source, node);
}

/* The theme that `from` inherits: false at the end of the chain, or where it breaks. */
static bool read_inherited(Reader *reader, const Source *from, const ThemeSource *others)
{
    const YamlNode *node = from->inherits;
    Report *report;
    Text text, path, why;

    if (!node || text_equal(node->text, theme_builtin()->id))
        return false;
    for (size_t i = 0; i < reader->count; i++) {
        if (text_equal(node->text, reader->sources[i].id)) {
            theme_fail(reader, node, "the theme inherits itself through \"%.*s\"", TEXT_ARGS(node->text));
            return false;
        }
    }
    if (reader->count == MOST_INHERITED_THEMES) {
        theme_fail_over(reader, node, LIMIT_INHERITED_THEMES, 0);
        return false;
    }
    if (from->is_scheme) {
        text = theme_of_schemes;
        path = node->text;
    } else if (!others || !others->read(others->context, reader->arena, node->text, &text, &path, &why)) {
        if (others && why.size)
            theme_fail(reader, node, "%.*s.yaml: %.*s", TEXT_ARGS(node->text), TEXT_ARGS(why));
        else
            theme_fail(reader, node, "there is no theme \"%.*s\"; `quoin themes` lists them", TEXT_ARGS(node->text));
        return false;
    }
    report = ARENA_NEW(reader->arena, Report);
    report_init(report, reader->arena, path);
    read_source(reader, node->text, text, report);
    return true;
}

/* What is wrong with an inherited theme is told where it is named. */
static void pass_errors_on(const Reader *reader)
{
    for (size_t i = reader->count; i-- > 1;) {
        const Source *source = &reader->sources[i], *heir = &reader->sources[i - 1];
        Text line;

        if (source->report->error_count == 0)
            continue;
        line = report_line(source->report, report_first(source->report), reader->arena);
        line = text_slice(
            line, (Range){text_folder_size(source->report->path), line.size}); /* the file's name is enough here */
        report_add(heir->report, SEVERITY_ERROR, heir->inherits->line, heir->inherits->column, "%.*s", TEXT_ARGS(line));
    }
}

/* ---- variants ---- */

bool theme_source_covers(const Source *source, Variant variant)
{
    return source->has_variants || !source->has_first || source->first == variant;
}

/* Does the file say that there is this variant? */
static bool declares(const Source *source, Variant variant)
{
    return source->has_variants ? source->variants[variant] != NULL : source->has_first && source->first == variant;
}

/* A theme has the variants that some file of its chain declares; both where none does. */
static void decide_variants(Reader *reader)
{
    Theme *theme = reader->theme;

    for (size_t i = reader->count; i-- > 0;) {
        const Source *source = &reader->sources[i];

        for (int variant = 0; variant < VARIANT_COUNT; variant++)
            theme->variants[variant].given |= declares(source, (Variant)variant);
        if (source->has_first || source->has_variants)
            theme->has_first = source->has_first;
        if (source->has_first)
            theme->first = source->first;
    }
    if (!theme->variants[VARIANT_DARK].given && !theme->variants[VARIANT_LIGHT].given)
        theme->variants[VARIANT_DARK].given = theme->variants[VARIANT_LIGHT].given = true;
}

static void make_variant(Reader *reader)
{
    ThemeVariant *made = &reader->theme->variants[reader->variant];
    const ThemeVariant *base = &theme_builtin()->variants[reader->variant];
    ContrastRule rule = RULE_OFF;

    memcpy(made->styles, base->styles, sizeof made->styles);
    for (size_t i = reader->count; i-- > 0;) {
        reader->source = &reader->sources[i];
        if (reader->source->contrast != RULE_UNSAID)
            rule = reader->source->contrast;
        theme_read_styles(reader);
    }
    theme_lift(reader, rule);
}

void theme_read_chain(Reader *reader, Text id, Text source, const ThemeSource *others, Report *report)
{
    read_source(reader, id, source, report);
    while (read_inherited(reader, &reader->sources[reader->count - 1], others))
        continue;
}

Theme *theme_read(Arena *arena, Text id, Text source, const ThemeSource *others, Report *report)
{
    Theme *theme = ARENA_NEW(arena, Theme);
    Signs *signs = ARENA_NEW(arena, Signs);
    Reader *reader = ARENA_NEW(arena, Reader);

    *theme = (Theme){.id = arena_copy(arena, id), .signs = signs};
    *signs = signs_usual;
    *reader = (Reader){.arena = arena, .theme = theme, .signs = signs};
    theme_read_chain(reader, theme->id, source, others, report);
    if (theme->name.size == 0)
        theme->name = theme->id;
    decide_variants(reader);
    for (size_t i = reader->count; i-- > 0;) {
        reader->source = &reader->sources[i];
        theme_read_glyphs(reader);
    }
    for (int variant = 0; variant < VARIANT_COUNT; variant++) {
        reader->variant = (Variant)variant;
        if (theme->variants[variant].given)
            make_variant(reader);
    }
    pass_errors_on(reader);
    return report->error_count ? NULL : theme;
}

unsigned theme_forms(Text id, Text source, const ThemeSource *others)
{
    Arena scratch = {0};
    const Theme *theme;
    unsigned forms = 0;
    Report report;

    report_init(&report, &scratch, id);
    theme = theme_read(&scratch, id, source, others, &report);
    for (int variant = 0; theme && variant < VARIANT_COUNT; variant++)
        forms |= theme->variants[variant].given ? 1u << variant : 0;
    arena_release(&scratch);
    return forms;
}
