/*
 * A base16 or base24 scheme (https://github.com/chriskempson/base16, https://github.com/tinted-theming) is a theme as it is. Its colours are
 * the palette of a theme that inherits one that is written here: which of them each role has. Both published forms are read:
 *
 *     scheme: "Some Scheme"        name: "Some Scheme"
 *     base00: "282828"             palette:
 *     …                              base00: "#282828"
 *                                    …
 *
 * What the file says of light and dark is wrong in some: the background and the text tell.
 */
#include "theme/theme_read.h"

#include "theme/color.h"

enum { COLORS = 16, BACKGROUND = 0, FOREGROUND = 5 };

static const Text color_keys[COLORS] = {
    LITERAL("base00"), LITERAL("base01"), LITERAL("base02"), LITERAL("base03"), LITERAL("base04"), LITERAL("base05"),
    LITERAL("base06"), LITERAL("base07"), LITERAL("base08"), LITERAL("base09"), LITERAL("base0A"), LITERAL("base0B"),
    LITERAL("base0C"), LITERAL("base0D"), LITERAL("base0E"), LITERAL("base0F"),
};

const Text theme_of_schemes = LITERAL("quoin-theme: 1\n"
                                      "name: base16\n"
                                      "contrast: aa\n"
                                      "roles:\n"
                                      "  text: {fg: base05, bg: base00}\n"
                                      "  text.muted: base04\n"
                                      "  text.faint: {fg: base03, attrs: [-dim]}\n"
                                      "  text.strong: base05\n"
                                      "  text.blockquote: {attrs: [-italic]}\n"
                                      "  kicker: base0E\n"
                                      "  title: base0D\n"
                                      "  subtitle: {fg: base04, attrs: [-italic]}\n"
                                      "  lede: base04\n"
                                      "  dateline: base0C\n"
                                      "  heading: base0D\n"
                                      "  link: base0D\n"
                                      "  quote.mark: base04\n"
                                      "  quote.current: {bg: base01, attrs: [-bold]}\n"
                                      "  speaker: base0E\n"
                                      "  speaker.1: base0E\n"
                                      "  speaker.2: base0A\n"
                                      "  speaker.3: base08\n"
                                      "  speaker.4: base0F\n"
                                      "  speaker.5: base0C\n"
                                      "  speaker.6: base0B\n"
                                      "  entity.doubtful: base04\n"
                                      "  entity.current: {fg: base05, bg: base02}\n"
                                      "  highlight: {attrs: [+underline]}\n"
                                      "  highlight.1: {fg: base0A, attrs: [+underline]}\n"
                                      "  highlight.2: {fg: base0F, attrs: [+underline, +bold]}\n"
                                      "  highlight.3: {fg: base0B, attrs: [+underline, +italic]}\n"
                                      "  highlight.4: {fg: base0C, attrs: [+underline, +bold, +italic]}\n"
                                      "  search.match: {fg: base00, bg: base0A, attrs: [-bold, -underline]}\n"
                                      "  search.current: {fg: base00, bg: base09, attrs: [+bold]}\n"
                                      "  list.cursor: {fg: base05, bg: base02}\n"
                                      "  pane.title.focused: base0D\n"
                                      "  border: base03\n"
                                      "  border.focused: base0D\n"
                                      "  scrollbar: base03\n"
                                      "  status: {fg: base05, bg: base01}\n"
                                      "  status.key: {fg: base0D, attrs: [-bold]}\n"
                                      "  status.mode: base0D\n"
                                      "  status.warning: base0A\n"
                                      "  status.error: base08\n"
                                      "  prompt: {fg: base05, bg: base01}\n");

/* Where a scheme has its colours; NULL: it is none. */
static const YamlNode *colors_of(const YamlNode *root)
{
    const YamlNode *palette = yaml_get(root, TEXT("palette"));

    if (yaml_get(root, TEXT("quoin-theme")))
        return NULL;
    if (palette && palette->kind == YAML_MAPPING && yaml_get(palette, color_keys[0]))
        return palette;
    return yaml_get(root, color_keys[0]) ? root : NULL;
}

bool theme_is_scheme(const YamlNode *root)
{
    return colors_of(root) != NULL;
}

/* "282828", "#282828": as a colour of ours, and its number. */
static bool take_color(Arena *arena, const YamlNode *node, Text *text, uint32_t *rgb)
{
    Color color;

    if (node->kind != YAML_SCALAR)
        return false;
    *text = text_starts_with(node->text, TEXT("#")) ? node->text
                                                    : arena_join(arena, (const Text[]){TEXT("#"), node->text}, 2);
    if (!color_parse(*text, &color) || color.kind != COLOR_RGB)
        return false;
    *rgb = color.value;
    return true;
}

/* The palette that the roles name, at the places of the scheme's own lines. */
static YamlNode *make_palette(Reader *reader, const YamlNode *root, uint32_t colors[COLORS])
{
    const YamlNode *scheme = colors_of(root);
    YamlNode *palette = ARENA_NEW(reader->arena, YamlNode);
    YamlNode **last = &palette->first;
    int missing = 0, first_missing = 0;

    *palette = (YamlNode){.kind = YAML_MAPPING, .line = scheme->line, .column = scheme->column, .key = scheme->key};
    for (int i = 0; i < COLORS; i++) {
        const YamlNode *node = yaml_get(scheme, color_keys[i]);
        YamlNode *made = ARENA_NEW(reader->arena, YamlNode);

        if (!node) {
            first_missing = missing++ ? first_missing : i;
            continue;
        }
        *made = *node;
        if (!take_color(reader->arena, node, &made->text, &colors[i]))
            theme_fail(reader, node, "expected a colour such as \"282828\"");
        made->next = NULL;
        *last = made;
        last = &made->next;
        palette->count++;
    }
    if (missing)
        theme_fail(reader, scheme, "a base16 scheme has base00 to base0F; %.*s%s missing",
                   TEXT_ARGS(color_keys[first_missing]), missing > 1 ? " and others are" : " is");
    return palette;
}

static void take_text(const YamlNode *root, Text key, Text *text)
{
    const YamlNode *node = yaml_get(root, key);

    if (node && node->kind == YAML_SCALAR)
        *text = node->text;
}

void theme_read_scheme(Reader *reader, Source *source)
{
    size_t errors = source->report->error_count;
    uint32_t colors[COLORS] = {0};
    YamlNode *palette = make_palette(reader, source->root, colors), *inherits;

    source->has_first = true;
    source->first =
        color_luminance(colors[BACKGROUND]) < color_luminance(colors[FOREGROUND]) ? VARIANT_DARK : VARIANT_LIGHT;
    if (source == reader->sources) {
        take_text(source->root, TEXT("scheme"), &reader->theme->name);
        take_text(source->root, TEXT("name"), &reader->theme->name);
        take_text(source->root, TEXT("author"), &reader->theme->author);
        take_text(source->root, TEXT("license"), &reader->theme->license);
    }
    if (source->report->error_count > errors)
        return; /* roles would name what is not there */
    source->palette = palette;
    inherits = ARENA_NEW(reader->arena, YamlNode);
    *inherits = (YamlNode){.kind = YAML_SCALAR, .text = TEXT("(base16)"), .line = 1, .column = 1};
    source->inherits = inherits;
    source->is_scheme = true;
}
