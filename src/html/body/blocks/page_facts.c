/* Elements stand before what is in them: counts from the root on are filled from front to back, sums of what is in them from back to front. */
#include "html/body/blocks/page_facts.h"

#include <stdlib.h>

#include "base/lower_bound.h"
#include "base/unicode/unicode.h"
#include "html/body/blocks/page_clues.h"
#include "html/body/blocks/page_names.h"
#include "html/body/blocks/word_runs.h"

enum { LOWER_MOST = 160, TITLE_LEAST = 8 /* bytes */, FURNITURE_LONGEST = 200 /* letters */ };

/* ---- names ---- */

typedef enum NameRole { FURNITURE = 1, BODY = 2, STRANGE = 4 } NameRole;

static const struct {
    Text name;
    NameRole role;
} name_roles[] = {
#define ROLE(name, role) {LITERAL(name), role},
#include "html/body/blocks/name_roles.def"
#undef ROLE
};

static bool is_whole_role(size_t row)
{
    return row < COUNT_OF(name_roles) && !text_ends_with(name_roles[row].name, TEXT("*"));
}

/* The role of a word or of two, 0 for none. A row that ends in "*" sorts directly before or at what begins with it. */
static unsigned role_of(Text name)
{
    size_t row;

    LOWER_BOUND(row, COUNT_OF(name_roles), text_is_before(name_roles[row].name, name));
    if (is_whole_role(row) && text_equal(name_roles[row].name, name))
        return name_roles[row].role;
    for (size_t i = row < COUNT_OF(name_roles) ? row + 1 : row; i-- > 0 && i + 2 > row;) {
        Text start = name_roles[i].name;

        start.size--;
        if (!is_whole_role(i) && text_starts_with(name, start))
            return name_roles[i].role;
    }
    return 0;
}

static unsigned roles_of(Text names)
{
    size_t before = 0;
    unsigned roles = 0;
    Text word;
    bool goes_on;

    for (size_t at = 0, start = 0; page_names_next(names, &at, &word, &goes_on); start = at) {
        roles |= role_of(word);
        if (goes_on)
            roles |= role_of(text_slice(names, (Range){before, start + word.size}));
        before = start;
    }
    return roles;
}

/* Many elements of a page have the same names: those that were met last are known. */
enum { ROLE_SLOTS = 256 };
typedef struct KnownRoles {
    Text names;
    unsigned roles;
} KnownRoles;

static unsigned known_roles_of(KnownRoles known[ROLE_SLOTS], Text names)
{
    KnownRoles *slot = &known[text_hash(names) % ROLE_SLOTS];

    if (!text_equal(slot->names, names))
        *slot = (KnownRoles){names, roles_of(names)};
    return slot->roles;
}

/* ---- elements ---- */

static bool is_furniture_mark(Text marks)
{
    static const Text roles[] = {LITERAL("role-navigation"),  LITERAL("role-complementary"), LITERAL("role-banner"),
                                 LITERAL("role-contentinfo"), LITERAL("role-search"),        LITERAL("role-dialog"),
                                 LITERAL("role-menu"),        LITERAL("role-tablist"),       LITERAL("role-toolbar")};

    for (size_t i = 0; marks.size && i < COUNT_OF(roles); i++) {
        if (text_find(marks, roles[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

static uint32_t own_look(const PageElement *element)
{
    return hash_pair(text_hash(element->names), (uint32_t)element->tag);
}

static bool may_be_furniture(HtmlTag tag)
{
    return tag != HTML_BODY && tag != HTML_HTML && tag != HTML_MAIN && tag != HTML_ARTICLE;
}

static void read_element(const Page *page, ElementFacts *facts, size_t at, KnownRoles *known)
{
    const PageElement *element = &page->elements.items[at];
    ElementFacts above = at ? facts[element->parent] : (ElementFacts){0}, *here = &facts[at];
    unsigned roles = known_roles_of(known, element->names);
    HtmlTag tag = element->tag;
    bool is_strange = roles & STRANGE && may_be_furniture(tag);
    bool is_body = (roles & BODY && !is_strange) || text_find(element->marks, TEXT("article-body"), 0) != TEXT_NOT_FOUND;
    bool is_furniture =
        !is_body && ((roles & (FURNITURE | STRANGE) && may_be_furniture(tag)) || is_furniture_mark(element->marks));

    here->furniture = (uint16_t)((is_body ? 0 : above.furniture) + is_furniture);
    here->strange = (uint16_t)(above.strange + is_strange);
    here->body = (uint16_t)(above.body + is_body);
    here->furniture_tags =
        (uint16_t)(above.furniture_tags + (tag == HTML_NAV || tag == HTML_FOOTER || tag == HTML_ASIDE ||
                                           tag == HTML_FIGCAPTION || tag == HTML_HEADER || tag == HTML_LABEL));
    here->items = (uint16_t)(above.items +
                             (tag == HTML_LI || tag == HTML_TD || tag == HTML_TH || tag == HTML_DD || tag == HTML_DT));
    here->figures = (uint16_t)(above.figures + (tag == HTML_FIGURE || tag == HTML_FIGCAPTION));
    here->headings = (uint16_t)(above.headings + !!(html_tag_traits(tag) & TAG_HEADING));
    here->articles = (uint16_t)(above.articles + (tag == HTML_ARTICLE || tag == HTML_MAIN));
    here->story = above.story ? above.story : tag == HTML_ARTICLE ? (uint32_t)at : 0;
    here->depth = (uint16_t)(at ? above.depth + 1 : 0);
    here->look = hash_pair(own_look(element), own_look(&page->elements.items[element->parent]));
}

static void sum_elements(const Page *page, ElementFacts *facts)
{
    for (size_t i = 0; i < page->blocks.count; i++) {
        const PageBlock *block = &page->blocks.items[i];

        facts[block->element].letters += block->letters;
        facts[block->element].linked += block->linked;
        facts[block->element].blocks++;
    }
    for (size_t i = page->elements.count; i-- > 1;) {
        ElementFacts *above = &facts[page->elements.items[i].parent];

        above->letters += facts[i].letters;
        facts[i].titles += page->elements.items[i].tag == HTML_H1;
        above->titles += facts[i].titles;
        above->linked += facts[i].linked;
        above->blocks += facts[i].blocks;
    }
}

/* ---- blocks ---- */

typedef enum OpeningMatch { WORDS, START, WHOLE, LABEL } OpeningMatch;

static const struct {
    Text words;
    OpeningMatch match;
} openings[] = {
#define OPENING(words, match) {LITERAL(words), match},
#include "html/body/blocks/openings.def"
#undef OPENING
};

static bool matches(OpeningMatch match, Text words, Text lower)
{
    size_t end = words.size;

    if (lower.size < end || lower.bytes[0] != words.bytes[0] || !text_starts_with(lower, words))
        return false;
    return match == START || end == lower.size ||
           (match == WORDS && !ascii_is_alnum(lower.bytes[end]) && (unsigned char)lower.bytes[end] < 0x80);
}

/* Without what marks a label: "- Advertisement -", "[Anzeige]". */
static Text without_marks(Text line)
{
    while (line.size && (unsigned char)line.bytes[0] < 0x80 && !ascii_is_alnum(line.bytes[0]))
        line = text_slice(line, (Range){1, line.size});
    while (line.size && (unsigned char)line.bytes[line.size - 1] < 0x80 && !ascii_is_alnum(line.bytes[line.size - 1]))
        line.size--;
    return line;
}

static void read_opening(BlockFacts *block)
{
    Text label = without_marks(block->lower);

    for (size_t i = 0; i < COUNT_OF(openings); i++) {
        if (openings[i].match == LABEL)
            block->is_label = block->is_label || text_equal(label, openings[i].words);
        else
            block->is_furniture = block->is_furniture || matches(openings[i].match, openings[i].words, block->lower);
    }
    block->is_furniture = block->is_furniture || block->is_label;
}

static bool ends_sentence(Text text)
{
    static const uint32_t ends[] = {'.',    '!',    '?',  0x2026, 0x3002, 0xFF01, 0xFF1F, 0x964, '"',
                                    0x201D, 0x2019, 0xBB, 0x201C, ')',    ']',    ':',    ';'};
    size_t size;

    for (size_t at = text.size; at > 0;) {
        uint32_t code_point;

        at = utf8_previous(text, at);
        code_point = utf8_decode(text, at, &size);
        if (unicode_is_alnum(code_point))
            return false;
        for (size_t i = 0; i < COUNT_OF(ends); i++) {
            if (code_point == ends[i])
                return true;
        }
    }
    return false;
}

static Text lower_start(Arena *arena, Text text)
{
    size_t count = 0, size;
    char *bytes;

    text.size = text.size > LOWER_MOST ? LOWER_MOST : text.size;
    bytes = arena_alloc(arena, text.size * 3 / 2 + 4);
    for (size_t at = 0; at < text.size; at += size) {
        if ((unsigned char)text.bytes[at] < 0x80) {
            bytes[count++] = ascii_to_lower(text.bytes[at]);
            size = 1;
        } else {
            count += utf8_encode(unicode_to_lower(utf8_decode(text, at, &size)), bytes + count);
        }
    }
    return (Text){bytes, count};
}

/* Letters and digits alone, to compare with. */
static Text skeleton(Arena *arena, Text text)
{
    TextBuffer buffer = {0};
    Text word;

    for (size_t at = 0; word_runs_next(text, &at, &word);)
        text_buffer_add(arena, &buffer, word);
    for (size_t i = 0; i < buffer.count; i++)
        buffer.items[i] = ascii_to_lower(buffer.items[i]);
    return text_buffer_text(&buffer);
}

static void read_block(Arena *arena, PageFacts *facts, size_t at, const WordRuns *told, const WordRuns *marked,
                       Text title)
{
    Text text = page_block_text(facts->page, at), bones;
    BlockFacts *block = &facts->blocks[at];

    block->lower = lower_start(arena, text);
    block->is_sentence = ends_sentence(text);
    if (facts->page->blocks.items[at].letters < FURNITURE_LONGEST)
        read_opening(block);
    block->told = told->count ? (uint8_t)word_runs_share(told, text) : 255;
    block->marked = marked->count ? (uint8_t)word_runs_share(marked, text) : 255;
    if (text.size < TITLE_LEAST || text.size > title.size * 2)
        return;
    bones = skeleton(arena, text);
    block->is_title = bones.size && text_find(title, bones, 0) != TEXT_NOT_FOUND && bones.size * 3 > title.size;
}

typedef struct TextKey {
    uint32_t hash, block;
} TextKey;

static int compare_keys(const void *a, const void *b)
{
    const TextKey *first = a, *second = b;

    return first->hash != second->hash ? (first->hash < second->hash ? -1 : 1)
                                       : (first->block > second->block) - (first->block < second->block);
}

static TextKey *sorted_keys(Arena *arena, size_t count)
{
    return ARENA_ARRAY(arena, TextKey, count + 1);
}

static void find_repeated(Arena *arena, PageFacts *facts)
{
    size_t count = facts->page->blocks.count;
    TextKey *keys = sorted_keys(arena, count);

    for (size_t i = 0; i < count; i++)
        keys[i] = (TextKey){text_hash(page_block_text(facts->page, i)), (uint32_t)i};
    qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 1; i < count; i++) {
        if (keys[i].hash == keys[i - 1].hash)
            facts->blocks[keys[i].block].is_repeated = facts->blocks[keys[i - 1].block].is_repeated = true;
    }
}

/* Number the looks, and add up the sentences of each. */
static void number_looks(Arena *arena, PageFacts *facts)
{
    const Page *page = facts->page;
    size_t count = page->blocks.count;
    TextKey *keys = sorted_keys(arena, count);

    for (size_t i = 0; i < count; i++)
        keys[i] = (TextKey){facts->elements[page->blocks.items[i].element].look, (uint32_t)i};
    qsort(keys, count, sizeof *keys, compare_keys);
    facts->look_letters = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        BlockFacts *block = &facts->blocks[keys[i].block];
        uint32_t letters = page->blocks.items[keys[i].block].letters;

        if (i && keys[i].hash != keys[i - 1].hash)
            facts->look_count++;
        block->look = (uint32_t)facts->look_count;
        if (block->is_sentence) {
            facts->look_letters[block->look] += letters;
            facts->sentence_letters += letters;
        }
    }
    facts->look_count += count > 0;
}

/* The last <h1> that is the title, or else what else is. */
static size_t find_title(const PageFacts *facts)
{
    size_t found = NO_INDEX;
    bool in_heading = false;

    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        bool is_heading = facts->elements[facts->page->blocks.items[i].element].headings > 0;

        if (facts->blocks[i].is_title && (found == NO_INDEX || (is_heading && !in_heading))) {
            found = i;
            in_heading = is_heading;
        }
    }
    return found;
}

static bool is_standfirst(const PageFacts *facts, size_t at)
{
    enum { SHORTEST = 60 /* letters */, TOLD_LEAST = 9 /* tenths */ };
    const PageBlock *block = &facts->page->blocks.items[at];
    const BlockFacts *known = &facts->blocks[at];

    return (facts->title == NO_INDEX || at > facts->title) && known->told != 255 && known->told >= TOLD_LEAST &&
           !known->is_title && block->letters >= SHORTEST && block->linked * 2 < block->letters;
}

void page_facts_read(Arena *arena, const Page *page, PageFacts *facts)
{
    WordRuns told, marked;
    PageClues clues;
    KnownRoles known[ROLE_SLOTS] = {{{0}, 0}};
    Text title;

    *facts = (PageFacts){.page = page};
    facts->elements = ARENA_ARRAY(arena, ElementFacts, page->elements.count + 1);
    facts->blocks = ARENA_ARRAY(arena, BlockFacts, page->blocks.count + 1);
    page_clues_read(arena, page->tree, &clues);
    word_runs_read(arena, &told, clues.description);
    word_runs_read(arena, &marked, clues.body);
    title = skeleton(arena, clues.title);
    for (size_t i = 0; i < page->elements.count; i++)
        read_element(page, facts->elements, i, known);
    sum_elements(page, facts->elements);
    for (size_t i = 0; i < page->blocks.count; i++)
        read_block(arena, facts, i, &told, &marked, title);
    find_repeated(arena, facts);
    number_looks(arena, facts);
    facts->title = find_title(facts);
    for (size_t i = 0; i < page->blocks.count; i++)
        facts->blocks[i].is_standfirst = is_standfirst(facts, i);
}
