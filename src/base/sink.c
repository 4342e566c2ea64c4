/* A text that does not fit any more fills the buffer, which is handed on; what is larger than a buffer is handed on as it is. */
#include "base/sink.h"

void sink_init(Sink *sink, char *buffer, size_t capacity, SinkWriter *write, void *context)
{
    *sink = (Sink){.buffer = buffer, .capacity = capacity, .write = write, .context = context};
}

static void hand_on(Sink *sink, Text bytes)
{
    if (sink->error == 0 && bytes.size)
        sink->error = sink->write(sink->context, bytes);
    if (sink->error == 0)
        sink->handed += bytes.size;
}

bool sink_flush(Sink *sink)
{
    Text collected = {sink->buffer, sink->used};

    sink->used = 0; /* before it is written: the writer may say something of its own on the way */
    hand_on(sink, collected);
    return sink->error == 0;
}

void sink_text_slowly(Sink *sink, Text text)
{
    if (text.size == 0)
        return;
    if (text.size > sink->capacity - sink->used)
        (void)sink_flush(sink);
    if (text.size > sink->capacity) {
        hand_on(sink, text);
        return;
    }
    memcpy(sink->buffer + sink->used, text.bytes, text.size);
    sink->used += text.size;
    if (sink->by_line && memchr(text.bytes, '\n', text.size))
        (void)sink_flush(sink);
}

void sink_texts(Sink *sink, const Text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sink_text(sink, texts[i]);
}

void sink_fill(Sink *sink, char byte, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sink_byte(sink, byte);
}

void sink_number(Sink *sink, size_t number, size_t columns)
{
    char digits[24];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    if (columns > sizeof digits - at)
        sink_fill(sink, ' ', columns - (sizeof digits - at));
    sink_text(sink, (Text){digits + at, sizeof digits - at});
}

int sink_write_memory(void *memory, Text bytes)
{
    SinkMemory *into = memory;

    text_buffer_add(into->arena, &into->text, bytes);
    return 0;
}
