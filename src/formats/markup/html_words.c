/*
 * No parser: what people write into Markdown are a few tags around words ("<p align=center>", "<details>", "<br>"), which stand for themselves.
 *
 *     <figure><img src="a.jpg" alt="The pier"><figcaption>Photo: A. Quill</figcaption></figure>
 *
 * is the caption "The pier" and the caption "Photo: A. Quill".
 */
#include "formats/markup/html_words.h"

#include "formats/text/signs/character_references.h"

static const struct {
    Text name;
    BlockKind kind;
} kinds[] = {
    {LITERAL("h1"), BLOCK_HEADING},         {LITERAL("h2"), BLOCK_HEADING},
    {LITERAL("h3"), BLOCK_HEADING},         {LITERAL("h4"), BLOCK_HEADING},
    {LITERAL("h5"), BLOCK_HEADING},         {LITERAL("h6"), BLOCK_HEADING},
    {LITERAL("li"), BLOCK_LIST_ITEM},       {LITERAL("blockquote"), BLOCK_BLOCKQUOTE},
    {LITERAL("figcaption"), BLOCK_CAPTION}, {LITERAL("caption"), BLOCK_CAPTION},
    {LITERAL("pre"), BLOCK_VERBATIM},
};

/* Of these nothing is shown. */
static const struct {
    Text name, end;
} hidden[] = {
    {LITERAL("script"), LITERAL("</script")},
    {LITERAL("style"), LITERAL("</style")},
    {LITERAL("svg"), LITERAL("</svg")},
    {LITERAL("iframe"), LITERAL("</iframe")},
};

/* Tags within a line of words. */
static const Text inline_tags[] = {
    LITERAL("a"),    LITERAL("b"),    LITERAL("i"),    LITERAL("em"),   LITERAL("strong"), LITERAL("span"),
    LITERAL("u"),    LITERAL("s"),    LITERAL("del"),  LITERAL("ins"),  LITERAL("mark"),   LITERAL("small"),
    LITERAL("sub"),  LITERAL("sup"),  LITERAL("abbr"), LITERAL("cite"), LITERAL("code"),   LITERAL("q"),
    LITERAL("font"), LITERAL("time"), LITERAL("kbd"),
};

static BlockKind kind_of(Text name)
{
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (text_equal_ignoring_case(name, kinds[i].name))
            return kinds[i].kind;
    }
    return BLOCK_PARAGRAPH;
}

/* The first `end` in small or large letters; its place, or TEXT_NOT_FOUND. */
static size_t find_end(Text text, Text end, size_t from)
{
    for (size_t at = from; (at = text_find_byte(text, end.bytes[0], at)) != TEXT_NOT_FOUND; at++) {
        if (text_equal_ignoring_case(text_slice(text, (Range){at, at + end.size}), end))
            return at;
    }
    return TEXT_NOT_FOUND;
}

static void open_block(const HtmlWords *html, MarkupWriter *writer)
{
    unsigned indent = html->lists > 1 ? 2 * (html->lists - 1) : 0;
    Block block = {.kind = html->kind, .indent = (indent < BLOCK_INDENT_MOST ? indent : 0) & BLOCK_INDENT_MOST};

    if (writer->is_open)
        return;
    if (block.kind == BLOCK_ORDERED_ITEM)
        block.number = html->number & BLOCK_NUMBER_MOST;
    markup_open(writer, block);
}

/* ---- words ---- */

static void add_words(const HtmlWords *html, MarkupWriter *writer, Text words, Range source)
{
    if (!writer->is_open && text_trim(words).size == 0)
        return;
    open_block(html, writer);
    for (size_t at = 0, end; at < words.size; at = end) {
        uint32_t code_point;
        size_t size = character_reference(text_slice(words, (Range){at, words.size}), &code_point);
        char bytes[4];

        if (size) {
            end = at + size;
            markup_add(writer, (Text){bytes, utf8_encode(code_point, bytes)},
                       (Range){source.start + at, source.start + end});
            continue;
        }
        end = text_find_byte(words, '&', at + 1);
        end = end == TEXT_NOT_FOUND ? words.size : end;
        if (html->kind == BLOCK_VERBATIM)
            markup_add_kept(writer, text_slice(words, (Range){at, end}), (Range){source.start + at, source.start + end});
        else
            markup_add(writer, text_slice(words, (Range){at, end}), (Range){source.start + at, source.start + end});
    }
}

/* ---- tags ---- */

/* Where the tag ends that begins at `at` or goes on there, or the size of the text. */
static size_t tag_end(HtmlWords *html, Text markup, size_t at)
{
    html->in_tag = true;
    for (; at < markup.size && html->in_tag; at++) {
        char byte = markup.bytes[at];

        if (html->quote)
            html->quote = byte == html->quote ? '\0' : html->quote;
        else if (byte == '"' || byte == '\'')
            html->quote = byte;
        else
            html->in_tag = byte != '>';
    }
    return at;
}

/* The value of an attribute, in quotes; `name` is " alt=". Empty: it has none. */
static Range value_of(Text tag, Text name)
{
    size_t at = find_end(tag, name, 0), end;

    if (at == TEXT_NOT_FOUND)
        return UNMAPPED;
    at += name.size;
    if (at >= tag.size || (tag.bytes[at] != '"' && tag.bytes[at] != '\''))
        return UNMAPPED;
    end = text_find_byte(tag, tag.bytes[at], at + 1);
    return end == TEXT_NOT_FOUND ? UNMAPPED : (Range){at + 1, end};
}

static void add_image(MarkupWriter *writer, Text tag, Range source)
{
    const HtmlWords caption = {.kind = BLOCK_CAPTION};
    Range alt = value_of(tag, TEXT(" alt="));

    if (writer->is_open) /* in a line of words it says nothing */
        return;
    add_words(&caption, writer, text_slice(tag, alt), (Range){source.start + alt.start, source.start + alt.end});
    markup_close(writer);
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

static void take_link(const HtmlWords *html, MarkupWriter *writer, Text tag, bool ends)
{
    Text address = text_slice(tag, value_of(tag, TEXT(" href=")));

    if (ends && writer->is_open) {
        markup_end_link(writer);
    } else if (!ends) {
        open_block(html, writer);
        markup_begin_link(writer, copy_address(writer->builder->article->arena, text_trim(address)));
    }
}

/* ---- what sets words apart ---- */

static const struct {
    Text name;
    unsigned style;
} styles[] = {
    {LITERAL("b"), EMPHASIS_BOLD},
    {LITERAL("strong"), EMPHASIS_BOLD},
    {LITERAL("i"), EMPHASIS_ITALIC},
    {LITERAL("em"), EMPHASIS_ITALIC},
};

static void take_inline(const HtmlWords *html, MarkupWriter *writer, Text name, Text tag, bool ends)
{
    if (text_equal_ignoring_case(name, TEXT("a")))
        take_link(html, writer, tag, ends);
    for (size_t i = 0; i < COUNT_OF(styles); i++) {
        if (!text_equal_ignoring_case(name, styles[i].name))
            continue;
        if (!ends)
            open_block(html, writer);
        if (writer->is_open)
            markup_set_apart(writer, styles[i].style, !ends);
    }
}

/* ---- blocks ---- */

static void take_list(HtmlWords *html, Text name, bool ends)
{
    html->lists += ends ? 0 : 1;
    html->lists -= ends && html->lists ? 1 : 0;
    html->number = !ends && text_equal_ignoring_case(name, TEXT("ol")) ? 1 : 0;
    html->kind = BLOCK_PARAGRAPH;
}

static void take_block(HtmlWords *html, MarkupWriter *writer, Text name, bool ends)
{
    BlockKind kind = kind_of(name);

    if (writer->is_open && html->kind == BLOCK_ORDERED_ITEM && writer->builder->text.count > writer->block.range.start)
        html->number++;
    markup_close(writer);
    if (text_equal_ignoring_case(name, TEXT("ul")) || text_equal_ignoring_case(name, TEXT("ol")))
        take_list(html, name, ends);
    else if (kind == BLOCK_LIST_ITEM && html->number)
        html->kind = ends ? BLOCK_PARAGRAPH : BLOCK_ORDERED_ITEM;
    else if (kind != BLOCK_PARAGRAPH)
        html->kind = ends ? BLOCK_PARAGRAPH : kind;
}

static void take_tag(HtmlWords *html, MarkupWriter *writer, Text tag, Range source)
{
    bool ends = tag.size > 1 && tag.bytes[1] == '/';
    size_t start = ends ? 2 : 1, end = start;
    Text name;

    while (end < tag.size && ascii_is_alnum(tag.bytes[end]))
        end++;
    name = text_slice(tag, (Range){start, end});
    for (size_t i = 0; !ends && i < COUNT_OF(hidden); i++) {
        if (text_equal_ignoring_case(name, hidden[i].name) && !text_ends_with(tag, TEXT("/>")))
            html->until = hidden[i].end;
    }
    if (TEXT_IS_ONE_OF(name, inline_tags)) {
        take_inline(html, writer, name, tag, ends);
    } else if (text_equal_ignoring_case(name, TEXT("br"))) {
        if (writer->is_open)
            markup_end_line(writer);
    } else if (text_equal_ignoring_case(name, TEXT("img"))) {
        add_image(writer, tag, source);
    } else if (text_equal_ignoring_case(name, TEXT("hr"))) {
        markup_add_textless(writer, BLOCK_RULE);
    } else if (text_equal_ignoring_case(name, TEXT("td")) || text_equal_ignoring_case(name, TEXT("th"))) {
        if (writer->is_open)
            markup_add_blank(writer);
    } else {
        take_block(html, writer, name, ends);
    }
}

/* "<!--", "<p", "</p": what may begin markup. */
static bool begins_markup(Text markup, size_t at)
{
    char next = at + 1 < markup.size ? markup.bytes[at + 1] : '\0';

    return ascii_is_alpha(next) || next == '/' || next == '!' || next == '?';
}

/* Markup at `at`; where it ends. */
static size_t take_markup(HtmlWords *html, MarkupWriter *writer, Text markup, size_t at, Range source)
{
    Text rest = text_slice(markup, (Range){at, markup.size});
    size_t end;

    if (text_starts_with(rest, TEXT("<!--"))) {
        html->until = TEXT("-->");
        return at + 4;
    }
    end = tag_end(html, markup, at);
    take_tag(html, writer, text_slice(markup, (Range){at, end}), (Range){source.start + at, source.start + end});
    return end;
}

void html_words_add(HtmlWords *html, MarkupWriter *writer, Text markup, Range source)
{
    for (size_t at = 0, end; at < markup.size; at = end) {
        if (html->until.size) {
            end = find_end(markup, html->until, at);
            if (end == TEXT_NOT_FOUND)
                return;
            html->in_tag = html->until.bytes[0] == '<'; /* "</script" is a tag, of which the ">" is still to come */
            end += html->until.size;
            html->until = (Text){0};
        } else if (html->in_tag) {
            end = tag_end(html, markup, at);
        } else if (markup.bytes[at] == '<' && begins_markup(markup, at)) {
            end = take_markup(html, writer, markup, at, source);
        } else {
            end = text_find_byte(markup, '<', at + 1);
            end = end == TEXT_NOT_FOUND ? markup.size : end;
            add_words(html, writer, text_slice(markup, (Range){at, end}),
                      (Range){source.start + at, source.start + end});
        }
    }
}
