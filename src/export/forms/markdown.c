/*
 * An article in Markdown (CommonMark), with its metadata in front, as Obsidian, pandoc and quoin read it. Each block is one line, so that an editor's
 * differences are a paragraph each; what means something in Markdown has a backslash before it.
 *
 * Two lists that follow one another have other signs, else they were one (CommonMark 0.31, 5.3).
 */
#include "article/link_address.h"
#include "article/link_spans.h"
#include "base/unicode/harmless.h"
#include "base/yaml/yaml_write.h"
#include "export/export_forms.h"
#include "export/markup.h"
#include "export/quotation.h"
#include "formats/yaml/article_writer.h"

typedef struct Writing {
    Sink *out;
    Arena scratch;
    const ExportSource *source;
    LinkSpans links;
    bool other_sign; /* of the list that is being written */
} Writing;

/* ---- text ---- */

/* What means something wherever it stands. A "<" or "&" only before some letters, but those are many. */
static bool is_special(char byte)
{
    return byte != '\0' && strchr("\\`*_[]<$~&", byte) != NULL;
}

/* How many bytes of a line are a sign of a block at its start: "#", ">", "+", "-", "=", and the digits of "12.". */
static size_t sign_of_block(Text line)
{
    size_t digits = 0;

    if (line.size == 0)
        return 0;
    if (strchr("#>+-=", line.bytes[0]))
        return 1;
    while (digits < line.size && ascii_is_digit(line.bytes[digits]))
        digits++;
    return digits && digits < line.size && (line.bytes[digits] == '.' || line.bytes[digits] == ')') ? digits + 1 : 0;
}

/* A line break of the text's own is one with a backslash; "indent" stands behind it. */
static void put_text(Sink *out, Text text, const char *indent, bool at_start)
{
    size_t sign = at_start ? sign_of_block(text) : 0;
    uint32_t code_point = 0, before;
    Text rest;

    for (size_t at = 0, size; at < text.size; at += size) {
        before = code_point;
        code_point = utf8_decode(text, at, &size);
        rest = text_slice(text, (Range){at + 1, text.size});
        if (code_point == '\n') {
            SINK_TEXTS(out, TEXT("\\\n"), text_from(indent));
            sign = sign_of_block(rest) ? at + 1 + sign_of_block(rest) : 0;
            continue;
        }
        if (is_special(text.bytes[at]) || (sign && at + 1 == sign))
            sink_byte(out, '\\');
        if (harmless_passes(code_point, before) && (size > 1 || code_point < 0x80))
            sink_text(out, text_slice(text, (Range){at, at + size}));
        else
            markup_write(out, text_slice(text, (Range){at, at + size}));
    }
}

static void put_words(Writing *writing, Text text)
{
    put_text(writing->out, text_trim(arena_on_one_line(&writing->scratch, text)), "", true);
}

/* A heading may end in signs of its own ("## Rooms ##"), which are no words: so the last of the words' has a backslash. */
static void put_heading(Writing *writing, const char *signs, Text text)
{
    Text line = text_trim(arena_on_one_line(&writing->scratch, text));
    bool ends_in_sign = text_ends_with(line, TEXT("#"));

    sink_string(writing->out, signs);
    put_text(writing->out, text_slice(line, (Range){0, line.size - ends_in_sign}), "", false);
    sink_string(writing->out, ends_in_sign ? "\\#" : "");
}

/* "https://example.org/a_(b)" in angle brackets, or behind a link's words: there nothing but these may not stand. */
static void put_address(Sink *out, Text address)
{
    for (size_t i = 0; i < address.size; i++) {
        if (address.bytes[i] == '(' || address.bytes[i] == ')' || address.bytes[i] == '\\')
            SINK_TEXTS(out, address.bytes[i] == '('   ? TEXT("%28")
                            : address.bytes[i] == ')' ? TEXT("%29")
                                                      : TEXT("%5C"));
        else
            sink_byte(out, address.bytes[i]);
    }
}

/* A range of the text, its links as links. */
static void put_range(Writing *writing, Range range, const char *indent)
{
    Text text = writing->source->article->text, base = article_field(writing->source->article, FIELD_URL);
    size_t at = range.start;

    for (size_t i = link_spans_from(&writing->links, range.start); i < writing->links.items.count; i++) {
        Range link = range_widen(writing->links.items.items[i].range);
        Text address = link_address(&writing->scratch, base, link_span_reference(&writing->links, i));

        if (link.start >= range.end)
            break;
        if (link.start < at || link.end > range.end || writing->links.items.items[i].given == 0 || address.size == 0)
            continue;
        put_text(writing->out, text_slice(text, (Range){at, link.start}), indent, at == range.start);
        sink_byte(writing->out, '[');
        put_text(writing->out, text_slice(text, link), indent, false);
        sink_string(writing->out, "](");
        put_address(writing->out, address);
        sink_byte(writing->out, ')');
        at = link.end;
    }
    put_text(writing->out, text_slice(text, (Range){at, range.end}), indent, at == range.start);
}

/* ---- head ---- */

/* A name alone, which other programs read too, or with what the author did. */
static void add_author(Writing *writing, YamlList *authors, const Author *author)
{
    YamlList parts = yaml_list_new(&writing->scratch, YAML_MAPPING);

    if (!author->role.size) {
        yaml_list_add_text(authors, (Text){0}, author->name, YAML_PLAIN);
        return;
    }
    yaml_list_add_text(&parts, TEXT("name"), author->name, YAML_PLAIN);
    yaml_list_add_text(&parts, TEXT("role"), author->role, YAML_PLAIN);
    yaml_list_add(authors, (Text){0}, parts.node);
}

static void put_front(Writing *writing)
{
    static const ArticleField fields[] = {FIELD_SUBTITLE, FIELD_BYLINE,   FIELD_SOURCE, FIELD_DATE,
                                          FIELD_UPDATED,  FIELD_ACCESSED, FIELD_URL,    FIELD_LANGUAGE,
                                          FIELD_SECTION,  FIELD_RIGHTS,   FIELD_ID};
    const Article *article = writing->source->article;
    YamlList front = yaml_list_new(&writing->scratch, YAML_MAPPING),
             authors = yaml_list_new(&writing->scratch, YAML_SEQUENCE);

    yaml_list_add_text(&front, article_field_key(FIELD_TITLE), article_headline(&writing->scratch, article), YAML_PLAIN);
    for (size_t i = 0; i < article->authors.count; i++)
        add_author(writing, &authors, &article->authors.items[i]);
    if (article->authors.count)
        yaml_list_add(&front, article_part_key(PART_AUTHORS), authors.node);
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        if (article_field(article, fields[i]).size)
            yaml_list_add_text(&front, article_field_key(fields[i]), article_field(article, fields[i]), YAML_PLAIN);
    }
    sink_string(writing->out, "---\n");
    yaml_write(writing->out, front.node);
    sink_string(writing->out, "---\n\n");
}

static void put_head(Writing *writing)
{
    const Article *article = writing->source->article;
    Text credits = citation_credits(&writing->scratch, article);
    Text address = link_address(&writing->scratch, (Text){0}, article_field(article, FIELD_URL));

    put_heading(writing, "# ", article_headline(&writing->scratch, article));
    sink_string(writing->out, "\n");
    if (article_field(article, FIELD_SUBTITLE).size) {
        sink_string(writing->out, "\n**");
        put_words(writing, article_field(article, FIELD_SUBTITLE));
        sink_string(writing->out, "**\n");
    }
    if (credits.size || address.size) {
        sink_byte(writing->out, '\n');
        put_words(writing, credits);
        sink_string(writing->out, credits.size && address.size ? " · <" : address.size ? "<" : "");
        put_address(writing->out, address);
        sink_string(writing->out, address.size ? ">\n" : "\n");
    }
    if (article_field(article, FIELD_DESCRIPTION).size) {
        sink_byte(writing->out, '\n');
        put_words(writing, article_field(article, FIELD_DESCRIPTION));
        sink_byte(writing->out, '\n');
    }
}

/* ---- blocks ---- */

static Range trimmed(Text text, Range range)
{
    while (range.start < range.end && ascii_is_blank(text.bytes[range.start]))
        range.start++;
    while (range.end > range.start && ascii_is_blank(text.bytes[range.end - 1]))
        range.end--;
    return range;
}

/* A fence that is longer than any in the text. */
static void put_verbatim(Sink *out, Text text)
{
    size_t longest = 2, run = 0;

    for (size_t i = 0; i < text.size; i++) {
        run = text.bytes[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    sink_fill(out, '`', longest + 1);
    sink_byte(out, '\n');
    harmless_write(out, text, LINES_KEPT);
    sink_string(out, text_ends_with(text, TEXT("\n")) ? "" : "\n");
    sink_fill(out, '`', longest + 1);
}

/* What stands between a block and the one before. */
static void put_between(Writing *writing, const Block *before, const Block *block)
{
    if (before && block_goes_on_list(before, block))
        return;
    if (before && block_is_item(block->kind) && before->kind == block->kind)
        writing->other_sign = !writing->other_sign;
    sink_string(writing->out, before && before->kind == BLOCK_BLOCKQUOTE && block->kind == BLOCK_CITE ? ">\n" : "\n");
}

static void put_block(Writing *writing, const Block *block)
{
    Sink *out = writing->out;
    Range range = trimmed(writing->source->article->text, block->range);

    switch (block->kind) {
    case BLOCK_HEADING:
        put_heading(writing, "## ", text_slice(writing->source->article->text, range));
        break;
    case BLOCK_CAPTION:
    case BLOCK_CREDIT:
        sink_byte(out, '*');
        put_range(writing, range, "");
        sink_byte(out, '*');
        break;
    case BLOCK_BLOCKQUOTE:
    case BLOCK_CITE:
        sink_string(out, block->kind == BLOCK_CITE ? "> — " : "> ");
        put_range(writing, range, "> ");
        break;
    case BLOCK_LIST_ITEM:
        sink_string(out, writing->other_sign ? "* " : "- ");
        put_range(writing, range, "  ");
        break;
    case BLOCK_ORDERED_ITEM:
        sink_number(out, block->number, 0);
        sink_string(out, writing->other_sign ? ") " : ". ");
        put_range(writing, range, "    ");
        break;
    case BLOCK_VERBATIM:
        put_verbatim(out, text_slice(writing->source->article->text, block->range));
        break;
    default:
        put_range(writing, range, "");
        break;
    }
    sink_byte(out, '\n');
}

static void put_body(Writing *writing)
{
    const Article *article = writing->source->article;
    const Block *before = NULL;

    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];

        if (block->kind == BLOCK_RULE) {
            sink_string(writing->out, "\n***\n");
        } else if (article_is_body_text(article, i)) {
            put_between(writing, before, block);
            put_block(writing, block);
        }
        before = block;
    }
}

/* ---- who said what ---- */

static void put_quotation(Writing *writing, size_t number)
{
    const Quote *quote = &writing->source->analysis->quotes.items[writing->source->quotes[number - 1]];
    Text role = quotation_role(writing->source->analysis, quote);

    sink_number(writing->out, number, 0);
    sink_string(writing->out, ". **");
    put_words(writing, quote_speaker_names(quote, &writing->scratch));
    sink_string(writing->out, role.size ? "**, " : "**");
    put_words(writing, role);
    sink_string(writing->out, quote_speaker_is_doubtful(quote) ? " (doubtful): " : ": ");
    put_words(writing, quotation_words(writing->source->analysis, quote));
    sink_byte(writing->out, '\n');
}

static void put_notes(Writing *writing)
{
    sink_string(writing->out, writing->source->note_count ? "\n## Notes\n" : "");
    for (size_t i = 0; i < writing->source->note_count; i++) {
        const ExportNote *note = &writing->source->notes[i];

        sink_string(writing->out, note->words.size ? "\n> " : "");
        put_words(writing, note->words);
        sink_string(writing->out, note->missing ? " (not found in the text)" : "");
        sink_string(writing->out, note->speaker.size ? "\n>\n> — " : "");
        put_words(writing, note->speaker);
        sink_string(writing->out, "\n\n");
        put_text(writing->out, text_trim(note->text), "", true);
        sink_byte(writing->out, '\n');
    }
}

static void add(Export *export, const ExportSource *source)
{
    Writing writing = {.out = export->out, .source = source};

    link_spans_init(&writing.links, &writing.scratch, source->article);
    link_spans_cover(&writing.links, SIZE_MAX);
    if (export->several)
        sink_string(export->out, export->articles ? "\n***\n\n" : "");
    else
        put_front(&writing);
    put_head(&writing);
    put_body(&writing);
    sink_string(export->out, source->quote_count ? "\n## Who said what\n\n" : "");
    for (size_t i = 0; i < source->quote_count; i++)
        put_quotation(&writing, i + 1);
    put_notes(&writing);
    arena_release(&writing.scratch);
}

const ExportForm markdown_form = {.add = add};
