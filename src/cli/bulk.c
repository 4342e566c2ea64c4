/* One arena is emptied after each line, so that an archive of any size needs no more memory than its longest
 * line. */
#include "cli/bulk.h"

#include <unistd.h>

#include "base/json.h"
#include "cli/lines.h"

typedef struct Bulk {
    Sink *out, *errors;
    BulkWriter *write;
    const struct TagModel *model;
    Lines lines;
} Bulk;

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

static void write_error(const Bulk *bulk, const JsonMember *id, const char *why, size_t at)
{
    Arena arena = {0};
    Text message = arena_printf(&arena, "line %zu, byte %zu: expected %s", bulk->lines.number, at + 1, why);

    write_id(bulk->out, id);
    sink_string(bulk->out, "\"error\": ");
    json_write_text(bulk->out, message);
    sink_string(bulk->out, "}\n");
    message = arena_printf(&arena, "quoin: standard input:%zu:%zu: expected %s\n", bulk->lines.number, at + 1, why);
    sink_text(bulk->errors, message);
    arena_release(&arena);
}

/* Why a line that did not come whole cannot be answered. */
static const char *why_not_whole(const Bulk *bulk, Arena *arena, LineState state)
{
    return state == LINE_TOO_LONG ? "a line of at most 64 MiB"
                                  : arena_printf(arena, "the rest of the line, but reading failed: %s", strerror(bulk->lines.error)).bytes;
}

/* False: it cannot be answered. */
static bool answer(const Bulk *bulk, Arena *arena, Text line, LineState state)
{
    const JsonMember *id, *text;
    JsonObject object;
    Analysis *analysis;
    const char *why;
    size_t at;

    if (state != LINE_WHOLE) {
        write_error(bulk, NULL, why_not_whole(bulk, arena, state), line.size);
        return false;
    }
    if (!json_read_object(arena, line, &object, &at, &why)) {
        write_error(bulk, NULL, why, at);
        return false;
    }
    id = json_member(&object, TEXT("id"));
    text = json_member(&object, TEXT("text"));
    if (id && (id->raw.bytes[0] == '[' || id->raw.bytes[0] == '{')) {
        write_error(bulk, NULL, "a string or a number as \"id\"", 0);
        return false;
    }
    if (!text || !text->is_string) {
        write_error(bulk, id, "a string as \"text\"", 0);
        return false;
    }
    analysis = analysis_new(arena, article_from_text(arena, text->text), (Range){0, SIZE_MAX});
    analysis_use_model(analysis, bulk->model);
    analysis_run(analysis);
    write_id(bulk->out, id);
    bulk->write(bulk->out, analysis);
    sink_string(bulk->out, "}\n");
    return true;
}

static int tell_read_error(const Bulk *bulk)
{
    SINK_TEXTS(bulk->errors, TEXT("quoin: standard input: "), text_from(strerror(bulk->lines.error)), TEXT("; what came before is answered\n"));
    return EXIT_USAGE;
}

int bulk_run(const Options *options, BulkWriter *write, const struct TagModel *model)
{
    Bulk bulk = {.out = options->out, .errors = options->errors, .write = write, .model = model,
                 .lines = {.descriptor = STDIN_FILENO, .written = options->out}};
    Arena arena = {0};
    int status = EXIT_OK;
    LineState state;
    Text line;

    while (bulk.out->error == 0 && (state = lines_next(&bulk.lines, &line)) != LINE_NONE) {
        if (bulk.lines.number == 1 && text_starts_with(line, TEXT("\xEF\xBB\xBF"))) /* a byte order mark */
            line = text_slice(line, (Range){3, line.size});
        if (text_trim(line).size && !answer(&bulk, &arena, line, state))
            status = EXIT_PROBLEMS;
        arena_reset(&arena);
    }
    if (bulk.lines.error)
        status = tell_read_error(&bulk);
    arena_release(&arena);
    lines_release(&bulk.lines);
    return status;
}
