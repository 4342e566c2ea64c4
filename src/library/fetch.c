/* The program's standard output is the stream; its standard error is looked at when that has ended. */
#include "library/fetch.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "article/page_address.h"
#include "library/fetch_told.h"

enum { FINISH_MS = 2000 }; /* for a program that goes on when it has written all */

typedef struct Fetch {
    StreamSender sender; /* first: it is found by it */
    Arena *arena;
    Process process;
    Text program, address;
} Fetch;

static Text with_size(Arena *arena, const File *stream, Text why)
{
    if (stream->bytes.size == 0)
        return why;
    return arena_join(
        arena, (const Text[]){arena_printf(arena, "the text ends after %zu bytes: ", stream->bytes.size), why}, 2);
}

/* Servers say of much that it is Latin-1: a text that is UTF-8 is not. */
static bool is_utf_8(Text text)
{
    bool beyond_ascii = false;

    for (size_t i = 0; i < text.size && !beyond_ascii; i++)
        beyond_ascii = (unsigned char)text.bytes[i] >= 0x80;
    return beyond_ascii && utf8_find_invalid(text, 0) == TEXT_NOT_FOUND;
}

static void take_told(File *stream, const FetchTold *told)
{
    const char *why;

    stream->type = told->type;
    stream->charset = told->charset;
    if (is_page_address(told->address))
        stream->address = told->address;
    if (told->charset.size == 0 || is_utf_8(stream->bytes) || !encoding_find(told->charset, &stream->encoding, &why))
        stream->encoding = (Encoding){0};
}

static void take_end(Fetch *fetch, File *stream)
{
    ProcessResult result = process_finish(&fetch->process, FINISH_MS);
    FetchTold told = fetch_told(fetch->arena, result.errors);
    Text fault = fetch_fault(fetch->arena, fetch->program, fetch->address, &told, &result);

    take_told(stream, &told);
    if (told.address.size && !is_page_address(told.address))
        stream->bytes.size = stream->size = 0;
    if (fault.size)
        stream->why_cut = with_size(fetch->arena, stream, fault);
}

static void on_end(StreamSender *sender, File *stream, StreamEnd end)
{
    Fetch *fetch = (Fetch *)(void *)sender;

    if (end == STREAM_END_REACHED) {
        take_end(fetch, stream);
        return;
    }
    process_stop(&fetch->process);
    if (end == STREAM_END_STOPPED)
        stream->why_cut = with_size(fetch->arena, stream,
                                    stream->bytes.size ? TEXT("reading was stopped")
                                                       : TEXT("reading was stopped before anything came"));
}

void fetch_listen(File *stream)
{
    if (stream->sender)
        process_take_errors(&((Fetch *)(void *)stream->sender)->process);
}

static void come_to_nothing(File *stream, Text address, Text why)
{
    *stream = (File){.descriptor = -1, .address = address, .why_cut = why};
}

static bool begin_stream(Fetch *fetch, File *stream)
{
    int output = fetch->process.output;
    Report report;

    report_init(&report, fetch->arena, fetch->address);
    (void)fcntl(output, F_SETFL, fcntl(output, F_GETFL) | O_NONBLOCK);
    if (file_begin_sent_stream(stream, output, &fetch->sender, LIMIT_PAGE_BYTES, &report))
        return true;
    (void)close(output);
    process_stop(&fetch->process);
    come_to_nothing(stream, fetch->address, report_first(&report)->message);
    return false;
}

void fetch_begin(Arena *arena, ProgramWords program, Text address, File *stream)
{
    const char *const *arguments = program_arguments(arena, program, &(ProgramValues){.address = address});
    Fetch *fetch = ARENA_NEW(arena, Fetch);
    int error;

    if (!arguments) {
        come_to_nothing(stream, address, TEXT("no program is named that gets pages: fetch: in the configuration"));
        return;
    }
    *fetch = (Fetch){.sender = {on_end}, .arena = arena, .program = program.items[0], .address = address};
    error = process_start(arena, arguments, &fetch->process);
    if (error)
        come_to_nothing(stream, address, fetch_start_fault(arena, fetch->program, error));
    else if (begin_stream(fetch, stream))
        stream->address = address;
}
