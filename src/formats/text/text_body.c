/* What single passages are is told by their form (forms/furniture.h), of some by what stands around them. */
#include "formats/text/forms/furniture.h"
#include "formats/text/forms/head.h"
#include "formats/text/text_blocks.h"

Text text_blocks_add(TextBlocks *blocks, BlockKind kind, const Passage *passage)
{
    Range range = text_writer_add(&blocks->writer, blocks->reader.source, passage);
    Text words = text_slice(blocks->article->text, range);

    if (words.size)
        article_add_block(
            blocks->article,
            (Block){.range = range, .kind = kind, .indent = passage->indent & BLOCK_INDENT_MOST, .tight = passage->tight},
            words);
    return words;
}

/* ---- what a passage is ---- */

static Text words_of(const TextBlocks *blocks, const Passage *passage)
{
    const SourceLines *lines = &passage->lines;

    return text_slice(blocks->reader.source,
                      (Range){lines->items[0].range.start, lines->items[lines->count - 1].range.end});
}

/* What stands before and behind, as far as it tells whether a line between is a heading. */
enum { NEIGHBOUR_LINES = 8, HEADING_LONGEST = 120 };

static Text words_before(const TextBlocks *blocks)
{
    const Article *article = blocks->article;
    const Block *last = article->blocks.count ? &article->blocks.items[article->blocks.count - 1] : NULL;

    if (!last || last->kind == BLOCK_META)
        return (Text){0};
    return text_slice(article->text, last->range);
}

/* To the first line that may end a paragraph. */
static Text words_behind(TextBlocks *blocks)
{
    const SourceLine *line;
    Range range = {0, 0};

    for (size_t index = 0; index < NEIGHBOUR_LINES && (line = passage_line_ahead(&blocks->reader, index)) != NULL;
         index++) {
        if (source_line_is_blank(line)) {
            if (range.end)
                break;
            continue;
        }
        range = (Range){range.end ? range.start : line->range.start, line->range.end};
        if (line_may_end_paragraph(text_slice(blocks->reader.source, line->range)))
            break;
    }
    return text_slice(blocks->reader.source, range);
}

/* "BAAR, SWITZERLAND" alone: where it was written, not what it is called. */
static bool is_dateline(Text words)
{
    Range place, source, date;

    return head_dateline(words, &place, &source, &date) == words.size;
}

static bool is_heading(TextBlocks *blocks, const Passage *passage)
{
    Text words = words_of(blocks, passage);

    return passage->lines.count == 1 && words.size <= HEADING_LONGEST && !line_may_end_paragraph(words) &&
           furniture_is_heading(words_before(blocks), words, words_behind(blocks)) && !is_dateline(words);
}

/* "## The tide", "- The tide", "12. The tide": signs at the front are not shown. */
static void leave_out_marks(const TextBlocks *blocks, Passage *passage, BlockKind kind, unsigned *number)
{
    Range *range = &passage->lines.items[0].range;
    Text line = text_slice(blocks->reader.source, *range);
    size_t size = 0;

    *number = 0;
    if (kind == BLOCK_HEADING) {
        while (size < line.size && (line.bytes[size] == '#' || (size && line.bytes[size] == ' ')))
            size++;
    } else if (block_is_item(kind)) {
        (void)list_item(line, &size, number);
    }
    range->start += size;
}

static BlockKind kind_of(TextBlocks *blocks, const Passage *passage)
{
    BlockKind kind;

    if (passage->kind != BLOCK_PARAGRAPH || passage->printed)
        return passage->kind;
    if (furniture_kind(words_of(blocks, passage), &kind))
        return kind;
    return is_heading(blocks, passage) ? BLOCK_HEADING : BLOCK_PARAGRAPH;
}

/* ---- passages ---- */

static void add_rule(Article *article)
{
    article_add_block(article, (Block){.range = {article->text.size, article->text.size}, .kind = BLOCK_RULE},
                      (Text){0});
}

/* How far an item stands within the list that it goes on with. */
static void set_item_indent(TextBlocks *blocks, Passage *passage)
{
    enum { DEEPEST = 12 };
    const Article *article = blocks->article;
    unsigned indent = passage->lines.items[0].indent, columns;

    if (!article->blocks.count || !block_is_item(article->blocks.items[article->blocks.count - 1].kind))
        blocks->list_indent = indent;
    columns = indent > blocks->list_indent ? indent - blocks->list_indent : 0;
    passage->indent = columns < DEEPEST ? columns : DEEPEST;
}

static void add_passage(TextBlocks *blocks, Passage *passage)
{
    Article *article = blocks->article;
    bool is_first = article->paragraphs == 0;
    BlockKind kind = kind_of(blocks, passage);
    unsigned number;

    if (kind == BLOCK_RULE) {
        add_rule(article);
        return;
    }
    if (block_is_item(kind))
        set_item_indent(blocks, passage);
    leave_out_marks(blocks, passage, kind, &number);
    if (text_blocks_add(blocks, kind, passage).size == 0)
        return;
    if (kind == BLOCK_ORDERED_ITEM)
        article->blocks.items[article->blocks.count - 1].number = number & BLOCK_NUMBER_MOST;
    if (is_first && kind == BLOCK_PARAGRAPH)
        head_take_dateline(article, article->blocks.items[article->blocks.count - 1].range);
}

void text_blocks_add_body(TextBlocks *blocks, size_t until)
{
    Passage *passage;
    bool more = true;

    while (blocks->reader.at < until && (more = passage_next(&blocks->reader, &passage)))
        add_passage(blocks, passage);
    passage_forget(&blocks->reader);
    blocks->article->indexed = blocks->article->text.size;
    /* what is left of a whole file without another passage is blank, and looked at once */
    blocks->article->taken = more || !blocks->reader.whole ? blocks->reader.at : blocks->reader.source.size;
}
