/*
 * Printing rows of named fields in any output format: JSON (one array), JSON lines, TSV, CSV, Markdown. The text format is each command's
 * own. No control character leaves raw, whatever the format.
 */
#ifndef QUOIN_EXPORT_TABLE_H
#define QUOIN_EXPORT_TABLE_H

#include "base/unicode/printable.h"

typedef enum OutputFormat {
    OUTPUT_TEXT,
    OUTPUT_JSON,
    OUTPUT_JSONL,
    OUTPUT_TSV,
    OUTPUT_CSV,
    OUTPUT_MARKDOWN,
    OUTPUT_COUNT
} OutputFormat;

typedef enum FieldKind { KIND_TEXT, KIND_NUMBER, KIND_BOOL, KIND_LIST } FieldKind;

typedef struct TableField {
    const char *key;
    FieldKind kind;
    Text text;        /* KIND_TEXT; without bytes: null */
    size_t number;    /* KIND_NUMBER; KIND_BOOL: 0 or 1 */
    const Text *list; /* KIND_LIST */
    size_t list_count;
} TableField;

typedef struct Table {
    Sink *out;
    OutputFormat format;
    Charset charset;
    bool for_file; /* what others open: CSV and TSV keep what only a terminal may not have (base/unicode/harmless.h) */
    size_t rows;
} Table;

#define FIELD_TEXT(name, value)                           \
    {                                                     \
        .key = (name), .kind = KIND_TEXT, .text = (value) \
    }
#define FIELD_NUMBER(name, value)                             \
    {                                                         \
        .key = (name), .kind = KIND_NUMBER, .number = (value) \
    }
#define FIELD_BOOL(name, value)                             \
    {                                                       \
        .key = (name), .kind = KIND_BOOL, .number = (value) \
    }

void table_begin(Table *table, Sink *out, OutputFormat format, Charset charset);
void table_row(Table *table, const TableField *fields, size_t count);
void table_end(Table *table);

/* {"key": value, …} without a line end. */
void table_json_object(Sink *out, const TableField *fields, size_t count);
void table_json_members(Sink *out, const TableField *fields, size_t count); /* the same without the brackets */

/* For the text format: cut or filled up to so many columns. */
void table_put_padded(Sink *out, Text text, int columns, Charset charset);

#endif
