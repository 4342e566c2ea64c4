/*
 * What is marked overlaps: a quotation has a link in it, and goes on in the next paragraph. So a block is cut wherever a mark begins or ends, and
 * between two cuts the same marks hold: a quotation's outside, a link's in that, a speaker's name inside.
 *
 *     “We |remembered|,” said |Signe Aldous|.        cuts
 *     q1   q1+link    q1       name                  marks
 *
 * A quotation stays open across cuts, and another may be in it; one that ends inside of that goes on to its end.
 */
#include "export/forms/page_body.h"

#include <stdlib.h>

#include "article/link_address.h"
#include "export/markup.h"
#include "export/quotation.h"
#include "formats/yaml/article_writer.h"

size_t page_hue(const PageWriting *writing, size_t quote)
{
    size_t speaker = speakers_of_quote(&writing->speakers, quote);

    return speaker == NO_INDEX ? 0 : 1 + speaker % SPEAKER_HUES;
}

void page_put_anchor(const PageWriting *writing, char letter, size_t number)
{
    if (writing->article) {
        sink_byte(writing->out, 'a');
        sink_number(writing->out, writing->article + 1, 0);
        sink_byte(writing->out, '-');
    }
    sink_byte(writing->out, letter);
    sink_number(writing->out, number, 0);
}

/* ---- marks ---- */

enum { NO_MARK = 0 };

/* What holds from a cut on, each from 1; NO_MARK. */
typedef struct Marks {
    size_t quote;   /* of the listed */
    size_t speaker; /* the listed quotation whose speaker is named there */
    size_t link;
} Marks;

static const Quote *listed(const PageWriting *writing, size_t number)
{
    return &writing->source->analysis->quotes.items[writing->source->quotes[number - 1]];
}

static void put_class(const PageWriting *writing, const char *name, size_t number)
{
    SINK_TEXTS(writing->out, TEXT(" class=\""), text_from(name), TEXT("s"));
    sink_number(writing->out, page_hue(writing, writing->source->quotes[number - 1]), 0);
    sink_byte(writing->out, '"');
}

static void open_quotation(PageWriting *writing, size_t number)
{
    const Quote *quote = listed(writing, number);

    sink_string(writing->out, "<span");
    put_class(writing, "q ", number);
    if (!writing->opened[number - 1]) {
        sink_string(writing->out, " id=\"");
        page_put_anchor(writing, 'q', number);
        sink_byte(writing->out, '"');
    }
    writing->opened[number - 1] = true;
    if (quote->source->speaker_count) {
        sink_string(writing->out, " title=\"");
        markup_write(writing->out, quote_speaker_names(quote, &writing->scratch));
        sink_string(writing->out, quote_speaker_is_doubtful(quote) ? " (doubtful)\"" : "\"");
    }
    sink_byte(writing->out, '>');
}

/* Where a quotation ends, its number leads to the list. The style sheet writes it: it is no part of the text, which may be copied. */
static void put_number(const PageWriting *writing, size_t number, size_t at)
{
    if (at < listed(writing, number)->range.end)
        return;
    sink_string(writing->out, "<a class=\"n\" href=\"#");
    page_put_anchor(writing, 'w', number);
    sink_string(writing->out, "\" data-n=\"");
    sink_number(writing->out, number, 0);
    sink_string(writing->out, "\" aria-label=\"quotation ");
    sink_number(writing->out, number, 0);
    sink_string(writing->out, "\"></a>");
}

static Text address_of(PageWriting *writing, size_t link)
{
    return link_address(&writing->scratch, article_field(writing->source->article, FIELD_URL),
                        link_span_reference(&writing->links, link - 1));
}

/* The words between two cuts. */
static void put_words(PageWriting *writing, Range range, const Marks *marks)
{
    Text address = marks->link ? address_of(writing, marks->link) : (Text){0};

    if (range_is_empty(range))
        return;
    if (address.size) {
        sink_string(writing->out, "<a href=\"");
        markup_write(writing->out, address);
        sink_string(writing->out, "\">");
    }
    if (marks->speaker) {
        sink_string(writing->out, "<b");
        put_class(writing, "", marks->speaker);
        sink_string(writing->out, " title=\"");
        markup_write(writing->out, quote_speaker_names(listed(writing, marks->speaker), &writing->scratch));
        sink_string(writing->out, "\">");
    }
    markup_write(writing->out, text_slice(writing->source->article->text, range));
    sink_string(writing->out, marks->speaker ? "</b>" : "");
    sink_string(writing->out, address.size ? "</a>" : "");
}

/* ---- names of speakers ---- */

static int compare_names(const void *a, const void *b)
{
    const PageName *left = a, *right = b;

    return left->range.start < right->range.start ? -1 : left->range.start > right->range.start;
}

void page_find_names(PageWriting *writing)
{
    for (size_t i = 0; i < writing->source->quote_count; i++) {
        Range range = range_widen(listed(writing, i + 1)->source->mention);

        if (!range_is_empty(range))
            ARRAY_PUSH(&writing->scratch, writing->names, ((PageName){range, i + 1}));
    }
    if (writing->names.count)
        qsort(writing->names.items, writing->names.count, sizeof *writing->names.items, compare_names);
}

/* ---- cuts ---- */

/* Where a mark begins or ends. */
typedef struct Cut {
    size_t at;
    enum { CUT_QUOTE, CUT_SPEAKER, CUT_LINK } kind;
    size_t number;
    bool begins;
} Cut;

typedef ARRAY(Cut) Cuts;

static void add_cuts(Arena *arena, Cuts *cuts, Range block, Range mark, Cut cut)
{
    Range inside = {mark.start > block.start ? mark.start : block.start, mark.end < block.end ? mark.end : block.end};

    if (range_is_empty(inside))
        return;
    cut.at = inside.start;
    cut.begins = true;
    ARRAY_PUSH(arena, *cuts, cut);
    cut.at = inside.end;
    cut.begins = false;
    ARRAY_PUSH(arena, *cuts, cut);
}

/* By place; what ends before what begins, and of what ends the inner before the outer. */
static int compare_cuts(const void *a, const void *b)
{
    const Cut *left = a, *right = b;

    if (left->at != right->at)
        return left->at < right->at ? -1 : 1;
    if (left->begins != right->begins)
        return left->begins ? 1 : -1;
    if (left->number == right->number)
        return 0;
    return (left->number < right->number) == left->begins ? -1 : 1;
}

static void add_quotations(PageWriting *writing, Cuts *cuts, Range block)
{
    const ExportSource *source = writing->source;
    size_t *first = &writing->first_quote;

    while (*first < source->quote_count && listed(writing, *first + 1)->range.end <= block.start)
        ++*first;
    for (size_t i = *first; i < source->quote_count && listed(writing, i + 1)->range.start < block.end; i++)
        add_cuts(&writing->scratch, cuts, block, range_widen(listed(writing, i + 1)->range),
                 (Cut){.kind = CUT_QUOTE, .number = i + 1});
}

static void add_names(PageWriting *writing, Cuts *cuts, Range block)
{
    size_t *first = &writing->first_name;

    while (*first < writing->names.count && writing->names.items[*first].range.end <= block.start)
        ++*first;
    for (size_t i = *first; i < writing->names.count && writing->names.items[i].range.start < block.end; i++)
        add_cuts(&writing->scratch, cuts, block, writing->names.items[i].range,
                 (Cut){.kind = CUT_SPEAKER, .number = writing->names.items[i].number});
}

static Cuts cuts_of(PageWriting *writing, Range block)
{
    Cuts cuts = {0};

    add_quotations(writing, &cuts, block);
    add_names(writing, &cuts, block);
    for (size_t i = link_spans_from(&writing->links, block.start); i < writing->links.items.count; i++) {
        Range link = range_widen(writing->links.items.items[i].range);

        if (link.start >= block.end)
            break;
        add_cuts(&writing->scratch, &cuts, block, link, (Cut){.kind = CUT_LINK, .number = i + 1});
    }
    if (cuts.count)
        qsort(cuts.items, cuts.count, sizeof *cuts.items, compare_cuts);
    return cuts;
}

static void close_quotation(PageWriting *writing, Marks *marks)
{
    sink_string(writing->out, "</span>");
    marks->quote = writing->outer[marks->quote - 1];
}

static void cut_quotation(PageWriting *writing, Marks *marks, const Cut *cut)
{
    if (cut->begins) {
        writing->outer[cut->number - 1] = marks->quote;
        marks->quote = cut->number;
        open_quotation(writing, cut->number);
        return;
    }
    if (marks->quote == cut->number) {
        close_quotation(writing, marks);
        while (marks->quote && listed(writing, marks->quote)->range.end <= cut->at)
            close_quotation(writing, marks);
    }
    put_number(writing, cut->number, cut->at);
}

static void take_cut(PageWriting *writing, Marks *marks, const Cut *cut)
{
    size_t *mark = cut->kind == CUT_SPEAKER ? &marks->speaker : &marks->link;

    if (cut->kind == CUT_QUOTE)
        cut_quotation(writing, marks, cut);
    else if (cut->begins)
        *mark = cut->number;
    else if (*mark == cut->number)
        *mark = NO_MARK;
}

void page_put_range(PageWriting *writing, Range range)
{
    Cuts cuts = cuts_of(writing, range);
    Marks marks = {.quote = NO_MARK};
    size_t at = range.start;

    for (size_t i = 0; i < cuts.count; i++) {
        put_words(writing, (Range){at, cuts.items[i].at}, &marks);
        take_cut(writing, &marks, &cuts.items[i]);
        at = cuts.items[i].at;
    }
    put_words(writing, (Range){at, range.end}, &marks);
}

/* ---- blocks ---- */

/* What stands around the words of a block of each kind; a list's items are in a list besides. */
static const struct {
    const char *before, *after;
} elements[BLOCK_KIND_COUNT] = {
    [BLOCK_PARAGRAPH] = {"<p dir=\"auto\">", "</p>\n"},
    [BLOCK_HEADING] = {"<h2 dir=\"auto\">", "</h2>\n"},
    [BLOCK_CAPTION] = {"<p class=\"caption\" dir=\"auto\">", "</p>\n"},
    [BLOCK_CREDIT] = {"<p class=\"credit\" dir=\"auto\">", "</p>\n"},
    [BLOCK_BLOCKQUOTE] = {"<blockquote dir=\"auto\"><p>", "</p></blockquote>\n"},
    [BLOCK_CITE] = {"<p class=\"cite\" dir=\"auto\">", "</p>\n"},
    [BLOCK_LIST_ITEM] = {"<li dir=\"auto\">", "</li>\n"},
    [BLOCK_ORDERED_ITEM] = {"<li dir=\"auto\">", "</li>\n"},
    [BLOCK_VERBATIM] = {"<pre>\n", "</pre>\n"},
    [BLOCK_NOTE] = {"<p class=\"aside\" dir=\"auto\">", "</p>\n"},
};

static void change_list(Sink *out, const Block *before, const Block *block)
{
    if (before && block && block_goes_on_list(before, block))
        return;
    if (before && block_is_item(before->kind))
        sink_string(out, before->kind == BLOCK_LIST_ITEM ? "</ul>\n" : "</ol>\n");
    if (!block || !block_is_item(block->kind))
        return;
    sink_string(out, block->kind == BLOCK_LIST_ITEM ? "<ul>\n" : "<ol start=\"");
    if (block->kind == BLOCK_ORDERED_ITEM) {
        sink_number(out, block->number, 0);
        sink_string(out, "\">\n");
    }
}

void page_put_body(PageWriting *writing)
{
    const Article *article = writing->source->article;
    const Block *before = NULL;

    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];

        if (block->kind != BLOCK_RULE && !article_is_body_text(article, i))
            continue;
        change_list(writing->out, before, block);
        before = block;
        if (block->kind == BLOCK_RULE) {
            sink_string(writing->out, "<hr>\n");
            continue;
        }
        sink_string(writing->out, elements[block->kind].before);
        page_put_range(writing, block->range);
        sink_string(writing->out, elements[block->kind].after);
    }
    change_list(writing->out, before, NULL);
}
