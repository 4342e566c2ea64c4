/*
 * One pass over the tree. What is around an element is what is around its parent, and perhaps the element: kept by the index of each for as
 * long as the pass takes, so that no stack is needed.
 *
 *     <p class="byline">By <a>Jane Doe</a><time>May 3</time></p>        By Jane Doe May 3
 *                                                                      pieces: "By", "Jane Doe", "May 3"
 */
#include "html/metadata/sources/page_lines.h"

#include "base/lower_bound.h"
#include "base/unicode/unicode.h"

/* ---- hints ---- */

static const struct {
    Text word;
    PageHint hint;
} hint_words[] = {
#define HINT_WORD(word, hint) {LITERAL(word), HINT_##hint},
#include "html/metadata/sources/hint_words.def"
#undef HINT_WORD
};

enum { WORD_LONGEST = 20, NAME_LONGEST = 300 }; /* bytes that are looked at */

static void note_word(Text word, bool *hints)
{
    size_t at;

    LOWER_BOUND(at, COUNT_OF(hint_words), text_is_before(hint_words[at].word, word));
    if (at < COUNT_OF(hint_words) && text_equal(hint_words[at].word, word))
        hints[hint_words[at].hint] = true;
}

/* A name as classes and ids have them is words: "post-author", "entry_author", "postAuthor". */
static void note_name(Text name, bool *hints)
{
    char word[WORD_LONGEST];
    size_t size = 0;

    name = text_slice(name, (Range){0, NAME_LONGEST});
    for (size_t at = 0; at <= name.size; at++) {
        char byte = at < name.size ? name.bytes[at] : ' ';

        if (!ascii_is_alpha(byte) || (ascii_is_upper(byte) && at && !ascii_is_upper(name.bytes[at - 1]))) {
            if (size)
                note_word((Text){word, size}, hints);
            size = 0;
        }
        if (ascii_is_alpha(byte) && size < WORD_LONGEST)
            word[size++] = ascii_to_lower(byte);
    }
}

/* Many elements have the same names: of those that were met last the hints are known. */
enum { NAME_SLOTS = 256 };
typedef struct KnownName {
    Text name;
    bool hints[HINT_COUNT];
} KnownName;

static void note_known_name(KnownName *known, Text name, bool *hints)
{
    KnownName *slot = &known[text_hash(name) % NAME_SLOTS];

    if (!text_equal(slot->name, name)) {
        *slot = (KnownName){.name = name};
        note_name(name, slot->hints);
    }
    for (size_t i = 0; i < HINT_COUNT; i++)
        hints[i] |= slot->hints[i];
}

/* "https://example.org/authors/jane-doe": the page of somebody who writes there. */
static bool leads_to_author(Text address)
{
    static const Text folders[] = {
        LITERAL("author"),     LITERAL("authors"),  LITERAL("people"),       LITERAL("staff"),   LITERAL("team"),
        LITERAL("by"),         LITERAL("writers"),  LITERAL("contributors"), LITERAL("profile"), LITERAL("autor"),
        LITERAL("auteur"),     LITERAL("autoren"),  LITERAL("contributor"),  LITERAL("writer"),  LITERAL("experts"),
        LITERAL("journalist"), LITERAL("profiles"), LITERAL("our-team"),     LITERAL("reporter")};
    Text folder;

    address = text_slice(address, (Range){0, NAME_LONGEST});
    for (size_t at = 0; text_next_part(address, '/', &at, &folder);) {
        if (TEXT_IS_ONE_OF(folder, folders))
            return at + 2 < address.size; /* somebody's, not all of them */
    }
    return false;
}

/* Of the element alone. `known`: NAME_SLOTS of them, or NULL. */
static void note_hints(const HtmlTree *tree, size_t node, KnownName *known, bool *hints)
{
    static const Text names[] = {LITERAL("class"),   LITERAL("id"),          LITERAL("itemprop"),
                                 LITERAL("rel"),     LITERAL("data-testid"), LITERAL("data-component"),
                                 LITERAL("property")};
    const HtmlNode *element = &tree->nodes.items[node];

    if (element->tag == HTML_BODY || element->tag == HTML_HTML)
        return;
    for (size_t i = 0; i < element->attribute_count; i++) {
        const HtmlAttribute *attribute = &tree->attributes.items[element->attribute + i];

        if (!attribute->value.size || text_index_of(attribute->name, names, COUNT_OF(names)) == COUNT_OF(names))
            continue;
        if (known)
            note_known_name(known, attribute->value, hints);
        else
            note_name(attribute->value, hints);
    }
    hints[HINT_AUTHOR] |= element->tag == HTML_A && leads_to_author(html_attribute(tree, node, TEXT("href")));
    if (element->tag == HTML_MAIN || element->tag == HTML_ARTICLE)
        hints[HINT_ASIDE] = false;
    hints[HINT_ASIDE] |= element->tag == HTML_NAV || element->tag == HTML_ASIDE;
    hints[HINT_DATE] |= element->tag == HTML_TIME;
}

size_t page_element_around(const HtmlTree *tree, size_t node, PageHint hint)
{
    for (; node > 0; node = tree->nodes.items[node].parent) {
        bool hints[HINT_COUNT] = {false};

        note_hints(tree, node, NULL, hints);
        if (hints[hint])
            return node;
    }
    return 0;
}

/* ---- lines ---- */

/* Of an element: for each hint the innermost one around it, or itself, that is named so; 0: none. */
typedef struct Around {
    uint32_t elements[HINT_COUNT];
} Around;

typedef struct Writer {
    Arena *arena;
    const HtmlTree *tree;
    PageLines *lines;
    TextBuffer text, pieces; /* of the line that is written */
    PageLine line;           /* the rest of it */
    size_t last;             /* the node of the characters before; 0: none in this line */
    bool blank;              /* blanks before what comes next */
    size_t link_end;         /* of the <a> that it began in */
    KnownName *known;        /* NAME_SLOTS; NULL: nobody asks for hints */
} Writer;

static void end_line(Writer *writer)
{
    if (writer->text.count) {
        writer->line.text = arena_copy(writer->arena, text_buffer_text(&writer->text));
        writer->line.pieces = arena_copy(writer->arena, text_buffer_text(&writer->pieces));
        writer->line.is_link = writer->last < writer->link_end;
        ARRAY_PUSH(writer->arena, writer->lines->items, writer->line);
    }
    writer->text.count = writer->pieces.count = 0;
    writer->line = (PageLine){.node = 0};
    writer->last = writer->link_end = 0;
    writer->blank = false;
}

static bool is_inside(const HtmlTree *tree, size_t node, size_t element)
{
    return node >= element && node < tree->nodes.items[element].end;
}

/* "<b>F</b><span>erry</span>" */
static bool is_drop_cap(const Writer *writer, size_t node)
{
    Text text = writer->tree->nodes.items[node].text;
    size_t size = writer->text.count;

    return size && text.size && ascii_is_lower(text.bytes[0]) && ascii_is_upper(writer->text.items[size - 1]) &&
           (size == 1 || writer->text.items[size - 2] == ' ');
}

/* Two elements beside one another: <a>Jane Doe</a><time>May 3</time>. Where one is in the other, only "by<a>Jane": the case tells. */
static bool is_new_piece(const Writer *writer, size_t node)
{
    const HtmlNode *nodes = writer->tree->nodes.items;
    size_t before = nodes[writer->last].parent, now = nodes[node].parent;

    if (is_drop_cap(writer, node))
        return false;
    return writer->last && before != now && !is_inside(writer->tree, now, before) &&
           !is_inside(writer->tree, before, now);
}

static bool is_hump(const Writer *writer, size_t node)
{
    Text text = writer->tree->nodes.items[node].text;
    size_t size;

    return writer->text.count && text.size &&
           writer->tree->nodes.items[writer->last].parent != writer->tree->nodes.items[node].parent &&
           ascii_is_lower(writer->text.items[writer->text.count - 1]) && unicode_is_upper(utf8_decode(text, 0, &size));
}

static void add_run(Writer *writer, Text run)
{
    text_buffer_add(writer->arena, &writer->text, run);
    text_buffer_add(writer->arena, &writer->pieces, run);
}

static void add_blank(Writer *writer, bool new_piece)
{
    if (writer->text.count == 0)
        return;
    ARRAY_PUSH(writer->arena, writer->text, ' ');
    ARRAY_PUSH(writer->arena, writer->pieces, new_piece ? '\n' : ' ');
}

static bool is_blank(uint32_t code_point)
{
    return code_point < 0x80 ? code_point <= ' ' : unicode_is_space(code_point);
}

/* How many bytes from `at` on are characters of one byte that are printed; that at `at` is one. */
static size_t run_size(Text text, size_t at)
{
    size_t end = at + 1;

    while (end < text.size && (unsigned char)text.bytes[end] > ' ' && (unsigned char)text.bytes[end] < 0x80)
        end++;
    return end - at;
}

/* What has no width and means nothing may stand within a word. */
static bool is_nothing(uint32_t code_point)
{
    return code_point == 0x200B || code_point == 0xFEFF;
}

/* Is it in a link, or a heading? */
static void begin_line(Writer *writer, size_t node)
{
    const HtmlNode *nodes = writer->tree->nodes.items;
    size_t i;

    writer->line.node = (uint32_t)node;
    for (i = nodes[node].parent; i > 0 && nodes[i].tag != HTML_BODY && !(html_tag_traits(nodes[i].tag) & TAG_BLOCK);
         i = nodes[i].parent) {
        if (nodes[i].tag == HTML_A)
            writer->link_end = nodes[i].end;
    }
    for (; i > 0 && nodes[i].tag != HTML_BODY && !writer->line.is_heading; i = nodes[i].parent)
        writer->line.is_heading = html_tag_traits(nodes[i].tag) & TAG_HEADING;
}

/* The first that is around any of its characters. */
static void note_around(Writer *writer, const Around *around)
{
    for (size_t i = 0; around && i < HINT_COUNT; i++) {
        if (writer->line.around[i] == 0)
            writer->line.around[i] = around->elements[i];
    }
}

static void add_characters(Writer *writer, size_t node, const Around *around)
{
    Text text = writer->tree->nodes.items[node].text;
    bool new_piece = is_new_piece(writer, node), begun = false;

    writer->blank |= is_hump(writer, node) || new_piece;
    for (size_t at = 0, size; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        if (is_blank(code_point) || is_nothing(code_point)) {
            writer->blank |= is_blank(code_point);
            continue;
        }
        if (writer->text.count == 0)
            begin_line(writer, node);
        if (!begun)
            note_around(writer, around);
        if (writer->blank)
            add_blank(writer, new_piece && !begun);
        writer->blank = false;
        begun = true;
        size = size > 1 ? size : run_size(text, at);
        add_run(writer, (Text){text.bytes + at, size});
    }
    if (begun)
        writer->last = node;
}

static bool is_printed(const HtmlTree *tree, size_t node)
{
    HtmlTag tag = tree->nodes.items[node].tag;
    unsigned traits = html_tag_traits(tag);

    return !(traits & (TAG_RAW | TAG_MEDIA)) && (!(traits & TAG_HIDDEN) || tag == HTML_LINK || tag == HTML_META) &&
           tag != HTML_NOSCRIPT && tag != HTML_SELECT && tag != HTML_TEXTAREA;
}

static bool parts_lines(HtmlTag tag)
{
    return (html_tag_traits(tag) & TAG_BLOCK) || tag == HTML_BR || tag == HTML_TBODY || tag == HTML_BUTTON;
}

static void note_time(Writer *writer, size_t node)
{
    const HtmlNode *nodes = writer->tree->nodes.items;
    Text datetime = nodes[node].tag == HTML_TIME ? html_attribute(writer->tree, node, TEXT("datetime")) : (Text){0};

    if (writer->line.datetime.size == 0)
        writer->line.datetime = datetime;
}

/* The innermost block that holds a node; 0: the page. */
static size_t block_around(const HtmlTree *tree, size_t node)
{
    const HtmlNode *nodes = tree->nodes.items;

    do
        node = nodes[node].parent;
    while (node && !parts_lines(nodes[node].tag));
    return node;
}

static void note_element(const HtmlTree *tree, size_t node, KnownName *known, Around *around)
{
    bool hints[HINT_COUNT] = {false};

    note_hints(tree, node, known, hints);
    around[node] = around[tree->nodes.items[node].parent];
    for (size_t i = 0; i < HINT_COUNT; i++) {
        if (hints[i])
            around[node].elements[i] = (uint32_t)node;
    }
}

/* `around`, one for each node of the tree, is filled on the way; NULL: nobody wants it. */
static void write_lines(Writer *writer, size_t from, size_t until, Around *around)
{
    const HtmlNode *nodes = writer->tree->nodes.items;
    size_t block = from;

    for (size_t i = from; i < until; i++) {
        for (; block > from && nodes[block].end <= i; block = block_around(writer->tree, block))
            end_line(writer);
        if (nodes[i].tag == HTML_TEXT) {
            add_characters(writer, i, around ? &around[nodes[i].parent] : NULL);
            continue;
        }
        if (!is_printed(writer->tree, i)) {
            i = nodes[i].end - 1;
            continue;
        }
        if (around)
            note_element(writer->tree, i, writer->known, around);
        if (parts_lines(nodes[i].tag)) {
            end_line(writer);
            block = i;
        }
        note_time(writer, i);
    }
    end_line(writer);
}

PageLines page_lines_read(Arena *arena, const HtmlTree *tree)
{
    PageLines lines = {0};
    KnownName known[NAME_SLOTS] = {{.name = {0}}};
    Writer writer = {.arena = arena, .tree = tree, .lines = &lines, .known = known};

    write_lines(&writer, 0, tree->nodes.count, ARENA_ARRAY(arena, Around, tree->nodes.count));
    return lines;
}

Text page_text(Arena *arena, const HtmlTree *tree, size_t node)
{
    PageLines lines = {0};
    Writer writer = {.arena = arena, .tree = tree, .lines = &lines};
    TextBuffer text = {0};

    write_lines(&writer, node, tree->nodes.items[node].end, NULL);
    for (size_t i = 0; i < lines.items.count; i++) {
        if (i)
            ARRAY_PUSH(arena, text, ' ');
        text_buffer_add(arena, &text, lines.items.items[i].text);
    }
    return text_buffer_text(&text);
}

size_t page_line_at(const PageLines *lines, size_t node)
{
    size_t at;

    LOWER_BOUND(at, lines->items.count, lines->items.items[at].node < node);
    return at;
}

void page_lines_settle(PageLines *lines, const HtmlTree *tree, size_t node)
{
    for (size_t i = 0; i < lines->items.count; i++) {
        PageLine *line = &lines->items.items[i];

        for (size_t hint = 0; hint < HINT_COUNT; hint++)
            line->hints[hint] = line->around[hint] && !is_inside(tree, node, line->around[hint]);
    }
}
