/*
 * Plain text as an article: its shape is found (shape.h), its passages are read from the front (passages.h) and written as blocks of the
 * article's text (text_writer.h), as far as somebody asks.
 */
#include "formats/text/plain_text.h"

#include <string.h>

#include "formats/formats.h"
#include "formats/text/text_file.h"
#include "formats/text/text_writer.h"

/* What lasts while an article is read from its text. */
typedef struct PlainText {
    Article *article;
    Shape shape;
    PassageReader reader;
    TextWriter writer;
    bool has_head; /* it was looked for */
} PlainText;

static PlainText *plain_text_new(Article *article, size_t most)
{
    PlainText *text = ARENA_NEW(article->arena, PlainText);

    text->article = article;
    text_writer_init(&text->writer, article, most);
    passage_reader_init(&text->reader, article->arena, &text->shape, (Text){0}, false);
    return text;
}

/* More of the source is there: the shape is told anew while that is little. */
static void set_source(PlainText *text, Text source, bool whole)
{
    if (text->reader.source.size == 0) {
        text->reader.at = utf8_mark_size(source);
        shape_recognise(&text->shape, source);
    } else if (text->shape.seen < SHAPE_BYTES_SEEN && source.size >= 2 * text->shape.seen) {
        shape_recognise(&text->shape, source);
    }
    text->reader.source = source;
    text->reader.whole = whole;
}

static bool is_caption(Text line)
{
    static const Text marks[] = {LITERAL("Photo by "), LITERAL("Photo: "), LITERAL("(Photo"), LITERAL("File photo"),
                                 LITERAL("Photograph:")};
    enum { CAPTION_LONGEST = 400, CREDIT_LONGEST = 120 }; /* in bytes: a credit stands at the end */
    Text tail = line.size > CREDIT_LONGEST ? text_slice(line, (Range){line.size - CREDIT_LONGEST, line.size}) : line;

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (line.size < CAPTION_LONGEST && text_find(tail, marks[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* Write a passage as a block of that kind; its words. */
static Text add_block(PlainText *text, BlockKind kind, const Passage *passage)
{
    Range range = text_writer_add(&text->writer, text->reader.source, passage);
    Text words = text_slice(text->article->text, range);

    if (words.size && kind == BLOCK_PARAGRAPH && is_caption(words))
        kind = BLOCK_CAPTION;
    if (words.size)
        article_add_block(text->article, (Block){.range = range, .kind = kind}, words);
    return words;
}

/* ---- the head ---- */

static bool is_stop(char byte)
{
    return byte == '.' || byte == ':' || byte == ';' || byte == ',';
}

enum { TITLE_LONGEST = 200, BYLINE_LONGEST = 100, DATELINE_LONGEST = 70 };

/* A first line that is short and ends without a stop. */
static bool is_title(Text line)
{
    return line.size && line.size <= TITLE_LONGEST && !is_stop(line.bytes[line.size - 1]);
}

/* "By Jane Doe": short, and capitals after "By". */
static bool is_byline(Text line)
{
    bool by = text_starts_with(line, TEXT("By ")) || text_starts_with(line, TEXT("BY "));

    return by && line.size >= 5 && line.size <= BYLINE_LONGEST && !is_stop(line.bytes[line.size - 1]) &&
           !ascii_is_lower(line.bytes[3]);
}

/* The agency in brackets at the end of a dateline: "Jan. 10 (UPI)"; empty when there is none. */
static Range agency_in(Text head)
{
    size_t open = text_find_byte(head, '(', 0);

    if (!head.bytes || open == TEXT_NOT_FOUND || head.size < open + 3 || head.bytes[head.size - 1] != ')')
        return (Range){0, 0};
    return (Range){open + 1, head.size - 1};
}

/* "LONDON", "PORT HALLAM, March 9": the first word in capitals, two of them at least. */
static bool begins_in_capitals(Text head)
{
    size_t at = 0, capitals = 0;

    for (; at < head.size && head.bytes[at] != ' ' && head.bytes[at] != ','; at++) {
        if (ascii_is_lower(head.bytes[at]))
            return false;
        capitals += ascii_is_upper(head.bytes[at]);
    }
    return capitals >= 2;
}

/*
 * "Jan. 10 (UPI) —", "GENEVA (AP) —", "LONDON —": what goes before the first dash of the first paragraph, with an agency in brackets,
 * or in capitals and with a blank before the dash ("NATO—the alliance—" is none).
 */
static void find_dateline(Article *article, Range paragraph)
{
    static const Text dashes[] = {LITERAL("—"), LITERAL("–"), LITERAL("--")};
    Text beginning = text_slice(text_slice(article->text, paragraph), (Range){0, DATELINE_LONGEST});

    for (size_t i = 0; i < COUNT_OF(dashes); i++) {
        size_t dash = text_find(beginning, dashes[i], 0);
        Text head = dash == TEXT_NOT_FOUND ? (Text){0} : text_trim(text_slice(beginning, (Range){0, dash}));
        Range agency = agency_in(head);

        if (head.size < 3 || (range_is_empty(agency) && !(beginning.bytes[dash - 1] == ' ' && begins_in_capitals(head))))
            continue;
        article->dateline = (Range){paragraph.start, paragraph.start + dash + dashes[i].size};
        article->fields[FIELD_DATELINE] = head;
        if (!range_is_empty(agency))
            article->fields[FIELD_SOURCE] = text_slice(head, agency);
        return;
    }
}

/* Is the line that was read the only one before a blank line? */
static bool stands_alone(PassageReader *reader)
{
    PassageReader before = *reader;
    SourceLine line;
    bool after_blank = true, more;

    more = passage_next_line(reader, &line, &after_blank);
    reader->at = before.at;
    reader->ahead.count = reader->used = 0;
    reader->group = (LineGroup){0};
    return more && after_blank;
}

static Passage one_line(PlainText *text, const SourceLine *line)
{
    Passage passage = {.kind = BLOCK_PARAGRAPH};

    ARRAY_PUSH(text->article->arena, passage.lines, *line);
    return passage;
}

/* Recognise title and byline at the start of the text. */
static void take_head(PlainText *text)
{
    size_t at = text->reader.at;
    Article *article = text->article;
    SourceLine line;
    Passage passage;
    bool after_blank;

    text->has_head = true;
    if (!passage_next_line(&text->reader, &line, &after_blank))
        return;
    if (is_title(text_slice(text->reader.source, line.range)) && stands_alone(&text->reader)) {
        passage = one_line(text, &line);
        article->fields[FIELD_TITLE] = add_block(text, BLOCK_TITLE, &passage);
        article_add_block(article, (Block){.range = {article->text.size, article->text.size}, .kind = BLOCK_META},
                          (Text){0});
        at = text->reader.at;
        if (!passage_next_line(&text->reader, &line, &after_blank))
            return;
    }
    if (is_byline(text_slice(text->reader.source, line.range))) {
        passage = one_line(text, &line);
        article->fields[FIELD_BYLINE] = add_block(text, BLOCK_BYLINE, &passage);
        return;
    }
    text->reader.at = at;
    text->reader.ahead.count = text->reader.used = 0;
    text->reader.group = (LineGroup){0};
}

/* ---- the body ---- */

static void add_passage(PlainText *text, const Passage *passage)
{
    Article *article = text->article;
    size_t block = article->blocks.count;
    bool is_first = article->paragraphs == 0;

    if (add_block(text, passage->kind, passage).size && is_first && text->has_head &&
        article->blocks.items[block].kind == BLOCK_PARAGRAPH)
        find_dateline(article, article->blocks.items[block].range);
}

static void add_passages(PlainText *text, size_t until)
{
    const Passage *passage;

    while (text->reader.at < until && passage_next(&text->reader, &passage))
        add_passage(text, passage);
    text->article->indexed = text->article->text.size;
    text->article->taken = text->reader.at;
}

static void index_more(Article *article, size_t until, bool all_is_loaded)
{
    PlainText *text = article->index_state;
    bool begins = text->reader.source.size == 0;

    set_source(text, article->file->bytes, all_is_loaded);
    if (begins)
        take_head(text);
    add_passages(text, until);
    if (all_is_loaded && until >= text->reader.source.size)
        article->taken = text->reader.source.size; /* what is left is blank */
}

/* ---- the whole ---- */

Article *article_from_text(Arena *arena, Text text)
{
    Article *article = article_new(arena);
    PassageReader reader;
    const Passage *passage;
    Shape shape;

    shape_recognise(&shape, text);
    passage_reader_init(&reader, arena, &shape, text, true);
    while (passage_next(&reader, &passage)) {
        Range range = {passage->lines.items[0].range.start, passage->lines.items[passage->lines.count - 1].range.end};

        article_add_block(article, (Block){.range = range, .kind = BLOCK_PARAGRAPH}, text_slice(text, range));
    }
    article->text = text;
    article->indexed = text.size;
    article->complete = true;
    return article;
}

Article *article_from_plain_text(Arena *arena, Text source)
{
    Article *article = article_new(arena);
    PlainText *text = plain_text_new(article, source.size);

    set_source(text, source, true);
    add_passages(text, SIZE_MAX);
    article->complete = true;
    return article;
}

static bool recognises(Text head)
{
    (void)head;
    return true;
}

static bool read_text(Article *article, File *file, Report *report)
{
    if (!text_file_decode(article->arena, file, report))
        return false;
    article->file = file;
    article->index_more = index_more;
    article->index_state = plain_text_new(article, file->reserved_size > file->size ? file->reserved_size : file->size);
    (void)article_index(article, 0);
    return true;
}

/* Enough for a title and what stands beneath it. */
enum { PEEK_BYTES = 8192 };

static bool peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    Arena scratch = {0};
    Article *article = text_trim(head).size ? article_new(&scratch) : NULL;

    if (article) {
        PlainText *text = plain_text_new(article, head.size);

        set_source(text, text_slice(head, (Range){0, PEEK_BYTES}), true);
        take_head(text);
        add_passages(text, text->reader.at + 1);
        for (int field = 0; field < FIELD_COUNT; field++)
            fields[field] = arena_copy(arena, article->fields[field]);
    }
    arena_release(&scratch);
    return article != NULL;
}

const Format text_format = {
    .name = LITERAL("text"),
    .form = LITERAL("plain text"),
    .help = LITERAL("plain text: perhaps a title, a byline and a dateline, then paragraphs"),
    .endings = LITERAL(".txt"),
    .limit = LIMIT_TEXT_BYTES,
    .recognises = recognises,
    .read = read_text,
    .peek = peek,
};
