/*
 *     Subject: =?UTF-8?Q?The_Caf=C3=A9?=       a field; what follows a line that is set in belongs to it
 *      closes
 *     Content-Type: text/plain; charset="utf-8"
 *
 * What is no field ends the head as a blank line does: nothing of the text is taken for a field.
 */
#include "formats/message/message_head.h"

#include "formats/message/transfer.h"

/* ---- lines ---- */

/* The end of the line that begins at `at`, with its line end. */
static size_t line_end(Text bytes, size_t at)
{
    size_t end = text_find_byte(bytes, '\n', at);

    return end == TEXT_NOT_FOUND ? bytes.size : end + 1;
}

/* Of the line that begins there, the bytes of its name before the colon; 0: it is no field. */
static size_t name_size(Text bytes, size_t at)
{
    enum { LONGEST = 80 };
    size_t size = 0;

    while (at + size < bytes.size && size <= LONGEST) {
        unsigned char byte = (unsigned char)bytes.bytes[at + size];

        if (byte == ':')
            return size;
        if (byte <= ' ' || byte >= 0x7F)
            return 0;
        size++;
    }
    return 0;
}

static bool is_set_in(Text bytes, size_t at)
{
    return at < bytes.size && (bytes.bytes[at] == ' ' || bytes.bytes[at] == '\t');
}

/* The end of the field at `at`, with the lines that go on in it. */
static size_t field_end(Text head, size_t at)
{
    do
        at = line_end(head, at);
    while (is_set_in(head, at));
    return at;
}

size_t message_head_size(Text bytes)
{
    size_t at = 0;

    while (name_size(bytes, at))
        at = field_end(bytes, at);
    return text_trim(text_slice(bytes, (Range){at, line_end(bytes, at)})).size ? at : line_end(bytes, at);
}

/* ---- fields ---- */

/* What is behind the colon of the field of that name, over its lines. */
static bool find_field(Text head, Text name, Range *value)
{
    for (size_t at = 0, size; (size = name_size(head, at)) > 0; at = field_end(head, at)) {
        if (!text_equal_ignoring_case(text_slice(head, (Range){at, at + size}), name))
            continue;
        *value = (Range){at + size + 1, field_end(head, at)};
        return true;
    }
    return false;
}

Text message_field(Arena *arena, Text head, Text name)
{
    Range value;

    return find_field(head, name, &value) ? arena_on_one_line(arena, text_trim(text_slice(head, value))) : (Text){0};
}

static bool has_one_of(Text head, const Text *names, size_t count)
{
    Range value;

    for (size_t i = 0; i < count; i++) {
        if (find_field(head, names[i], &value))
            return true;
    }
    return false;
}

bool message_has_fields(Text bytes)
{
    static const Text fields[] = {LITERAL("from"), LITERAL("subject"), LITERAL("date")};

    return has_one_of(bytes, fields, COUNT_OF(fields));
}

bool message_is_begun(Text bytes)
{
    static const Text fields[] = {LITERAL("mime-version"), LITERAL("content-type"),
                                  LITERAL("content-transfer-encoding")};

    return has_one_of(bytes, fields, COUNT_OF(fields)) && message_has_fields(bytes);
}

/* ---- parameters ---- */

/* The end of a parameter at `at`: its ";", but for one between quotation marks. */
static size_t parameter_end(Text value, size_t at)
{
    bool is_quoted = false;

    for (; at < value.size && (is_quoted || value.bytes[at] != ';'); at++) {
        if (value.bytes[at] == '"')
            is_quoted = !is_quoted;
    }
    return at;
}

static Text without_marks(Text value)
{
    value = text_trim(value);
    if (value.size > 1 && value.bytes[0] == '"' && value.bytes[value.size - 1] == '"')
        value = text_slice(value, (Range){1, value.size - 1});
    return value;
}

Text message_parameter(Text value, Text name)
{
    for (size_t at = parameter_end(value, 0); at < value.size;) {
        size_t end = parameter_end(value, at + 1);
        Text parameter = text_slice(value, (Range){at + 1, end});
        size_t sign = text_find_byte(parameter, '=', 0);

        if (sign != TEXT_NOT_FOUND && text_equal_ignoring_case(text_trim(text_slice(parameter, (Range){0, sign})), name))
            return without_marks(text_slice(parameter, (Range){sign + 1, parameter.size}));
        at = end;
    }
    return (Text){0};
}

/* ---- words of other characters ---- */

/* "=?UTF-8?Q?Caf=C3=A9?=", its parts. */
typedef struct EncodedWord {
    Text charset, content;
    bool is_base64;
} EncodedWord;

/* Its size at `at`; 0: there is none. */
static size_t encoded_word(Text value, size_t at, EncodedWord *word)
{
    static const Text begin = LITERAL("=?"), end = LITERAL("?=");
    size_t charset = at + begin.size, form, close;

    if (!text_starts_with(text_slice(value, (Range){at, value.size}), begin))
        return 0;
    form = text_find_byte(value, '?', charset);
    if (form == TEXT_NOT_FOUND || form + 3 > value.size || value.bytes[form + 2] != '?')
        return 0;
    close = text_find(value, end, form + 3);
    if (close == TEXT_NOT_FOUND)
        return 0;
    word->charset = text_slice(value, (Range){charset, form});
    word->charset.size = word->charset.size && text_find_byte(word->charset, '*', 0) != TEXT_NOT_FOUND
                             ? text_find_byte(word->charset, '*', 0) /* a language may follow */
                             : word->charset.size;
    word->is_base64 = ascii_to_lower(value.bytes[form + 1]) == 'b';
    word->content = text_slice(value, (Range){form + 3, close});
    return close + end.size - at;
}

static Text word_text(Arena *arena, const EncodedWord *word)
{
    Text bytes = word->is_base64 ? transfer_base64(arena, word->content) : transfer_q_word(arena, word->content);

    return transfer_utf8(arena, bytes, word->charset, NULL);
}

/* Behind it no such word ends: it is not looked for from each "=?" on. */
static size_t last_word_end(Text value)
{
    size_t end = value.size;

    while (end > 1 && !(value.bytes[end - 2] == '?' && value.bytes[end - 1] == '='))
        end--;
    return end > 1 ? end : 0;
}

Text message_words(Arena *arena, Text value)
{
    TextBuffer text = {0};
    size_t plain = 0; /* what is there as it is, and not written yet */
    bool follows = false;
    EncodedWord word;

    for (size_t at = 0, last = last_word_end(value), size; at < last; at += size ? size : 1) {
        Text between = text_slice(value, (Range){plain, at});

        size = encoded_word(value, at, &word);
        if (size == 0)
            continue;
        if (!follows || text_trim(between).size) /* blanks between two such words are none */
            text_buffer_add(arena, &text, between);
        text_buffer_add(arena, &text, word_text(arena, &word));
        plain = at + size;
        follows = true;
    }
    text_buffer_add(arena, &text, text_slice(value, (Range){plain, value.size}));
    return arena_on_one_line(arena, transfer_utf8(arena, text_buffer_text(&text), (Text){0}, NULL));
}
