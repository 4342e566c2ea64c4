/* One arena is emptied after each line, so that an archive of any size needs no more memory than its longest
 * line. */
#include "cli/commands/bulk.h"

#include <sys/mman.h>
#include <unistd.h>

#include "base/json/json.h"
#include "cli/lines.h"
#include "formats/text/plain_text.h"

typedef struct Bulk {
    Sink *out, *errors;
    const BulkWriter *writer;
    const struct TagModel *model;
    Lines lines;
} Bulk;

/* What a line has, as it stands in it. */
typedef enum LineMember { MEMBER_ID, MEMBER_TEXT, MEMBER_COUNT } LineMember;

static bool is_nested(Text raw)
{
    return raw.size && (raw.bytes[0] == '[' || raw.bytes[0] == '{');
}

static void write_id(Sink *out, Arena *arena, Text id)
{
    sink_string(out, "{\"id\": ");
    if (json_is_string(id)) /* written anew, so that no control character passes */
        json_write_text(out, json_string(arena, id));
    else if (id.size && !is_nested(id))
        sink_text(out, id);
    else
        sink_string(out, "null");
    sink_string(out, ", ");
}

/* What was expected at a byte of the line, as its answer and on standard error. */
static void write_error(const Bulk *bulk, Arena *arena, Text id, const char *why, size_t at)
{
    Text message = arena_printf(arena, "line %zu, byte %zu: expected ", bulk->lines.number, at + 1);
    Text place = arena_printf(arena, "quoin: standard input:%zu:%zu: expected ", bulk->lines.number, at + 1);
    const Text parts[] = {message, text_from(why)};

    write_id(bulk->out, arena, id);
    sink_string(bulk->out, "\"error\": ");
    json_write_text(bulk->out, arena_join(arena, parts, COUNT_OF(parts)));
    sink_string(bulk->out, "}\n");
    SINK_TEXTS(bulk->errors, place, text_from(why), TEXT("\n"));
}

/* Why a line that did not come whole cannot be answered. */
static const char *why_not_whole(const Bulk *bulk, Arena *arena, LineState state)
{
    return state == LINE_TOO_LONG
               ? limit_expected(LIMIT_JSON_LINE_BYTES, arena).bytes
               : arena_printf(arena, "the rest of the line, but reading failed: %s", strerror(bulk->lines.error)).bytes;
}

/* What an answer needs at most for a byte of its line; lines up to LINE_SMALL have it. */
enum { MEMORY_TIMES = 12, LINE_SMALL = 1 << 20 };

/* Running out of memory would end the program: so it is asked for before, and given back. */
static bool memory_suffices(size_t line_size)
{
    size_t needed = line_size * MEMORY_TIMES;
    void *space;

    if (line_size <= LINE_SMALL)
        return true;
    space = mmap(NULL, needed, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return space != MAP_FAILED && munmap(space, needed) == 0;
}

/* Is there something that cannot be answered? Then `*why` says what was expected, `*at` where. */
static bool is_wrong(const Bulk *bulk, Arena *arena, Text line, LineState state, JsonWanted *members, const char **why,
                     size_t *at)
{
    bool good = json_find_members(arena, line, members, MEMBER_COUNT, at, why);

    if (state != LINE_WHOLE) {
        Text *id = &members[MEMBER_ID].raw;

        if (!json_is_string(*id) && id->bytes + id->size == line.bytes + line.size)
            *id = (Text){0}; /* a number may have gone on */
        *at = line.size;
        *why = why_not_whole(bulk, arena, state);
    } else if (good) {
        *at = 0;
        *why = is_nested(members[MEMBER_ID].raw)                 ? "a string or a number as \"id\""
               : !json_is_string(members[MEMBER_TEXT].raw)       ? "a string as \"text\""
               : !memory_suffices(members[MEMBER_TEXT].raw.size) ? "a text for which there is memory"
                                                                 : NULL;
    }
    return *why != NULL;
}

/* False: it cannot be answered. */
static bool answer(const Bulk *bulk, Arena *arena, Text line, LineState state)
{
    JsonWanted members[MEMBER_COUNT] = {[MEMBER_ID] = {.key = LITERAL("id")}, [MEMBER_TEXT] = {.key = LITERAL("text")}};
    Text id, text;
    Analysis *analysis;
    const char *why;
    size_t at;

    if (is_wrong(bulk, arena, line, state, members, &why, &at)) {
        write_error(bulk, arena, members[MEMBER_ID].raw, why, at);
        return false;
    }
    id = members[MEMBER_ID].raw;
    text = json_string_in_place(bulk->lines.bytes, members[MEMBER_TEXT].raw);
    analysis = analysis_new(arena, article_from_plain_text(arena, text), (Range){0, SIZE_MAX});
    analysis_use_model(analysis, bulk->model);
    analysis_run(analysis);
    if (bulk->writer->choose)
        (void)bulk->writer->choose(bulk->writer->context, analysis);
    write_id(bulk->out, arena, id);
    bulk->writer->write(bulk->out, analysis);
    sink_string(bulk->out, "}\n");
    return true;
}

static int tell_read_error(const Bulk *bulk)
{
    SINK_TEXTS(bulk->errors, TEXT("quoin: standard input: "), text_from(strerror(bulk->lines.error)),
               TEXT("; what came before is answered\n"));
    return EXIT_USAGE;
}

int bulk_run(const Options *options, const BulkWriter *writer, const struct TagModel *model)
{
    Bulk bulk = {.out = options->out,
                 .errors = options->errors,
                 .writer = writer,
                 .model = model,
                 .lines = {.descriptor = STDIN_FILENO, .written = options->out}};
    Arena arena = {0};
    int status = EXIT_OK;
    LineState state;
    Text line;

    while (bulk.out->error == 0 && (state = lines_next(&bulk.lines, &line)) != LINE_NONE) {
        if (bulk.lines.number == 1)
            line = text_slice(line, (Range){utf8_mark_size(line), line.size});
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
