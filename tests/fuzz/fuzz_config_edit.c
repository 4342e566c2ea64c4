/*
 * Any bytes as a configuration in which a theme is picked: it is left alone, or what is written says the new theme, and differs from the
 * old one in one place only; all else that it says it goes on saying. The input is the theme's name, a line end, and the configuration.
 */
#include "base/yaml/yaml.h"
#include "config/config.h"
#include "config/config_edit.h"
#include "fuzz/fuzz.h"
#include "theme/theme.h"

#define LONGEST_LINE_END "\xE2\x80\xA8" /* U+2028 */

static size_t same_start(Text a, Text b)
{
    size_t at = 0;

    while (at < a.size && at < b.size && a.bytes[at] == b.bytes[at])
        at++;
    return at;
}

static size_t same_end(Text a, Text b, size_t most)
{
    size_t count = 0;

    while (count < most && a.bytes[a.size - 1 - count] == b.bytes[b.size - 1 - count])
        count++;
    return count;
}

/* What differs is in one place, and what has come in is the value, what the old one had of a comment, and a line's end and indentation. */
static void require_one_change(Text before, Text after, Text theme, size_t indent)
{
    size_t shorter = before.size < after.size ? before.size : after.size;
    size_t start = same_start(before, after), end = same_end(before, after, shorter - start);
    size_t gone = before.size - end - start, come = after.size - end - start;

    REQUIRE(come <= gone + 2 * theme.size + 2 * indent + sizeof LONGEST_LINE_END "\"theme\": \"\"" LONGEST_LINE_END);
}

/* All bytes stand around the value that stood around it; where there was none, all bytes are there. */
static void require_bytes_kept(Arena *arena, Text before, Text after)
{
    size_t shorter = before.size < after.size ? before.size : after.size, start = same_start(before, after);
    const YamlNode *node;
    Report report;
    Range value;

    report_init(&report, arena, TEXT("before"));
    node = yaml_says_nothing(before) ? NULL : yaml_get(yaml_parse(arena, before, &report), TEXT("theme"));
    REQUIRE(report.error_count == 0);
    value = node ? yaml_bytes(before, node) : (Range){start, start};
    REQUIRE(start >= value.start && same_end(before, after, shorter - value.start) >= before.size - value.end);
}

static bool read_config(Arena *arena, Text source, Config *config, size_t *errors)
{
    Report report;

    report_init(&report, arena, TEXT("input"));
    config_init(config, arena);
    (void)config_read(config, arena, source, &report);
    *errors = report.error_count;
    return *errors == 0;
}

static void require_same_config(Arena *arena, Text before, Text after, Text theme)
{
    Config old, new;
    size_t old_errors, new_errors;

    (void)read_config(arena, before, &old, &old_errors);
    (void)read_config(arena, after, &new, &new_errors);
    REQUIRE(text_equal(new.theme, theme) || new_errors > 0);
    REQUIRE(new_errors <= old_errors);
    REQUIRE(old.variant == new.variant &&old.measure_columns == new.measure_columns &&old.mouse == new.mouse);
    REQUIRE(memcmp(old.panes, new.panes, sizeof old.panes) == 0);
    REQUIRE(old.keymap.bindings.count == new.keymap.bindings.count &&old.ascii == new.ascii &&old.ask_terminal ==
            new.ask_terminal);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text input = {(const char *)bytes, size}, theme, before, after;
    size_t end = text_find_byte(input, '\n', 0);
    Arena arena = {0};
    Report report;

    theme = text_slice(input, (Range){0, end});
    before = text_slice(input, (Range){theme.size + 1, size});
    if (end == TEXT_NOT_FOUND || !theme_id_valid(theme))
        return 0;
    report_init(&report, &arena, TEXT("after"));
    after = config_with_value(&arena, before, TEXT("theme"), theme, &report);
    REQUIRE((after.size > 0) == (report.error_count == 0));
    if (after.size) {
        const YamlNode *root;

        root = yaml_parse(&arena, after, &report);
        REQUIRE(report.error_count == 0 && yaml_get(root, TEXT("theme")) &&
                text_equal(yaml_get(root, TEXT("theme"))->text, theme));
        REQUIRE(config_differs_in_value_alone(&arena, before, after, TEXT("theme"), theme));
        require_one_change(before, after, theme, root->column + (root->first ? root->first->key->column : 0));
        require_bytes_kept(&arena, before, after);
        require_same_config(&arena, before, after, theme);
        REQUIRE(text_equal(config_with_value(&arena, after, TEXT("theme"), theme, &report), after));
    }
    arena_release(&arena);
    return 0;
}
