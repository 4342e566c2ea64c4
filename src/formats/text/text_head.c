/*
 * The head is told from lines as they are read, without the signs of terminals and the like in them. So they are written twice: for that, into an
 * article that is thrown away, and then as blocks.
 */
#include "formats/text/forms/furniture.h"
#include "formats/text/forms/head.h"
#include "formats/text/words/line_words.h"
#include "formats/text/text_blocks.h"

typedef struct Head {
    Text lines[HEAD_LINES_LOOKED_AT]; /* clean */
    HeadPart parts[HEAD_LINES_LOOKED_AT];
    size_t ahead[HEAD_LINES_LOOKED_AT + 1]; /* which of the lines ahead each is, and where the last one ends */
    size_t count;                           /* lines that belong to it */
} Head;

/* That line of the head, as a passage. */
static const Passage *line_passage(TextBlocks *blocks, const Head *head, size_t index)
{
    SourceLine line = *passage_line_ahead(&blocks->reader, head->ahead[index]);

    blocks->line.kind = BLOCK_PARAGRAPH;
    blocks->line.lines.count = 0;
    ARRAY_PUSH(blocks->article->arena, blocks->line.lines, line);
    return &blocks->line;
}

/* Long lines are paragraphs: they need not be written to see that. */
static bool may_be_head(const SourceLine *line)
{
    enum { LONGEST = 600 };

    return range_size(line->range) <= LONGEST;
}

static bool is_fence_ahead(TextBlocks *blocks, size_t index)
{
    return line_is_fence(text_slice(blocks->reader.source, passage_line_ahead(&blocks->reader, index)->range));
}

/* The line behind that one; the blank one between the lines of a typescript is none, nor is what recurs on each page. */
static size_t next_ahead(TextBlocks *blocks, size_t index)
{
    const SourceLine *next = passage_line_ahead(&blocks->reader, index + 1);
    bool is_between = blocks->shape.double_spaced && next && source_line_is_blank(next) &&
                      !source_line_is_blank(passage_line_ahead(&blocks->reader, index));

    index += 1 + is_between;
    while ((next = passage_line_ahead(&blocks->reader, index)) != NULL &&
           shape_is_page_line(&blocks->shape, blocks->reader.source, next))
        index++;
    return index;
}

enum { FILLED_COLUMNS = 45 };

/* From how many columns on a line nearly fills the measure; narrow columns of a text that was cut to fit them have narrower lines. */
static unsigned filled_columns(const Shape *shape)
{
    enum { SHORTEST_WORDS = 12, NARROWEST = 24 };
    unsigned columns = shape->width > SHORTEST_WORDS + NARROWEST ? shape->width - SHORTEST_WORDS : NARROWEST;

    return shape->width && columns < FILLED_COLUMNS ? columns : FILLED_COLUMNS;
}

/*
 * Which lines are looked at: none behind a paragraph (a long line, or several that nearly fill a measure), behind a few small ones, or behind a
 * fence. Their number.
 */
static size_t choose_lines(TextBlocks *blocks, Head *head)
{
    enum {
        PARAGRAPH_COLUMNS = 300,
        CUT_COLUMNS = 5 * FILLED_COLUMNS,
        SMALL_COLUMNS = 2 * FILLED_COLUMNS,
        SMALL_MOST = 3
    };
    const unsigned least = filled_columns(&blocks->shape);
    const SourceLine *line;
    size_t count = 0, filled = 0, small = 0, index = 0;

    while (count < HEAD_LINES_LOOKED_AT && filled < CUT_COLUMNS && small < SMALL_MOST &&
           (line = passage_line_ahead(&blocks->reader, index)) != NULL) {
        small += filled >= SMALL_COLUMNS && line->columns < least;
        filled = line->columns >= least ? filled + least : 0;
        filled = line->columns >= PARAGRAPH_COLUMNS || is_fence_ahead(blocks, index) ? CUT_COLUMNS : filled;
        head->ahead[count++] = index;
        index = next_ahead(blocks, index);
    }
    head->ahead[count] = index;
    return count;
}

/* The head ends before a fence. */
static size_t without_fence(TextBlocks *blocks, const Head *head, size_t count)
{
    return count && is_fence_ahead(blocks, head->ahead[count - 1]) ? count - 1 : count;
}

static void read_lines(TextBlocks *blocks, Arena *scratch, Head *head, size_t count)
{
    TextWriter writer;
    size_t size = 0;

    for (size_t i = 0; i < count; i++)
        size += range_size(passage_line_ahead(&blocks->reader, head->ahead[i])->range) + 2;
    text_writer_init(&writer, article_new(scratch), size);
    for (size_t i = 0; i < count; i++) {
        const Passage *passage = line_passage(blocks, head, i);
        const SourceLine *source = &passage->lines.items[0];

        head->lines[i] = text_slice(blocks->reader.source, source->range);
        if (!source_line_is_blank(source) && may_be_head(source))
            head->lines[i] = text_slice(writer.article->text, text_writer_add(&writer, blocks->reader.source, passage));
    }
}

/* ---- what is shown of it ---- */

/* Has a field, but no row of its own. */
static bool is_field_line(HeadPart part)
{
    return part == HEAD_DATE || part == HEAD_UPDATED || part == HEAD_SOURCE || part == HEAD_URL || part == HEAD_KICKER;
}

static bool has_title_below(const Head *head, size_t index)
{
    for (size_t i = index + 1; i < head->count; i++) {
        if (head->parts[i] == HEAD_TITLE)
            return true;
    }
    return false;
}

/* What a line becomes; META: nothing, since a row that is drawn says it. Who sent a letter stands above its subject as it is there. */
static BlockKind kind_of(const Article *article, const Head *head, size_t index)
{
    HeadPart part = head->parts[index], said;
    Text line = head->lines[index], value;
    BlockKind kind;

    switch (part) {
    case HEAD_TITLE:
        return BLOCK_TITLE;
    case HEAD_SUBTITLE:
        return BLOCK_SUBTITLE;
    case HEAD_STANDFIRST:
        return BLOCK_STANDFIRST;
    case HEAD_BYLINE:
        return head_field_line(line, &said, &value) && has_title_below(head, index) ? BLOCK_NOTE : BLOCK_BYLINE;
    case HEAD_NOTE:
        return furniture_kind(line, &kind) ? kind : BLOCK_NOTE;
    case HEAD_NONE:
        return BLOCK_META;
    default:
        return head_is_told(article->fields, line, part) ? BLOCK_META : BLOCK_NOTE;
    }
}

/* The words that a line shows as that part: without "# ", "Title: ", and of a title without what the rows above and below it tell. */
static Text shown_words(Text line, HeadPart part, BlockKind kind)
{
    HeadPart said;
    Text value;

    if (kind != BLOCK_NOTE && part == HEAD_BYLINE && head_field_line(line, &said, &value))
        return value; /* with the address */
    return kind == BLOCK_NOTE || part == HEAD_BYLINE ? line_without_marks(line) : head_value(line, part);
}

/* The range of those words in the source line; all of it if they are not there as they are read. */
static Range words_range(Text source, const SourceLine *line, Text words)
{
    size_t at = text_find(text_slice(source, line->range), words, 0);

    if (words.size == 0 || at == TEXT_NOT_FOUND)
        return line->range;
    return (Range){line->range.start + at, line->range.start + at + words.size};
}

static void add_textless(TextBlocks *blocks, BlockKind kind)
{
    size_t end = blocks->article->text.size;

    article_add_block(blocks->article, (Block){.range = {end, end}, .kind = kind}, (Text){0});
}

static void add_note(TextBlocks *blocks, const SourceLine *line, Range range)
{
    Passage passage = {.kind = BLOCK_PARAGRAPH};
    SourceLine part = *line;

    part.range = range;
    ARRAY_PUSH(blocks->article->arena, passage.lines, part);
    (void)text_blocks_add(blocks, BLOCK_NOTE, &passage);
}

/* When a browser printed the page, and where it found it: before the title and behind it. */
static void add_printing(TextBlocks *blocks, const SourceLine *line, Range rest)
{
    enum { PRINTING_LEAST = 8 };
    Text words = text_slice(blocks->reader.source, rest);

    if (words.size >= PRINTING_LEAST &&
        (ascii_is_digit(words.bytes[0]) || text_find(words, TEXT("://"), 0) != TEXT_NOT_FOUND))
        add_note(blocks, line, rest);
}

/* Directly below another note: the fields of a letter stand together. */
static bool follows_note(const TextBlocks *blocks, const Head *head, size_t index)
{
    const Article *article = blocks->article;

    return index > 0 && head->lines[index - 1].size && article->blocks.count &&
           article->blocks.items[article->blocks.count - 1].kind == BLOCK_NOTE;
}

/* The lines from `first` on that go on in one another: a title over two lines is one. */
static size_t add_lines(TextBlocks *blocks, const Head *head, size_t first)
{
    HeadPart part = head->parts[first];
    BlockKind kind = kind_of(blocks->article, head, first);
    Passage passage = {.kind = BLOCK_PARAGRAPH};
    SourceLine line = {.start = 0};
    Range words = {0, 0};
    size_t end = first;

    while (end < head->count && head->parts[end] == part &&
           (end == first || part == HEAD_TITLE || part == HEAD_STANDFIRST)) {
        SourceLine cut = line = *passage_line_ahead(&blocks->reader, head->ahead[end]);

        words = cut.range = words_range(blocks->reader.source, &line, shown_words(head->lines[end], part, kind));
        if (end == first && kind == BLOCK_TITLE)
            add_printing(blocks, &line, (Range){line.range.start, words.start});
        ARRAY_PUSH(blocks->article->arena, passage.lines, cut);
        end++;
    }
    passage.tight = kind == BLOCK_NOTE && follows_note(blocks, head, first);
    (void)text_blocks_add(blocks, kind, &passage);
    if (kind == BLOCK_TITLE)
        add_printing(blocks, &line, (Range){words.end, line.range.end});
    return end;
}

/* The rows that have no words of their own stand where the form of articles has them. */
static void write_head(TextBlocks *blocks, const Head *head)
{
    const Text *fields = blocks->article->fields;
    bool after_title = !fields[FIELD_TITLE].size && (fields[FIELD_DATE].size || fields[FIELD_SOURCE].size);

    for (size_t i = 0; i < head->count;) {
        HeadPart part = head->parts[i];

        if (kind_of(blocks->article, head, i) == BLOCK_META) {
            i++;
            continue;
        }
        if (after_title && part != HEAD_SUBTITLE)
            add_textless(blocks, BLOCK_META);
        if (part == HEAD_TITLE && blocks->article->fields[FIELD_SECTION].size)
            add_textless(blocks, BLOCK_KICKER);
        after_title = part == HEAD_TITLE || (after_title && part == HEAD_SUBTITLE);
        i = add_lines(blocks, head, i);
    }
    if (after_title)
        add_textless(blocks, BLOCK_META);
    blocks->article->length = (TextLength){0}; /* of notes */
}

static void take_fields(Article *article, const Head *head)
{
    HeadFields read = {0};

    head_read(article->arena, head->lines, head->parts, head->count, &read);
    for (int field = 0; field < FIELD_COUNT; field++)
        article->fields[field] = arena_copy(article->arena, read.fields[field]);
    for (size_t i = 0; i < read.authors.count; i++) {
        const Author *author = &read.authors.items[i];
        Author copy = {arena_copy(article->arena, author->name), arena_copy(article->arena, author->role),
                       arena_copy(article->arena, author->url)};

        ARRAY_PUSH(article->arena, article->authors, copy);
    }
}

/* A standfirst stands above the byline or the date; what the body would begin with is the body's. */
static size_t without_standfirst(const Head *head)
{
    size_t count = head->count;

    for (size_t i = head->count; i > 0 && (head->parts[i - 1] == HEAD_STANDFIRST || head->lines[i - 1].size == 0); i--)
        count = head->parts[i - 1] == HEAD_STANDFIRST ? i - 1 : count;
    return count;
}

/* Does that line of the head go on in the first of the body, which would not have fitted on it? */
static bool goes_on_in_body(TextBlocks *blocks, const Head *head, size_t index)
{
    const SourceLine line = *passage_line_ahead(&blocks->reader, head->ahead[index]);
    const SourceLine *next = passage_line_ahead(&blocks->reader, head->ahead[index + 1]);

    return index + 1 == head->count && head->parts[index] == HEAD_TITLE && !source_line_is_blank(next) &&
           blocks->shape.width && !line_may_end_paragraph(head->lines[index]) &&
           shape_is_filled(&blocks->shape, blocks->reader.source, &line, next);
}

/* "On May 3, 2022, the" + "boat sank": a line that goes on in the next is none of the head. */
static size_t without_cut_line(TextBlocks *blocks, const Head *head, size_t count)
{
    for (size_t i = 0; i < head->count && i + 1 < count; i++) {
        if ((is_field_line(head->parts[i]) && line_begins_small(head->lines[i + 1])) || goes_on_in_body(blocks, head, i))
            return i;
    }
    return head->count;
}

/* Find it, fill the fields, and pass it in the source; `write`: as blocks too. */
static void take_head(TextBlocks *blocks, bool write)
{
    Arena scratch = {0};
    Head *head = ARENA_NEW(&scratch, Head);
    size_t count;

    blocks->has_head = true;
    if (!blocks->shape.printed && passage_skip(&blocks->reader)) {
        count = choose_lines(blocks, head);
        read_lines(blocks, &scratch, head, count);
        head->count = without_fence(blocks, head, head_recognise(head->lines, count, head->parts));
        head->count = without_cut_line(blocks, head, count);
        head->count = without_standfirst(head);
        take_fields(blocks->article, head);
        if (write)
            write_head(blocks, head);
        if (head->count)
            passage_take_lines(&blocks->reader, head->ahead[head->count]);
    }
    arena_release(&scratch);
}

void text_blocks_add_head(TextBlocks *blocks)
{
    take_head(blocks, true);
}

void text_blocks_peek_head(TextBlocks *blocks)
{
    take_head(blocks, false);
}
