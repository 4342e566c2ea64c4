/*
 * Any bytes as a message: its parts lie within it, the shown one is one of them, a text comes of it or an error, and the divisions of a file
 * of messages go on from one to the next. Pages are handed to no program here.
 */
#include "formats/formats.h"
#include "formats/message/message_head.h"
#include "formats/message/message_parts.h"
#include "fuzz/fuzz.h"

static bool is_within(Text part, Text whole)
{
    return part.size == 0 || (part.bytes >= whole.bytes && part.bytes + part.size <= whole.bytes + whole.size);
}

static void require_parts(Arena *arena, Text bytes)
{
    Message message = message_read_parts(arena, bytes);
    const MessagePart *shown = message_shown_part(&message);

    REQUIRE(message.has_more || message.parts.count > 0);
    for (size_t i = 0; i < message.parts.count; i++) {
        const MessagePart *part = &message.parts.items[i];

        REQUIRE(is_within(part->bytes, bytes) && is_within(part->head, bytes) && part->type.size);
    }
    REQUIRE(!shown || (shown >= message.parts.items && shown < message.parts.items + message.parts.count));
    REQUIRE(!shown || shown->place != PART_ALTERNATIVE);
}

static void require_divisions(Text bytes)
{
    for (size_t at = message_divider_size(bytes), next; at && at < bytes.size; at = next) {
        next = message_next_divider(bytes, at);
        REQUIRE(next > at || next == bytes.size);
        REQUIRE(next == bytes.size || message_divider_size(text_slice(bytes, (Range){next, bytes.size})));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text = {(const char *)bytes, size}, fields[FIELD_COUNT] = {{0}};
    Arena arena = {0};
    Report report;
    Article *article;
    File file;

    require_parts(&arena, text);
    require_divisions(text);
    report_init(&report, &arena, TEXT("input.eml"));
    file_from_text(&file, text);
    article = article_read(&arena, &file, &message_format, &report);
    REQUIRE(article || report.error_count);
    if (article) {
        Text source = article->show_source(&arena, text);
        OffsetMap map = {0};

        (void)article_index(article, SIZE_MAX);
        article->map_source(&arena, article, source, &map);
        for (size_t i = 0; i < map.spans.count; i++)
            REQUIRE(map.spans.items[i].source + (size_t)map.spans.items[i].source_size <= source.size);
    }
    (void)message_format.peek(&arena, text, fields);
    file_close(&file);
    arena_release(&arena);
    return 0;
}
