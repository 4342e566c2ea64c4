/*
 * Messages: mail as programs keep it (.eml), newsletters above all; pages that a browser saved in one file (.mht); files of messages (mbox). The part
 * to read becomes a text or a page as any other, and is read as that. What else is in it is told: files that are attached, further messages.
 */
#include "formats/formats.h"
#include "formats/html/html_map.h"
#include "formats/html/html_plain.h"
#include "formats/message/message_envelope.h"
#include "formats/message/message_head.h"
#include "formats/text_file.h"

/* ---- its source ---- */

/* The first message of the bytes, without the line that parts it from others. */
static Text first_message(Text bytes)
{
    size_t start = message_divider_size(bytes);

    return text_slice(bytes, (Range){start, start ? message_next_divider(bytes, start) : bytes.size});
}

/* The same bytes become the same text again: nothing of it need be kept. */
static Text show_source(Arena *arena, Text bytes)
{
    const MessagePart *part;
    Envelope envelope;
    Message message;
    Text text;

    message = message_read_parts(arena, first_message(bytes));
    part = message_shown_part(&message);
    if (!part)
        return bytes;
    envelope = message_envelope(arena, part->head, part);
    text = message_unwrap(arena, &envelope, part, NULL);
    return message_part_is_page(part) ? html_plain(arena, text) : text;
}

static bool is_message(Text bytes)
{
    return message_divider_size(bytes) > 0 || message_is_begun(bytes);
}

/* In the bytes as they are, in an editor, nothing is found. */
static void map_page(Arena *arena, const Article *article, Text source, OffsetMap *map)
{
    if (!is_message(source))
        html_map(arena, article, source, map);
}

static void map_text(Arena *arena, const Article *article, Text source, OffsetMap *map)
{
    if (!is_message(source) || article->source.spans.count == 0)
        return;
    for (size_t i = 0; i < article->source.spans.count; i++)
        offset_map_add(arena, map, article->source.spans.items[i]);
}

/* ---- what is left out ---- */

static Text label_of_part(Arena *arena, const MessagePart *part)
{
    enum { NAME_BYTES = 1024, SHOWN_BYTES = 200 };
    Text name = message_words(arena, text_slice(part->name, (Range){0, NAME_BYTES}));

    return arena_shortened(arena, name.size ? name : part->type, SHOWN_BYTES);
}

/* "report.pdf, map.png and 3 more", of `count` parts that are left out. */
static void tell_left_out(Arena *arena, const Message *message, const MessagePart *shown, Report *report)
{
    enum { NAMED = 3 };
    TextBuffer names = {0};
    size_t count = 0;

    for (size_t i = 0; i < message->parts.count; i++) {
        const MessagePart *part = &message->parts.items[i];

        if (part == shown || part->place == PART_OF_MESSAGE || part->place == PART_ALTERNATIVE)
            continue;
        if (count < NAMED) {
            text_buffer_add(arena, &names, count ? TEXT(", ") : TEXT(""));
            text_buffer_add(arena, &names, label_of_part(arena, part));
        }
        count++;
    }
    if (count > NAMED)
        text_buffer_add(arena, &names, arena_printf(arena, " and %zu more", count - NAMED));
    if (count)
        report_add(report, SEVERITY_WARNING, 0, 0, "not shown of this message: %.*s",
                   TEXT_ARGS(text_buffer_text(&names)));
}

/* ---- reading ---- */

static bool refuse(const Message *message, Report *report)
{
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, 0, 0,
               message->is_encrypted ? "is an encrypted message; open it in your mail program, and save its text"
                                     : "is a message without a text; its files can be saved in a mail program");
    return false;
}

/* Lives as long as the article: a text grows of its file. */
static File *file_of(Arena *arena, Text text, Text address)
{
    File *file = ARENA_NEW(arena, File);

    file_from_text(file, text);
    file->encoding.kind = ENCODING_UTF_8;
    file->address = address;
    return file;
}

static bool read_message(Article *article, Text bytes, Report *report)
{
    Arena *arena = article->arena;
    const MessagePart *part;
    Envelope envelope;
    Message message;
    bool is_page, is_read;
    File *file;

    message = message_read_parts(arena, bytes);
    if (message.has_more)
        report_over(report, 0, 0, LIMIT_MESSAGE_PARTS, 0);
    part = message_shown_part(&message);
    if (!part)
        return refuse(&message, report);
    envelope = message_envelope(arena, part->head, part);
    is_page = message_part_is_page(part);
    file = file_of(arena, message_unwrap(arena, &envelope, part, report), envelope.address);
    is_read = (is_page ? &html_format : &text_format)->read(article, file, report);
    if (is_page || !is_read)
        file_close(file); /* of a page nothing more is read; a text grows of it */
    if (!is_read)
        return false;
    article->map_source = is_page ? map_page : map_text;
    article->show_source = show_source;
    if (article->fields[FIELD_URL].size == 0)
        article->fields[FIELD_URL] = envelope.address;
    tell_left_out(arena, &message, part, report);
    return true;
}

static size_t count_messages(Text bytes)
{
    size_t count = 1;

    for (size_t at = message_divider_size(bytes); (at = message_next_divider(bytes, at)) < bytes.size;)
        count++;
    return count;
}

static bool read_first(Article *article, File *file, Report *report)
{
    size_t count;

    (void)file_load_all(file);
    file_tell_error(file, report);
    if (!text_file_check(article->arena, file, report))
        return false;
    count = message_divider_size(file->bytes) ? count_messages(file->bytes) : 1;
    if (count > 1)
        report_add(report, SEVERITY_WARNING, 0, 0,
                   "holds %zu messages, of which this is the first; quoin import -o FOLDER writes a file of each",
                   count);
    return read_message(article, first_message(file->bytes), report);
}

static void read_one(Text bytes, size_t number, const Report *whole, ArticleVisitor *visit, void *context)
{
    Arena arena = {0};
    Article *article = article_new(&arena);
    Report report;

    report_init(&report, &arena, arena_printf(&arena, "%.*s, message %zu", TEXT_ARGS(whole->path), number));
    if (read_message(article, bytes, &report))
        (void)article_index(article, SIZE_MAX);
    else
        article = NULL;
    visit(context, article, &report);
    arena_release(&arena);
}

static void read_each(Arena *arena, File *file, Report *report, ArticleVisitor *visit, void *context)
{
    Article *article = article_new(arena);
    size_t at, number = 1;
    Text bytes;

    (void)file_load_all(file);
    bytes = file->bytes;
    at = message_divider_size(bytes);
    if (!at || message_next_divider(bytes, at) == bytes.size) {
        if (read_first(article, file, report))
            (void)article_index(article, SIZE_MAX);
        else
            article = NULL;
        visit(context, article, report);
        return;
    }
    for (size_t next; at < bytes.size; number++) {
        next = message_next_divider(bytes, at);
        read_one(text_slice(bytes, (Range){at, next}), number, report, visit, context);
        at = next + message_divider_size(text_slice(bytes, (Range){next, bytes.size}));
    }
}

static bool peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    Text bytes = first_message(head);
    Envelope envelope = message_envelope(arena, text_slice(bytes, (Range){0, message_head_size(bytes)}), NULL);
    HeadFields said = {0};

    message_envelope_fields(arena, &envelope, &said);
    memcpy(fields, said.fields, sizeof said.fields);
    return fields[FIELD_TITLE].size > 0;
}

const Format message_format = {
    .name = LITERAL("message"),
    .form = LITERAL("messages"),
    .help = LITERAL("a message of mail, or a page that a browser saved as one (.mht); of a file of them (mbox) each"),
    .endings = LITERAL(".eml .mht .mhtml .mbox"),
    .limit = LIMIT_MESSAGE_BYTES,
    .recognises = is_message,
    .read = read_first,
    .read_each = read_each,
    .peek = peek,
};
