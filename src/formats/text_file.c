/* Is there a text at all? What its bytes become is asked of base/unicode/decoder.h. */
#include "formats/text_file.h"

#include "base/html/html_charset.h"
#include "base/html/html_page.h"
#include "formats/binary_kinds.h"
#include "formats/formats.h"
#include "formats/html.h"

/* Texts up to this size are loaded at once, so that what was replaced in them is known and told at the start. */
#define CHECKED_BYTES ((size_t)16 << 20)

static bool refuse(Report *report, Text why)
{
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, 0, 0, "%.*s", TEXT_ARGS(why));
    return false;
}

static Text first_bytes(const File *file)
{
    return text_slice(file->bytes, (Range){0, FILE_FIRST_BYTES});
}

/* Where a mark, the bytes themselves or the user say what they are, they are no sign of anything else. */
static bool is_told(Text head, Encoding said)
{
    Encoding shown = encoding_of(head, said);

    return shown.kind != ENCODING_UNTOLD;
}

/* Why it is no text; nothing: it may be one. */
static Text why_binary(Arena *arena, const File *file, Text path)
{
    Text head = first_bytes(file), why;

    if (is_told(head, (Encoding){0})) /* UTF-16 or UTF-32 */
        return (Text){0};
    why = binary_kind_message(arena, head, path, formats_forms(arena));
    if (why.size || is_told(head, file->encoding) || !is_binary(head))
        return why;
    return arena_join(
        arena,
        (const Text[]){TEXT("is not a text (it has "),
                       text_find_byte(head, '\0', 0) == TEXT_NOT_FOUND ? TEXT("control characters") : TEXT("NUL bytes"),
                       TEXT("); quoin reads articles in "), formats_forms(arena)},
        4);
}

bool text_file_check(Arena *arena, const File *file, Report *report)
{
    Text why = why_binary(arena, file, file->is_named ? report->path : (Text){0});

    return why.size == 0 || refuse(report, why);
}

bool text_file_decode(Arena *arena, File *file, Report *report)
{

    if (file->is_decoded)
        return true;
    if (file->size <= CHECKED_BYTES)
        (void)file_load_all(file);
    if (file->bytes.size) {
        if (!text_file_check(arena, file, report) || !file_decode(file, report))
            return false;
    }
    if (file->descriptor < 0)
        file_tell_error(file, report);
    if (text_trim(file->bytes).size == 0)
        return refuse(report, TEXT("is empty; expected a title and a text"));
    return true;
}

/* What becomes of `head`, of which the first `clean` bytes stay as they are. */
static Text decode_head(Arena *arena, Decoder *decoder, Text head, size_t clean, bool is_all)
{
    DecodedText decoded = {.size = clean, .capacity = clean + CONVERTED_MOST * (head.size - clean + 1)};

    decoded.bytes = arena_alloc(arena, decoded.capacity);
    memcpy(decoded.bytes, head.bytes, clean);
    decoder_push(decoder, text_slice(head, (Range){clean, head.size}), &decoded);
    if (is_all)
        decoder_finish(decoder, &decoded);
    return (Text){decoded.bytes, decoded.size};
}

/* As encoding_of says; a page says it too, and is cut where no character can be. */
static Encoding encoding_of_head(Text head, Encoding said)
{
    Encoding encoding = encoding_of(head, said);

    if (encoding.kind != ENCODING_UNTOLD || !html_is_page(head))
        return encoding;
    while (head.size && (unsigned char)head.bytes[head.size - 1] >= 0x80)
        head.size--;
    return html_charset(head, (Text){0});
}

Text text_file_head(Arena *arena, const File *file)
{
    Text head = first_bytes(file);
    bool is_all = file->descriptor < 0 && head.size == file->bytes.size;
    Decoder *decoder;
    size_t clean;

    if (file->is_decoded || head.size == 0)
        return head;
    if (why_binary(arena, file, (Text){0}).size || !(decoder = decoder_new(encoding_of_head(head, file->encoding))))
        return (Text){0};
    clean = decoder_skip_clean(decoder, head);
    if (clean + 4 > head.size && clean && !is_all) /* a character is cut at most */
        head.size = clean;
    else if (clean < head.size)
        head = decode_head(arena, decoder, head, clean, is_all);
    decoder_free(decoder);
    return head;
}

/* ---- web pages ---- */

void text_file_warn_of_html(Arena *arena, const File *file, Report *report)
{
    Text command = TEXT("quoin --from=html");

    if (!html_is_page(first_bytes(file)))
        return;
    if (!HTML_IS_READ)
        command = file->is_named ? shell_command(arena, "w3m -dump -T text/html %", report->path)
                                 : shell_pipe(arena, "w3m -dump -T text/html");
    report_add(report, SEVERITY_WARNING, 1, 1, "is a web page, read with its tags; try \"%.*s\"", TEXT_ARGS(command));
}
