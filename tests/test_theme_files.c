/*
 * Theme files of tests/vectors/themes: what is said about bad ones, what good ones look like, beside each in NAME.expected. Then the
 * properties that no file shows.
 */
#include "theme_dump.h"

#include <inttypes.h>

#include "base/unicode/printable.h"

static char folder[] = "tests/vectors/themes";
static const ThemeSource source = {theme_from_folder, folder};

/* Messages first, then what the theme changes. */
static Text describe(Arena *arena, const Theme *theme, const Report *report)
{
    Text lines = {0};

    for (size_t i = 0; i < report->problems.count; i++) {
        Text line = printable_copy(arena, report_line(report, &report->problems.items[i], arena), CHARSET_UTF8);

        lines = arena_join(arena, (const Text[]){lines, line, TEXT("\n")}, 3);
    }
    if (!theme)
        return lines;
    if (theme->has_first)
        lines =
            arena_printf(arena, "%.*smade for %s\n", TEXT_ARGS(lines), theme->first == VARIANT_DARK ? "dark" : "light");
    return arena_join(arena, (const Text[]){lines, theme_dump(arena, theme, DUMP_CHANGED)}, 2);
}

static void test_file(const char *name)
{
    Arena arena = {0};
    Text id = text_slice(text_from(name), (Range){0, strlen(name) - strlen(".yaml")}), text, path, why;
    Report report;
    const Theme *theme;

    if (!theme_from_folder(folder, &arena, id, &text, &path, &why)) {
        ok(false, "%s can be read", name);
        return;
    }
    report_init(&report, &arena, path);
    theme = theme_read(&arena, id, text, &source, &report);
    ok((theme != NULL) == (report.error_count == 0), "%s: a theme, or errors", name);
    ok(theme != NULL || strncmp(name, "good", 4) != 0, "%s is taken when it should be", name);
    ok(theme == NULL || strncmp(name, "bad", 3) != 0 || strstr(name, "deep") != NULL, "%s is refused when it should be",
       name);
    vector_check(&arena, folder, arena_printf(&arena, "%.*s.expected", TEXT_ARGS(id)).bytes,
                 describe(&arena, theme, &report));
    arena_release(&arena);
}

static void test_ids(void)
{
    ok(!theme_id_valid(TEXT("a\xE2\x80\xA8"
                            "b")) &&
           !theme_id_valid(TEXT("a\xC2\x85")),
       "no name has a line's end in it");
    ok(theme_id_valid(TEXT("paper-dark")) && theme_id_valid(TEXT("Rosé Pine")), "names of themes");
    ok(!theme_id_valid(TEXT("")) && !theme_id_valid(TEXT("a/b")) && !theme_id_valid(TEXT(".hidden")) &&
           !theme_id_valid(TEXT("nord.yaml")) && !theme_id_valid(TEXT("a\nb")) && !theme_id_valid(TEXT("\xff")),
       "what is none");
}

static void test_builtin(void)
{
    const Theme *base = theme_builtin();

    ok(theme_variant(base, VARIANT_LIGHT) == VARIANT_LIGHT && theme_first_variant(base, VARIANT_LIGHT) == VARIANT_LIGHT,
       "base has both variants and prefers none");
    for (int role = ROLE_NONE; role < ROLE_COUNT; role++) {
        Style style = theme_resolve(base, VARIANT_DARK, role_stack((Role)role), DEPTH_RGB);

        ok(style.foreground.kind == COLOR_DEFAULT && style.background.kind == COLOR_DEFAULT && style.clear == 0,
           "base: %.*s has the terminal's own colours", TEXT_ARGS(role_name((Role)role)));
    }
}

static bool same_looks(const Theme *a, const Theme *b)
{
    bool same = a->has_first == b->has_first && (!a->has_first || a->first == b->first);

    for (int sign = 0; sign < SIGN_COUNT; sign++)
        same = same && text_equal(a->signs->forms[sign][CHARSET_UTF8], b->signs->forms[sign][CHARSET_UTF8]) &&
               text_equal(a->signs->forms[sign][CHARSET_ASCII], b->signs->forms[sign][CHARSET_ASCII]);

    for (int variant = 0; variant < VARIANT_COUNT; variant++) {
        same = same && a->variants[variant].given == b->variants[variant].given;
        for (int form = 0; form < FORM_COUNT; form++) {
            for (int role = 0; role < ROLE_COUNT; role++)
                same = same && (!a->variants[variant].given || style_same(&a->variants[variant].styles[form][role],
                                                                          &b->variants[variant].styles[form][role]));
        }
    }
    return same;
}

/* One attribute of one role in one form is a difference. */
static void test_same(void)
{
    const ThemeVariant *dark = &theme_builtin()->variants[VARIANT_DARK];
    ThemeVariant other = *dark;
    size_t missed = 0;

    ok(theme_variant_same(dark, &other), "a variant is the same as its copy");
    for (int form = 0; form < FORM_COUNT; form++) {
        for (int role = 0; role < ROLE_COUNT; role++) {
            other.styles[form][role].set ^= ATTRIBUTE_STRIKE;
            missed += theme_variant_same(dark, &other);
            other.styles[form][role] = dark->styles[form][role];
        }
    }
    other.given = !dark->given;
    ok(missed == 0 && !theme_variant_same(dark, &other), "and no other with one difference (%zu are)", missed);
}

/* A file that begins a new theme looks as the one that it was made from, and has a line for every role. */
static void test_outline(const char *folder_of_theme, const char *file, OutlineKind kind)
{
    ThemeSource there = {theme_from_folder, (void *)(uintptr_t)folder_of_theme};
    Arena arena = {0};
    Text id = text_from(file), source_text = {0}, path, why, outline;
    const Theme *theme, *made;
    Report report;
    bool all = true;

    id.size -= strlen(".yaml");
    report_init(&report, &arena, id);
    (void)theme_from_folder((void *)(uintptr_t)folder_of_theme, &arena, id, &source_text, &path, &why);
    theme = theme_read(&arena, id, source_text, &there, &report);
    outline = theme_outline(&arena, TEXT("made"), id, source_text, kind, &there, &report);
    ok(theme ? outline.size || report.error_count : !outline.size,
       "an outline of %s, if it is a theme that can be inherited", file);
    if (theme && outline.size) {
        made = theme_read(&arena, TEXT("made"), outline, &there, &report);
        ok(made && same_looks(theme, made), "which looks the same");
        for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
            all = all && text_find(outline, arena_printf(&arena, "%.*s: ", TEXT_ARGS(role_name((Role)role))), 0) !=
                             TEXT_NOT_FOUND;
        ok(all, "and has all roles");
    }
    arena_release(&arena);
}

static void test_outlines(const char *folder_of_themes)
{
    VectorNames files;

    vector_list(&files, folder_of_themes, "", ".yaml");
    for (size_t i = 0; i < files.count; i++)
        test_outline(folder_of_themes, files.names[i], OUTLINE_OF_LISTED);
    for (size_t i = 0; i < files.count; i++)
        test_outline(folder_of_themes, files.names[i], OUTLINE_ALONE);
    vector_list_release(&files);
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state >> 11;
}

/* Any stack, on any terminal: no gaps, and only colours that the terminal has. */
static void test_stacks(const Theme *theme, uint64_t seed)
{
    uint64_t state = seed;
    int wrong = 0;

    for (int i = 0; i < 5000; i++) {
        ColorDepth depth = (ColorDepth)(next_random(&state) % (DEPTH_RGB + 1));
        RoleStack stack;
        Style style;

        for (int layer = 0; layer < LAYER_COUNT; layer++)
            stack.roles[layer] = (unsigned char)(next_random(&state) % ROLE_COUNT);
        style = theme_resolve(theme, (Variant)(next_random(&state) % VARIANT_COUNT), stack, depth);
        for (int side = 0; side < 2; side++) {
            Color color = side ? style.background : style.foreground;

            wrong += color.kind == COLOR_UNSET;
            wrong += depth < DEPTH_RGB && color.kind == COLOR_RGB;
            wrong += depth == DEPTH_MONO && color.kind != COLOR_DEFAULT;
            wrong += depth == DEPTH_8 && color.kind == COLOR_INDEX && color.value >= 8;
            wrong += depth == DEPTH_16 && color.kind == COLOR_INDEX && color.value >= 16;
        }
    }
    ok(wrong == 0, "any stack of %.*s resolves (seed %" PRIu64 ")", TEXT_ARGS(theme->id), seed);
}

static void test_layers(const Theme *theme)
{
    RoleStack stack = role_stack(ROLE_TEXT);
    Style style;

    role_stack_set(&stack, LAYER_QUOTE, ROLE_QUOTE_CURRENT);
    role_stack_set(&stack, LAYER_ENTITY, ROLE_ENTITY_PERSON);
    style = theme_resolve(theme, VARIANT_DARK, stack, DEPTH_RGB);
    ok(style.foreground.value == 0xbbddaa && style.background.value == 0x202020 && (style.set & ATTRIBUTE_UNDERLINE),
       "a name in the selected quotation: its colours, underlined");
    stack = role_stack(ROLE_TEXT_MUTED);
    role_stack_set(&stack, LAYER_TOP, ROLE_LIST_CURSOR);
    style = theme_resolve(theme, VARIANT_DARK, stack, DEPTH_RGB);
    ok(style.foreground.value == 0x999999 && (style.set & ATTRIBUTE_REVERSE),
       "a role on top does not bring its parent's colours over what is below");
}

int main(void)
{
    const char *given = getenv("QUOIN_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) | 1 : 20240611;
    VectorNames files;
    Arena arena = {0};
    Report report;
    Text text, path, why;
    const Theme *theme = NULL;

    vector_list(&files, folder, "", ".yaml");
    ok(files.count > 50, "%zu files", files.count);
    for (size_t i = 0; i < files.count; i++)
        test_file(files.names[i]);
    vector_list_release(&files);
    test_outlines("themes");
    test_outlines(folder);
    test_ids();
    test_builtin();
    test_same();
    test_stacks(theme_builtin(), seed);
    report_init(&report, &arena, TEXT("good-parents.yaml"));
    if (theme_from_folder(folder, &arena, TEXT("good-parents"), &text, &path, &why))
        theme = theme_read(&arena, TEXT("good-parents"), text, &source, &report);
    ok(theme != NULL, "good-parents is read");
    if (theme) {
        test_layers(theme);
        test_stacks(theme, seed);
    }
    arena_release(&arena);
    return tap_done();
}
