/*
 * Any bytes as a line of a pipeline: it is refused with a place and a reason, or its strings are UTF-8 again, and what is written of them is
 * read back equal. Any bytes as a text: what is written is plain to a terminal, and read back as the same text. Any bytes as JSON of a page: a tree,
 * which says of a line that is JSON what the line says.
 */
#include <string.h>

#include "base/json/json.h"
#include "base/json/json_tree.h"
#include "base/unicode/unicode.h"
#include "fuzz/fuzz.h"

enum { ITEMS_MOST = 100000, FOUND_MOST = 8 };

/* Nothing that a terminal obeys, or that cannot be seen. */
static void require_plain(Text written)
{
    size_t size;

    for (size_t at = 0; at < written.size; at += size) {
        uint32_t code_point = utf8_decode(written, at, &size);

        REQUIRE(code_point >= 0x20 && !(code_point >= 0x7F && code_point < 0xA0));
        REQUIRE(code_point != 0x2028 && code_point != 0x2029 && !(code_point >= 0xFFF9 && code_point <= 0xFFFB));
        REQUIRE((code_point & 0xFFFE) != 0xFFFE && !(code_point >= 0xFDD0 && code_point <= 0xFDEF));
        REQUIRE(!unicode_is_ignorable(code_point));
        REQUIRE(size > 1 || code_point != REPLACEMENT_CHARACTER);
    }
}

/* The text as it should come back: what is not UTF-8 is U+FFFD. */
static Text as_utf8(Arena *arena, Text text)
{
    TextBuffer buffer = {0};
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        char bytes[4];

        text_buffer_add(arena, &buffer, (Text){bytes, utf8_encode(utf8_decode(text, at, &size), bytes)});
    }
    return text_buffer_text(&buffer);
}

/* A small buffer, so that pieces of a character are handed on too. */
static void require_round_trip(Arena *arena, Text text)
{
    SinkMemory memory = {.arena = arena};
    char buffer[13];
    JsonObject object;
    const char *why;
    size_t number;
    Text written;
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    sink_string(&sink, "{\"text\": ");
    json_write_text(&sink, text);
    sink_string(&sink, ", \"size\": ");
    sink_number(&sink, text.size, 0);
    sink_byte(&sink, '}');
    REQUIRE(sink_flush(&sink));
    written = text_buffer_text(&memory.text);
    REQUIRE(sink_count(&sink) == written.size);
    require_plain(written);
    REQUIRE(json_read_object(arena, written, &object, &number, &why) && object.count == 2);
    REQUIRE(object.items[0].is_string && text_equal(object.items[0].text, as_utf8(arena, text)));
    REQUIRE(text_to_number(object.items[1].raw, text.size, &number) && number == text.size);
}

static bool is_inside(Text part, Text whole)
{
    return part.bytes >= whole.bytes && part.bytes + part.size <= whole.bytes + whole.size;
}

/* The items of an array are in it, one after the other. */
static void require_items(Arena *arena, Text array)
{
    const char *end = array.bytes;
    size_t at = 0, count = 0;
    JsonMember item;

    for (; json_next_item(arena, array, &at, &item); count++) {
        REQUIRE(count < ITEMS_MOST && at <= array.size && item.raw.size > 0);
        REQUIRE(is_inside(item.raw, array) && item.raw.bytes >= end);
        REQUIRE(!item.is_string || utf8_find_invalid(item.text, 0) == TEXT_NOT_FOUND);
        end = item.raw.bytes + item.raw.size;
    }
    /* nothing but blanks and the bracket is left */
    REQUIRE(text_equal(text_trim(text_slice(array, (Range){at, array.size})),
                       count || array.size == 0 ? TEXT("]") : text_trim(array)));
}

/* Decoded where it stands, a string says the same. */
static void require_same_in_place(Arena *arena, const JsonMember *member)
{
    char *copy = arena_alloc(arena, member->raw.size);

    memcpy(copy, member->raw.bytes, member->raw.size);
    REQUIRE(text_equal(json_string_in_place(copy, (Text){copy, member->raw.size}), member->text));
}

/* Found alone, a member is what it is among all; a key that stands twice is refused. */
static void require_found(Arena *arena, const JsonObject *object, Text line, const JsonMember *member)
{
    JsonWanted wanted = {.key = member->key};
    size_t times = 0, at;
    const char *why;

    for (size_t i = 0; i < object->count; i++)
        times += text_equal(object->items[i].key, member->key);
    REQUIRE(json_find_members(arena, line, &wanted, 1, &at, &why) == (times == 1));
    REQUIRE(times > 1 || wanted.raw.bytes == member->raw.bytes);
}

static void require_members(Arena *arena, const JsonObject *object, Text line)
{
    for (size_t i = 0; i < object->count; i++) {
        const JsonMember *member = &object->items[i];

        REQUIRE(utf8_find_invalid(member->text, 0) == TEXT_NOT_FOUND &&
                utf8_find_invalid(member->key, 0) == TEXT_NOT_FOUND);
        REQUIRE(member->raw.size && is_inside(member->raw, line));
        REQUIRE(json_member(object, member->key) != NULL);
        REQUIRE(member->is_string == (member->raw.bytes[0] == '"'));
        if (member->is_string) {
            require_round_trip(arena, member->text);
            require_same_in_place(arena, member);
        }
        if (i < FOUND_MOST)
            require_found(arena, object, line, member);
        if (member->raw.bytes[0] == '[')
            require_items(arena, member->raw);
    }
}

static bool has_twice(const JsonObject *object, Text key)
{
    size_t count = 0;

    for (size_t i = 0; i < object->count; i++)
        count += text_equal(object->items[i].key, key);
    return count > 1;
}

/* Two members found in passing are those of the whole object, which has them once. */
static void require_both_found(Arena *arena, Text line, const JsonObject *object)
{
    JsonWanted wanted[] = {{.key = LITERAL("id")}, {.key = LITERAL("text")}};
    const char *why = NULL;
    size_t at;
    bool good = json_find_members(arena, line, wanted, 2, &at, &why);

    REQUIRE(good == (object && !has_twice(object, wanted[0].key) && !has_twice(object, wanted[1].key)));
    REQUIRE(good || (why && at <= line.size));
    for (size_t i = 0; i < 2; i++) {
        const JsonMember *member = good ? json_member(object, wanted[i].key) : NULL;

        REQUIRE(wanted[i].raw.size == 0 || is_inside(wanted[i].raw, line));
        REQUIRE(!good || text_equal(wanted[i].raw, member ? member->raw : (Text){0}));
        if (json_is_string(wanted[i].raw))
            REQUIRE(!member || text_equal(json_string(arena, wanted[i].raw), member->text));
    }
}

/* Each value ends within the one that it is in. */
static void require_nested(const JsonTree *tree)
{
    const JsonValue *values = tree->values.items;

    REQUIRE(tree->values.count <= JSON_TREE_VALUES && values[0].end == tree->values.count);
    for (size_t i = 0; i < tree->values.count; i++) {
        REQUIRE(values[i].end > i && (values[i].kind >= JSON_ARRAY || values[i].end == i + 1));
        for (size_t inner = i + 1; inner < values[i].end; inner = values[inner].end)
            REQUIRE(values[inner].end <= values[i].end);
        if (i > 1000)
            return; /* each is looked at once a level: enough of them */
    }
}

static void require_tree(Arena *arena, Text line, const JsonObject *object)
{
    JsonTree tree = {0};

    json_tree_add(arena, &tree, line);
    require_nested(&tree);
    for (size_t i = 0; object && i < object->count && i < FOUND_MOST; i++) {
        const JsonMember *member = &object->items[i];
        size_t value = json_tree_member(&tree, 1, member->key);

        REQUIRE(has_twice(object, member->key) || member->key.size == 0 ||
                text_equal(json_tree_string(&tree, value), member->text));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text line = {(const char *)bytes, size};
    Arena arena = {0};
    JsonObject object = {0};
    const char *why = NULL;
    size_t at = 0;
    bool good = json_read_object(&arena, line, &object, &at, &why);

    if (good)
        require_members(&arena, &object, line);
    else
        REQUIRE(why && at <= size);
    require_both_found(&arena, line, good ? &object : NULL);
    require_round_trip(&arena, line);
    require_tree(&arena, line, good ? &object : NULL);
    arena_release(&arena);
    return 0;
}
