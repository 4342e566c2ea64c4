/* The scores of the first look are summed over the tree, over all that looks alike, and from the ends of the page. */
#include "html/body/choice/block_measures.h"

enum { SURE_LETTERS = 60, FAR = 50 /* blocks */ };

static float ratio(float part, float all)
{
    return all > 0 ? part / all : 0;
}

static float near_score(const PageFacts *facts, const float *scores, size_t at, int offset)
{
    size_t other = at + (size_t)offset; /* wraps below 0 to what is none */

    return other < facts->page->blocks.count ? scores[other] : -6.0F;
}

static float kind_of(const PageFacts *facts, size_t at)
{
    const PageElement *element = page_block_element(facts->page, at);

    if (facts->elements[facts->page->blocks.items[at].element].headings)
        return 5;
    return element->tag == HTML_P                                        ? 4
           : element->tag == HTML_BLOCKQUOTE || element->tag == HTML_PRE ? 3
           : element->tag == HTML_LI                                     ? 2
           : element->tag == HTML_TD || element->tag == HTML_TH          ? 1
                                                                         : 0;
}

/* Of the element, its parent, its parent's parent, …: what is said of each. */
static void measure_tree(const PageFacts *facts, const PageRules *rules, const BodyScores *sums, size_t at, float *row)
{
    const PageElement *elements = facts->page->elements.items;
    uint32_t element = facts->page->blocks.items[at].element, parent = elements[element].parent,
             outer = elements[parent].parent, outermost = elements[outer].parent;
    const ElementFacts *own = &facts->elements[element], *in = &facts->elements[parent];
    float best = rules->gains[rules->top];

    row[MEASURE_OWN_ELEMENT] = sums->parents[element];
    row[MEASURE_PARENT] = sums->parents[parent];
    row[MEASURE_OUTER] = sums->parents[outer];
    row[MEASURE_OUTERMOST] = sums->parents[outermost];
    row[MEASURE_FURNITURE] = own->furniture;
    row[MEASURE_BODY] = own->body;
    row[MEASURE_FURNITURE_TAGS] = own->furniture_tags;
    row[MEASURE_FIGURES] = own->figures;
    row[MEASURE_ITEMS] = own->items;
    row[MEASURE_ARTICLES] = own->articles;
    row[MEASURE_INSIDE] = rules->inside[element];
    row[MEASURE_GAIN_PARENT] = ratio(rules->gains[parent], best);
    row[MEASURE_GAIN_OUTER] = ratio(rules->gains[outer], best);
    row[MEASURE_PARENT_LETTERS] = (float)in->letters;
    row[MEASURE_PARENT_LINKED] = ratio((float)in->linked, (float)in->letters);
    row[MEASURE_PARENT_BLOCKS] = (float)in->blocks;
}

static void measure_text(const PageFacts *facts, size_t at, float *row)
{
    const PageBlock *block = &facts->page->blocks.items[at];
    const BlockFacts *known = &facts->blocks[at];

    row[MEASURE_LETTERS] = (float)block->letters;
    row[MEASURE_LINKED] = ratio((float)block->linked, (float)block->letters);
    row[MEASURE_EMPHASISED] = ratio((float)block->emphasised, (float)block->letters);
    row[MEASURE_SENTENCE] = known->is_sentence;
    row[MEASURE_OPENING] = known->is_furniture;
    row[MEASURE_REPEATED] = known->is_repeated;
    row[MEASURE_KIND] = kind_of(facts, at);
    row[MEASURE_LOOK_PART] = ratio((float)facts->look_letters[known->look], (float)facts->sentence_letters);
    row[MEASURE_TOLD] = known->told == 255 ? -1 : known->told;
    row[MEASURE_MARKED] = known->marked == 255 ? -1 : known->marked;
    row[MEASURE_IS_TITLE] = known->is_title;
    row[MEASURE_FROM_TITLE] = facts->title == NO_INDEX ? -100 : (float)at - (float)facts->title;
    row[MEASURE_PLACE] = ratio((float)at, (float)facts->page->blocks.count);
}

static bool is_sure(const PageFacts *facts, const float *scores, size_t at)
{
    return scores[at] >= 1.0F && facts->page->blocks.items[at].letters >= SURE_LETTERS;
}

/* What stands on one side: `step` is 1 from the front on, then the measures are those of what is before, or -1. */
static void measure_side(const PageFacts *facts, const float *scores, float *rows, bool forward)
{
    const Page *page = facts->page;
    size_t count = page->blocks.count, sure = NO_INDEX, heading = NO_INDEX;
    float sure_letters = 0, letters = 0, linked = 0;

    for (size_t i = 0; i < count; i++) {
        size_t at = forward ? i : count - 1 - i;
        const PageBlock *block = &page->blocks.items[at];
        float *row = rows + at * MEASURE_COUNT;
        uint32_t depth = facts->elements[block->element].depth;
        float distance = sure == NO_INDEX ? FAR : (float)(forward ? at - sure : sure - at);
        bool same_look = sure != NO_INDEX && facts->blocks[sure].look == facts->blocks[at].look;
        float below =
            sure == NO_INDEX ? 20 : (float)depth - (float)facts->elements[page->blocks.items[sure].element].depth;

        distance = distance > FAR ? FAR : distance;
        row[forward ? MEASURE_FROM_SURE : MEASURE_TO_SURE] = distance;
        row[forward ? MEASURE_SURE_BEFORE : MEASURE_SURE_AFTER] = sure_letters;
        row[forward ? MEASURE_LOOK_BEFORE : MEASURE_LOOK_AFTER] = same_look;
        row[forward ? MEASURE_DEPTH_BEFORE : MEASURE_DEPTH_AFTER] = below;
        row[forward ? MEASURE_LETTERS_BEFORE : MEASURE_LETTERS_AFTER] = letters;
        row[forward ? MEASURE_LINKED_BEFORE : MEASURE_LINKED_AFTER] = linked;
        row[forward ? MEASURE_HEADING_BEFORE : MEASURE_HEADING_AFTER] =
            heading == NO_INDEX ? FAR : (float)(forward ? at - heading : heading - at);
        if (forward)
            row[MEASURE_HEADING_SCORE] = heading == NO_INDEX ? -6 : scores[heading];
        if (is_sure(facts, scores, at)) {
            sure = at;
            sure_letters += (float)block->letters;
        }
        if (facts->elements[block->element].headings)
            heading = at;
        letters = letters * 0.7F + (float)block->letters * 0.3F;
        linked = linked * 0.7F + ratio((float)block->linked, (float)block->letters) * 0.3F;
    }
}

/* Pages that go on with another article below: articles with sure text before this one, chief headings since the first sure text. */
static void measure_stories(const PageFacts *facts, const float *scores, float *rows)
{
    uint32_t first = 0, last = 0;
    float stories = 0, titles = 0;
    bool began = false;

    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        uint32_t element = facts->page->blocks.items[i].element, story = facts->elements[element].story;
        float *row = rows + i * MEASURE_COUNT;

        if (began && facts->elements[element].headings &&
            (facts->page->elements.items[element].tag == HTML_H1 ||
             facts->page->elements.items[facts->page->elements.items[element].parent].tag == HTML_H1))
            titles++;
        if (is_sure(facts, scores, i)) {
            first = began ? first : story;
            stories += began && story != last;
            last = story;
            began = true;
        }
        row[MEASURE_STRANGE] = facts->elements[element].strange;
        row[MEASURE_STORIES] = stories;
        row[MEASURE_SAME_STORY] = !began ? 2 : story == first;
        row[MEASURE_TITLES] = titles;
    }
}

float *block_measures_read(Arena *arena, const PageFacts *facts, const PageRules *rules, const float *scores)
{
    size_t count = facts->page->blocks.count;
    float *rows = ARENA_ARRAY(arena, float, count *MEASURE_COUNT + 1);
    BodyScores sums;

    body_scores_read(arena, facts, scores, &sums);
    for (size_t i = 0; i < count; i++) {
        float *row = rows + i * MEASURE_COUNT;

        for (int offset = -4; offset < 0; offset++)
            row[MEASURE_SCORE_BEFORE_4 + offset + 4] = near_score(facts, scores, i, offset);
        for (int offset = 1; offset <= 4; offset++)
            row[MEASURE_SCORE_AFTER + offset - 1] = near_score(facts, scores, i, offset);
        row[MEASURE_SCORE] = scores[i];
        row[MEASURE_LOOK] = sums.looks[facts->blocks[i].look];
        row[MEASURE_KEPT] = rules->kept[i];
        row[MEASURE_KEPT_BEFORE] = i > 0 && rules->kept[i - 1];
        row[MEASURE_KEPT_AFTER] = i + 1 < count && rules->kept[i + 1];
        measure_text(facts, i, row);
        measure_tree(facts, rules, &sums, i, row);
    }
    measure_stories(facts, scores, rows);
    measure_side(facts, scores, rows, true);
    measure_side(facts, scores, rows, false);
    return rows;
}
