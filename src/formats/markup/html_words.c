/*
 * No parser: what people write into Markdown are a few tags around words ("<p align=center>", "<details>", "<br>"), which stand for themselves.
 *
 *     <figure><img src="a.jpg" alt="The pier"><figcaption>Photo: A. Quill</figcaption></figure>
 *
 * is the caption "The pier" and the caption "Photo: A. Quill". Where a tag ends, base/html/html_scan.h tells, and what it is, html_tags.h there.
 */
#include "formats/markup/html_words.h"

#include "base/html/html_tags.h"
#include "formats/text/signs/character_references.h"

/* Of these nothing is shown. */
static const HtmlTag hidden[] = {HTML_AUDIO, HTML_CANVAS, HTML_IFRAME,   HTML_SCRIPT,
                                 HTML_STYLE, HTML_SVG,    HTML_TEMPLATE, HTML_VIDEO};

enum { LISTS_MOST = 16 /* in one another, that are told apart */ };

typedef struct Pass {
    const HtmlWords *html;
    MarkupWriter *writer;
    Text markup;
    size_t piece;                   /* that the next words are in, or a later one */
    BlockKind kind;                 /* of the words that come, which has text */
    unsigned number;                /* of the item that they are in */
    size_t lists;                   /* that are open, in one another */
    unsigned numbers[LISTS_MOST];   /* of the next item of each, from 1; 0: it has no numbers */
    bool endless[COUNT_OF(hidden)]; /* the rest of the markup does not end one */
} Pass;

void html_words_add(Arena *arena, HtmlWords *html, Text piece, Range source)
{
    ARRAY_PUSH(arena, html->pieces, ((HtmlPiece){html->markup.count, source}));
    text_buffer_add(arena, &html->markup, piece);
}

static BlockKind kind_of(HtmlTag tag)
{
    switch (tag) {
    case HTML_LI:
        return BLOCK_LIST_ITEM;
    case HTML_BLOCKQUOTE:
        return BLOCK_BLOCKQUOTE;
    case HTML_FIGCAPTION:
    case HTML_CAPTION:
        return BLOCK_CAPTION;
    case HTML_PRE:
        return BLOCK_VERBATIM;
    default:
        return html_tag_traits(tag) & TAG_HEADING ? BLOCK_HEADING : BLOCK_PARAGRAPH;
    }
}

/* What comes behind the first block of an item is set in as that is. */
static void open_block(Pass *pass)
{
    size_t indent = 2 * (block_is_item(pass->kind) && pass->lists ? pass->lists - 1 : pass->lists);
    Block block = {.kind = pass->kind, .indent = (indent < BLOCK_INDENT_MOST ? indent : 0) & BLOCK_INDENT_MOST};

    if (pass->writer->is_open)
        return;
    if (block.kind == BLOCK_ORDERED_ITEM)
        block.number = pass->number & BLOCK_NUMBER_MOST;
    if (block_is_item(pass->kind))
        pass->kind = BLOCK_PARAGRAPH;
    markup_open(pass->writer, block);
}

/* ---- words ---- */

static void add_run(const Pass *pass, Text words, Range source)
{
    if (pass->writer->block.kind == BLOCK_VERBATIM)
        markup_add_kept(pass->writer, words, source);
    else
        markup_add(pass->writer, words, source);
}

/* `source`: where all of them stand, byte for byte; or UNMAPPED. */
static void add_words(Pass *pass, Text words, Range source)
{
    bool is_mapped = !range_is_empty(source);

    if (!pass->writer->is_open && text_trim(words).size == 0)
        return;
    open_block(pass);
    for (size_t at = 0, end; at < words.size; at = end) {
        uint32_t code_point;
        size_t size = character_reference(text_slice(words, (Range){at, words.size}), &code_point);
        char bytes[4];
        Range place;

        end = size ? at + size : text_find_byte(words, '&', at + 1);
        end = end == TEXT_NOT_FOUND ? words.size : end;
        place = is_mapped ? (Range){source.start + at, source.start + end} : UNMAPPED;
        if (size)
            markup_add(pass->writer, (Text){bytes, utf8_encode(code_point, bytes)}, place);
        else
            add_run(pass, text_slice(words, (Range){at, end}), place);
    }
}

/* The words in a range of the markup, piece by piece. */
static void add_range(Pass *pass, Range range)
{
    const HtmlWords *html = pass->html;

    while (range.start < range.end) {
        const HtmlPiece *piece;
        size_t end, from;

        while (pass->piece + 1 < html->pieces.count && html->pieces.items[pass->piece + 1].start <= range.start)
            pass->piece++;
        piece = &html->pieces.items[pass->piece];
        end = pass->piece + 1 < html->pieces.count ? html->pieces.items[pass->piece + 1].start : pass->markup.size;
        end = end < range.end ? end : range.end;
        from = piece->source.start + (range.start - piece->start);
        add_words(pass, text_slice(pass->markup, (Range){range.start, end}),
                  range_is_empty(piece->source) ? UNMAPPED : (Range){from, from + (end - range.start)});
        range.start = end;
    }
}

/* ---- images and links ---- */

static void add_image(Pass *pass, const HtmlMark *mark)
{
    Text alt = html_mark_attribute(pass->markup, mark, TEXT("alt"));
    BlockKind kind = pass->kind;
    size_t at;

    if (alt.size == 0 || pass->writer->is_open) /* in a line of words it says nothing */
        return;
    at = (size_t)(alt.bytes - pass->markup.bytes);
    pass->kind = BLOCK_CAPTION;
    add_range(pass, (Range){at, at + alt.size});
    markup_close(pass->writer);
    pass->kind = kind;
}

/* As it is meant, in the article's arena. */
static Text copy_address(Arena *arena, Text written)
{
    TextBuffer address = {0};

    for (size_t at = 0, size; at < written.size; at += size) {
        uint32_t code_point;
        char bytes[4];

        size = character_reference(text_slice(written, (Range){at, written.size}), &code_point);
        if (size)
            text_buffer_add(arena, &address, (Text){bytes, utf8_encode(code_point, bytes)});
        else
            text_buffer_add(arena, &address, text_slice(written, (Range){at, at + (size = 1)}));
    }
    return text_buffer_text(&address);
}

static void take_link(Pass *pass, const HtmlMark *mark)
{
    Text address;

    if (mark->kind == HTML_MARK_END) {
        if (pass->writer->is_open)
            markup_end_link(pass->writer);
        return;
    }
    address = text_trim(html_mark_attribute(pass->markup, mark, TEXT("href")));
    open_block(pass);
    markup_begin_link(pass->writer, copy_address(pass->writer->builder->article->arena, address));
}

static void set_apart(Pass *pass, unsigned style, bool begins)
{
    if (begins)
        open_block(pass);
    if (pass->writer->is_open)
        markup_set_apart(pass->writer, style, begins);
}

/* ---- blocks ---- */

/* The value of a "start" or a "value"; `otherwise`: it has none. */
static unsigned number_of(const Pass *pass, const HtmlMark *mark, Text name, unsigned otherwise)
{
    size_t number;

    return text_to_number(html_mark_attribute(pass->markup, mark, name), BLOCK_NUMBER_MOST, &number) ? (unsigned)number
                                                                                                     : otherwise;
}

static void take_list(Pass *pass, HtmlTag tag, const HtmlMark *mark)
{
    pass->kind = BLOCK_PARAGRAPH;
    if (mark->kind == HTML_MARK_END) {
        pass->lists -= pass->lists ? 1 : 0;
        return;
    }
    if (pass->lists < LISTS_MOST)
        pass->numbers[pass->lists] = tag == HTML_OL ? number_of(pass, mark, TEXT("start"), 1) : 0;
    pass->lists++;
}

static void take_item(Pass *pass, const HtmlMark *mark)
{
    unsigned *next = pass->lists && pass->lists <= LISTS_MOST ? &pass->numbers[pass->lists - 1] : NULL;

    pass->kind = BLOCK_LIST_ITEM;
    if (!next || !*next)
        return;
    pass->kind = BLOCK_ORDERED_ITEM;
    pass->number = number_of(pass, mark, TEXT("value"), *next);
    *next = pass->number < BLOCK_NUMBER_MOST ? pass->number + 1 : pass->number;
}

static void take_block(Pass *pass, HtmlTag tag, const HtmlMark *mark)
{
    BlockKind kind = kind_of(tag);

    markup_close(pass->writer);
    if (tag == HTML_UL || tag == HTML_OL)
        take_list(pass, tag, mark);
    else if (kind != BLOCK_PARAGRAPH && mark->kind == HTML_MARK_END)
        pass->kind = BLOCK_PARAGRAPH;
    else if (tag == HTML_LI)
        take_item(pass, mark);
    else if (kind != BLOCK_PARAGRAPH)
        pass->kind = kind;
}

/* ---- tags ---- */

static void take_other(Pass *pass, HtmlTag tag, const HtmlMark *mark)
{
    unsigned traits = html_tag_traits(tag);

    if (traits & (TAG_MEDIA | TAG_CONTROL) || tag == HTML_TD || tag == HTML_TH) {
        if (pass->writer->is_open)
            markup_add_blank(pass->writer);
    } else if (!(traits & (TAG_INLINE | TAG_HIDDEN))) {
        take_block(pass, tag, mark);
    }
}

static void take_tag(Pass *pass, HtmlTag tag, const HtmlMark *mark)
{
    bool begins = mark->kind == HTML_MARK_START;

    switch (tag) {
    case HTML_A:
        take_link(pass, mark);
        break;
    case HTML_B:
    case HTML_STRONG:
        set_apart(pass, EMPHASIS_BOLD, begins);
        break;
    case HTML_I:
    case HTML_EM:
        set_apart(pass, EMPHASIS_ITALIC, begins);
        break;
    case HTML_BR:
        if (pass->writer->is_open)
            markup_end_line(pass->writer);
        break;
    case HTML_IMG:
        add_image(pass, mark);
        break;
    case HTML_HR:
        markup_add_textless(pass->writer, BLOCK_RULE);
        break;
    default:
        take_other(pass, tag, mark);
        break;
    }
}

/* Behind a mark, and behind what is in it where nothing of that is shown. */
static size_t after(Pass *pass, HtmlTag tag, const HtmlMark *mark)
{
    Text name = html_mark_name(pass->markup, mark);
    size_t end = html_after_mark(pass->markup, mark);

    for (size_t i = 0; i < COUNT_OF(hidden) && mark->kind == HTML_MARK_START; i++) {
        size_t found;

        if (hidden[i] != tag || pass->endless[i] || text_ends_with(text_slice(pass->markup, mark->range), TEXT("/>")))
            continue;
        found = html_end_tag(pass->markup, end, name);
        pass->endless[i] = found == pass->markup.size;
        return pass->endless[i] ? end : found;
    }
    return end;
}

static bool is_closed(Text markup, const HtmlMark *mark)
{
    return text_ends_with(text_slice(markup, mark->range), TEXT(">"));
}

void html_words_write(HtmlWords *html, MarkupWriter *writer)
{
    Pass pass = {.html = html, .writer = writer, .markup = text_buffer_text(&html->markup), .kind = BLOCK_PARAGRAPH};
    size_t at = 0;
    HtmlMark mark;

    while (html_next_mark(pass.markup, at, &mark) && is_closed(pass.markup, &mark)) {
        HtmlTag tag = mark.kind == HTML_MARK_OTHER ? HTML_TEXT : html_mark_tag(pass.markup, &mark);

        add_range(&pass, (Range){at, mark.range.start});
        if (tag != HTML_TEXT)
            take_tag(&pass, tag, &mark);
        at = after(&pass, tag, &mark);
    }
    add_range(&pass, (Range){at, pass.markup.size});
    html->markup.count = html->pieces.count = 0;
}
