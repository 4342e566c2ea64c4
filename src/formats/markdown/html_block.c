/*
 * No parser: what people write into Markdown are a few tags around words ("<p align=center>", "<details>", "<br>"), which stand for themselves.
 *
 *     <figure><img src="a.jpg" alt="The pier"><figcaption>Photo: A. Quill</figcaption></figure>
 *
 * is the caption "The pier" and the caption "Photo: A. Quill".
 */
#include "formats/markdown/html_block.h"

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

static void open_block(const HtmlBlock *html, MarkdownWriter *writer)
{
    if (!writer->is_open)
        markdown_open(writer, (Block){.kind = html->kind});
}

/* ---- words ---- */

static void add_words(const HtmlBlock *html, MarkdownWriter *writer, Text words, Range source)
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
            markdown_add(writer, (Text){bytes, utf8_encode(code_point, bytes)},
                         (Range){source.start + at, source.start + end});
            continue;
        }
        end = text_find_byte(words, '&', at + 1);
        end = end == TEXT_NOT_FOUND ? words.size : end;
        if (html->kind == BLOCK_VERBATIM)
            markdown_add_kept(writer, text_slice(words, (Range){at, end}),
                              (Range){source.start + at, source.start + end});
        else
            markdown_add(writer, text_slice(words, (Range){at, end}), (Range){source.start + at, source.start + end});
    }
}

/* ---- tags ---- */

/* Where the tag ends that begins at `at` or goes on there, or the size of the text. */
static size_t tag_end(HtmlBlock *html, Text markup, size_t at)
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

/* The value of `alt` in a tag, in quotes. */
static Range alt_of(Text tag)
{
    size_t at = find_end(tag, TEXT(" alt="), 0), end;

    if (at == TEXT_NOT_FOUND || at + 5 >= tag.size || !strchr("\"'", tag.bytes[at + 5]))
        return UNMAPPED;
    end = text_find_byte(tag, tag.bytes[at + 5], at + 6);
    return end == TEXT_NOT_FOUND ? UNMAPPED : (Range){at + 6, end};
}

static void add_image(MarkdownWriter *writer, Text tag, Range source)
{
    const HtmlBlock caption = {.kind = BLOCK_CAPTION};
    Range alt = alt_of(tag);

    if (writer->is_open) /* in a line of words it says nothing */
        return;
    add_words(&caption, writer, text_slice(tag, alt), (Range){source.start + alt.start, source.start + alt.end});
    markdown_close(writer);
}

static void take_tag(HtmlBlock *html, MarkdownWriter *writer, Text tag, Range source)
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
    if (TEXT_IS_ONE_OF(name, inline_tags))
        return;
    if (text_equal_ignoring_case(name, TEXT("br"))) {
        if (writer->is_open)
            markdown_end_line(writer);
    } else if (text_equal_ignoring_case(name, TEXT("img"))) {
        add_image(writer, tag, source);
    } else if (text_equal_ignoring_case(name, TEXT("hr"))) {
        markdown_add_textless(writer, BLOCK_RULE);
    } else if (text_equal_ignoring_case(name, TEXT("td")) || text_equal_ignoring_case(name, TEXT("th"))) {
        if (writer->is_open)
            markdown_add_blank(writer);
    } else {
        BlockKind kind = kind_of(name);

        markdown_close(writer);
        if (kind != BLOCK_PARAGRAPH)
            html->kind = ends ? BLOCK_PARAGRAPH : kind;
    }
}

/* "<!--", "<p", "</p": what may begin markup. */
static bool begins_markup(Text markup, size_t at)
{
    char next = at + 1 < markup.size ? markup.bytes[at + 1] : '\0';

    return ascii_is_alpha(next) || next == '/' || next == '!' || next == '?';
}

/* Markup at `at`; where it ends. */
static size_t take_markup(HtmlBlock *html, MarkdownWriter *writer, Text markup, size_t at, Range source)
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

void html_block_add(HtmlBlock *html, MarkdownWriter *writer, Text markup, Range source)
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
