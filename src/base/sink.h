/*
 * Sink: where bytes go that are written one after another (a stream, a file, the memory of a test). It collects them and hands them on in
 * large pieces to a function that its maker gave. Nothing needs to look at errors while it writes: the first one stays in `error`, what
 * comes after it is dropped, and who made the sink asks at the end. No formats and no allocations: a text is its bytes.
 */
#ifndef QUOIN_BASE_SINK_H
#define QUOIN_BASE_SINK_H

#include <string.h>

#include "base/arena.h"

/* Take all of `bytes`. 0, or the errno that tells why not. */
typedef int SinkWriter(void *context, Text bytes);

typedef struct Sink {
    char *buffer;       /* its maker's, as long as the sink is used */
    size_t capacity, used;
    SinkWriter *write;
    void *context;      /* the writer's */
    bool by_line;       /* hand on at each line end */
    int error;          /* the first errno; 0: all went well so far */
    size_t handed;      /* bytes that the writer took */
} Sink;

/* `capacity` > 0. */
void sink_init(Sink *sink, char *buffer, size_t capacity, SinkWriter *write, void *context);

void sink_text(Sink *sink, Text text);
void sink_texts(Sink *sink, const Text *texts, size_t count); /* one after another */
#define SINK_TEXTS(sink, ...) sink_texts((sink), (const Text[]){__VA_ARGS__}, COUNT_OF(((const Text[]){__VA_ARGS__})))
void sink_fill(Sink *sink, char byte, size_t count);
void sink_number(Sink *sink, size_t number, size_t columns); /* decimal, at the right of so many columns, or as wide as it is */

/* Hand on what was collected. False: an error, now or before. */
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
