/* One row writer for each format; the names of the columns come from the first row. */
#include "export/table.h"

#include <string.h>

#include "base/json/json.h"
#include "base/unicode/harmless.h"

void table_begin(Table *table, Sink *out, OutputFormat format, Charset charset)
{
    *table = (Table){.out = out, .format = format, .charset = charset};
    if (format == OUTPUT_JSON)
        sink_string(out, "[");
}

static void json_value(Sink *out, const TableField *field)
{
    switch (field->kind) {
    case KIND_NUMBER:
        sink_number(out, field->number, 0);
        break;
    case KIND_BOOL:
        sink_string(out, field->number ? "true" : "false");
        break;
    case KIND_LIST:
        sink_byte(out, '[');
        for (size_t i = 0; i < field->list_count; i++) {
            if (i)
                sink_string(out, ", ");
            json_write_text(out, field->list[i]);
        }
        sink_byte(out, ']');
        break;
    case KIND_TEXT:
        if (field->text.bytes)
            json_write_text(out, field->text);
        else
            sink_string(out, "null");
        break;
    }
}

void table_json_members(Sink *out, const TableField *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sink_string(out, i ? ", \"" : "\"");
        sink_string(out, fields[i].key);
        sink_string(out, "\": ");
        json_value(out, &fields[i]);
    }
}

void table_json_object(Sink *out, const TableField *fields, size_t count)
{
    sink_byte(out, '{');
    table_json_members(out, fields, count);
    sink_byte(out, '}');
}

/* What the gate has made of a cell's text, with `before` in front of each of the `special` bytes. */
static void put_cell(Sink *out, Text shown, const char *special, char before)
{
    size_t start = 0;

    for (size_t at = 0; at < shown.size; at++) {
        if (!strchr(special, shown.bytes[at])) /* the gate lets no NUL through */
            continue;
        sink_text(out, text_slice(shown, (Range){start, at}));
        sink_byte(out, before);
        start = at;
    }
    sink_text(out, text_slice(shown, (Range){start, shown.size}));
}

/* The byte after a sign that begins a formula of a spreadsheet, full-width ones among them: "=1+1", "＝1+1". `at` if there is none. */
static size_t after_formula_sign(Text text, size_t at)
{
    size_t size;
    uint32_t code_point = at < text.size ? utf8_decode(text, at, &size) : 0;

    switch (code_point) {
    case '=':
    case '+':
    case '-':
    case '@':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
        return at + size;
    default:
        return at;
    }
}

/* Is there a formula at `at`, or one that was disarmed already? */
static bool is_formula(Text text, size_t at)
{
    size_t after;

    while (at < text.size && text.bytes[at] == '\'')
        at++;
    after = after_formula_sign(text, at);
    return after > at && text_trim(text_slice(text, (Range){after, text.size})).size > 0;
}

/*
 * A cell that a spreadsheet would take for a formula, and run, gets an apostrophe before its first sign, as spreadsheets themselves have it for
 * "this is text"; so does what follows a semicolon, at which those of half of Europe begin a new cell. One that has apostrophes there gets one
 * more, so that whoever takes one away has what was there (https://owasp.org/www-community/attacks/CSV_Injection).
 */
static Text disarmed(Arena *arena, Text cell)
{
    TextBuffer text = {0};
    size_t written = 0;

    for (size_t at = 0; at < cell.size; at++) {
        if (at > 0 && cell.bytes[at - 1] != ';')
            continue;
        while (at < cell.size && cell.bytes[at] == ' ')
            at++;
        if (!is_formula(cell, at))
            continue;
        text_buffer_add(arena, &text, text_slice(cell, (Range){written, at}));
        text_buffer_add(arena, &text, TEXT("'"));
        written = at;
    }
    if (written == 0 && text.count == 0)
        return cell;
    text_buffer_add(arena, &text, text_slice(cell, (Range){written, cell.size}));
    return text_buffer_text(&text);
}

/* RFC 4180. */
static void put_csv(Sink *out, Text shown)
{
    bool quoted = text_find_byte(shown, ',', 0) != TEXT_NOT_FOUND || text_find_byte(shown, '"', 0) != TEXT_NOT_FOUND;

    if (quoted)
        sink_byte(out, '"');
    put_cell(out, shown, "\"", '"');
    if (quoted)
        sink_byte(out, '"');
}

static Text passed(const Table *table, Text text, Arena *scratch)
{
    return table->for_file ? harmless_copy(scratch, text, LINES_JOINED) : printable_copy(scratch, text, table->charset);
}

/* The gate first, which makes blanks of tabs and line ends and in ASCII spells some signs with those of a form; then what the form asks for. */
static void put_text(const Table *table, Text text, Arena *scratch)
{
    switch (table->format) {
    case OUTPUT_CSV:
        put_csv(table->out, disarmed(scratch, passed(table, text, scratch)));
        break;
    case OUTPUT_TSV:
        sink_text(table->out, disarmed(scratch, passed(table, text, scratch)));
        break;
    case OUTPUT_MARKDOWN:
        put_cell(table->out, printable_copy(scratch, text, table->charset), "|\\`*_<>[]", '\\');
        break;
    default:
        printable_write(table->out, text, table->charset, LINES_JOINED);
        break;
    }
}

/* "one; two" */
static Text joined(const TableField *field, Arena *scratch)
{
    TextBuffer buffer = {0};

    for (size_t i = 0; i < field->list_count; i++) {
        text_buffer_add(scratch, &buffer, i ? TEXT("; ") : (Text){0});
        text_buffer_add(scratch, &buffer, field->list[i]);
    }
    return text_buffer_text(&buffer);
}

static void put_value(const Table *table, const TableField *field)
{
    Arena scratch = {0};

    switch (field->kind) {
    case KIND_NUMBER:
        sink_number(table->out, field->number, 0);
        break;
    case KIND_BOOL:
        sink_string(table->out, field->number ? "yes" : "no");
        break;
    case KIND_LIST:
        put_text(table, joined(field, &scratch), &scratch);
        break;
    case KIND_TEXT:
        put_text(table, field->text, &scratch);
        break;
    }
    arena_release(&scratch);
}

static void put_separated(const Table *table, const TableField *fields, size_t count, const char *separator, bool names)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            sink_string(table->out, separator);
        if (names)
            sink_string(table->out, fields[i].key);
        else
            put_value(table, &fields[i]);
    }
}

static void put_markdown(const Table *table, const TableField *fields, size_t count, bool names)
{
    sink_string(table->out, "| ");
    put_separated(table, fields, count, " | ", names);
    sink_string(table->out, " |\n");
    if (!names)
        return;
    for (size_t i = 0; i < count; i++)
        sink_string(table->out, "|---");
    sink_string(table->out, "|\n");
}

void table_row(Table *table, const TableField *fields, size_t count)
{
    bool first = table->rows++ == 0;

    switch (table->format) {
    case OUTPUT_JSON:
        sink_string(table->out, first ? "\n  " : ",\n  ");
        table_json_object(table->out, fields, count);
        break;
    case OUTPUT_JSONL:
        table_json_object(table->out, fields, count);
        sink_byte(table->out, '\n');
        break;
    case OUTPUT_MARKDOWN:
        if (first)
            put_markdown(table, fields, count, true);
        put_markdown(table, fields, count, false);
        break;
    case OUTPUT_TSV:
    case OUTPUT_CSV:
    case OUTPUT_TEXT:
    case OUTPUT_COUNT:
        for (int line = first ? 0 : 1; line < 2; line++) {
            put_separated(table, fields, count, table->format == OUTPUT_CSV ? "," : "\t", line == 0);
            sink_byte(table->out, '\n');
        }
        break;
    }
}

void table_end(Table *table)
{
    if (table->format == OUTPUT_JSON)
        sink_string(table->out, table->rows ? "\n]\n" : "]\n");
}

void table_put_padded(Sink *out, Text text, int columns, Charset charset)
{
    size_t used, size = printable_fit(text, (size_t)columns, charset, &used);
    bool cut = size < text.size;

    if (cut)
        size = printable_fit(text, (size_t)columns - (charset == CHARSET_ASCII ? 3 : 1), charset, &used);
    printable_write(out, text_slice(text, (Range){0, size}), charset, LINES_JOINED);
    if (cut) {
        sink_string(out, charset == CHARSET_ASCII ? "..." : "…");
        used += charset == CHARSET_ASCII ? 3 : 1;
    }
    sink_fill(out, ' ', (size_t)columns - used);
}
