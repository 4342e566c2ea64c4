/* The line is written anew a few times a second, and gone at the end. */
#include "cli/session/pages.h"

#include <poll.h>
#include <unistd.h>

#include "article/page_address.h"
#include "base/unicode/printable.h"
#include "library/fetch.h"

enum { STEP_MS = 100, HOST_MOST = 48 };

typedef struct ProgressLine {
    Sink *errors; /* NULL: nobody looks */
    Charset charset;
    size_t columns; /* of what stands there */
} ProgressLine;

static void write_line(ProgressLine *line, Text text)
{
    size_t columns = printable_width(text, line->charset);

    if (!line->errors)
        return;
    sink_byte(line->errors, '\r');
    printable_write(line->errors, text, line->charset, LINES_JOINED);
    sink_fill(line->errors, ' ', columns < line->columns ? line->columns - columns : 0);
    if (text.size == 0)
        sink_byte(line->errors, '\r');
    (void)sink_flush(line->errors);
    line->columns = columns;
}

/* "reading example.org… 120 KB" */
static Text progress(Arena *arena, const File *stream)
{
    Text host = arena_shortened(arena, page_address_host(stream->address), HOST_MOST);

    return arena_join(
        arena, (const Text[]){TEXT("reading "), host, arena_printf(arena, "… %zu KB", stream->bytes.size / 1024)}, 3);
}

static void get_page(File *stream, ProgressLine *line)
{
    while (stream->descriptor >= 0) {
        struct pollfd coming = {.fd = stream->descriptor, .events = POLLIN};
        Arena scratch = {0};

        write_line(line, progress(&scratch, stream));
        arena_release(&scratch);
        (void)poll(&coming, 1, STEP_MS);
        fetch_listen(stream);
        (void)file_take_stream(stream);
    }
    write_line(line, (Text){0});
}

void session_get_pages(Session *session, const Options *options)
{
    ProgressLine line = {isatty(STDERR_FILENO) == 1 ? options->errors : NULL, options->charset, 0};

    for (size_t i = 0; i < session->library.entries.count; i++) {
        if (session->library.entries.items[i].is_page)
            get_page(library_page(&session->library, i), &line);
    }
}
