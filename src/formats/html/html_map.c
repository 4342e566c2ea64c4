/*
 * The words that the page shows are put in a row, each byte with its place, and the blocks of the article are looked for in it one after
 * another, each behind the one before:
 *
 *     <p>One <b>two</b>&amp; three      shown "One two& three"      places 3 4 5 6 10 11 12 17 22 …
 *
 * Within a block what is in the row and not in the block (a mark of a footnote) is passed over, as far as it is short.
 */
#include "formats/html/html_map.h"

#include "base/html/html_scan.h"
#include "formats/text/signs/character_references.h"

/* What the page shows; blanks in a row are one. All bytes of a character that is written as a reference have the same of the `places`. */
typedef struct Shown {
    Arena *arena;
    TextBuffer text;
    ARRAY(uint32_t) places;
} Shown;

static void add_byte(Shown *shown, char byte, uint32_t place)
{
    bool blank = ascii_is_blank(byte);

    if (blank && (shown->text.count == 0 || shown->text.items[shown->text.count - 1] == ' '))
        return;
    ARRAY_PUSH(shown->arena, shown->text, blank ? ' ' : byte);
    ARRAY_PUSH(shown->arena, shown->places, place);
}

static void add_characters(Shown *shown, Text source, Range range)
{
    for (size_t at = range.start; at < range.end;) {
        uint32_t code_point = 0;
        size_t size =
            source.bytes[at] == '&' ? character_reference(text_slice(source, (Range){at, range.end}), &code_point) : 0;
        char bytes[4];

        if (size == 0) {
            add_byte(shown, source.bytes[at], (uint32_t)at);
            at++;
            continue;
        }
        for (size_t i = 0, count = utf8_encode(code_point == 0xA0 ? ' ' : code_point, bytes); i < count; i++)
            add_byte(shown, bytes[i], (uint32_t)at);
        at += size;
    }
}

static void show_page(Shown *shown, Text source)
{
    size_t at = 0;
    HtmlMark mark;

    while (html_next_mark(source, at, &mark)) {
        add_characters(shown, source, (Range){at, mark.range.start});
        at = html_after_mark(source, &mark);
    }
    add_characters(shown, source, (Range){at, source.size});
}

/* ---- finding blocks ---- */

typedef struct Search {
    Shown *shown;
    Text text; /* of the article */
    Text source;
    OffsetMap *map;
    size_t at;     /* in what is shown: behind the block before */
    size_t failed; /* blocks that were looked for to the end in vain */
} Search;

static Text shown_text(const Search *search)
{
    return text_buffer_text(&search->shown->text);
}

static bool is_equal(char a, char b)
{
    return a == b || (ascii_is_blank(a) && ascii_is_blank(b));
}

/* How many bytes the place of one has in the page. */
static size_t place_size(const Search *search, size_t place)
{
    uint32_t code_point;
    size_t size = search->source.bytes[place] == '&'
                      ? character_reference(text_slice(search->source, (Range){place, search->source.size}), &code_point)
                      : 0;

    return size ? size : 1;
}

/* A byte, or a character that is a reference, which is a whole; nothing for what is in that. */
static void add_span(Search *search, size_t text, size_t shown)
{
    const uint32_t *places = search->shown->places.items;
    size_t count = search->shown->places.count, end = shown;

    if (shown && places[shown - 1] == places[shown])
        return;
    while (end < count && places[end] == places[shown])
        end++;
    offset_map_add(search->shown->arena, search->map,
                   (OffsetSpan){(uint32_t)text, places[shown], (uint32_t)(end - shown),
                                (uint32_t)place_size(search, places[shown])});
}

/* What of both begins alike, a little further on; false: nothing does. */
static bool pass_over(const Search *search, Range block, size_t *text, size_t *shown)
{
    enum { FURTHER = 200, ALIKE = 12 };
    Text next = text_slice(search->text, (Range){*text, *text + ALIKE < block.end ? *text + ALIKE : block.end});
    size_t found = text_find(text_slice(shown_text(search), (Range){0, *shown + FURTHER}), next, *shown);

    if (next.size < ALIKE || found == TEXT_NOT_FOUND)
        return false;
    *shown = found;
    return true;
}

static void match_block(Search *search, Range block, size_t shown)
{
    Text page = shown_text(search);
    size_t at = block.start;

    while (at < block.end && shown < page.size) {
        if (is_equal(search->text.bytes[at], page.bytes[shown]))
            add_span(search, at++, shown++);
        else if (ascii_is_blank(page.bytes[shown]))
            shown++;
        else if (ascii_is_blank(search->text.bytes[at]))
            at++;
        else if (!pass_over(search, block, &at, &shown))
            break;
    }
    search->at = shown;
}

/* A short one stands near the one before, or it is another. */
static void find_block(Search *search, Range block)
{
    enum { KEY_MOST = 40, KEY_LEAST = 16, NEAR = 4000, FAILED_MOST = 100 };
    Text text = text_slice(search->text, block), page = shown_text(search), key = text_slice(text, (Range){0, KEY_MOST});
    size_t line_end = text_find_byte(key, '\n', 0), found;

    if (line_end != TEXT_NOT_FOUND)
        key = text_slice(key, (Range){0, line_end});
    if (key.size < KEY_LEAST || search->failed >= FAILED_MOST)
        page = text_slice(page, (Range){0, search->at + NEAR});
    found = key.size ? text_find(page, key, search->at) : TEXT_NOT_FOUND;
    if (found != TEXT_NOT_FOUND)
        match_block(search, block, found);
    else
        search->failed++;
}

void html_map(Arena *arena, const Article *article, Text source, OffsetMap *map)
{
    Shown shown = {.arena = arena};
    Search search = {.shown = &shown, .text = article->text, .source = source, .map = map};

    show_page(&shown, source);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];

        if (!block_is_in_head(block->kind) && block_has_text(block->kind))
            find_block(&search, block->range);
    }
}
