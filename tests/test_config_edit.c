/*
 * A theme picked is a configuration with another theme in it, and nothing else changed.
 *
 * Vectors: for each NAME.yaml of tests/vectors/config-edit NAME.expected is what becomes of it, or why nothing does; the theme is "gruvbox", for
 * NAME-odd.yaml one that needs quotation marks. Then configurations of all forms are generated, in three parts, what stands before the
 * theme's value, the value, and what stands behind it; so what must be left in a file after a pick is known without reading it.
 * TORTURE=long makes 10,000 of them, of up to 1 MiB; SEED=number takes another seed.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "base/unicode/printable.h"
#include "cli/session/config_write.h"
#include "config/config.h"
#include "config/config_edit.h"
#include "random.h"
#include "vectors.h"

static const char folder[] = "tests/vectors/config-edit";
static const Text odd_theme = LITERAL("Ros\xC3\xA9 \"Pine\" \\ #1");

/* ---- vectors ---- */

static void test_file(const char *name)
{
    Text stem = text_slice(text_from(name), (Range){0, strlen(name) - strlen(".yaml")}), source, result;
    Text theme = text_ends_with(stem, TEXT("-odd")) ? odd_theme : TEXT("gruvbox");
    char path[VECTOR_PATH];
    Arena arena = {0};
    Report report;

    vector_path(path, folder, name);
    report_init(&report, &arena, text_from(name));
    if (ok(vector_read(&arena, path, &source), "%s can be read", name)) {
        result = config_with_value(&arena, source, TEXT("theme"), theme, &report);
        ok((result.size == 0) == (report.error_count > 0), "%s: a result, or why there is none", name);
        ok(result.size == 0 || config_differs_in_value_alone(&arena, source, result, TEXT("theme"), theme),
           "%s: nothing else differs", name);
        if (result.size == 0 && report_first(&report))
            result = arena_join(
                &arena,
                (const Text[]){TEXT("refused: "), report_line(&report, report_first(&report), &arena), TEXT("\n")}, 3);
        vector_check(&arena, folder, arena_join(&arena, (const Text[]){stem, TEXT(".expected")}, 2).bytes, result);
    }
    arena_release(&arena);
}

/* What the writer asks before it writes must be able to say no. */
static void test_check(void)
{
    static const struct {
        const char *before, *after, *why;
        bool good;
    } rows[] = {
        {"a: 1\ntheme: nord # x\nb: 2\n", "a: 1\ntheme: one # x\nb: 2\n", "the value alone", true},
        {"a: 1\ntheme: nord # x\nb: 2\n", "a: 1\ntheme: one # y\nb: 2\n", "a comment differs", false},
        {"a: 1\ntheme: nord # x\nb: 2\n", "a: 1\ntheme: one # x\n", "the end is gone", false},
        {"a: 1\ntheme: nord # x\nb: 2\n", "a: 1\ntheme: one # x\nb: 2\n\n", "something is added", false},
        {"a: 1\ntheme: nord # x\nb: 2\n", "a: 1\r\ntheme: one # x\nb: 2\n", "a line end differs", false},
        {"a: 1\ntheme: nord\nb: 2\n", "a: 1\ntheme: two\nb: 2\n", "another theme", false},
        {"a: 1\ntheme: nord\nb: 2\n", "a: 1\ntheme: one\nc: 3\nb: 2\n", "one key more", false},
        {"a: 1\ntheme: nord", "a: 1\ntheme: one\nb: 2", "one key more in the value's place", false},
        {"a: {b: [1, 2]}\ntheme: nord\n", "a: {b: [1, 3]}\ntheme: one\n", "a value inside differs", false},
        {"a: 1\n", "a: 1\ntheme: one\n", "a line more", true},
        {"a: 1\n", "theme: one\na: 1\n", "a line more before", true},
        {"a: 1\n", "a: 1\ntheme: one\nb: 2\n", "two lines more", false},
        {"a: |+\n  b", "a: |+\n  b\ntheme: one\n", "the value before it grows", false},
        {"# a\n", "# a\ntheme: one\n", "to comments", true},
        {"a: 1\ntheme: nord\n", "a: 1\ntheme: [one]\n", "no name", false},
        {"a: 1\ntheme: nord\n", "a: 1\ntheme: \"one\n", "not YAML", false},
        {"a: 1\ntheme: nord\n", "", "nothing", false},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};

        ok(config_differs_in_value_alone(&arena, text_from(rows[i].before), text_from(rows[i].after), TEXT("theme"),
                                         TEXT("one")) == rows[i].good,
           "the check: %s", rows[i].why);
        arena_release(&arena);
    }
}

/* Other keys than the theme. */
static void test_keys(void)
{
    static const struct {
        const char *before, *key, *value, *after;
    } rows[] = {
        {"# mine\ntheme: nord\n", "measure", "60", "# mine\ntheme: nord\nmeasure: 60\n"},
        {"measure: 50 # wide\n", "measure", "60", "measure: 60 # wide\n"},
        {"{\"theme\": \"nord\"}\n", "measure", "60", "{\"measure\": 60, \"theme\": \"nord\"}\n"},
        {"mouse: yes\n", "mouse", "no", "mouse: no\n"},
        {"mouse:\n  yes\n", "mouse", "no", "mouse:\n  no\n"},
        {"", "keep-screen", "yes", "keep-screen: yes\n"},
        {"editor: [vim]\n", "editor", "vi", ""},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Report report;
        Text after;

        report_init(&report, &arena, TEXT("keys"));
        after = config_with_value(&arena, text_from(rows[i].before), text_from(rows[i].key), text_from(rows[i].value),
                                  &report);
        ok(text_equal(after, text_from(rows[i].after)), "%s: %s", rows[i].key, rows[i].value);
        arena_release(&arena);
    }
}

/* ---- generated configurations ---- */

/* A configuration in parts; `is_named` says whether there is a value. */
typedef struct Made {
    Arena arena;
    TextBuffer before, value, after;
    TextBuffer *part; /* that is being written */
    const char *line_end;
    bool mixed; /* … or another each time */
    size_t indent;
    size_t first_key;                                   /* where in `before` the first key begins, or SIZE_MAX */
    size_t brace;                                       /* where in `before` the members begin */
    size_t end;                                         /* where in `before` the mapping ends, if nothing is named */
    const char *comment;                                /* of a value in a block */
    bool is_named, is_flow, is_json, is_refused, grows; /* grows: a line end more at the end would be part of a value */
} Made;

static const char *const line_ends[] = {"\n", "\n",       "\n",           "\r\n",        "\r\n",
                                        "\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};

static Text text_of(TextBuffer buffer)
{
    return (Text){buffer.items, buffer.count};
}

static void put(Made *made, const char *text)
{
    text_buffer_add(&made->arena, made->part, text_from(text));
}

/* A "~" is a line end, "^" the indentation. */
static void put_form(Made *made, const char *form)
{
    for (; *form; form++) {
        if (*form == '~')
            put(made, made->mixed ? RANDOM_OF(line_ends) : made->line_end);
        else if (*form == '^')
            for (size_t i = 0; i < made->indent; i++)
                put(made, " ");
        else
            put(made, (char[]){*form, '\0'});
    }
}

static void put_comments(Made *made, size_t bytes)
{
    /* clang-format off */
    static const char *const words[] = {"theme: nord", "# ", "\xE2\x80\x9CPutin: \xE2\x80\x9D", "{", "}", "- ", "'", "\"", "---", "...", "%TAG",
                                        "\xF0\x9F\x99\x82", "key: value", "\xC3\xA9", "\t", "and so on", "|+", ">-", "? ", "&a", "*b", "!c"};
    /* clang-format on */
    size_t start = made->part->count;

    while (made->part->count - start < bytes) {
        put_form(made, random_below(5) ? "^# " : "");
        for (size_t i = random_below(12); i > 0 && made->part->count && made->part->items[made->part->count - 1] == ' ';
             i--) {
            put(made, RANDOM_OF(words));
            put(made, " ");
        }
        put_form(made, "~");
    }
}

static const char *const other_keys[] = {
    "measure: 60~",
    "measure: 60 # wide~",
    "ascii: no~~",
    "panes: {quotes: no, library: yes}~",
    "panes:~^  quotes: no~^  # both~^  entities: no~",
    "keys:~^  all:~^    \"<C-j>\": next-quote # \xC3\xA9~^    'gx': quit~",
    "keys: {all: {\"<M-a>b\": next-quote}}~",
    "label: one~^  two~^  three~",
    "label: \"one \\\" # two~^  three\" # \xF0\x9F\x99\x82~",
    "label: 'it''s~~^  two'~",
    "list:~^- a~^- b: c~^  d: e~",
    "list: [a, \"b\", {c: d}]~",
    "empty:~",
    "empty: # none~",
    "\"theme \": no~",
    "text: |~^  one~^   two~",
    "text: |+~^  one~~~",
    "text: >-~^  one~~^  two~",
    "text: |2+~^    one~",
    "? asked~^: answered~",
    "nested: {theme: no, a: {theme: no}}~",
    "\xC3\xBCml: \xE2\x80\x9Cquoted\xE2\x80\x9D~",
};

/* What the theme's line is before the value, the value, and the rest of the line. */
static const struct {
    const char *before, *value, *after, *comment;
    bool is_refused;
} named_forms[] = {
    {"theme: ", "nord", "~", "", false},
    {"theme:   ", "nord", "   # for the evening \xC3\xA9~", "", false},
    {"theme:\t", "nord", "\t~", "", false},
    {"theme: ", "\"nord\"", "~", "", false},
    {"\"theme\": ", "'nord'", " # x~", "", false},
    {"'theme' : ", "nord", "~~", "", false},
    {"\"\\u0074heme\": ", "nord", "~", "", false},
    {"theme: ", "'it''s # no ''comment'''", " # it is~", "", false},
    {"theme: ", "\"a \\\" # b \\\\\"", "~", "", false},
    {"theme: ", "\"ros\\xE9~^  pine \xC3\xA9\"", " # x~", "", false},
    {"theme: ", "'rose~~^  pine'", "~", "", false},
    {"theme: ", "rose~^  pine~^   dawn", " # x~", "", false},
    {"theme:~^  ", "nord", "~", "", false},
    {"theme: # a~^  # b~^   ", "nord", " # c~", "", false},
    {"theme: ", "~", "~", "", false}, /* a null: see put_theme */
    {"theme:", "", "~", "", false},
    {"theme:", "", "  # none~", "", false},
    {"theme: ", ">-~^  nord", "~", "", false},
    {"theme: ", "|~^  nord~~^  one", "~~", "", false},
    {"theme: ", "|+ # keep~^  nord", "~~~", " # keep", false},
    {"theme: ", ">2- # two~^  nord", "~^# under it~", " # two", false},
    {"? theme~^: ", "nord", "~", "", false},
    {"? \"theme\" # asked~^# and~^:   ", "\"nord\"", " # x~", "", false},
    {"theme: ", "[nord]", "~", "", true},
    {"theme:~", "^- nord", "~", "", true},
    {"theme: ", "{dark: nord}", "~", "", true},
    {"theme: ", "&a nord", "~", "", true},
    {"theme: ", "!!str nord", "~", "", true},
    {"theme: ", "*a", "~", "", true},
    {"theme: ", "nord", "~^theme: nord~", "", true},
};

static void note_key(Made *made)
{
    if (made->first_key == SIZE_MAX)
        made->first_key = made->part->count;
}

static void put_theme(Made *made)
{
    size_t form = random_below(COUNT_OF(named_forms));

    put_form(made, "^");
    note_key(made);
    put_form(made, named_forms[form].before);
    made->part = &made->value;
    put_form(made, strcmp(named_forms[form].value, "~") == 0 ? "null" : named_forms[form].value);
    made->part = &made->after;
    put_form(made, named_forms[form].after);
    made->comment = named_forms[form].comment;
    made->is_named = true;
    made->is_refused = made->is_refused || named_forms[form].is_refused;
}

static void put_key(Made *made, bool *used)
{
    size_t key = random_below(COUNT_OF(other_keys));
    Text name = text_from(other_keys[key]);

    name.size = name.bytes[0] == '?' ? name.size : text_find_byte(name, ':', 0);
    for (size_t i = 0; i < COUNT_OF(other_keys); i++) {
        if (used[i] && text_starts_with(text_from(other_keys[i]), name) &&
            (name.bytes[0] == '?' || other_keys[i][name.size] == ':'))
            return;
    }
    used[key] = true;
    put_form(made, "^");
    note_key(made);
    put_form(made, other_keys[key]);
    made->grows = strncmp(other_keys[key], "text: |", 7) == 0;
}

static void make_block(Made *made, size_t bytes)
{
    bool used[COUNT_OF(other_keys)] = {false};
    size_t keys = random_below(8), theme = random_below(2) ? random_below(keys + 1) : SIZE_MAX;

    for (size_t i = 0; i <= keys; i++) {
        if (i == theme)
            put_theme(made);
        if (i < keys)
            put_key(made, used);
        if (random_below(3) == 0) {
            size_t start = made->part->count;

            put_comments(made, random_below(bytes / (keys + 1) + 1));
            made->grows = made->grows && text_find_byte(text_of(*made->part), '#', start) == TEXT_NOT_FOUND;
        }
    }
}

static Text without_mark(Text text)
{
    return text_slice(text, (Range){text_starts_with(text, TEXT("\xEF\xBB\xBF")) ? 3 : 0, text.size});
}

static bool has_pairs(const Made *made)
{
    Text pair = TEXT("\\ud83d\\ude00");

    return text_find(text_of(made->before), pair, 0) != TEXT_NOT_FOUND ||
           text_find(text_of(made->value), pair, 0) != TEXT_NOT_FOUND ||
           text_find(text_of(made->after), pair, 0) != TEXT_NOT_FOUND;
}

/* `style`: that of the other members. */
static void make_named_flow(Made *made, size_t style, bool is_first)
{
    /* clang-format off */
    static const char *const named[3][4][3] = {
        {{"theme: ", "nord", ""}, {"theme: ", "'no, {rd'", " "}, {"theme : ", "\"nord\"", ""}, {"\"theme\":", "\"nord\"", ""}},
        {{"theme:~ ", "nord", " # x~"}, {"theme: ", "rose~ pine", "~"}, {"theme: # y~  ", "\"no~rd\"", ""}, {"theme: ", "nord", "~"}},
        {{"\"theme\": ", "\"nord\"", ""},
         {"\"theme\":", "\"no\\ud83d\\ude00rd\"", ""},
         {"\"theme\":~  ", "null", "~"},
         {"\"theme\" : ", "\"\"", " "}},
    };
    /* clang-format on */
    size_t form = random_below(4);

    put_form(made, is_first ? "" : ", ");
    note_key(made);
    put_form(made, named[style][form][0]);
    made->part = &made->value;
    put_form(made, named[style][form][1]);
    made->part = &made->after;
    put_form(made, named[style][form][2]);
    made->is_named = true;
}

/* As block, in braces: plain, over lines, or JSON. */
static void make_flow(Made *made)
{
    static const char *const members[3][5] = {
        {"measure: 60", "a: 'b'", "c: [d, {theme: no}]", "\"e\": \"\xC3\xA9 \\u00e9\"", "f: g~ h"},
        {"measure: 60 # wide~", "a: 'b'~", "c: [d,~ {e: f}]", "g: h # \xC3\xA9~ # i~", "j: \"k\""},
        {"\"measure\":60", "\"a\": \"\\ud83d\\ude00 \\\\ud83d\"", "\"c\": [true, {\"theme\": null}]",
         "\"d\": \"\xC3\xA9\"", "\"f\": {\"g\": {}}"},
    };
    size_t style = random_below(3), count = random_below(6),
           theme = random_below(2) ? random_below(count + 1) : SIZE_MAX;

    made->is_flow = true;
    made->indent = 0;
    put(made, "{");
    made->brace = made->part->count;
    put_form(made, style == 1 ? "~ " : "");
    for (size_t i = 0, put_before = 0; i <= count; i++) {
        if (i == theme) {
            make_named_flow(made, style, put_before == 0);
            put_before++;
        }
        if (i < count && i < 5) {
            put_form(made, put_before++ ? style == 1 ? ",~ " : "," : "");
            put_form(made, style == 2 && made->part->items && made->part->count &&
                                   made->part->items[made->part->count - 1] == ','
                               ? " "
                               : "");
            note_key(made);
            put_form(made, members[style][i]);
        }
    }
    made->is_json = made->first_key == SIZE_MAX || text_of(made->before).bytes[made->first_key] == '"';
    made->is_refused =
        has_pairs(made) && text_trim(without_mark(text_of(made->before))).bytes[0] != '{'; /* such escapes are JSON's */
    put_form(made, "}");
    put_form(made, random_below(4) ? "~" : "");
}

static void make(Made *made, size_t bytes)
{
    bool flow = random_below(6) == 0, marked = random_below(5) == 0;

    *made = (Made){.first_key = SIZE_MAX, .comment = ""};
    made->line_end = RANDOM_OF(line_ends);
    made->mixed = random_below(8) == 0;
    made->indent = random_below(4) ? 0 : random_below(5);
    made->part = &made->before;
    put(made, random_below(6) == 0 ? "\xEF\xBB\xBF" : "");
    if (random_below(2))
        put_comments(made, random_below(bytes + 1));
    put_form(made, marked ? random_below(2) ? "---~" : "--- # begins~" : "");
    if (random_below(3) == 0)
        put_comments(made, random_below(bytes + 1));
    if (flow)
        make_flow(made);
    else
        make_block(made, bytes);
    if (!flow && made->part->count && random_below(4) == 0) { /* no line end at the end */
        size_t size = made->part->count;

        while (size && strchr("\n\r", made->part->items[size - 1]))
            size--;
        if (made->part != &made->after || size)
            made->part->count = size;
    }
    made->grows =
        made->grows && made->part->count > 0 && !strchr("\n\r\x85\xA8\xA9", made->part->items[made->part->count - 1]);
    made->end = made->part->count;
    if (random_below(5) == 0 && made->part->count && strchr("\n\r", made->part->items[made->part->count - 1])) {
        put_form(made, random_below(2) ? "...~" : "...~# after the end~");
        made->is_refused =
            made->is_refused || (made->first_key == SIZE_MAX && !flow && !marked); /* an end without a beginning */
        made->is_refused = made->is_refused || false;
    }
}

/* The theme as it may stand in the file: plain or as JSON, by a writer of its own. */
static Text written(Arena *arena, Text theme, bool quoted)
{
    TextBuffer buffer = {0};
    bool plain = !quoted;

    for (size_t i = 0; i < theme.size; i++)
        plain = plain && theme.bytes[i] &&
                strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", theme.bytes[i]);
    if (plain && !strchr("0123456789-", theme.bytes[0]))
        return theme;
    text_buffer_add(arena, &buffer, TEXT("\""));
    for (size_t i = 0; i < theme.size; i++) {
        if (theme.bytes[i] == '"' || theme.bytes[i] == '\\')
            text_buffer_add(arena, &buffer, TEXT("\\"));
        text_buffer_add(arena, &buffer, (Text){theme.bytes + i, 1});
    }
    text_buffer_add(arena, &buffer, TEXT("\""));
    return text_of(buffer);
}

static const Text themes[] = {
    LITERAL("gruvbox"),       LITERAL("a"),      LITERAL("paper-light"), LITERAL("Ros\xC3\xA9 Pine"),
    LITERAL("1984"),          LITERAL("x: # y"), LITERAL("a \"b\" \\c"), LITERAL("\xF0\x9F\x99\x82"),
    LITERAL("it's {a}, [b]"), LITERAL("-"),      LITERAL(" ~ ")};

typedef struct Tally {
    size_t picks, refused, wrong, largest;
} Tally;

/* The last bytes of a text, to be read. */
static void print_end(const char *what, Text text)
{
    Arena arena = {0};
    Text end = printable_copy(&arena, text_slice(text, (Range){text.size > 600 ? text.size - 600 : 0, text.size}),
                              CHARSET_ASCII);

    printf("# %s, %zu bytes: %.*s\n", what, text.size, TEXT_ARGS(end));
    arena_release(&arena);
}

static void tell_wrong(Tally *tally, const char *why, size_t number, Text source, Text result)
{
    if (tally->wrong++ >= 5)
        return;
    printf("# configuration %zu: %s\n", number, why);
    print_end("source", source);
    print_end("result", result);
}

/* One of the two places where a line may come in, made here from the parts. */
static bool is_with_line(Arena *arena, const Made *made, Text value, Text result)
{
    Text before = text_of(made->before);
    size_t start = made->first_key == SIZE_MAX ? made->end : made->first_key, added = result.size - before.size;
    Text head = text_slice(before, (Range){0, made->end}), tail = text_slice(before, (Range){made->end, before.size});
    Text above = text_slice(before, (Range){0, start}), after = text_slice(before, (Range){start, before.size});
    Text line = arena_join(arena, (const Text[]){TEXT("theme: "), value}, 2), piece;

    if (result.size <= before.size)
        return false;
    if (text_starts_with(result, head) && text_ends_with(result, tail) && !made->grows) {
        piece = text_slice(result, (Range){head.size, result.size - tail.size});
    } else {
        if (!text_starts_with(result, above) || !text_ends_with(result, after))
            return false;
        piece = text_slice(result, (Range){start, start + added});
    }
    /* nothing in it but the line: line ends and blanks around */
    if (text_find(piece, line, 0) == TEXT_NOT_FOUND)
        return false;
    for (size_t at = 0; at < piece.size; at++) {
        if (at == text_find(piece, line, 0))
            at += line.size;
        if (at < piece.size && !strchr(" \n\r\xC2\x85\xE2\x80\xA8\xA9", piece.bytes[at]))
            return false;
    }
    return true;
}

/* {…}: a member at the front. */
static bool is_with_member(const Made *made, Text value, Text result)
{
    Text before = text_of(made->before);
    size_t start = made->first_key == SIZE_MAX ? made->brace : made->first_key;
    Text head = text_slice(before, (Range){0, start}), tail = text_slice(before, (Range){start, before.size}), piece;
    Text key = made->is_json ? TEXT("\"theme\": ") : TEXT("theme: ");

    if (!text_starts_with(result, head) || !text_ends_with(result, tail) || result.size <= before.size)
        return false;
    piece = text_slice(result, (Range){head.size, result.size - tail.size});
    if (!text_starts_with(piece, key) || !text_starts_with(text_slice(piece, (Range){key.size, piece.size}), value))
        return false;
    piece = text_slice(piece, (Range){key.size + value.size, piece.size});
    if (made->first_key == SIZE_MAX)
        return piece.size == 0;
    for (size_t at = 1; at < piece.size; at++) {
        if (!strchr(" \n\r\xC2\x85\xE2\x80\xA8\xA9", piece.bytes[at]))
            return false;
    }
    return piece.size > 1 && piece.bytes[0] == ',';
}

/* Only the value differs, and is followed by what was a comment inside it. An empty one gets a blank before it. */
static bool is_with_value(Arena *arena, const Made *made, Text value, Text result)
{
    Text between = text_of(made->value).size ? (Text){0} : TEXT(" "), before = text_of(made->before);
    Text expected;

    if (between.size && before.size && before.bytes[before.size - 1] == ' ')
        between = (Text){0};
    expected =
        arena_join(arena, (const Text[]){before, between, value, text_from(made->comment), text_of(made->after)}, 5);
    return text_equal(result, expected);
}

static bool is_read_as(Arena *arena, Text result, Text theme)
{
    Report report;
    Config config;

    report_init(&report, arena, (Text){0});
    config_init(&config, arena);
    (void)config_read(&config, arena, result, &report);
    return text_equal(config.theme, theme);
}

static bool write_source(const char *path, Text source)
{
    FILE *file = fopen(path, "w");
    bool good = file && fwrite(source.bytes, 1, source.size, file) == source.size;

    return file && fclose(file) == 0 && good;
}

/* Through the file, as the reader does it. */
static Text pick(Arena *arena, const char *path, Text source, Text theme, bool *kept)
{
    Text result = {0};
    Report report;

    report_init(&report, arena, text_from(path));
    *kept = write_source(path, source) && config_keep(path_copy(arena, text_from(path)), TEXT("theme"), theme, &report);
    (void)vector_read(arena, path, &result);
    return result;
}

/* The result is what the next pick begins with. */
static void take_result(Made *made, Text value, Text result)
{
    size_t end = result.size - made->after.count - strlen(made->comment), start = end - value.size;
    TextBuffer parts[3] = {{0}, {0}, {0}};

    text_buffer_add(&made->arena, &parts[0], text_slice(result, (Range){0, start}));
    text_buffer_add(&made->arena, &parts[1], text_slice(result, (Range){start, end}));
    text_buffer_add(&made->arena, &parts[2], text_slice(result, (Range){end, result.size}));
    made->before = parts[0];
    made->value = parts[1];
    made->after = parts[2];
    made->comment = "";
}

static void check_made(Made *made, size_t number, const char *path, Tally *tally)
{
    Text source =
        arena_join(&made->arena, (const Text[]){text_of(made->before), text_of(made->value), text_of(made->after)}, 3);

    if (source.size > tally->largest)
        tally->largest = source.size;
    for (size_t picks = 1 + random_below(3); picks > 0; picks--) {
        Text theme = RANDOM_OF(themes), value = written(&made->arena, theme, made->is_json), result;
        bool kept, good;

        result = pick(&made->arena, path, source, theme, &kept);
        tally->picks++;
        if (made->is_refused || !kept) {
            tally->refused++;
            if (kept || !made->is_refused || !text_equal(source, result))
                tell_wrong(tally,
                           kept               ? "taken"
                           : made->is_refused ? "refused, and changed"
                                              : "refused",
                           number, source, result);
            return;
        }
        good = made->is_named  ? is_with_value(&made->arena, made, value, result)
               : made->is_flow ? is_with_member(made, value, result)
                               : is_with_line(&made->arena, made, value, result);
        if (!good || !is_read_as(&made->arena, result, theme))
            tell_wrong(tally, good ? "not the theme" : "other bytes", number, source, result);
        if (!made->is_named)
            return;
        take_result(made, value, result);
        source = result;
    }
}

static void test_generated(void)
{
    const char *build = getenv("BUILDDIR");
    size_t count = torture_is_long() ? 10000 : 400;
    unsigned long seed = random_begin(13);
    Tally tally = {0};
    char path[VECTOR_PATH];

    (void)snprintf(path, sizeof path, "%s/tests/config-edit.tmp", build ? build : ".");
    (void)mkdir(path, 0700);
    (void)snprintf(path, sizeof path, "%s/tests/config-edit.tmp/config.yaml", build ? build : ".");
    for (size_t i = 0; i < count; i++) {
        /* as many of each order of magnitude: up to 1 MiB in three parts */
        size_t bytes = random_below((size_t)1 << random_below(torture_is_long() ? 20 : 15));
        Made made;

        make(&made, bytes);
        check_made(&made, i, path, &tally);
        arena_release(&made.arena);
    }
    (void)unlink(path);
    (void)snprintf(path, sizeof path, "%s/tests/config-edit.tmp", build ? build : ".");
    ok(rmdir(path) == 0, "nothing is left beside the configuration");
    ok(tally.wrong == 0, "%zu configurations of up to %zu bytes, %zu picks, %zu of them refused, %zu wrong; SEED=%lu",
       count, tally.largest, tally.picks, tally.refused, tally.wrong, seed);
}

int main(void)
{
    VectorNames files;

    vector_list(&files, folder, "", ".yaml");
    ok(files.count > 90, "%zu files", files.count);
    for (size_t i = 0; i < files.count; i++)
        test_file(files.names[i]);
    vector_list_release(&files);
    test_check();
    test_keys();
    test_generated();
    return tap_done();
}
