/* Configurations of tests/vectors/config: what is said about them and what is taken, beside each in NAME.expected. */
#include "base/unicode/printable.h"
#include "config/config.h"
#include "config/setting.h"
#include "vectors.h"

static const char folder[] = "tests/vectors/config";

static Text yes_no(bool value)
{
    return value ? TEXT("yes") : TEXT("no");
}

/* Is the row in the default map just so? */
static bool is_default(const Keymap *defaults, const Binding *binding)
{
    const Binding *same = keymap_find(defaults, binding->context, &binding->sequence);

    return same && same->action == binding->action;
}

/* One text after another, of any size. */
static Text with(Arena *arena, Text lines, Text more)
{
    return arena_join(arena, (const Text[]){lines, more}, 2);
}

static Text describe_keys(Arena *arena, Text lines, const Keymap *keymap, const Keymap *defaults)
{
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *binding = &keymap->bindings.items[i];

        if (!is_default(defaults, binding))
            lines = with(arena, lines,
                         arena_printf(arena, "keys: %.*s %.*s %.*s\n", TEXT_ARGS(key_context_name(binding->context)),
                                      TEXT_ARGS(key_sequence_write(&binding->sequence, arena)),
                                      TEXT_ARGS(action_info(binding->action)->name)));
    }
    for (size_t i = 0; i < defaults->bindings.count; i++) {
        const Binding *binding = &defaults->bindings.items[i];

        if (!keymap_find(keymap, binding->context, &binding->sequence))
            lines = with(arena, lines,
                         arena_printf(arena, "keys: %.*s %.*s is gone\n", TEXT_ARGS(key_context_name(binding->context)),
                                      TEXT_ARGS(key_sequence_write(&binding->sequence, arena))));
    }
    return lines;
}

/* What a configuration calls its programs with, where that is not the default. */
static Text describe_programs(Arena *arena, Text lines, const Config *config)
{
    static const char *const names[PROGRAM_COUNT] = {"fetch", "browser", "editor", "clipboard"};
    const ProgramValues address = {.address = TEXT("http://e.org/?a=%u&b=$(c)")};
    const ProgramValues file = {.file = TEXT("-f f.txt"), .line = TEXT("12")};

    for (int id = 0; id < PROGRAM_COUNT; id++) {
        const char *const *arguments =
            program_arguments(arena, config->programs[id], id == PROGRAM_EDITOR ? &file : &address);

        if (config->programs[id].items == program_default((ProgramId)id).items)
            continue;
        lines = with(arena, lines, arena_printf(arena, "%s:", names[id]));
        for (size_t i = 0; arguments[i]; i++)
            lines = with(arena, lines, arena_printf(arena, " [%s]", arguments[i]));
        lines = with(arena, lines, TEXT("\n"));
    }
    return lines;
}

static Text describe_form(Arena *arena, Text lines, const char *name, Text form, Text before)
{
    return text_equal(form, before) ? lines
                                    : with(arena, lines, arena_printf(arena, "%s: %.*s\n", name, TEXT_ARGS(form)));
}

static Text describe_citations(Arena *arena, Text lines, const Config *config, const Config *defaults)
{
    lines = describe_form(arena, lines, "cite", config->cite.passage, defaults->cite.passage);
    return describe_form(arena, lines, "cite-article", config->cite.article, defaults->cite.article);
}

static Text describe(Arena *arena, const Config *config, const Config *defaults, const Report *report)
{
    static const char *const variants[] = {"auto", "dark", "light"};
    Text lines = {0};

    for (size_t i = 0; i < report->problems.count; i++) {
        Text line = printable_copy(arena, report_line(report, &report->problems.items[i], arena), CHARSET_UTF8);

        lines = with(arena, lines, arena_printf(arena, "%.*s\n", TEXT_ARGS(line)));
    }
    lines = with(arena, lines,
                 arena_printf(arena, "theme: \"%.*s\" variant: %s measure: %d", TEXT_ARGS(config->theme),
                              variants[config->variant], config->measure_columns));
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW)
#define LIST_PANE(ID, name, what, keys, toggle_keys, TAB, WIDE, NARROW) \
    if (!config->panes[PANE_##ID])                                      \
        lines = with(arena, lines, TEXT(" " #name ": no"));
#include "keys/panes.def"
    lines = with(arena, lines,
                 arena_printf(arena, " mouse: %.*s ask: %.*s ascii: %.*s\n", TEXT_ARGS(yes_no(config->mouse)),
                              TEXT_ARGS(yes_no(config->ask_terminal)), TEXT_ARGS(yes_no(config->ascii))));
    lines = describe_programs(arena, lines, config);
    lines = describe_citations(arena, lines, config, defaults);
    return describe_keys(arena, lines, &config->keymap, &defaults->keymap);
}

static void test_file(const char *name)
{
    Arena arena = {0};
    char path[VECTOR_PATH];
    Config config, defaults;
    Report report;
    Text text, stem = text_slice(text_from(name), (Range){0, strlen(name) - strlen(".yaml")});
    bool good;

    vector_path(path, folder, name);
    if (!vector_read(&arena, path, &text)) {
        ok(false, "%s can be read", name);
        return;
    }
    config_init(&defaults, &arena);
    config_init(&config, &arena);
    report_init(&report, &arena, text_from(name));
    good = config_read(&config, &arena, text, &report);
    ok(good == (report.error_count == 0), "%s: good, or errors", name);
    ok(good == (strncmp(name, "bad", 3) != 0), "%s is %s", name, good ? "taken" : "refused");
    ok((report.problems.count > 0) == (strncmp(name, "good", 4) != 0) || strncmp(name, "warn", 4) == 0,
       "%s: messages where there should be", name);
    vector_check(&arena, folder, arena_printf(&arena, "%.*s.expected", TEXT_ARGS(stem)).bytes,
                 describe(&arena, &config, &defaults, &report));
    arena_release(&arena);
}

/* ---- one setting alone ---- */

static void is_text(Text found, Text expected, const char *what)
{
    (void)ok(text_equal(found, expected), "%s: \"%.*s\", expected \"%.*s\"", what, TEXT_ARGS(found),
             TEXT_ARGS(expected));
}

/* What is typed for a setting, and its value then, or what is said of it. */
static void test_typed(void)
{
    static const struct {
        SettingId setting;
        const char *typed, *value, *told;
    } rows[] = {
        {SETTING_THEME, "nord", "nord", NULL},
        {SETTING_THEME, "a/b", "", "\"a/b\" is not the name of a theme: its file without folder and \".yaml\""},
        {SETTING_VARIANT, "dark", "dark", NULL},
        {SETTING_VARIANT, "drak", "auto", "expected one of auto dark light, found \"drak\"; did you mean \"dark\"?"},
        {SETTING_MEASURE, "50", "50", NULL},
        {SETTING_MEASURE, "200", "66", "expected a number from 45 to 120, found \"200\""},
        {SETTING_MOUSE, "no", "no", NULL},
        {SETTING_MOUSE, "off", "no", NULL},
        {SETTING_MOUSE, "", "yes", "expected yes or no, found \"\""},
        {SETTING_FULL_TEXT, "always", "always", NULL},
        {SETTING_NAMES, "speakers", "speakers", NULL},
        {SETTING_PANES, "{quotes: no}", "{quotes: no, entities: yes, library: yes, notes: no}", NULL},
        {SETTING_PANES, "{quotes: no, people: yes}", "{quotes: yes, entities: yes, library: yes, notes: no}",
         "unknown key \"people\" in panes"},
        {SETTING_EDITOR, "vim -R %f", "[vim, \"-R\", \"%f\"]", NULL},
        {SETTING_EDITOR, "[vim, \"a \\\" b\"]", "[vim, \"a \\\" b\"]", NULL},
        {SETTING_EDITOR, "vim %u", "",
         "\"%u\" stands for nothing here; \"%f\" is the file, \"%l\" the line, \"%%\" a per cent sign"},
        {SETTING_KEYS, "{all: {\"<C-j>\": next-quote}}", "{all: {\"<C-j>\": next-quote}}", NULL},
        {SETTING_KEYS, "{preset: emacs, all: {x: quit}}", "{preset: emacs, all: {x: quit}}", NULL},
        {SETTING_KEYS, "{}", "{preset: less-vim}", NULL},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Config config;
        Report report;
        bool taken;

        config_init(&config, &arena);
        report_init(&report, &arena, TEXT("typed"));
        taken = setting_take(&config, rows[i].setting, text_from(rows[i].typed), &report);
        ok(taken == !rows[i].told, "%s is %s", rows[i].typed, taken ? "taken" : "refused");
        is_text(setting_value(&config, rows[i].setting, &arena), text_from(rows[i].value), "its value");
        if (report_first(&report))
            is_text(report_first(&report)->message, text_from(rows[i].told ? rows[i].told : ""), "what is said of it");
        arena_release(&arena);
    }
}

/* Each value is read again as it is written. */
static void test_values(void)
{
    Arena arena = {0};
    Config config;
    Report report;

    config_init(&config, &arena);
    report_init(&report, &arena, TEXT("values"));
    for (int id = 0; id < SETTING_COUNT; id++) {
        Text value = setting_value(&config, (SettingId)id, &arena), name = setting_info((SettingId)id)->name;

        if (value.size)
            ok(setting_take(&config, (SettingId)id, value, &report), "%.*s can be typed", TEXT_ARGS(name));
        is_text(setting_value(&config, (SettingId)id, &arena), value, "and is the same");
        ok(setting_from_name(name) == (SettingId)id, "its name");
    }
    is_text(setting_near(TEXT("measrue")), TEXT("measure"), "the nearest name");
    ok(setting_from_name(TEXT("measrue")) == SETTING_COUNT, "none of that name");
    arena_release(&arena);
}

int main(void)
{
    VectorNames files;
    Arena arena = {0};
    Text manual;

    vector_list(&files, folder, "", ".yaml");
    ok(files.count > 40, "%zu files", files.count);
    for (size_t i = 0; i < files.count; i++)
        test_file(files.names[i]);
    vector_list_release(&files);
    manual = config_documentation(&arena);
    ok(text_starts_with(manual, TEXT("theme: ")) && text_find(manual, TEXT("\nkeys: "), 0) != TEXT_NOT_FOUND,
       "the manual's rows");
    arena_release(&arena);
    test_typed();
    test_values();
    return tap_done();
}
