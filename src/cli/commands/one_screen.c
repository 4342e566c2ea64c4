/* What takes long to come is shown as it comes, and looked at again when it has ended. */
#include "cli/commands/one_screen.h"

#include <poll.h>

#include "cli/commands/show.h"
#include "cli/lines.h"

enum { PATIENCE_MS = 300, CELL_BYTES = 16 /* of the longest text of a cell, about */ };

/* The stream of the only article; NULL: there are others, or it is a file. */
static File *only_stream(Session *session)
{
    Arena scratch = {0};
    File *stream = NULL;
    Report report;

    report_init(&report, &scratch, TEXT("-"));
    if (session->library.entries.count == 1 && session->library.entries.items[0].stream)
        stream = library_stream(&session->library, 0, STREAM_IS_WATCHED, lines_wait, &report);
    arena_release(&scratch);
    return stream;
}

static size_t most_bytes(void)
{
    StreamStyle style = stream_style(COLOR_NEVER);

    return (size_t)style.rows * (size_t)style.columns * CELL_BYTES;
}

void one_screen_wait(Session *session)
{
    int64_t end_ms = screen_now_ms() + PATIENCE_MS, left_ms = PATIENCE_MS;
    File *stream = only_stream(session);
    size_t most = most_bytes();

    while (stream && stream->descriptor >= 0 && stream->bytes.size <= most && left_ms > 0) {
        struct pollfd waiting = {.fd = stream->descriptor, .events = POLLIN};

        if (poll(&waiting, 1, (int)left_ms) > 0)
            (void)file_take_stream(stream);
        left_ms = end_ms - screen_now_ms();
    }
}

bool one_screen_fits(Session *session, const Options *options)
{
    const LibraryEntry *only = session->library.entries.count == 1 ? session->library.entries.items : NULL;

    if (!only || (only->stream && (only->stream->descriptor >= 0 || only->stream->bytes.size > most_bytes())))
        return false;
    return show_fits(session, options, stream_style(options->color).rows - 1);
}
