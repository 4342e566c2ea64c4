/* Each section of the list has its own rows and its own writer; an index counts through all sections. */
#include "torture/hostile_rows.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/count_of.h"
#include "base/limits.h"
#include "torture/dice.h"

const char *hostile_class_name(HostileClass kind)
{
    static const char *const names[HOSTILE_CLASSES] = {"yaml",  "text",   "injection", "encoding", "lines",
                                                       "theme", "config", "special",   "name",     "page"};

    return names[kind];
}

static void put(FILE *stream, Bytes bytes)
{
    (void)fwrite(bytes.bytes, 1, bytes.size, stream);
}

/* ---- repeated ---- */

static size_t scaled(size_t count, double scale)
{
    double size = (double)count * scale;

    return size < 1 ? 1 : (size_t)size;
}

/* "\1" is the number, "\2" one less. */
static void put_numbered(FILE *stream, const char *text, size_t number)
{
    for (; *text; text++) {
        if (*text == '\1' || *text == '\2')
            (void)fprintf(stream, "%zu", number - (size_t)(*text == '\2'));
        else
            (void)fputc(*text, stream);
    }
}

static void write_repeated(FILE *stream, const Repeated *row, double scale)
{
    size_t count = scaled(row->count, scale);

    (void)fputs(row->before, stream);
    for (size_t i = 1; i <= count; i++)
        put_numbered(stream, row->opening, i);
    for (size_t i = 0; i < count && *row->closing; i++)
        (void)fputs(row->closing, stream);
    (void)fputs(row->after, stream);
}

/* ---- injections: each payload in each place, and all payloads at once ---- */

static size_t utf8_at(const unsigned char *bytes, unsigned long *code)
{
    size_t size = *bytes < 0x80 ? 1 : *bytes < 0xE0 ? 2 : *bytes < 0xF0 ? 3 : 4;

    *code = size == 1 ? *bytes : *bytes & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++)
        *code = *code << 6 | (bytes[i] & 0x3Fu);
    return size;
}

static void put_escaped(FILE *stream, Bytes payload, Escape escape)
{
    const unsigned char *at = (const unsigned char *)payload.bytes, *end = at + payload.size;

    while (at < end) {
        unsigned long code;

        at += utf8_at(at, &code);
        if (escape == ESCAPE_YAML)
            (void)fprintf(stream, "\\U%08lx", code);
        else if (code < 0x10000)
            (void)fprintf(stream, "\\u%04lx", code);
        else
            (void)fprintf(stream, "\\u%04lx\\u%04lx", 0xD800 + ((code - 0x10000) >> 10), 0xDC00 + (code & 0x3FF));
    }
}

static void put_payload(FILE *stream, const Payload *payload, Escape escape)
{
    if (escape == ESCAPE_NONE || !payload->is_text)
        put(stream, payload->bytes);
    else
        put_escaped(stream, payload->bytes, escape);
}

/* `payload` NULL: all that are text. */
static void write_injection(FILE *stream, const Place *place, const Payload *payload)
{
    for (const char *at = place->form; *at; at++) {
        if (*at != '\1') {
            (void)fputc(*at, stream);
            continue;
        }
        for (size_t i = 0; i < payload_count; i++) {
            if (payload ? payload == &payloads[i] : payloads[i].is_text)
                put_payload(stream, &payloads[i], place->escape);
        }
    }
}

/* ---- encodings and ends of lines ---- */

/* The encodings that a YAML processor takes (YAML 1.2, 5.2), and UTF-32. */
typedef enum Encoding {
    UTF8,
    UTF8_MARKED,
    UTF8_MARKED_TWICE,
    UTF16_LITTLE,
    UTF16_BIG,
    UTF32_LITTLE,
    UTF32_BIG,
    LATIN1,
    UTF16_CUT,
    ENCODINGS
} Encoding;
static const char *const encoding_names[ENCODINGS] = {"utf8",    "utf8-bom", "utf8-bom-bom", "utf16le",  "utf16be",
                                                      "utf32le", "utf32be",  "latin1",       "utf16-cut"};

/* What libyaml takes for the end of a line. */
static const struct {
    const char *name;
    unsigned codes[2];
} line_ends[] = {{"lf", {'\n', 0}},  {"crlf", {'\r', '\n'}}, {"cr", {'\r', 0}},
                 {"nel", {0x85, 0}}, {"ls", {0x2028, 0}},    {"ps", {0x2029, 0}}};
enum { LINE_ENDS = COUNT_OF(line_ends) };

/* Each guard that looks at the lines of a file has a text whose lines it must see. */
static const Repeated encoded[] = {
    {HOSTILE_ENCODING, false, "article", "title: A \xE2\x80\x9Cquoted\xE2\x80\x9D t\xC3\xAFtle\nbody:\n- >-\n",
     "  word \1\n", 50, "", "- \"\xE2\x80\x9CNo,\xE2\x80\x9D said Ann.\"\n"},
    {HOSTILE_ENCODING, false, "tag-directives", "", "%TAG !t\1! x\n", 16000, "", "--- {title: t, body: b}\n"},
    {HOSTILE_ENCODING, false, "keys", "title: t\nbody: b\n", "x-\1: {a: b}\n", 16000, "", ""},
    {HOSTILE_ENCODING, false, "deep", "title: t\nbody:\n", "- - - - - - - - - - - - - - - - - - - -\n", 5000, "", ""},
    {HOSTILE_ENCODING, false, "text", "A headline\n\n", "A line with the number \1\n", 5000, "", ""},
};
enum { ENCODED = COUNT_OF(encoded) };

static void put_unit(FILE *stream, unsigned long unit, int size, bool big)
{
    for (int i = 0; i < size; i++)
        (void)fputc((int)(unit >> 8 * (big ? size - 1 - i : i) & 0xFF), stream);
}

static void put_code(FILE *stream, unsigned long code, Encoding encoding)
{
    if (encoding == UTF32_LITTLE || encoding == UTF32_BIG) {
        put_unit(stream, code, 4, encoding == UTF32_BIG);
    } else if (encoding == UTF16_LITTLE || encoding == UTF16_BIG || encoding == UTF16_CUT) {
        put_unit(stream, code, 2, encoding == UTF16_BIG); /* there is nothing beyond the plane of these */
    } else if (encoding == LATIN1) {
        (void)fputc((int)(code & 0xFF), stream);
    } else if (code < 0x80) {
        (void)fputc((int)code, stream);
    } else if (code < 0x800) {
        (void)fprintf(stream, "%c%c", (int)(0xC0 | code >> 6), (int)(0x80 | (code & 0x3F)));
    } else {
        (void)fprintf(stream, "%c%c%c", (int)(0xE0 | code >> 12), (int)(0x80 | (code >> 6 & 0x3F)),
                      (int)(0x80 | (code & 0x3F)));
    }
}

static void write_encoded(FILE *stream, size_t index, double scale)
{
    Encoding encoding = (Encoding)(index % ENCODINGS);
    const unsigned *ends = line_ends[index / ENCODINGS % LINE_ENDS].codes;
    FILE *plain = tmpfile();
    int byte;

    if (!plain)
        return;
    write_repeated(plain, &encoded[index / ENCODINGS / LINE_ENDS], scale);
    rewind(plain);
    if (encoding != UTF8 && encoding != LATIN1)
        put_code(stream, 0xFEFF, encoding);
    if (encoding == UTF8_MARKED_TWICE)
        put_code(stream, 0xFEFF, encoding);
    while ((byte = fgetc(plain)) != EOF) {
        unsigned char bytes[4] = {(unsigned char)byte, 0, 0, 0};
        unsigned long code;

        for (int i = 1; byte >= 0xC0 && i < (byte >= 0xE0 ? 3 : 2); i++)
            bytes[i] = (unsigned char)fgetc(plain);
        (void)utf8_at(bytes, &code);
        for (int i = 0; code == '\n' && i < 2 && ends[i]; i++)
            put_code(stream, ends[i], encoding);
        if (code != '\n')
            put_code(stream, code, encoding);
    }
    if (encoding == UTF16_CUT)
        (void)fputc('x', stream);
    (void)fclose(plain);
}

/* ---- random ones ---- */

enum { MUTANTS = 24, RANDOM_BYTES = 4, RANDOM_CHARACTERS = 4, RANDOMS = MUTANTS + RANDOM_BYTES + RANDOM_CHARACTERS };

static void write_mutant(FILE *stream, Dice *dice, bool yaml)
{
    static const char good[] =
        "title: A headline\nbyline: By Ann Lee\nbody:\n- >-\n  "
        "\xE2\x80\x9CWe will appeal,\xE2\x80\x9D Ms. Okafor said. \xE2\x80\x9CNot now.\xE2\x80\x9D\n"
        "- {quote: \"No.\", cite: Ann}\nquotes:\n- {text: \"We will appeal,\", speaker: Ms. Okafor}\n"
        "entities:\n- {name: Ann Lee, type: person}\n";
    char bytes[sizeof good];
    size_t size = sizeof good - 1, start = yaml ? 0 : 7;

    memcpy(bytes, good, sizeof good);
    for (size_t i = 1 + dice_below(dice, 20); i > 0; i--)
        bytes[dice_below(dice, size)] =
            (char)(dice_below(dice, 2) ? dice_below(dice, 256)
                                       : (unsigned char)"\n:-{}[]\"'&*!%#|> \t"[dice_below(dice, 18)]);
    (void)fwrite(bytes + start, 1, size - start, stream);
}

static void write_random(FILE *stream, size_t index, uint64_t seed, double scale)
{
    char name[32];
    Dice dice;

    (void)snprintf(name, sizeof name, "random %zu", index);
    dice = dice_for(seed, name);
    if (index < MUTANTS) {
        write_mutant(stream, &dice, index % 3 != 0);
        return;
    }
    for (size_t i = scaled(100000, scale); i > 0; i--) {
        if (index < MUTANTS + RANDOM_BYTES) {
            (void)fputc((int)dice_below(&dice, 256), stream);
        } else {
            unsigned long code = 0x20 + dice_below(&dice, 0xFFE0);

            put_code(stream, dice_below(&dice, 12) == 0 ? ' ' : code >= 0xD800 && code < 0xE000 ? '"' : code, UTF8);
        }
    }
}

/* ---- special files ---- */

typedef enum Special { FOLDER, LINK, UNREADABLE, SPARSE } Special;
static const struct {
    const char *name;
    Special special;
    const char *target;
} specials[] = {
    {"folder.yaml", FOLDER, NULL},        {"zero", LINK, "/dev/zero"},        {"full", LINK, "/dev/full"},
    {"loop", LINK, "hostile-loop"},       {"dangling", LINK, "nothing-here"}, {"memory", LINK, "/proc/self/mem"},
    {"unreadable.txt", UNREADABLE, NULL}, {"sparse.txt", SPARSE, NULL},       {"sparse.yaml", SPARSE, NULL},
};
enum { SPECIALS = COUNT_OF(specials) };

static bool make_special(size_t index, const char *path)
{
    int file;

    switch (specials[index].special) {
    case FOLDER:
        return mkdir(path, 0700) == 0;
    case LINK:
        return symlink(specials[index].target, path) == 0;
    case UNREADABLE:
        file = geteuid() == 0 ? -1 : open(path, O_WRONLY | O_CREAT, 0); /* root reads it all the same */
        break;
    case SPARSE:
        file = open(path, O_WRONLY | O_CREAT, 0600);
        if (file >= 0 && ftruncate(file, (off_t)1 << 34) != 0) {
            (void)close(file);
            return false;
        }
        break;
    default:
        return false;
    }
    return file >= 0 && close(file) == 0;
}

/* ---- the list ---- */

typedef enum Section {
    REPEATED,
    WHOLE,
    INJECTED,
    ALL_INJECTED,
    ENCODED_SECTION,
    RANDOM,
    SPECIAL_SECTION,
    NAMED,
    SECTIONS
} Section;

static size_t section_count(Section section)
{
    switch (section) {
    case REPEATED:
        return repeated_count;
    case WHOLE:
        return whole_count;
    case INJECTED:
        return place_count * payload_count;
    case ALL_INJECTED:
        return place_count;
    case ENCODED_SECTION:
        return (size_t)ENCODED * LINE_ENDS * ENCODINGS;
    case RANDOM:
        return RANDOMS;
    case SPECIAL_SECTION:
        return SPECIALS;
    case NAMED:
        return odd_name_count;
    case SECTIONS:
        break;
    }
    return 0;
}

static Section find_section(size_t *index)
{
    Section section = REPEATED;

    while (section < NAMED && *index >= section_count(section)) {
        *index -= section_count(section);
        section = (Section)(section + 1);
    }
    return section;
}

size_t hostile_count(void)
{
    size_t count = 0;

    for (int section = 0; section < SECTIONS; section++)
        count += section_count((Section)section);
    return count;
}

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
static void
set_name(HostileFile *file, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(file->name, sizeof file->name, format, arguments);
    va_end(arguments);
}

static const char *describe_injected(const char *payload, const Place *place, HostileFile *file)
{
    file->kind = place->kind;
    file->single = true;
    set_name(file, "%s-%s", payload, place->name);
    return place->extension;
}

static const char *describe_encoded(size_t text, size_t line_end, size_t encoding, HostileFile *file)
{
    file->kind = HOSTILE_ENCODING;
    file->single = true;
    set_name(file, "%s-%s-%s", encoded[text].name, encoding_names[encoding], line_ends[line_end].name);
    return text == ENCODED - 1 ? "txt" : "yaml";
}

/* The ending of its file's name, by which it is taken for an article or a text. */
static const char *describe(Section section, size_t index, HostileFile *file)
{
    static const char *const extensions[HOSTILE_CLASSES] = {
        [HOSTILE_YAML] = "yaml",  [HOSTILE_TEXT] = "txt",    [HOSTILE_LINES] = "jsonl",
        [HOSTILE_THEME] = "yaml", [HOSTILE_CONFIG] = "yaml", [HOSTILE_PAGE] = "html"};

    switch (section) {
    case REPEATED:
        file->kind = repeated_rows[index].kind;
        file->refused = repeated_rows[index].refused;
        set_name(file, "%s", repeated_rows[index].name);
        return extensions[file->kind];
    case WHOLE:
        file->kind = whole_rows[index].kind;
        file->refused = whole_rows[index].refused;
        set_name(file, "whole-%s", whole_rows[index].name);
        return extensions[file->kind];
    case INJECTED:
        return describe_injected(payloads[index / place_count].name, &places[index % place_count], file);
    case ALL_INJECTED:
        file->kind = places[index].kind;
        set_name(file, "everything-%s", places[index].name);
        return places[index].extension;
    case ENCODED_SECTION:
        return describe_encoded(index / ENCODINGS / LINE_ENDS, index / ENCODINGS % LINE_ENDS, index % ENCODINGS, file);
    case RANDOM:
        file->kind = index < MUTANTS && index % 3 != 0 ? HOSTILE_YAML : HOSTILE_TEXT;
        set_name(file, "random-%zu", index);
        return extensions[file->kind];
    case SPECIAL_SECTION:
        file->kind = HOSTILE_SPECIAL;
        file->refused = true;
        set_name(file, "special-%s", specials[index].name);
        return "";
    case NAMED:
    case SECTIONS:
        file->kind = HOSTILE_NAME;
        set_name(file, "odd-name-%zu", index);
        return "";
    }
    return "";
}

void hostile_describe(size_t index, HostileFile *file)
{
    Section section = find_section(&index);

    *file = (HostileFile){0};
    (void)describe(section, index, file);
}

static void write_section(FILE *stream, Section section, size_t index, uint64_t seed, double scale)
{
    static const Bytes article = BYTES("A headline\n\nText.\n");

    switch (section) {
    case REPEATED:
        write_repeated(stream, &repeated_rows[index], scale);
        break;
    case WHOLE:
        put(stream, whole_rows[index].content);
        break;
    case INJECTED:
        write_injection(stream, &places[index % place_count], &payloads[index / place_count]);
        break;
    case ALL_INJECTED:
        write_injection(stream, &places[index], NULL);
        break;
    case ENCODED_SECTION:
        write_encoded(stream, index, scale);
        break;
    case RANDOM:
        write_random(stream, index, seed, scale);
        break;
    case SPECIAL_SECTION:
    case NAMED:
    case SECTIONS:
        put(stream, article);
        break;
    }
}

bool hostile_make(size_t index, const char *folder, uint64_t seed, double scale, HostileFile *file)
{
    Section section = find_section(&index);
    struct stat status;
    const char *extension;
    FILE *stream;

    *file = (HostileFile){0};
    extension = describe(section, index, file);
    if (section == SPECIAL_SECTION)
        (void)snprintf(file->path, sizeof file->path, "%s/hostile-%s", folder, specials[index].name);
    else if (section == NAMED)
        (void)snprintf(file->path, sizeof file->path, "%s/%s", folder, odd_names[index].bytes);
    else
        (void)snprintf(file->path, sizeof file->path, "%s/%s-%s.%s", folder, hostile_class_name(file->kind), file->name,
                       extension);
    if (section == SPECIAL_SECTION) {
        if (!make_special(index, file->path))
            return false;
        if (stat(file->path, &status) == 0 && S_ISCHR(status.st_mode))
            file->size = MOST_STREAM_BYTES; /* a stream, and one without an end: read up to there */
        return true;
    }
    stream = fopen(file->path, "wb");
    if (!stream)
        return false;
    write_section(stream, section, index, seed, scale);
    if (fclose(stream) != 0)
        return false;
    file->size = stat(file->path, &status) == 0 ? (size_t)status.st_size : 0;
    return true;
}
