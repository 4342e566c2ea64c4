/*
 * Any bytes on standard input of the bulk form: for each line that is not blank one line comes out, an object whose first member is the id: the
 * line's own where that came first, whatever is wrong with the rest. Of a line that is an object with a text, no error.
 */
#include <stdio.h>
#include <unistd.h>

#include "base/json/json.h"
#include "cli/commands/bulk.h"
#include "fuzz/fuzz.h"

/* Standard input is a file with these bytes. */
static void put_in_standard_input(Text bytes)
{
    static FILE *file;

    if (!file) {
        file = tmpfile();
        REQUIRE(file && dup2(fileno(file), STDIN_FILENO) == STDIN_FILENO);
    }
    REQUIRE(ftruncate(STDIN_FILENO, 0) == 0);
    for (size_t at = 0; at < bytes.size;) {
        ssize_t size = pwrite(STDIN_FILENO, bytes.bytes + at, bytes.size - at, (off_t)at);

        REQUIRE(size > 0);
        at += (size_t)size;
    }
    REQUIRE(lseek(STDIN_FILENO, 0, SEEK_SET) == 0);
}

static void write_quotes(Sink *out, const Analysis *analysis)
{
    sink_string(out, "\"quotes\": [");
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        sink_string(out, i ? ", " : "");
        json_write_text(out, text_slice(analysis->article->text, range_widen(analysis->quotes.items[i].range)));
    }
    sink_string(out, "]");
}

static bool has_error(const JsonObject *answer)
{
    return json_member(answer, TEXT("error")) != NULL;
}

/* Where it came as a text, it is written anew. */
static bool same_id(const JsonMember *a, const JsonMember *b)
{
    return a->is_string == b->is_string && (a->is_string ? text_equal(a->text, b->text) : text_equal(a->raw, b->raw));
}

/* The id of a line that begins {"id": "…", without escapes. Empty: it does not. */
static Text simple_id(Text line)
{
    static const Text start = LITERAL("{\"id\": \"");
    size_t end = text_find_byte(line, '"', start.size);
    Text id = text_slice(line, (Range){start.size, end});

    if (!text_starts_with(line, start) || end == TEXT_NOT_FOUND || end + 1 == line.size || line.bytes[end + 1] != ',')
        return (Text){0};
    for (size_t i = 0; i < id.size; i++) {
        if ((unsigned char)id.bytes[i] < ' ' || id.bytes[i] == '\\')
            return (Text){0};
    }
    return utf8_find_invalid(id, 0) == TEXT_NOT_FOUND ? id : (Text){0};
}

static void require_answer(Arena *arena, Text line, Text written)
{
    JsonObject answer, asked;
    const JsonMember *id, *text;
    const char *why;
    size_t at;

    REQUIRE(json_read_object(arena, written, &answer, &at, &why) && answer.count == 2);
    REQUIRE(text_equal(answer.items[0].key, TEXT("id")));
    REQUIRE(has_error(&answer) || json_member(&answer, TEXT("quotes")));
    if (simple_id(line).size)
        REQUIRE(text_equal(answer.items[0].text, simple_id(line)));
    if (!json_read_object(arena, line, &asked, &at, &why)) {
        REQUIRE(has_error(&answer));
        return;
    }
    id = json_member(&asked, TEXT("id"));
    text = json_member(&asked, TEXT("text"));
    if (id && id == asked.items && id->raw.bytes[0] != '[' && id->raw.bytes[0] != '{')
        REQUIRE(same_id(id, &answer.items[0]));
    if (!text || !text->is_string)
        REQUIRE(has_error(&answer));
    else if (asked.count == 2 && id && id->is_string)
        REQUIRE(!has_error(&answer));
}

static void require_answers(Arena *arena, Text lines, Text written)
{
    Text line, answer;
    size_t at = 0, written_at = 0;

    if (text_starts_with(lines, TEXT("\xEF\xBB\xBF")))
        lines = text_slice(lines, (Range){3, lines.size});
    while (text_next_part(lines, '\n', &at, &line)) {
        if (text_trim(line).size == 0)
            continue;
        REQUIRE(text_next_part(written, '\n', &written_at, &answer));
        require_answer(arena, line, answer);
    }
    REQUIRE(written_at == written.size && (written.size == 0 || text_ends_with(written, TEXT("\n"))));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text lines = {(const char *)bytes, size};
    Arena arena = {0};
    SinkMemory out_memory = {.arena = &arena}, errors_memory = {.arena = &arena};
    char out_buffer[64], errors_buffer[64];
    Options options = {0};
    Sink out, errors;

    sink_init(&out, out_buffer, sizeof out_buffer, sink_write_memory, &out_memory);
    sink_init(&errors, errors_buffer, sizeof errors_buffer, sink_write_memory, &errors_memory);
    options.out = &out;
    options.errors = &errors;
    put_in_standard_input(lines);
    (void)bulk_run(&options, &(BulkWriter){.write = write_quotes}, NULL);
    REQUIRE(sink_flush(&out) && sink_flush(&errors));
    require_answers(&arena, lines, text_buffer_text(&out_memory.text));
    arena_release(&arena);
    return 0;
}
