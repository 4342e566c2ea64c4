/* One row writer for each format; the names of the columns come from the first row. */
#include "cli/table.h"

#include <string.h>

#include "base/json.h"

void table_begin(Table *table, OutputFormat format, Charset charset)
{
    *table = (Table){.format = format, .charset = charset};
    if (format == OUTPUT_JSON)
        (void)fputs("[", stdout);
}

static void json_value(const TableField *field)
{
    switch (field->kind) {
    case KIND_NUMBER:
        json_write_number(stdout, field->number);
        break;
    case KIND_BOOL:
        (void)fputs(field->number ? "true" : "false", stdout);
        break;
    case KIND_LIST:
        (void)fputc('[', stdout);
        for (size_t i = 0; i < field->list_count; i++) {
            if (i)
                (void)fputs(", ", stdout);
            json_write_text(stdout, field->list[i]);
        }
        (void)fputc(']', stdout);
        break;
    case KIND_TEXT:
        if (field->text.bytes)
            json_write_text(stdout, field->text);
        else
            (void)fputs("null", stdout);
        break;
    }
}

void table_json_members(const TableField *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        (void)fputs(i ? ", \"" : "\"", stdout);
        (void)fputs(fields[i].key, stdout);
        (void)fputs("\": ", stdout);
        json_value(&fields[i]);
    }
}

void table_json_object(const TableField *fields, size_t count)
{
    (void)fputc('{', stdout);
    table_json_members(fields, count);
    (void)fputc('}', stdout);
}

/* A cell's text: line ends become blanks, `special` bytes are doubled (CSV) or get a backslash (Markdown). */
static void put_cell(const Table *table, Text text, const char *special, char before)
{
    size_t start = 0;

    for (size_t at = 0; at < text.size; at++) {
        if (text.bytes[at] == '\0' || !strchr(special, text.bytes[at]))
            continue;
        printable_write(stdout, text_slice(text, (Range){start, at}), table->charset, LINES_JOINED);
        (void)fputc(before, stdout);
        start = at;
    }
    printable_write(stdout, text_slice(text, (Range){start, text.size}), table->charset, LINES_JOINED);
}

static void put_text(const Table *table, Text text)
{
    bool quoted = false;

    switch (table->format) {
    case OUTPUT_CSV: /* RFC 4180 */
        for (size_t i = 0; i < text.size; i++)
            quoted = quoted || text.bytes[i] == ',' || text.bytes[i] == '"' || text.bytes[i] == '\n';
        if (quoted)
            (void)fputc('"', stdout);
        put_cell(table, text, "\"", '"');
        if (quoted)
            (void)fputc('"', stdout);
        break;
    case OUTPUT_MARKDOWN:
        put_cell(table, text, "|\\`*_<>[]", '\\');
        break;
    default: /* TSV: the gate makes blanks of tabs and line ends */
        printable_write(stdout, text, table->charset, LINES_JOINED);
        break;
    }
}

static void put_value(const Table *table, const TableField *field)
{
    Arena scratch = {0};
    Text joined = {0};

    switch (field->kind) {
    case KIND_NUMBER:
        (void)printf("%zu", field->number);
        break;
    case KIND_BOOL:
        (void)fputs(field->number ? "yes" : "no", stdout);
        break;
    case KIND_LIST:
        for (size_t i = 0; i < field->list_count; i++)
            joined = arena_printf(&scratch, "%.*s%s%.*s", TEXT_ARGS(joined), i ? "; " : "",
                                  TEXT_ARGS(field->list[i]));
        put_text(table, joined);
        break;
    case KIND_TEXT:
        put_text(table, field->text);
        break;
    }
    arena_release(&scratch);
}

static void put_separated(const Table *table, const TableField *fields, size_t count, const char *separator,
                          bool names)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            (void)fputs(separator, stdout);
        if (names)
            (void)fputs(fields[i].key, stdout);
        else
            put_value(table, &fields[i]);
    }
}

static void put_markdown(const Table *table, const TableField *fields, size_t count, bool names)
{
    (void)fputs("| ", stdout);
    put_separated(table, fields, count, " | ", names);
    (void)fputs(" |\n", stdout);
    if (!names)
        return;
    for (size_t i = 0; i < count; i++)
        (void)fputs("|---", stdout);
    (void)fputs("|\n", stdout);
}

void table_row(Table *table, const TableField *fields, size_t count)
{
    bool first = table->rows++ == 0;

    switch (table->format) {
    case OUTPUT_JSON:
        (void)fputs(first ? "\n  " : ",\n  ", stdout);
        table_json_object(fields, count);
        break;
    case OUTPUT_JSONL:
        table_json_object(fields, count);
        (void)fputc('\n', stdout);
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
            (void)fputc('\n', stdout);
        }
        break;
    }
}

void table_end(Table *table)
{
    if (table->format == OUTPUT_JSON)
        (void)fputs(table->rows ? "\n]\n" : "]\n", stdout);
}

void table_put_padded(Text text, int columns, Charset charset)
{
    size_t used, size = printable_fit(text, (size_t)columns, charset, &used);
    bool cut = size < text.size;

    if (cut)
        size = printable_fit(text, (size_t)columns - (charset == CHARSET_ASCII ? 3 : 1), charset, &used);
    printable_write(stdout, text_slice(text, (Range){0, size}), charset, LINES_JOINED);
    if (cut) {
        (void)fputs(charset == CHARSET_ASCII ? "..." : "…", stdout);
        used += charset == CHARSET_ASCII ? 3 : 1;
    }
    (void)printf("%*s", columns - (int)used, "");
}
