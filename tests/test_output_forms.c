/*
 * Every code point through every form of output: nothing leaves that the gate would not let through, rows and fields stay what they are, and what was
 * written can be read back: as the text in JSON, as the gate shows it elsewhere.
 */
#include "base/json/json.h"
#include "base/unicode/printable.h"
#include "base/unicode/unicode.h"
#include "export/table.h"
#include "tap.h"

enum { BLOCK = 64, LAST = 0x10FFFF };

/* One row of two fields, the second a list of the text and another; as it is written in a form. */
static Text written(Arena *arena, OutputFormat format, Charset charset, Text text)
{
    const Text list[] = {text, TEXT("end")};
    TableField fields[] = {FIELD_TEXT("text", text), {.key = "list", .kind = KIND_LIST, .list = list, .list_count = 2}};
    SinkMemory memory = {.arena = arena};
    char buffer[4096];
    Table table;
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    table_begin(&table, &sink, format, charset);
    table_row(&table, fields, 2);
    table_end(&table);
    (void)sink_flush(&sink);
    return text_buffer_text(&memory.text);
}

/* ---- what leaves ---- */

static bool all_pass(Text text, OutputFormat format, Charset charset)
{
    bool json = format == OUTPUT_JSON || format == OUTPUT_JSONL;
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        if (code_point == '\n' || (code_point == '\t' && format == OUTPUT_TSV))
            continue; /* they are counted when it is read back */
        if (!printable_passes(code_point) || (size == 1 && code_point == REPLACEMENT_CHARACTER))
            return false;
        if (charset == CHARSET_ASCII && !json && code_point >= 0x7F)
            return false;
    }
    return true;
}

/* ---- reading back ---- */

static bool take_text(Text *rest, Text expected)
{
    if (!text_starts_with(*rest, expected))
        return false;
    *rest = text_slice(*rest, (Range){expected.size, rest->size});
    return true;
}

/* A field of CSV (RFC 4180). */
static Text csv_field(Arena *arena, Text *rest)
{
    TextBuffer field = {0};
    bool quoted = take_text(rest, TEXT("\""));

    while (rest->size) {
        char byte = rest->bytes[0];

        if (quoted ? byte == '"' : byte == ',' || byte == '\n')
            if (!quoted || rest->size == 1 || rest->bytes[1] != '"')
                break;
        (void)take_text(rest, quoted && byte == '"' ? TEXT("\"") : (Text){0});
        ARRAY_PUSH(arena, field, byte);
        *rest = text_slice(*rest, (Range){1, rest->size});
    }
    if (quoted && !take_text(rest, TEXT("\"")))
        return (Text){0};
    return text_buffer_text(&field);
}

/* Up to a bar that is not escaped, without the backslashes. */
static Text markdown_field(Arena *arena, Text *rest)
{
    TextBuffer field = {0};
    size_t at = 0;

    for (; at < rest->size && rest->bytes[at] != '|' && rest->bytes[at] != '\n'; at++) {
        at += rest->bytes[at] == '\\' && at + 1 < rest->size;
        ARRAY_PUSH(arena, field, rest->bytes[at]);
    }
    *rest = text_slice(*rest, (Range){at, rest->size});
    if (field.count && field.items[field.count - 1] == ' ')
        field.count--; /* before the bar */
    return text_buffer_text(&field);
}

static Text tsv_field(Text *rest)
{
    size_t end = 0;
    Text field;

    while (end < rest->size && rest->bytes[end] != '\t' && rest->bytes[end] != '\n')
        end++;
    field = text_slice(*rest, (Range){0, end});
    *rest = text_slice(*rest, (Range){end, rest->size});
    return field;
}

/* A sign with which formulas begin, in its narrow and its wide form, and something behind it? */
static bool begins_formula(Text text)
{
    static const Text signs[] = {LITERAL("="),  LITERAL("+"),  LITERAL("-"),  LITERAL("@"),
                                 LITERAL("＝"), LITERAL("＋"), LITERAL("－"), LITERAL("＠")};

    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (text_starts_with(text, signs[i]))
            return text_trim(text_slice(text, (Range){signs[i].size, text.size})).size > 0;
    }
    return false;
}

/* A cell without the apostrophes that keep a spreadsheet from running it; `*runs`: it would be run, or what stands behind a semicolon in it. */
static Text without_apostrophes(Arena *arena, Text cell, bool *runs)
{
    TextBuffer text = {0};
    bool begins = true;

    for (size_t at = 0; at < cell.size; at++) {
        Text rest = text_slice(cell, (Range){at, cell.size});
        size_t apostrophes = 0;

        while (apostrophes < rest.size && rest.bytes[apostrophes] == '\'')
            apostrophes++;
        *runs |= begins && begins_formula(rest);
        if (!begins || !apostrophes || !begins_formula(text_slice(rest, (Range){apostrophes, rest.size})))
            ARRAY_PUSH(arena, text, cell.bytes[at]);
        begins = cell.bytes[at] == ';' || (begins && cell.bytes[at] == ' ');
    }
    return text_buffer_text(&text);
}

static bool is_cell(Arena *arena, Text cell, Text shown)
{
    bool runs = false;

    return text_equal(without_apostrophes(arena, cell, &runs), shown) && !runs;
}

static bool reads_back_shown(Arena *arena, OutputFormat format, Text out, Text shown, Text shown_list)
{
    switch (format) {
    case OUTPUT_TSV:
        return take_text(&out, TEXT("text\tlist\n")) && is_cell(arena, tsv_field(&out), shown) &&
               take_text(&out, TEXT("\t")) && is_cell(arena, tsv_field(&out), shown_list) && text_equal(out, TEXT("\n"));
    case OUTPUT_CSV:
        return take_text(&out, TEXT("text,list\n")) && is_cell(arena, csv_field(arena, &out), shown) &&
               take_text(&out, TEXT(",")) && is_cell(arena, csv_field(arena, &out), shown_list) &&
               text_equal(out, TEXT("\n"));
    default:
        return take_text(&out, TEXT("| text | list |\n|---|---|\n| ")) &&
               text_equal(markdown_field(arena, &out), shown) && take_text(&out, TEXT("| ")) &&
               text_equal(markdown_field(arena, &out), shown_list) && text_equal(out, TEXT("|\n"));
    }
}

/* The text with U+FFFD for what is not UTF-8. */
static Text as_utf8(Arena *arena, Text text)
{
    TextBuffer buffer = {0};
    char bytes[4];
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        size_t written = utf8_encode(utf8_decode(text, at, &size), bytes);

        text_buffer_add(arena, &buffer, (Text){bytes, written});
    }
    return text_buffer_text(&buffer);
}

static bool reads_back_json(Arena *arena, OutputFormat format, Text out, Text text)
{
    JsonWanted wanted[] = {{.key = LITERAL("text")}, {.key = LITERAL("list")}};
    const char *why;
    JsonMember item;
    size_t at;

    if (format == OUTPUT_JSON && (!take_text(&out, TEXT("[\n  ")) || !text_ends_with(out, TEXT("\n]\n"))))
        return false;
    out.size -= format == OUTPUT_JSON ? 3 : 1;
    if (text_find_byte(out, '\n', 0) != TEXT_NOT_FOUND || !json_find_members(arena, out, wanted, 2, &at, &why))
        return false;
    at = 0;
    return text_equal(json_string(arena, wanted[0].raw), as_utf8(arena, text)) &&
           json_next_item(arena, wanted[1].raw, &at, &item) && text_equal(item.text, as_utf8(arena, text)) &&
           json_next_item(arena, wanted[1].raw, &at, &item) && text_equal(item.text, TEXT("end"));
}

/* ---- the check ---- */

static bool check_form(Arena *arena, OutputFormat format, Charset charset, Text text)
{
    Text out = written(arena, format, charset, text), list[] = {text, TEXT("; end")};

    if (!all_pass(out, format, charset))
        return false;
    if (format == OUTPUT_JSON || format == OUTPUT_JSONL)
        return reads_back_json(arena, format, out, text);
    return reads_back_shown(arena, format, out, printable_copy(arena, text, charset),
                            printable_copy(arena, arena_join(arena, list, 2), charset));
}

/* JSON is always UTF-8. */
static const struct {
    OutputFormat format;
    Charset charset;
} forms[] = {{OUTPUT_JSON, CHARSET_UTF8},     {OUTPUT_JSONL, CHARSET_UTF8},    {OUTPUT_TSV, CHARSET_UTF8},
             {OUTPUT_TSV, CHARSET_ASCII},     {OUTPUT_CSV, CHARSET_UTF8},      {OUTPUT_CSV, CHARSET_ASCII},
             {OUTPUT_MARKDOWN, CHARSET_UTF8}, {OUTPUT_MARKDOWN, CHARSET_ASCII}};

enum { FORMS_ALL = COUNT_OF(forms), FORMS_OF_JSON = 2 };

static const char *const form_names[OUTPUT_COUNT] = {
    [OUTPUT_JSON] = "json", [OUTPUT_JSONL] = "jsonl", [OUTPUT_TSV] = "tsv", [OUTPUT_CSV] = "csv", [OUTPUT_MARKDOWN] = "markdown"};

/* In the first `count` forms; `what` is where the text comes from. */
static bool check_text(size_t count, Text text, const char *what, uint32_t number)
{
    bool good = true;

    for (size_t i = 0; i < count; i++) {
        Arena arena = {0};

        if (!check_form(&arena, forms[i].format, forms[i].charset, text)) {
            printf("# %s, %s, %s %04X\n", form_names[forms[i].format],
                   forms[i].charset == CHARSET_ASCII ? "ASCII" : "UTF-8", what, (unsigned)number);
            good = false;
        }
        arena_release(&arena);
    }
    return good;
}

/* Planes where all is ideographs, unassigned or private take long in the other forms, and each block does the same: one of sixteen of them. */
static size_t forms_for(uint32_t first)
{
    uint32_t plane = first >> 16;

    return plane <= 1 || plane == 14 || first / BLOCK % 16 == 15 || getenv("TORTURE") ? FORMS_ALL : FORMS_OF_JSON;
}

/* One of them and a letter, one after another; where that goes wrong, each alone. */
static bool check_block(uint32_t first)
{
    char bytes[BLOCK * 5], *at = bytes;
    bool good = true;

    for (uint32_t code_point = first; code_point < first + BLOCK; code_point++) {
        at += utf8_encode(code_point, at);
        *at++ = 'x';
    }
    if (check_text(forms_for(first), (Text){bytes, (size_t)(at - bytes)}, "from", first))
        return true;
    for (uint32_t code_point = first; code_point < first + BLOCK; code_point++)
        good = check_text(FORMS_ALL, (Text){bytes, utf8_encode(code_point, bytes)}, "code point", code_point) && good;
    return false;
}

/* What a spreadsheet would run, and what looks like it. */
static void test_formulas(void)
{
    static const char *const cells[] = {"=1+1", "+1",   "-1+2",   "@SUM(A1)", "'=1+1",    "''=1",
                                        "-",    "=",    "'",      "'-",       "-;-",      "- ",
                                        " =1",  "\t=1", "a;=1",   "a; ;  =1", "a;'=1",    "a=1",
                                        "a-b",  "“=1”", "\"=1\"", "＝1+1",    ";;;=1;=2", "=cmd|' /C calc'!A0",
                                        "\r=1", "\n=1", "'a",     "''"};
    bool good = true;

    for (size_t i = 0; i < COUNT_OF(cells); i++)
        good = check_text(FORMS_ALL, text_from(cells[i]), cells[i], (uint32_t)i) && good;
    ok(good, "no cell is a formula, and each can be told from one that has an apostrophe");
}

static void test_code_points(void)
{
    size_t wrong = 0;

    for (uint32_t first = 0; first <= LAST && wrong < 10; first += BLOCK)
        wrong += !check_block(first);
    ok(wrong == 0, "every code point in every form: nothing passes that the gate stops, and all is read back");
}

static void test_bytes(void)
{
    bool good = true;

    for (unsigned byte = 0; byte < 256; byte++) {
        char bytes[] = {'a', (char)byte, 'b', (char)byte, (char)byte, '"', (char)byte};

        good = check_text(FORMS_ALL, (Text){bytes, sizeof bytes}, "byte", byte) && good;
        good = check_text(FORMS_ALL, (Text){bytes + 1, 1}, "byte alone", byte) && good;
    }
    ok(good, "every byte in every form");
}

/* Marks on what a form escapes, quotation marks that are spelled in ASCII, what looks like the end of a field. */
static void test_texts(void)
{
    /* clang-format off */
    static const char *const texts[] = {
        "", " ", "“Yes,” she said", "“”", "‚a‘, b", "*\xCC\x81", "\"\xCC\x81", "a│b", "¦¦", "‖", "\r\n", "a\r\nb", "a\tb\t", "\\", "\\|",
        "|", "<b>", "&amp;", "\",\"", "\"\n\"", "\xE2\x80\xA8", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB",
        "\xEF\xBF\xB9x\xEF\xBF\xBA\xEF\xBF\xBB", "\x1B[31m", "…", "½", "a\xCC\x81|",
    };
    /* clang-format on */

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        ok(check_text(FORMS_ALL, text_from(texts[i]), "text", (uint32_t)i), "text %zu in every form", i);
}

/* The checks can fail. */
static void test_checks(void)
{
    Arena arena = {0};
    Text quoted = TEXT("text,list\n\"a\"b,\"\n");

    ok(!all_pass(TEXT("a\x1B"), OUTPUT_TSV, CHARSET_UTF8), "a control character is found out");
    ok(!all_pass(TEXT("\xEF\xBF\xB9"), OUTPUT_JSON, CHARSET_UTF8), "what is invisible is found out");
    ok(!all_pass(TEXT("a\tb"), OUTPUT_CSV, CHARSET_UTF8) && !all_pass(TEXT("é"), OUTPUT_CSV, CHARSET_ASCII),
       "what is not of the form is found out");
    ok(!all_pass(TEXT("\xE9"), OUTPUT_JSON, CHARSET_UTF8), "what is not UTF-8 is found out");
    ok(!reads_back_shown(&arena, OUTPUT_CSV, quoted, TEXT("a\"b"), TEXT("")),
       "what is not read back from CSV is found out");
    ok(!reads_back_json(&arena, OUTPUT_JSONL, TEXT("{\"text\": \"a\"}\n"), TEXT("b")),
       "what is not read back from JSON is found out");
    arena_release(&arena);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    test_checks();
    test_formulas();
    test_code_points();
    test_bytes();
    test_texts();
    return tap_done();
}
