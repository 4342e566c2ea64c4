/* Sinks: every byte arrives, in order, whatever the size of the buffer; the first error stays; lines are handed on as they end. */
#include "base/sink.h"

#include <errno.h>

#include "tap.h"

enum { LARGEST = 16 };

/* The same calls into buffers of every size. */
static void write_all_kinds(Sink *sink)
{
    sink_string(sink, "");
    sink_string(sink, "one ");
    sink_byte(sink, '<');
    sink_text(sink, TEXT("longer than any buffer of them"));
    sink_byte(sink, '>');
    sink_number(sink, 0, 0);
    sink_number(sink, 42, 5);
    sink_number(sink, SIZE_MAX, 3);
    sink_fill(sink, '.', 20);
    SINK_TEXTS(sink, TEXT("a"), (Text){0}, TEXT("bc\n"));
}

static void check_sizes(void)
{
    char expected[128];
    int length = snprintf(expected, sizeof expected,
                          "one <longer than any buffer of them>0   42%zu....................abc\n", SIZE_MAX);

    for (size_t capacity = 1; capacity <= LARGEST; capacity++) {
        Arena arena = {0};
        SinkMemory memory = {.arena = &arena};
        char buffer[LARGEST];
        Sink sink;

        sink_init(&sink, buffer, capacity, sink_write_memory, &memory);
        write_all_kinds(&sink);
        ok(sink_flush(&sink) && text_equal(text_buffer_text(&memory.text), text_from(expected)) &&
               sink_count(&sink) == (size_t)length,
           "every byte through a buffer of %zu", capacity);
        arena_release(&arena);
    }
}

/* Takes `room` bytes, then fails: at first with ENOSPC, later with EIO. */
typedef struct Failing {
    size_t room, taken;
    int calls, next_error;
} Failing;

static int write_failing(void *context, Text bytes)
{
    Failing *failing = context;

    failing->calls++;
    if (failing->taken + bytes.size > failing->room) {
        int error = failing->next_error;

        failing->next_error = EIO;
        return error;
    }
    failing->taken += bytes.size;
    return 0;
}

static void check_errors(void)
{
    Failing failing = {.room = 8, .next_error = ENOSPC};
    char buffer[4];
    int calls;
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, write_failing, &failing);
    sink_string(&sink, "12345678");
    ok(sink_flush(&sink) && sink.error == 0, "no error while there is room");
    sink_string(&sink, "9");
    ok(sink.error == 0 && !sink_flush(&sink) && sink.error == ENOSPC, "the error is told when it is handed on");
    calls = failing.calls;
    write_all_kinds(&sink);
    ok(!sink_flush(&sink) && sink.error == ENOSPC, "the first error stays");
    ok(failing.calls == calls && sink_count(&sink) == 8, "nothing is tried after it, and nothing counted");
}

static void check_lines(void)
{
    Arena arena = {0};
    SinkMemory memory = {.arena = &arena};
    char buffer[64];
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    sink.by_line = true;
    sink_string(&sink, "half");
    ok(memory.text.count == 0, "half a line waits");
    sink_byte(&sink, '\n');
    ok(memory.text.count == 5, "a line is handed on as it ends");
    sink_string(&sink, "a\nb");
    ok(memory.text.count == 8, "also in the middle of a text");
    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    sink_string(&sink, "a\nb\n");
    ok(memory.text.count == 8, "without by_line it waits");
    arena_release(&arena);
}

int main(void)
{
    check_sizes();
    check_errors();
    check_lines();
    return tap_done();
}
