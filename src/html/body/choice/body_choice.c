#include "html/body/choice/body_choice.h"

enum { ENOUGH_LETTERS = 400 /* where less is kept, what is hidden is looked at too */, MUCH_MORE = 3 };

/*
 * Above which score a block is kept. A paragraph that is lost annoys more than one that is too much, so the bound lies below 0; of a short line that
 * is too much nobody minds, and the first and the last ones of a text often are short: theirs is lower. What stands around
 * articles most often is held to higher ones: headings before the text, lines before it, a heading with nothing below, links alone, and what
 * begins as furniture does; and most of all what others say below it. A standfirst looks like none of the text, and is known by what the page
 * tells of itself.
 */
static const float bound = -1.0F, ease_of_short = -0.6F, ease_of_long = 0.3F, early_heading_bound = -0.5F,
                   early_line_bound = 0.0F, standfirst_bound = -3.0F, last_heading_bound = 0.0F, doubtful_bound = 1.0F,
                   strange_bound = 2.0F;

enum { SHORT_LINE = 60, LINKED_LINE = 200, BOX_LETTERS = 600 /* letters */ };

static float *first_scores(Arena *arena, const BodyModel *model, const PageFacts *facts, const PageRules *rules)
{
    float *scores = ARENA_ARRAY(arena, float, facts->page->blocks.count + 1);
    Features *features = ARENA_NEW(arena, Features);

    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        body_features_of(facts, rules, i, features);
        scores[i] = body_model_score(model, features);
    }
    return scores;
}

static float *second_scores(Arena *arena, const PageFacts *facts, const PageRules *rules, float *scores)
{
    float *measures = block_measures_read(arena, facts, rules, scores);

    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        if (scores[i] > BODY_SURELY_NOT)
            scores[i] = body_model_both(scores[i], body_model_second_score(measures + i * MEASURE_COUNT));
    }
    return scores;
}

static bool is_text(const PageFacts *facts, const float *scores, size_t at)
{
    const PageBlock *block = &facts->page->blocks.items[at];
    const ElementFacts *element = &facts->elements[block->element];

    return scores[at] > bound && block->letters >= SHORT_LINE && facts->blocks[at].is_sentence && !element->headings &&
           !element->figures;
}

static bool is_item_beside(const PageFacts *facts, size_t at, size_t other)
{
    const Page *page = facts->page;
    const PageElement *elements = page->elements.items;
    uint32_t element = page->blocks.items[at].element, list = elements[element].parent, near;

    if (other >= page->blocks.count || elements[element].tag != HTML_LI || facts->blocks[other].is_furniture)
        return false;
    near = page->blocks.items[other].element;
    return elements[near].tag == HTML_LI && elements[near].parent == list;
}

/* "Advertisement" in a list of words that prose is about: one item beside others. */
static bool is_listed_label(const PageFacts *facts, size_t at)
{
    return facts->blocks[at].is_label && (is_item_beside(facts, at, at - 1) || is_item_beside(facts, at, at + 1));
}

static bool is_standfirst(const PageFacts *facts, size_t at, size_t first)
{
    return at <= first && facts->blocks[at].is_standfirst;
}

static float bound_of(const PageFacts *facts, size_t at, size_t first, bool is_last)
{
    const PageBlock *block = &facts->page->blocks.items[at];
    const ElementFacts *element = &facts->elements[block->element];
    const BlockFacts *known = &facts->blocks[at];
    bool is_early = at < first, is_told = known->told != 255 && known->told >= 5,
         all_linked = block->linked * 10 >= block->letters * 9;

    if (is_standfirst(facts, at, first))
        return standfirst_bound;
    if (element->headings)
        return is_last ? last_heading_bound : is_early ? early_heading_bound : bound;
    if (is_early && block->letters < SHORT_LINE && !is_told)
        return early_line_bound;
    if ((known->is_furniture && !is_listed_label(facts, at)) ||
        (all_linked && block->letters < LINKED_LINE &&
         (!element->items || element->furniture || element->furniture_tags)))
        return doubtful_bound;
    return bound;
}

static float ease_of(const PageBlock *block)
{
    return block->letters < SHORT_LINE ? ease_of_short : ease_of_long;
}

/* Pages that go on with another article below: in an <article> of its own, with a chief heading. That which the page is called after is the first. */
static bool is_of_another(const PageFacts *facts, size_t at, size_t first)
{
    const PageBlock *blocks = facts->page->blocks.items;
    uint32_t story = facts->elements[blocks[at].element].story, own = facts->elements[blocks[first].element].story;

    if (facts->title == NO_INDEX || !own || facts->elements[blocks[facts->title].element].story != own)
        return false;
    return at > first && story && story != own && facts->elements[story].titles > 0;
}

/* Comments, where the text is none itself. */
static bool is_strange_to(const PageFacts *facts, size_t at, size_t first)
{
    const PageBlock *blocks = facts->page->blocks.items;

    return facts->elements[blocks[at].element].strange > facts->elements[blocks[first].element].strange;
}

/* A heading with nothing below it in what holds both but what is left out: of a box. */
static bool is_heading_of_box(const PageFacts *facts, const unsigned char *kept, size_t at)
{
    const Page *page = facts->page;
    uint32_t element = page->blocks.items[at].element, holder, other;
    size_t next = at + 1;

    while (next < page->blocks.count && facts->blocks[next].is_label) /* "[edit]" beside it */
        next++;
    if (!facts->elements[element].headings || next >= page->blocks.count || kept[next])
        return false;
    while (facts->elements[page->elements.items[element].parent].headings)
        element = page->elements.items[element].parent;
    holder = page->elements.items[element].parent;
    for (other = page->blocks.items[next].element; other > holder;)
        other = page->elements.items[other].parent;
    return other == holder && facts->elements[holder].letters < BOX_LETTERS &&
           facts->elements[holder].body == facts->elements[page->elements.items[holder].parent].body;
}

void body_choice_keep(const PageFacts *facts, const float *scores, unsigned char *kept)
{
    size_t count = facts->page->blocks.count, first = 0;
    bool is_last = true;

    while (first < count && !is_text(facts, scores, first))
        first++;
    first = first < count ? first : 0;
    for (size_t i = count; i-- > 0;) {
        const PageBlock *block = &facts->page->blocks.items[i];
        bool is_reference = facts->blocks[i].is_furniture && block->linked * 2 > block->letters; /* "Read also: …" */

        kept[i] = scores[i] > ease_of(block) + (is_strange_to(facts, i, first) ? strange_bound
                                                                               : bound_of(facts, i, first, is_last)) &&
                  !facts->elements[block->element].figures && !is_reference &&
                  !(facts->blocks[i].is_label && !is_listed_label(facts, i)) && !is_of_another(facts, i, first) &&
                  !(is_heading_of_box(facts, kept, i) && !is_standfirst(facts, i, first));
        is_last = is_last && !kept[i];
    }
}

static void choose(Arena *arena, const BodyModel *model, BodyChoice *choice)
{
    size_t count = choice->page.blocks.count;

    page_facts_read(arena, &choice->page, &choice->facts);
    page_rules_read(arena, &choice->facts, &choice->rules);
    choice->scores = second_scores(arena, &choice->facts, &choice->rules,
                                   first_scores(arena, model, &choice->facts, &choice->rules));
    choice->kept = ARENA_ARRAY(arena, unsigned char, count + 1);
    body_choice_keep(&choice->facts, choice->scores, choice->kept);
    choice->letters = 0;
    for (size_t i = 0; i < count; i++)
        choice->letters += choice->kept[i] ? choice->page.blocks.items[i].letters : 0;
}

void body_choice_read(Arena *arena, const HtmlTree *tree, BodyChoice *choice)
{
    BodyModel model;
    BodyChoice other;

    body_model_init(arena, &model);
    page_blocks_read(arena, tree, HIDDEN_LEFT_OUT, &choice->page);
    choose(arena, &model, choice);
    if (choice->letters >= ENOUGH_LETTERS)
        return;
    page_blocks_read(arena, tree, HIDDEN_TAKEN, &other.page);
    if (other.page.blocks.count == choice->page.blocks.count)
        return;
    choose(arena, &model, &other);
    if (other.letters > choice->letters * MUCH_MORE)
        body_choice_move(&other, choice);
}

void body_choice_move(const BodyChoice *from, BodyChoice *to)
{
    *to = *from;
    to->facts.page = &to->page;
}

Text body_choice_text(Arena *arena, const Page *page, const unsigned char *kept)
{
    TextBuffer text = {0};

    for (size_t i = 0; i < page->blocks.count; i++) {
        if (!kept[i])
            continue;
        text_buffer_add(arena, &text, page_block_text(page, i));
        text_buffer_add(arena, &text, TEXT("\n"));
    }
    return text_buffer_text(&text);
}
