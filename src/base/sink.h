/*
 * Sink: a destination of bytes (a stream, a file, the memory of a test). It collects what is written and passes it in large pieces to the
 * function that it was made with. Callers need not look at errors while they write: the first one stays in `error`, all that follows is
 * dropped, and whoever made the sink looks at the end. It formats nothing and allocates nothing.
 */
#ifndef QUOIN_BASE_SINK_H
#define QUOIN_BASE_SINK_H

#include <string.h>

#include "base/arena.h"

/* Take all of `bytes`. 0, or the errno that tells why not. */
typedef int SinkWriter(void *context, Text bytes);

typedef struct Sink {
    char *buffer; /* borrowed for as long as the sink is used */
    size_t capacity, used;
    SinkWriter *write;
    void *context; /* the writer's */
    bool by_line;  /* flush at each line end */
    int error;     /* the first errno; 0: all went well so far */
    size_t handed; /* bytes that the writer took */
} Sink;

/* `capacity` > 0. */
void sink_init(Sink *sink, char *buffer, size_t capacity, SinkWriter *write, void *context);

void sink_text_slowly(Sink *sink, Text text); /* what sink_text does where there is more to do than to copy */
static inline void sink_text(Sink *sink, Text text)
{
    if (text.size >= sink->capacity - sink->used || text.size == 0 || sink->by_line) {
        sink_text_slowly(sink, text);
        return;
    }
    memcpy(sink->buffer + sink->used, text.bytes, text.size);
    sink->used += text.size;
}
void sink_texts(Sink *sink, const Text *texts, size_t count); /* one after another */
#define SINK_TEXTS(sink, ...) sink_texts((sink), (const Text[]){__VA_ARGS__}, COUNT_OF(((const Text[]){__VA_ARGS__})))
void sink_fill(Sink *sink, char byte, size_t count);
void sink_number(Sink *sink, size_t number, size_t columns); /* decimal, filled up at the left to so many columns */

/* Pass on what was collected. False: there is an error, from now or before. */
bool sink_flush(Sink *sink);

/* Bytes that the sink was given and has not lost. */
static inline size_t sink_count(const Sink *sink)
{
    return sink->handed + sink->used;
}

static inline void sink_string(Sink *sink, const char *string)
{
    sink_text(sink, (Text){string, strlen(string)});
}

static inline void sink_byte(Sink *sink, char byte)
{
    if (sink->used == sink->capacity)
        (void)sink_flush(sink);
    sink->buffer[sink->used++] = byte;
    if (byte == '\n' && sink->by_line)
        (void)sink_flush(sink);
}

/* A writer into memory; the context is a SinkMemory. */
typedef struct SinkMemory {
    Arena *arena;
    TextBuffer text;
} SinkMemory;
int sink_write_memory(void *memory, Text bytes);

#endif
