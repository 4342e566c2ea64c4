/* One arena is emptied after each line, so that an archive of any size needs no more memory than its longest
 * line. */
#include "cli/bulk.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"

enum { LINE_FIRST = 64 * 1024 };
#define LINE_LARGEST ((size_t)64 << 20)

typedef struct LineReader {
    char *bytes;
    size_t capacity;
    size_t number;
    bool too_long;
    const struct TagModel *model;
    Sink *out, *errors;
} LineReader;

/* The next line without its end; false at the end of the stream. */
static bool next_line(LineReader *reader, FILE *stream, Text *line)
{
    size_t size = 0;
    int byte;

    reader->too_long = false;
    while ((byte = getc_unlocked(stream)) != EOF && byte != '\n') {
        if (size == LINE_LARGEST) {
            reader->too_long = true;
            continue;
        }
        if (size == reader->capacity) {
            reader->capacity = reader->capacity ? reader->capacity * 2 : LINE_FIRST;
            reader->bytes = memory_resize(reader->bytes, reader->capacity);
        }
        reader->bytes[size++] = (char)byte;
    }
    *line = (Text){reader->bytes, size};
    reader->number++;
    return byte != EOF || size > 0;
}

static void write_id(Sink *out, const JsonMember *id)
{
    sink_string(out, "{\"id\": ");
    if (id && id->is_string) /* written anew, so that no control character passes */
        json_write_text(out, id->text);
    else if (id)
        sink_text(out, id->raw);
    else
        sink_string(out, "null");
    sink_string(out, ", ");
}

static void write_error(const LineReader *reader, const JsonMember *id, const char *why, size_t at)
{
    Arena arena = {0};
    Text message = arena_printf(&arena, "line %zu, byte %zu: expected %s", reader->number, at + 1, why);

    write_id(reader->out, id);
    sink_string(reader->out, "\"error\": ");
    json_write_text(reader->out, message);
    sink_string(reader->out, "}\n");
    message = arena_printf(&arena, "quoin: standard input:%zu:%zu: expected %s\n", reader->number, at + 1, why);
    sink_text(reader->errors, message);
    arena_release(&arena);
}

static bool handle_line(Arena *arena, const LineReader *reader, Text line, BulkWriter *write)
{
    const JsonMember *id, *text;
    const char *why = "a line of at most 64 MiB";
    JsonObject object;
    Analysis *analysis;
    size_t at = 0;

    if (reader->too_long || !json_read_object(arena, line, &object, &at, &why)) {
        write_error(reader, NULL, why, at);
        return false;
    }
    id = json_member(&object, TEXT("id"));
    text = json_member(&object, TEXT("text"));
    if (id && (id->raw.bytes[0] == '[' || id->raw.bytes[0] == '{')) {
        write_error(reader, NULL, "a string or a number as \"id\"", 0);
        return false;
    }
    if (!text || !text->is_string) {
        write_error(reader, id, "a string as \"text\"", 0);
        return false;
    }
    analysis = analysis_new(arena, article_from_text(arena, text->text), (Range){0, SIZE_MAX});
    analysis_use_model(analysis, reader->model);
    analysis_run(analysis);
    write_id(reader->out, id);
    write(reader->out, analysis);
    sink_string(reader->out, "}\n");
    return true;
}

int bulk_run(const Options *options, BulkWriter *write, const struct TagModel *model)
{
    LineReader reader = {.model = model, .out = options->out, .errors = options->errors};
    Arena arena = {0};
    int status = EXIT_OK;
    Text line;

    while (next_line(&reader, stdin, &line)) {
        if (reader.number == 1 && text_starts_with(line, TEXT("\xEF\xBB\xBF"))) /* a byte order mark */
            line = text_slice(line, (Range){3, line.size});
        if (text_trim(line).size && !handle_line(&arena, &reader, line, write))
            status = EXIT_PROBLEMS;
        arena_reset(&arena);
        if (reader.out->error)
            break;
    }
    arena_release(&arena);
    free(reader.bytes);
    return status;
}
