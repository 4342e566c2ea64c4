/*
 * A text stands below the fields as plain text has them; in a page they are said as pages say them, where it is silent.
 *
 *     Subject: =?UTF-8?Q?Caf=C3=A9_closes?=           Subject: Café closes        <head><title>Café closes</title>
 *     From: Ada Quill <ada@example.org>               From: Ada Quill <…>         <meta name="author" content="Ada Quill">
 */
#include "formats/message/message_envelope.h"

#include "article/page_address.h"
#include "base/html/html_scan.h"
#include "formats/formats.h"
#include "formats/message/message_head.h"
#include "formats/message/transfer.h"

/* ---- the head ---- */

static Text words_of(Arena *arena, Text head, Text name)
{
    return message_words(arena, text_slice(message_field(arena, head, name), (Range){0, MOST_FIELD_BYTES}));
}

/* "<Saved by Blink>": who saved a page did not write it, and not on that day. */
static bool is_saved_page(Text from)
{
    return from.size == 0 || text_find(from, TEXT("Saved by "), 0) != TEXT_NOT_FOUND;
}

static Text address_of(Arena *arena, Text head, const MessagePart *part)
{
    Text address = message_field(arena, head, TEXT("snapshot-content-location"));

    if (address.size == 0 && part)
        address = part->location;
    return is_page_address(address) ? address : (Text){0};
}

Envelope message_envelope(Arena *arena, Text head, const MessagePart *part)
{
    Envelope envelope = {.subject = words_of(arena, head, TEXT("subject")), .address = address_of(arena, head, part)};
    Text from = words_of(arena, head, TEXT("from"));

    if (!is_saved_page(from)) {
        envelope.from = from;
        envelope.date = words_of(arena, head, TEXT("date"));
        envelope.to = words_of(arena, head, TEXT("to"));
        envelope.copy = words_of(arena, head, TEXT("cc"));
    }
    return envelope;
}

void message_envelope_fields(Arena *arena, const Envelope *envelope, HeadFields *fields)
{
    const struct {
        Text label, value;
        HeadPart part;
    } rows[] = {
        {TEXT("Subject: "), envelope->subject, HEAD_TITLE},
        {TEXT("From: "), envelope->from, head_is_from_a_list(envelope->from) ? HEAD_SOURCE : HEAD_BYLINE},
        {TEXT("Date: "), envelope->date, HEAD_DATE},
        {TEXT("URL: "), envelope->address, HEAD_URL},
    };
    Text lines[COUNT_OF(rows)];
    HeadPart parts[COUNT_OF(rows)];
    size_t count = 0;

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (rows[i].value.size == 0)
            continue;
        lines[count] = arena_join(arena, (const Text[]){rows[i].label, rows[i].value}, 2);
        parts[count++] = rows[i].part;
    }
    head_read(arena, lines, parts, count, fields);
}

/* ---- what becomes of the part ---- */

static void add_line(Arena *arena, TextBuffer *text, Text label, Text value)
{
    if (value.size == 0)
        return;
    text_buffer_add(arena, text, label);
    text_buffer_add(arena, text, value);
    text_buffer_add(arena, text, TEXT("\n"));
}

static Text text_below(Arena *arena, const Envelope *envelope, Text body)
{
    TextBuffer text = {0};

    add_line(arena, &text, TEXT("Subject: "), envelope->subject);
    add_line(arena, &text, TEXT("From: "), envelope->from);
    add_line(arena, &text, TEXT("Date: "), envelope->date);
    add_line(arena, &text, TEXT("To: "), envelope->to);
    add_line(arena, &text, TEXT("Cc: "), envelope->copy);
    add_line(arena, &text, TEXT("URL: "), envelope->address);
    text_buffer_add(arena, &text, TEXT("\n"));
    text_buffer_add(arena, &text, body);
    return text_buffer_text(&text);
}

static void add_escaped(Arena *arena, TextBuffer *page, Text value)
{
    for (size_t i = 0; i < value.size; i++) {
        Text byte = {value.bytes + i, 1};

        text_buffer_add(arena, page,
                        *byte.bytes == '&'   ? TEXT("&amp;")
                        : *byte.bytes == '<' ? TEXT("&lt;")
                        : *byte.bytes == '"' ? TEXT("&quot;")
                                             : byte);
    }
}

static void add_element(Arena *arena, TextBuffer *page, Text before, Text value, Text after)
{
    if (value.size == 0)
        return;
    text_buffer_add(arena, page, before);
    add_escaped(arena, page, value);
    text_buffer_add(arena, page, after);
}

/* Where what a page says of itself begins: behind "<head>", or at its start. */
static size_t head_place(Text page)
{
    enum { MARKS_LOOKED_AT = 8 };
    HtmlMark mark;
    size_t at = 0;

    for (int i = 0; i < MARKS_LOOKED_AT && html_next_mark(page, at, &mark); i++, at = html_after_mark(page, &mark)) {
        if (html_mark_is(page, &mark, HTML_MARK_START, TEXT("head")))
            return mark.range.end;
    }
    return 0;
}

/* A page that says what the head of its message says, as far as it is silent about it. */
static Text page_below(Arena *arena, const Envelope *envelope, Text page)
{
    enum { LOOKED_AT = 64 * 1024 };
    HeadFields said = {0};
    Text own[FIELD_COUNT] = {{0}};
    size_t place = head_place(page);
    TextBuffer whole = {0};

    message_envelope_fields(arena, envelope, &said);
    (void)html_format.peek(arena, text_slice(page, (Range){0, LOOKED_AT}), own);
    text_buffer_add(arena, &whole, text_slice(page, (Range){0, place}));
    if (own[FIELD_TITLE].size == 0)
        add_element(arena, &whole, TEXT("<title>"), said.fields[FIELD_TITLE], TEXT("</title>"));
    if (own[FIELD_SOURCE].size == 0)
        add_element(arena, &whole, TEXT("<meta property=\"og:site_name\" content=\""), said.fields[FIELD_SOURCE],
                    TEXT("\">"));
    if (own[FIELD_DATE].size == 0)
        add_element(arena, &whole, TEXT("<meta property=\"article:published_time\" content=\""),
                    said.fields[FIELD_DATE], TEXT("\">"));
    add_element(arena, &whole, TEXT("<meta name=\"author\" content=\""), said.fields[FIELD_BYLINE], TEXT("\">"));
    text_buffer_add(arena, &whole, text_slice(page, (Range){place, page.size}));
    return text_buffer_text(&whole);
}

Text message_unwrap(Arena *arena, const Envelope *envelope, const MessagePart *part, Report *report)
{
    Text bytes = transfer_utf8(arena, transfer_content(arena, part->bytes, part->encoding), part->charset, report);

    return message_part_is_page(part) ? page_below(arena, envelope, bytes) : text_below(arena, envelope, bytes);
}
