/*
 * A sum of terms with the weights of body-quality.tsv, which were learned from what was found on pages whose article is known. The sum is laid on a
 * scale with two anchors, 50 and 90, which are where the pages above them are good as often as body_quality.h says.
 */
#include "html/body/choice/body_quality.h"

#include "html/body/choice/body_quality_table.h"

enum { ENOUGH = 3000, SHORT_TEXT = 600 };

/* How likely a block is of the article: from 0 to 1 as the score goes from -3 to 3. */
static float likely(float score)
{
    return score < -3.0F ? 0.0F : score > 3.0F ? 1.0F : 0.5F + score / 6.0F;
}

static float ratio(float part, float all)
{
    return all > 0 ? part / all : 0;
}

static void count_blocks(const PageFacts *facts, const PageRules *rules, const float *scores, const unsigned char *kept,
                         float *terms)
{
    float right = 0, all = 0, missed = 0, doubt = 0, same = 0, either = 0, items = 0, linked = 0, stories = 0;
    uint32_t story = 0;

    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        const PageBlock *block = &facts->page->blocks.items[i];
        const ElementFacts *element = &facts->elements[block->element];
        float letters = (float)block->letters, share = likely(scores[i]);

        same += kept[i] && rules->kept[i] ? letters : 0;
        either += kept[i] || rules->kept[i] ? letters : 0;
        doubt += share > 0.25F && share < 0.75F ? letters : 0;
        if (!kept[i]) {
            missed += element->figures ? 0 : share * letters;
            continue;
        }
        all += letters;
        right += share * letters;
        items += element->items ? letters : 0;
        linked += (float)block->linked;
        stories += all > 0 && element->story != story;
        story = element->story;
    }
    terms[QUALITY_PRECISION] = ratio(right, all);
    terms[QUALITY_RECALL] = ratio(right, right + missed);
    terms[QUALITY_DOUBT] = ratio(doubt, all) < 2 ? ratio(doubt, all) : 2;
    terms[QUALITY_LETTERS] = all > ENOUGH ? 1 : all / ENOUGH;
    terms[QUALITY_SHORT] = all < SHORT_TEXT;
    terms[QUALITY_RULES] = ratio(same, either);
    terms[QUALITY_STORIES] = stories > 4 ? 3 : stories > 1 ? stories - 1 : 0;
    terms[QUALITY_ITEMS] = ratio(items, all);
    terms[QUALITY_LINKED] = ratio(linked, all);
}

static float gaps(const PageFacts *facts, const unsigned char *kept)
{
    float all = 0, pending = 0, left_out = 0;

    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        float letters = (float)facts->page->blocks.items[i].letters;

        if (!kept[i]) {
            pending += all > 0 ? letters : 0;
            continue;
        }
        all += letters;
        left_out += pending;
        pending = 0;
    }
    return ratio(left_out, all) < 2 ? ratio(left_out, all) : 2;
}

void body_quality_terms(const PageFacts *facts, const PageRules *rules, const float *scores, const unsigned char *kept,
                        float terms[QUALITY_TERM_COUNT])
{
    size_t first = 0;

    while (first < facts->page->blocks.count && !kept[first])
        first++;
    terms[QUALITY_ONE] = 1;
    terms[QUALITY_PASSES] = (float)rules->passes;
    terms[QUALITY_TITLED] = facts->title != NO_INDEX && facts->title <= first;
    terms[QUALITY_GAPS] = gaps(facts, kept);
    count_blocks(facts, rules, scores, kept, terms);
}

int body_quality_of(float sum, const float anchors[2])
{
    float quality = 50.0F + 40.0F * (sum - anchors[0]) / (anchors[1] - anchors[0]);

    if (sum > anchors[1])
        quality = 90.0F + 10.0F * (sum - anchors[1]) / (sum - anchors[1] + 1.0F);
    return quality < 1 ? 1 : quality > 100 ? 100 : (int)quality;
}

int body_quality(const BodyChoice *choice)
{
    float terms[QUALITY_TERM_COUNT], sum = 0;

    if (!choice->letters)
        return 0;
    body_quality_terms(&choice->facts, &choice->rules, choice->scores, choice->kept, terms);
    for (size_t i = 0; i < QUALITY_TERM_COUNT; i++)
        sum += terms[i] * quality_weights[i];
    return body_quality_of(sum, quality_anchors);
}
