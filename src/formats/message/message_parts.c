/*
 *     Content-Type: multipart/mixed; boundary="b1"
 *
 *     --b1
 *     Content-Type: multipart/alternative; boundary="b2"     the same in several forms, the best one last
 *
 *     --b2
 *     Content-Type: text/plain
 *     …
 *     --b2
 *     Content-Type: text/html
 *     …
 *     --b2--
 *     --b1
 *     Content-Type: application/pdf; name="report.pdf"
 *     …
 *     --b1--
 */
#include "formats/message/message_parts.h"

#include "base/limits.h"
#include "formats/html.h"
#include "formats/message/message_head.h"

enum { LEVELS_MOST = 16 };

typedef struct Walk {
    Arena *arena;
    Text bytes;
    Message *message;
} Walk;

/* Where a walk stands. */
typedef struct Level {
    Text head;       /* of the message */
    PartPlace place; /* of what is found there */
    int depth;
} Level;

/* ---- what a part is ---- */

/* "text/plain; charset=utf-8" without what follows, in small letters. */
static Text type_of(Arena *arena, Text value)
{
    Text type = text_trim(text_slice(value, (Range){0, text_find_byte(value, ';', 0)}));
    char *small = ARENA_ARRAY(arena, char, type.size + 1);

    if (type.size == 0)
        return TEXT("text/plain");
    for (size_t i = 0; i < type.size; i++)
        small[i] = ascii_to_lower(type.bytes[i]);
    return (Text){small, type.size};
}

bool message_part_is_page(const MessagePart *part)
{
    static const Text pages[] = {LITERAL("text/html"), LITERAL("application/xhtml+xml")};

    return TEXT_IS_ONE_OF(part->type, pages);
}

/* Can it be shown as an article? Styles and calendars are texts, too. */
static bool is_readable(const MessagePart *part)
{
    static const Text texts[] = {LITERAL("text/plain"), LITERAL("text/markdown"), LITERAL("text/x-markdown"),
                                 LITERAL("text"), LITERAL("text/enriched")};

    return (HTML_IS_READ && message_part_is_page(part)) || TEXT_IS_ONE_OF(part->type, texts);
}

static bool has_words(const MessagePart *part)
{
    return is_readable(part) && text_trim(part->bytes).size;
}

static Text name_of(Text type, Text disposition)
{
    Text name = message_parameter(disposition, TEXT("filename"));

    return name.size ? name : message_parameter(type, TEXT("name"));
}

static bool is_attachment(Text disposition)
{
    static const Text attachment = LITERAL("attachment");

    return text_equal_ignoring_case(text_slice(disposition, (Range){0, attachment.size}), attachment);
}

/* What says that it has parts, and has none, is a text as it is. */
static Text leaf_type(Text type)
{
    return text_starts_with(type, TEXT("multipart/")) ? TEXT("text/plain") : type;
}

static void add_leaf(Walk *walk, Text head, Range body, Level level)
{
    Arena *arena = walk->arena;
    Text type = message_field(arena, head, TEXT("content-type"));
    Text disposition = message_field(arena, head, TEXT("content-disposition"));
    MessagePart part = {
        .head = level.head,
        .type = leaf_type(type_of(arena, type)),
        .charset = message_parameter(type, TEXT("charset")),
        .name = name_of(type, disposition),
        .encoding = message_field(arena, head, TEXT("content-transfer-encoding")),
        .location = message_field(arena, head, TEXT("content-location")),
        .bytes = text_slice(walk->bytes, body),
        .place = is_attachment(disposition) ? PART_ATTACHED : level.place,
    };

    ARRAY_PUSH(arena, walk->message->parts, part);
}

/* ---- parts in one another ---- */

static void read_part(Walk *walk, Range range, Level level);

/* Does a line begin at `at` with "--" and the boundary? `*is_last`: it is followed by "--". */
static bool is_boundary(Text bytes, size_t at, Text boundary, bool *is_last)
{
    Text line = text_slice(bytes, (Range){at, bytes.size});

    if (!text_starts_with(line, TEXT("--")) || !text_starts_with(text_slice(line, (Range){2, line.size}), boundary))
        return false;
    line = text_slice(line, (Range){2 + boundary.size, line.size});
    *is_last = text_starts_with(line, TEXT("--"));
    return *is_last || line.size == 0 || ascii_is_blank(line.bytes[0]) || line.bytes[0] == '\n' || line.bytes[0] == '\r';
}

/* The next line of the boundary at or behind `at`, which begins a line; range.end: there is none. */
static size_t find_boundary(Text bytes, size_t at, Text boundary, bool *is_last)
{
    while (at < bytes.size && !is_boundary(bytes, at, boundary, is_last)) {
        at = text_find_byte(bytes, '\n', at);
        at = at == TEXT_NOT_FOUND ? bytes.size : at + 1;
    }
    return at;
}

/* The line end before a boundary belongs to it. */
static size_t without_line_end(Text bytes, size_t start, size_t end)
{
    if (end > start && bytes.bytes[end - 1] == '\n')
        end--;
    if (end > start && bytes.bytes[end - 1] == '\r')
        end--;
    return end;
}

/* Of the parts from `first` on: is one among them that can be read? */
static bool has_readable(const Message *message, size_t first)
{
    for (size_t i = first; i < message->parts.count; i++) {
        if (has_words(&message->parts.items[i]))
            return true;
    }
    return false;
}

static void set_place(Message *message, Range parts, PartPlace place)
{
    for (size_t i = parts.start; i < parts.end; i++)
        message->parts.items[i].place = place;
}

/* The parts between the lines of a boundary; of alternatives all but the last that can be read are passed over. */
static void read_parts(Walk *walk, Range range, Text boundary, bool are_alternatives, Level level)
{
    Message *message = walk->message;
    Text bytes = {walk->bytes.bytes, range.end};
    Range best = {message->parts.count, message->parts.count};
    bool is_last = false, is_end = false;
    size_t at = find_boundary(bytes, range.start, boundary, &is_last);

    while (at < range.end && !is_last && !message->has_more) {
        size_t begin = text_find_byte(bytes, '\n', at), first = message->parts.count, next;

        begin = begin == TEXT_NOT_FOUND ? range.end : begin + 1;
        next = find_boundary(bytes, begin, boundary, &is_end);
        read_part(walk, (Range){begin, without_line_end(bytes, begin, next)}, level);
        if (are_alternatives && has_readable(message, first)) {
            set_place(message, best, PART_ALTERNATIVE);
            best = (Range){first, message->parts.count};
        } else if (are_alternatives) {
            set_place(message, (Range){first, message->parts.count}, PART_ALTERNATIVE);
        }
        at = next;
        is_last = is_end;
    }
}

static bool is_locked(Text type)
{
    static const Text locked[] = {LITERAL("multipart/encrypted"), LITERAL("application/pkcs7-mime"),
                                  LITERAL("application/x-pkcs7-mime")};

    return TEXT_IS_ONE_OF(type, locked);
}

/* What a head and a body are; `range` is both. */
static void read_part(Walk *walk, Range range, Level level)
{
    Text part = text_slice(walk->bytes, range), head = text_slice(part, (Range){0, message_head_size(part)});
    Text value = message_field(walk->arena, head, TEXT("content-type")), type = type_of(walk->arena, value);
    Text boundary = message_parameter(value, TEXT("boundary"));
    Range body = {range.start + head.size, range.end};
    size_t before = walk->message->parts.count;

    if (level.head.size == 0)
        level.head = head;
    level.depth++;
    walk->message->has_more = walk->message->parts.count == MOST_MESSAGE_PARTS;
    if (walk->message->has_more)
        return;
    walk->message->is_encrypted = walk->message->is_encrypted || is_locked(type);
    if (level.depth > LEVELS_MOST) {
        add_leaf(walk, head, body, level);
    } else if (text_starts_with(type, TEXT("multipart/")) && boundary.size) {
        read_parts(walk, body, boundary, text_equal(type, TEXT("multipart/alternative")), level);
        if (walk->message->parts.count == before)
            add_leaf(walk, head, body, level);
    } else if (text_equal(type, TEXT("message/rfc822"))) {
        level.head = (Text){0};
        level.place = level.place == PART_OF_MESSAGE ? PART_ENCLOSED : level.place;
        read_part(walk, body, level);
    } else {
        add_leaf(walk, head, body, level);
    }
}

Message message_read_parts(Arena *arena, Text bytes)
{
    Message message = {0};
    Walk walk = {arena, bytes, &message};

    read_part(&walk, (Range){0, bytes.size}, (Level){0});
    return message;
}

const MessagePart *message_shown_part(const Message *message)
{
    for (int place = PART_OF_MESSAGE; place < PART_ALTERNATIVE; place++) {
        for (size_t i = 0; i < message->parts.count; i++) {
            const MessagePart *part = &message->parts.items[i];

            if ((int)part->place == place && has_words(part))
                return part;
        }
    }
    return NULL;
}

/* ---- files of messages ---- */

size_t message_divider_size(Text bytes)
{
    size_t end = text_find_byte(bytes, '\n', 0);
    Text line = text_slice(bytes, (Range){0, end});

    /* "From ada@example.org Mon Nov 30 10:00:00 2026" */
    if (end == TEXT_NOT_FOUND || !text_starts_with(line, TEXT("From ")) ||
        text_find_byte(line, ':', 0) == TEXT_NOT_FOUND)
        return 0;
    return message_has_fields(text_slice(bytes, (Range){end + 1, bytes.size})) ? end + 1 : 0;
}

size_t message_next_divider(Text bytes, size_t at)
{
    static const Text divider = LITERAL("\nFrom ");

    while ((at = text_find(bytes, divider, at)) != TEXT_NOT_FOUND) {
        at++;
        if (message_divider_size(text_slice(bytes, (Range){at, bytes.size})))
            return at;
    }
    return bytes.size;
}
