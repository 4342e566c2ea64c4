/* Each line by the JSON reader of pipelines. */
#include "eval/gold.h"

#include "base/json/json.h"

static size_t number_of(Text raw)
{
    size_t number = 0;

    return text_to_number(raw, SIZE_MAX / 2, &number) ? number : 0;
}

static Text member_text(const JsonObject *object, Text key)
{
    const JsonMember *member = json_member(object, key);

    return member ? member->text : (Text){0};
}

static Text member_raw(const JsonObject *object, Text key)
{
    const JsonMember *member = json_member(object, key);

    return member ? member->raw : (Text){0};
}

/* Byte offset of each code point, and of the end. */
typedef struct Offsets {
    size_t *bytes;
    size_t count;
} Offsets;

static Offsets code_point_offsets(Arena *arena, Text text)
{
    Offsets offsets = {.bytes = ARENA_ARRAY(arena, size_t, text.size + 1)};
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        (void)utf8_decode(text, at, &size);
        offsets.bytes[offsets.count++] = at;
    }
    offsets.bytes[offsets.count] = text.size;
    return offsets;
}

static Range bytes_of(Offsets offsets, Text start, Text end)
{
    size_t first = number_of(start), last = number_of(end);

    return (Range){offsets.bytes[first < offsets.count ? first : offsets.count],
                   offsets.bytes[last < offsets.count ? last : offsets.count]};
}

static bool read_quote(Arena *arena, Offsets offsets, Text raw, GoldDocument *document)
{
    JsonObject object;
    JsonMember name;
    GoldQuote quote;
    const char *why;
    size_t at = 0;

    if (!json_read_object(arena, raw, &object, &at, &why))
        return false;
    quote = (GoldQuote){
        .range = bytes_of(offsets, member_raw(&object, TEXT("start")), member_raw(&object, TEXT("end"))),
        .type = member_text(&object, TEXT("type")),
        .speaker_text = member_text(&object, TEXT("speaker_text")),
        .speaker =
            bytes_of(offsets, member_raw(&object, TEXT("speaker_start")), member_raw(&object, TEXT("speaker_end"))),
        .speaker_type = member_text(&object, TEXT("speaker_type")),
        .attributed = !text_equal(member_raw(&object, TEXT("attr_score")), TEXT("false")),
    };
    at = 0;
    while (json_next_item(arena, member_raw(&object, TEXT("speaker_names")), &at, &name))
        ARRAY_PUSH(arena, quote.names, name.text);
    if (quote.names.count == 0 && member_text(&object, TEXT("speaker_name")).size)
        ARRAY_PUSH(arena, quote.names, member_text(&object, TEXT("speaker_name")));
    ARRAY_PUSH(arena, document->quotes, quote);
    return true;
}

bool gold_entity_type(Text name, EntityType *type)
{
    if (text_equal(name, TEXT("org"))) {
        *type = ENTITY_ORGANIZATION;
        return true;
    }
    for (*type = 0; *type < ENTITY_TYPE_COUNT; (*type)++) {
        if (text_equal(name, entity_type_name(*type)))
            return true;
    }
    return false;
}

static bool read_name(Arena *arena, Text raw, GoldDocument *document)
{
    JsonObject object;
    GoldName name = {0};
    const char *why;
    size_t at = 0;

    if (!json_read_object(arena, raw, &object, &at, &why) ||
        !gold_entity_type(member_text(&object, TEXT("type")), &name.type))
        return false;
    name.range = (Range){number_of(member_raw(&object, TEXT("start"))), number_of(member_raw(&object, TEXT("end")))};
    name.identity = member_text(&object, TEXT("name"));
    if (name.range.end > document->text.size || name.range.start >= name.range.end)
        return false;
    ARRAY_PUSH(arena, document->names, name);
    return true;
}

static void read_ignored(Arena *arena, Offsets offsets, Text raw, GoldDocument *document)
{
    JsonMember start, end;
    Range range;
    size_t at = 0;

    if (!json_next_item(arena, raw, &at, &start) || !json_next_item(arena, raw, &at, &end))
        return;
    range = bytes_of(offsets, start.raw, end.raw);
    ARRAY_PUSH(arena, document->ignored, range);
}

bool gold_read(Arena *arena, Text line, GoldDocument *document, const char **why)
{
    JsonObject object;
    JsonMember item;
    Offsets offsets;
    size_t at;

    *document = (GoldDocument){0};
    if (!json_read_object(arena, line, &object, &at, why))
        return false;
    document->id = member_text(&object, TEXT("id"));
    document->source = member_text(&object, TEXT("src"));
    document->text = member_text(&object, TEXT("text"));
    offsets = code_point_offsets(arena, document->text);
    at = 0;
    while (json_next_item(arena, member_raw(&object, TEXT("quotes")), &at, &item)) {
        if (!read_quote(arena, offsets, item.raw, document)) {
            *why = "quotations that are objects";
            return false;
        }
    }
    at = 0;
    while (json_next_item(arena, member_raw(&object, TEXT("entities")), &at, &item)) {
        if (!read_name(arena, item.raw, document)) {
            *why = "entities with start, end and type";
            return false;
        }
    }
    at = 0;
    while (json_next_item(arena, member_raw(&object, TEXT("ignore")), &at, &item))
        read_ignored(arena, offsets, item.raw, document);
    return true;
}
