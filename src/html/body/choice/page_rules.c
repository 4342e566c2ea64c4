/*
 * A block of long sentences without links weighs its length, what is named as furniture or is full of links less than nothing. The sums over
 * the tree then say where the text is:
 *
 *     <body> 820 = <div class=nav> -160 + <article> 1000 + <div class=related> -20        the body is <article>
 *
 * Where little is kept, names and tags are believed less, step by step. The idea of sums over the tree is that of Readability (Arc90, 2009) and of
 * Finn, Kushmerick and Smyth, "Fact or fiction" (2001), as a single pass.
 */
#include "html/body/choice/page_rules.h"

enum {
    PASSES = 3,
    ENOUGH_LETTERS = 500,
    LONG_SENTENCE = 80,
    SENTENCE = 40,
    LONG = 120,
    FURNITURE_LONGEST = 200 /* letters of a line that counts as furniture by how it begins */
};

static const float much_more = 2.5F;   /* of the letters of the pass before, and a pass is better */
static const float nearly_all = 0.97F; /* of the weight, and the smaller element is the body */
static const float most_of_it = 0.6F;  /* for an element that says it is the body */

static float at_most(uint32_t letters, float most)
{
    return (float)letters < most ? (float)letters : most;
}

static float linked_share(const PageBlock *block)
{
    return (float)block->linked / (float)(block->letters ? block->letters : 1);
}

static float weigh(const PageFacts *facts, size_t at, unsigned pass)
{
    const PageBlock *block = &facts->page->blocks.items[at];
    const ElementFacts *element = &facts->elements[block->element];
    bool is_sentence = facts->blocks[at].is_sentence;
    float linked = linked_share(block), letters = (float)block->letters;

    if (element->headings)
        return 0.0F;
    if (element->strange || (element->furniture && pass < 1) || (element->furniture_tags && pass < 2) ||
        element->figures)
        return -at_most(block->letters, 120.0F) * 0.5F;
    if (linked > 0.5F)
        return -at_most(block->letters, 200.0F) * 0.6F;
    if (is_sentence && block->letters >= LONG_SENTENCE)
        return letters * (1 - linked);
    if (is_sentence && block->letters >= SENTENCE)
        return letters * (1 - linked) * 0.6F;
    if (is_sentence && facts->page->elements.items[block->element].tag == HTML_P)
        return letters * 0.3F;
    if (block->letters >= LONG)
        return letters * (1 - linked) * 0.5F;
    return element->items ? -15.0F : -at_most(block->letters, 40.0F) * 0.5F - 8.0F;
}

static void weigh_all(const PageFacts *facts, PageRules *rules, unsigned pass)
{
    const Page *page = facts->page;

    memset(rules->gains, 0, page->elements.count * sizeof *rules->gains);
    for (size_t i = 0; i < page->blocks.count; i++) {
        uint32_t element = page->blocks.items[i].element;
        float weight = weigh(facts, i, pass);

        if (facts->blocks[i].is_furniture && weight > -20.0F)
            weight = -20.0F;
        if (weight > 0 && page->elements.items[element].tag == HTML_LI)
            weight *= 0.6F;
        rules->weights[i] = weight;
        rules->gains[element] += weight;
    }
    for (size_t i = page->elements.count; i-- > 1;)
        rules->gains[page->elements.items[i].parent] += rules->gains[i];
}

static bool is_in(const Page *page, uint32_t element, uint32_t outer)
{
    while (element > outer)
        element = page->elements.items[element].parent;
    return element == outer;
}

static bool may_be_top(HtmlTag tag)
{
    return tag != HTML_P && tag != HTML_SPAN && tag != HTML_A && tag != HTML_LI;
}

static uint32_t find_top(const PageFacts *facts, const PageRules *rules)
{
    const Page *page = facts->page;
    uint32_t best = 0;

    for (uint32_t i = 0; i < page->elements.count; i++) {
        if (!may_be_top(page->elements.items[i].tag))
            continue;
        if (rules->gains[i] > rules->gains[best] ||
            (rules->gains[i] > 0 && rules->gains[i] >= rules->gains[best] * nearly_all && is_in(page, i, best)))
            best = i;
    }
    for (uint32_t i = 0; i < page->elements.count; i++) {
        if (text_find(page->elements.items[i].marks, TEXT("itemprop-article-body"), 0) != TEXT_NOT_FOUND &&
            rules->gains[i] >= rules->gains[best] * most_of_it)
            return i;
    }
    return best;
}

static void mark_inside(const Page *page, PageRules *rules)
{
    rules->first = rules->last = NO_INDEX;
    for (uint32_t i = 0; i < page->elements.count; i++)
        rules->inside[i] = i == rules->top || (i > 0 && rules->inside[page->elements.items[i].parent]);
    for (size_t i = 0; i < page->blocks.count; i++) {
        if (!rules->inside[page->blocks.items[i].element])
            continue;
        if (rules->first == NO_INDEX)
            rules->first = i;
        rules->last = i;
    }
}

static bool is_kept(const PageFacts *facts, const PageRules *rules, size_t at, unsigned pass)
{
    const PageBlock *block = &facts->page->blocks.items[at];
    const ElementFacts *element = &facts->elements[block->element], *top = &facts->elements[rules->top];
    HtmlTag tag = facts->page->elements.items[block->element].tag;

    if (!rules->inside[block->element] || element->figures || element->strange > top->strange)
        return false;
    if ((element->furniture > top->furniture && pass < 1) || (element->furniture_tags > top->furniture_tags && pass < 2))
        return false;
    if (facts->blocks[at].is_furniture)
        return false;
    if (element->headings)
        return true;
    if (element->items)
        return linked_share(block) <= 0.6F;
    if (linked_share(block) > 0.8F && block->letters < 250)
        return false;
    return block->letters >= 25 || facts->blocks[at].is_sentence || tag == HTML_P || tag == HTML_BLOCKQUOTE ||
           tag == HTML_PRE;
}

/* The level of the heading that a block stands in; 9: it is none. */
static unsigned heading_level(const PageFacts *facts, size_t at)
{
    uint32_t element = facts->page->blocks.items[at].element;

    while (element > 0 && facts->elements[element].headings) {
        HtmlTag tag = facts->page->elements.items[element].tag;

        if (html_tag_traits(tag) & TAG_HEADING)
            return (unsigned)(tag - HTML_H1) + 1;
        element = facts->page->elements.items[element].parent;
    }
    return 9;
}

/* A heading stays where text stands before it, and text or a lower heading after it. */
static void drop_headings(const PageFacts *facts, unsigned char *kept)
{
    unsigned next = 0;
    size_t first = 0, count = facts->page->blocks.count;

    while (first < count && !(kept[first] && heading_level(facts, first) == 9))
        first++;
    for (size_t i = count; i-- > 0;) {
        unsigned level = heading_level(facts, i);

        if (!kept[i])
            continue;
        if (level < 9 && (i < first || next <= level))
            kept[i] = 0;
        else
            next = level;
    }
}

static uint32_t keep(const PageFacts *facts, const PageRules *rules, unsigned pass, unsigned char *kept)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < facts->page->blocks.count; i++)
        kept[i] = is_kept(facts, rules, i, pass);
    drop_headings(facts, kept);
    for (size_t i = 0; i < facts->page->blocks.count; i++)
        letters += kept[i] ? facts->page->blocks.items[i].letters : 0;
    return letters;
}

void page_rules_read(Arena *arena, const PageFacts *facts, PageRules *rules)
{
    size_t count = facts->page->blocks.count, elements = facts->page->elements.count;
    unsigned char *kept = ARENA_ARRAY(arena, unsigned char, count + 1);
    uint32_t best = 0, top = 0;

    *rules = (PageRules){.kept = ARENA_ARRAY(arena, unsigned char, count + 1), .first = NO_INDEX, .last = NO_INDEX};
    rules->weights = ARENA_ARRAY(arena, float, count + 1);
    rules->gains = ARENA_ARRAY(arena, float, elements + 1);
    rules->inside = ARENA_ARRAY(arena, bool, elements + 1);
    for (unsigned pass = 0; count && pass < PASSES && best < ENOUGH_LETTERS; pass++) {
        uint32_t letters;

        weigh_all(facts, rules, pass);
        rules->top = find_top(facts, rules);
        mark_inside(facts->page, rules);
        letters = keep(facts, rules, pass, kept);
        if (pass == 0 || (float)letters > (float)best * much_more) {
            best = letters;
            top = rules->top;
            memcpy(rules->kept, kept, count);
        }
    }
    if (rules->top != top) {
        rules->top = top;
        mark_inside(facts->page, rules);
    }
}
