/* What all articles have, whichever way they came in. */
#include "article/article.h"

#include "article/article_text.h"
#include "article/article_yaml.h"
#include "base/yaml.h"

#include <string.h>

static const Text field_keys[FIELD_COUNT] = {
#define FIELD(ID, key, aliases) {key, sizeof(key) - 1},
    ARTICLE_FIELDS(FIELD)
#undef FIELD
};

static const Text field_aliases[FIELD_COUNT] = {
#define FIELD(ID, key, aliases) {aliases, sizeof(aliases) - 1},
    ARTICLE_FIELDS(FIELD)
#undef FIELD
};

static const Text block_names[BLOCK_KIND_COUNT] = {
#define BLOCK(ID, name, traits) LITERAL(name),
    BLOCK_KINDS(BLOCK)
#undef BLOCK
};

static const unsigned char block_traits[BLOCK_KIND_COUNT] = {
#define BLOCK(ID, name, traits) traits,
    BLOCK_KINDS(BLOCK)
#undef BLOCK
};

static const Text match_names[QUOTE_MATCH_COUNT] = {
#define MATCH(ID, name) LITERAL(name),
    QUOTE_MATCHES(MATCH)
#undef MATCH
};

Text article_field(const Article *article, ArticleField field)
{
    return article->fields[field];
}

Text article_block_text(const Article *article, size_t block)
{
    return text_slice(article->text, article->blocks.items[block].range);
}

Text article_field_key(ArticleField field)
{
    return field_keys[field];
}

Text article_field_aliases(ArticleField field)
{
    return field_aliases[field];
}

Text block_kind_name(BlockKind kind)
{
    return block_names[kind];
}

bool block_is_in_head(BlockKind kind)
{
    return block_traits[kind] & BLOCK_IN_HEAD;
}

bool block_is_headline(BlockKind kind)
{
    return block_traits[kind] & BLOCK_HEADLINE;
}

bool block_has_text(BlockKind kind)
{
    return !(block_traits[kind] & BLOCK_TEXTLESS);
}

Text quote_match_name(QuoteMatch match)
{
    return match_names[match];
}

size_t article_known_block_at(const Article *article, size_t offset)
{
    size_t low = 0, high = article->blocks.count;

    while (low < high) { /* the first block that starts after `offset` */
        size_t middle = low + (high - low) / 2;

        if (article->blocks.items[middle].range.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

size_t article_block_at(Article *article, size_t offset)
{
    (void)article_index(article, offset + 1);
    return article_known_block_at(article, offset);
}

/* ---- reading ---- */

static Article *article_new(Arena *arena)
{
    Article *article = ARENA_NEW(arena, Article);

    article->arena = arena;
    article->invalid_at = TEXT_NOT_FOUND;
    return article;
}

Article *article_from_text(Arena *arena, Text text)
{
    Article *article = article_new(arena);
    LineGroup group = {.end = 0};

    article->text = text;
    article->is_text = true;
    article->complete = true;
    article->indexed = text.size;
    for (size_t start = 0; start < text.size;) {
        size_t newline = text_find_byte(text, '\n', start);
        size_t end = newline == TEXT_NOT_FOUND ? text.size : newline;

        if (text_trim(text_slice(text, (Range){start, end})).size) {
            size_t next = article_text_paragraph(text, start, &group);
            Block block = {.kind = BLOCK_PARAGRAPH, .number = ++article->paragraphs};

            end = next > start && text.bytes[next - 1] == '\n' ? next - 1 : next;
            block.range = (Range){start, end};
            ARRAY_PUSH(arena, article->blocks, block);
        }
        start = end + 1;
    }
    return article;
}

bool article_index(Article *article, size_t offset)
{
    enum { STEP = 64 * 1024 };

    for (size_t step = STEP; !article->complete && article->indexed <= offset;) {
        size_t before = article->indexed;
        bool all_is_loaded;

        (void)file_load(article->file, article->indexed + step);
        article->text = article->file->bytes;
        all_is_loaded = article->text.size == article->file->size;
        article_text_index(article, article->indexed + step, all_is_loaded);
        article->complete = all_is_loaded && article->indexed >= article->text.size;
        if (article->indexed == before)
            step *=
                2; /* a paragraph longer than the step: look twice as far, so that the work stays linear */
    }
    return !article->complete;
}

static bool refuse(Report *report, size_t line, size_t column, const char *why)
{
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, line, column, "%s", why);
    return false;
}

/* Texts up to this size are checked whole; longer ones as far as they are loaded. */
#define CHECKED_BYTES ((size_t)16 << 20)

/* What the bytes 0x80 to 0x9F are in windows-1252 (WHATWG Encoding Standard, index windows-1252). */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/* Has the text control characters of the C1 range, which are windows-1252 that somebody took for Latin-1? */
static bool has_c1(Text text)
{
    for (size_t at = text_find_byte(text, '\xC2', 0); at != TEXT_NOT_FOUND; at = text_find_byte(text, '\xC2', at + 1)) {
        if (at + 1 < text.size && (unsigned char)text.bytes[at + 1] >= 0x80 && (unsigned char)text.bytes[at + 1] < 0xA0 &&
            (unsigned char)text.bytes[at + 1] != 0x85)
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
            code_point = windows_1252[code_point - 0x80];
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
        return invalid == TEXT_NOT_FOUND || refuse(report, line, column, "not UTF-8; try \"iconv -f WINDOWS-1252 -t UTF-8 FILE\"");
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

static bool check_text(Arena *arena, File *file, Report *report)
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
                      "is not a text (it has NUL bytes); quoin reads articles in YAML, JSON and plain text");
    invalid = utf8_find_invalid(text, 0);
    if (invalid != TEXT_NOT_FOUND && file->bytes.size < file->size && invalid + 4 > text.size)
        invalid = TEXT_NOT_FOUND; /* cut where the loading stopped */
    return decode(arena, file, invalid, report);
}

static bool is_article_name(Text path)
{
    return text_ends_with(path, TEXT(".yaml")) || text_ends_with(path, TEXT(".yml")) || text_ends_with(path, TEXT(".json"));
}

Article *article_read(Arena *arena, File *file, ArticleFormat format, Report *report)
{
    Article *article = article_new(arena);
    bool is_yaml =
        format == FORMAT_ARTICLE || (format == FORMAT_AUTO &&
                                               (is_article_name(report->path) || article_yaml_recognises(file->bytes)));

    if (is_yaml) {
        if (file->size > MOST_ARTICLE_BYTES) {
            report->unreadable = true;
            report_over(report, 0, 0, LIMIT_ARTICLE_BYTES, file->size);
            return NULL;
        }
        (void)file_load_all(file);
        file_tell_error(file, report);
        return article_yaml_read(article, file->bytes, report) ? article : NULL;
    }
    if (!check_text(arena, file, report))
        return NULL;
    article->file = file;
    article->text = file->bytes;
    article->is_text = true;
    article_text_begin(article);
    (void)article_index(article, FILE_FIRST_BYTES);
    return article;
}

bool article_peek(Arena *arena, File *file, Text fields[FIELD_COUNT])
{
    Arena scratch = {0};
    Report report;
    Article *article;

    if (article_yaml_recognises(file->bytes))
        return article_yaml_peek(arena, file->bytes, fields);
    report_init(&report, &scratch, (Text){0});
    article = text_trim(file->bytes).size ? article_new(&scratch) : NULL;
    if (article) {
        article->text = file->bytes;
        article_text_begin(article);
        for (int field = 0; field < FIELD_COUNT; field++)
            fields[field] = arena_copy(arena, article->fields[field]);
    }
    arena_release(&scratch);
    return article != NULL;
}
