/* Most texts are UTF-8. Of the others most are windows-1252, or were, before somebody took it for Latin-1: then its marks are C1 characters. */
#include "formats/text_file.h"

#include "base/unicode/windows_1252.h"
#include "formats/formats.h"

static bool refuse(Report *report, size_t line, size_t column, const char *why)
{
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, line, column, "%s", why);
    return false;
}

/* Texts up to this size are checked whole; longer ones as far as they are loaded. */
#define CHECKED_BYTES ((size_t)16 << 20)

/* Has the text control characters of the C1 range, which are windows-1252 that somebody took for Latin-1? */
static bool has_c1(Text text)
{
    for (size_t at = text_find_byte(text, '\xC2', 0); at != TEXT_NOT_FOUND; at = text_find_byte(text, '\xC2', at + 1)) {
        if (at + 1 < text.size && (unsigned char)text.bytes[at + 1] >= 0x80 &&
            (unsigned char)text.bytes[at + 1] < 0xA0 && (unsigned char)text.bytes[at + 1] != 0x85)
            return true;
    }
    return false;
}

/* Bytes that are not UTF-8, and C1 characters, as what they are in windows-1252. */
static Text from_windows_1252(Arena *arena, Text text)
{
    char *bytes = arena_alloc(arena, memory_sum(memory_product(text.size, 3), 1));
    size_t written = 0, size;

    for (size_t at = 0; at < text.size; at += size) {
        unsigned char byte = (unsigned char)text.bytes[at];
        uint32_t code_point = utf8_decode(text, at, &size);

        if (size == 1 && byte >= 0x80)
            code_point = byte;
        if (code_point >= 0x80 && code_point < 0xA0)
            code_point = windows_1252_code_point((unsigned char)code_point);
        written += utf8_encode(code_point, bytes + written);
    }
    return (Text){bytes, written};
}

/* Plain text in an old encoding is read as windows-1252; UTF-16 is named. False: it cannot be read. */
static bool decode(Arena *arena, File *file, size_t invalid, Report *report)
{
    Text text = file->bytes;
    size_t line, column;

    if (invalid == TEXT_NOT_FOUND && !has_c1(text))
        return true;
    text_line_column(text, invalid == TEXT_NOT_FOUND ? 0 : invalid, &line, &column);
    if (file->bytes.size < file->size)
        return invalid == TEXT_NOT_FOUND ||
               refuse(report, line, column, "not UTF-8; try \"iconv -f WINDOWS-1252 -t UTF-8 FILE\"");
    if (invalid != TEXT_NOT_FOUND)
        report_add(report, SEVERITY_WARNING, line, column, "not UTF-8; read as windows-1252");
    text = from_windows_1252(arena, text);
    file_close(file);
    file_from_text(file, text);
    return true;
}

/* A read that failed may have cut the last character. */
static void end_at_character(File *file)
{
    size_t invalid = utf8_find_invalid(file->bytes, 0);

    if (invalid != TEXT_NOT_FOUND && invalid + 4 > file->bytes.size)
        file->bytes.size = file->size = invalid;
}

bool text_file_decode(Arena *arena, File *file, Report *report)
{
    size_t invalid;
    Text text;

    if (file->size <= CHECKED_BYTES)
        (void)file_load_all(file);
    if (file->error)
        end_at_character(file);
    file_tell_error(file, report);
    text = file->bytes;
    if (text_trim(text).size == 0)
        return refuse(report, 0, 0, "is empty; expected a title and a text");
    if (text_starts_with(text, TEXT("\xFF\xFE")) || text_starts_with(text, TEXT("\xFE\xFF")))
        return refuse(report, 0, 0, "is UTF-16; try \"iconv -f UTF-16 -t UTF-8 FILE\"");
    if (text_find_byte(text, '\0', 0) != TEXT_NOT_FOUND)
        return refuse(report, 0, 0,
                      arena_printf(arena, "is not a text (it has NUL bytes); quoin reads articles in %.*s",
                                   TEXT_ARGS(formats_forms(arena)))
                          .bytes);
    invalid = utf8_find_invalid(text, 0);
    if (invalid != TEXT_NOT_FOUND && file->bytes.size < file->size && invalid + 4 > text.size)
        invalid = TEXT_NOT_FOUND; /* cut where the loading stopped */
    return decode(arena, file, invalid, report);
}
