/*
 * make model: the names that people marked in the texts of a folder (tests/news/GUIDELINE), in the form that src/train/tag_corpus.h describes.
 *
 * usage: tests/eval/corpus_json FOLDER
 *
 * Every second text is of the source "news/1", the others of "news/0": a model that has not seen one half can be measured on it.
 */
#include <stdio.h>

#include "base/json/json.h"
#include "base/unicode/unicode.h"
#include "eval/documents.h"

static int write_out(void *context, Text bytes)
{
    return fwrite(bytes.bytes, 1, bytes.size, context) == bytes.size ? 0 : 1;
}

static void write_number(Sink *sink, const char *key, size_t number)
{
    char digits[32];

    (void)snprintf(digits, sizeof digits, "\"%s\": %zu, ", key, number);
    sink_string(sink, digits);
}

static void write_name(Sink *sink, const GoldName *name)
{
    static const char *const types[] = {
        [ENTITY_PERSON] = "person", [ENTITY_ORGANIZATION] = "org", [ENTITY_PLACE] = "place", [ENTITY_MISC] = "misc"};

    sink_byte(sink, '{');
    write_number(sink, "start", name->range.start);
    write_number(sink, "end", name->range.end);
    sink_string(sink, "\"type\": \"");
    sink_string(sink, types[name->type]);
    sink_string(sink, "\", \"name\": ");
    json_write_text(sink, name->identity);
    sink_byte(sink, '}');
}

static void write_document(Sink *sink, const GoldDocument *document, size_t half)
{
    sink_string(sink, "{\"id\": ");
    json_write_text(sink, document->id);
    sink_string(sink, half ? ", \"src\": \"news/1\", \"text\": " : ", \"src\": \"news/0\", \"text\": ");
    json_write_text(sink, document->text);
    sink_string(sink, ", \"entities\": [");
    for (size_t i = 0; i < document->names.count; i++) {
        if (i)
            sink_byte(sink, ',');
        write_name(sink, &document->names.items[i]);
    }
    sink_string(sink, "]}\n");
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    Documents documents = {0};
    char buffer[4096];
    Sink sink;

    (void)unicode_init("C.UTF-8");
    if (argc != 2 || !documents_read(&arena, argv[1], MARKED_NAMES, &documents))
        return 2;
    sink_init(&sink, buffer, sizeof buffer, write_out, stdout);
    for (size_t i = 0; i < documents.count; i++)
        write_document(&sink, &documents.items[i], i % 2);
    (void)sink_flush(&sink);
    arena_release(&arena);
    return sink.error || fflush(stdout) != 0 ? 1 : 0;
}
