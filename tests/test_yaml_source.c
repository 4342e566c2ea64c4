/*
 * What is held back from libyaml against libyaml itself. Sources are made of every line end, every mark at the start and every kind of
 * place; libyaml says where it sees a directive and on which line a key stands, and both must be what base/yaml/yaml.c says. Then the
 * shapes that cost libyaml quadratic time, twice as large each time: they are refused, or the time grows as the size does.
 */
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <yaml.h>

#include "base/yaml/yaml.h"
#include "tap.h"

static const Text line_ends[] = {LITERAL("\n"),       LITERAL("\r"),           LITERAL("\r\n"),
                                 LITERAL("\xC2\x85"), LITERAL("\xE2\x80\xA8"), LITERAL("\xE2\x80\xA9")};
static const Text starts[] = {LITERAL(""), LITERAL("\xEF\xBB\xBF"), LITERAL("\xEF\xBB\xBF\xEF\xBB\xBF")};

enum { LINE_ENDS = COUNT_OF(line_ends), STARTS = COUNT_OF(starts) };

/* What stands before the directive, "|" for each line end. In a text whose lines go on at the first column, a line that looks like a
 * directive is refused too, with the advice to indent it. */
static const struct {
    const char *before, *after;
    bool is_text;
} places[] = {
    {"", "", false},
    {"|", "", false},
    {"# a comment|", "", false},
    {"# a comment||", "", false},
    {"  |", "", false},
    {"%YAML 1.1|", "", false},
    {" ", "", false},
    {"# a comment ", "", false},
    {"# \xC3\xA9\xE2\x80\x9C|", "", false},
    {"# \xC2|", "", false},
    {"a: b|", "", false},
    {"a: b|...|", "", false},
    {"--- {a: b}|...|", "", false},
    {"a: >-|  b|", "", false},
    {"a: \"b|  ", "\"|", false},
    {"a: \"b ", "\"|", false},
    {"a: [b|", "]|", true},
    {"a: \"b|", "\"|", true},
    {"a: |  b|  ", "", false},
    {"a:\t|", "", false},
    {"|||", "", false},
};

enum { PLACES = COUNT_OF(places) };

static void append(Arena *arena, TextBuffer *source, const char *pattern, Text line_end)
{
    for (; *pattern; pattern++)
        text_buffer_add(arena, source, *pattern == '|' ? line_end : (Text){pattern, 1});
}

#define ENDED_BEFORE SIZE_MAX

static bool begin(yaml_parser_t *parser, Text source)
{
    if (!yaml_parser_initialize(parser))
        return false;
    if (text_starts_with(source, starts[1])) /* as yaml_parse does: the first mark is none of the text */
        source = text_slice(source, (Range){starts[1].size, source.size});
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(parser, (const unsigned char *)source.bytes, source.size);
    return true;
}

/* Does libyaml see a %TAG directive? Its line, from 1; 0: there is none; ENDED_BEFORE: it refuses what is before it. */
static size_t directive_of_libyaml(Text source)
{
    yaml_parser_t parser;
    yaml_token_t token;
    size_t line = 0;
    bool more = begin(&parser, source);

    while (more && line == 0) {
        if (!yaml_parser_scan(&parser, &token)) {
            line = ENDED_BEFORE;
            break;
        }
        if (token.type == YAML_TAG_DIRECTIVE_TOKEN)
            line = token.start_mark.line + 1;
        more = token.type != YAML_STREAM_END_TOKEN;
        yaml_token_delete(&token);
    }
    yaml_parser_delete(&parser);
    return line;
}

static size_t directive_told(const Report *report)
{
    for (size_t i = 0; i < report->problems.count; i++) {
        if (text_find(report->problems.items[i].message, TEXT("directives"), 0) != TEXT_NOT_FOUND)
            return report->problems.items[i].line;
    }
    return 0;
}

/* What libyaml takes for a directive is refused, on its line; what it does not is not, in all of these places. */
static void test_directive(Text start, Text line_end, size_t place)
{
    Arena arena = {0};
    TextBuffer buffer = {0};
    Report report;
    size_t expected, told;
    Text source;

    text_buffer_add(&arena, &buffer, start);
    append(&arena, &buffer, places[place].before, line_end);
    append(&arena, &buffer, "%TAG !x! tag:example.org:|", line_end);
    append(&arena, &buffer, places[place].after, line_end);
    append(&arena, &buffer, "--- {a: b}|", line_end);
    source = text_buffer_text(&buffer);
    report_init(&report, &arena, (Text){0});
    (void)yaml_parse(&arena, source, &report);
    expected = directive_of_libyaml(source);
    told = directive_told(&report);
    ok(expected == told || expected == ENDED_BEFORE || (expected == 0 && places[place].is_text),
       "start of %zu bytes, line end %02X, place %zu: a directive on line %zd, told on %zu", start.size,
       (unsigned char)line_end.bytes[0], place, (ssize_t)expected, told);
    arena_release(&arena);
}

/* The line of a mistake that only our own walk finds is that of libyaml for what stands there. */
static void test_lines(Text line_end, const char *pattern)
{
    Arena arena = {0};
    TextBuffer good = {0}, bad = {0};
    const YamlNode *root, *last = NULL;
    Report report;

    append(&arena, &good, pattern, line_end);
    text_buffer_add(&arena, &good, TEXT("key: x"));
    append(&arena, &bad, pattern, line_end);
    text_buffer_add(&arena, &bad, TEXT("key: \x01"));
    report_init(&report, &arena, (Text){0});
    root = yaml_parse(&arena, text_buffer_text(&good), &report);
    YAML_EACH(child, root)
        last = child;
    (void)yaml_parse(&arena, text_buffer_text(&bad), &report);
    ok(last && report.problems.count == 1 && report.problems.items[0].line == last->line &&
           report.problems.items[0].column == last->column,
       "line end %02X after \"%s\": the control character stands where the value did", (unsigned char)line_end.bytes[0],
       pattern);
    arena_release(&arena);
}

/* What is said of a line is said of the right one, whatever ends it. */
static void test_messages(Text line_end)
{
    static const struct {
        const char *source, *message;
    } rows[] = {
        {"a: b|c: d|title: Putin: we|", "write \"title: >-\""},
        {"a: b|c: d|title: @user|", "begin with \"@\""},
        {"a: b|c: d|title: \"Yes,\" he said.|", "after the closing quote mark"},
        {"a: b|c: d|title: a nice # day|", "\" #\" is a comment"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        TextBuffer source = {0};
        Report report;
        const Problem *first;

        append(&arena, &source, rows[i].source, line_end);
        report_init(&report, &arena, (Text){0});
        (void)yaml_parse(&arena, text_buffer_text(&source), &report);
        first = report_first(&report);
        ok(first && first->line == 3 && text_find(first->message, text_from(rows[i].message), 0) != TEXT_NOT_FOUND,
           "line end %02X: %s", (unsigned char)line_end.bytes[0], rows[i].message);
        arena_release(&arena);
    }
}

/* ---- time ---- */

/* The pattern's "{" is followed by what is repeated, up to "}". */
static const char *const shapes[] = {
    "# {%TAG !a! x|}--- {a: b}",
    "{%TAG !a! x|}--- {a: b}",
    "a: b{ }{ c}|",
    "a: b{\t}{\tc}|",
    "a: \"b{ }{ c}\"|",
    "a: 'b{ }{ c}'|",
    "a: 'b{|}{  c|}'|",
    "a: b{|}{  c|}|",
    "a: ||  b|{|}{  c|}|",
    "a: >-|  b|{|}{  c|}|",
    "a: >-|  b|{ |}{  c| |}|",
    "a: {[}|",
    "a: [{x,}]|",
    "{- }|",
    "{? }|",
    "a: [{? }|",
    "a: {: }|",
    "a: !<{x}> b|",
    "a: &{x} b|",
    "{a: b|}",
    "{# c|}a: b|",
    "a: [{b # c|,}]|",
    "a: b{\x01}|",
    "a: b{\x01|}|",
    "a: \"{b|}",
    "{a: &a b|}",
    "{- *a|}",
    "{k}: v|",
    "? {k}|: v|",
    "{\"title\": \"\\ud83d\\ude00\",}",
    "a:|{- \"b\" c|}",
};

enum { SHAPES = COUNT_OF(shapes) };

static Text make_shape(Arena *arena, const char *shape, Text line_end, size_t times)
{
    TextBuffer source = {0};

    while (*shape) {
        const char *open = strchr(shape, '{'), *close = open ? strchr(open, '}') : NULL;
        size_t before = close ? (size_t)(open - shape) : strlen(shape);
        TextBuffer part = {0};

        for (size_t i = 0; i < before; i++)
            text_buffer_add(arena, &source, shape[i] == '|' ? line_end : (Text){shape + i, 1});
        if (!close)
            break;
        for (const char *at = open + 1; at < close; at++)
            text_buffer_add(arena, &part, *at == '|' ? line_end : (Text){at, 1});
        for (size_t i = 0; i < times; i++)
            text_buffer_add(arena, &source, text_buffer_text(&part));
        shape = close + 1;
    }
    return text_buffer_text(&source);
}

static double seconds_of(Text source)
{
    double least = 1e9;

    for (int i = 0; i < 3; i++) {
        Arena arena = {0};
        clock_t start = clock();
        Report report;
        double taken;

        report_init(&report, &arena, (Text){0});
        (void)yaml_parse(&arena, source, &report);
        taken = (double)(clock() - start) / CLOCKS_PER_SEC;
        least = taken < least ? taken : least;
        arena_release(&arena);
    }
    return least;
}

/* Where every allocation is looked at, time tells of that, and a hundredth of the size is enough to look at them. */
#if defined(ARENA_DEBUG) || defined(__SANITIZE_ADDRESS__)
enum { TIMES = 80 };
#else
enum { TIMES = 8000 };
#endif

/* Eight times the size may take eight times the time, not 64 times; a quarter of that, and what is not worth measuring, passes. */
static void test_time(const char *shape, Text line_end)
{
    enum { LARGER = 8 };
    Arena arena = {0};
    double small = seconds_of(make_shape(&arena, shape, line_end, TIMES));
    double large = seconds_of(make_shape(&arena, shape, line_end, TIMES * LARGER));

    ok(large < 0.05 || large < small * LARGER * 3, "%s, line end %02X: %.4f s, %d times as large %.4f s", shape,
       (unsigned char)line_end.bytes[0], small, LARGER, large);
    arena_release(&arena);
}

int main(void)
{
    for (size_t start = 0; start < STARTS; start++) {
        for (size_t end = 0; end < LINE_ENDS; end++) {
            for (size_t place = 0; place < PLACES; place++)
                test_directive(starts[start], line_ends[end], place);
        }
    }
    for (size_t end = 0; end < LINE_ENDS; end++) {
        test_lines(line_ends[end], "a: b|");
        test_lines(line_ends[end], "# \xC3\xA9|a: \"b|  c\"||");
        test_lines(line_ends[end], "a: ||");
        test_messages(line_ends[end]);
        for (size_t shape = 0; shape < SHAPES; shape++)
            test_time(shapes[shape], line_ends[end]);
    }
    return tap_done();
}
