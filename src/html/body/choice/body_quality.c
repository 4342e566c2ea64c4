/*
 * A sum of terms with the weights of body-quality.tsv, which were learned from what was found on pages whose article is known. The sum is laid on a
 * scale with two anchors, 50 and 90, which are where the pages above them are good as often as body_quality.h says.
 */
#include "html/body/choice/body_quality.h"

#include "html/body/choice/body_quality_table.h"

enum { ENOUGH = 3000 };

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
    float right = 0, all = 0, missed = 0, doubt = 0, same = 0, either = 0, linked = 0, longest = 0;

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
        linked += (float)block->linked;
        longest = letters > longest ? letters : longest;
    }
    terms[QUALITY_PRECISION] = ratio(right, all);
    terms[QUALITY_RECALL] = ratio(right, right + missed);
    terms[QUALITY_DOUBT] = ratio(doubt, all) < 2 ? ratio(doubt, all) : 2;
    terms[QUALITY_LETTERS] = all > ENOUGH ? 1 : all / ENOUGH;
    terms[QUALITY_RULES] = ratio(same, either);
    terms[QUALITY_LINKED] = ratio(linked, all);
    terms[QUALITY_LONGEST] = ratio(longest, all);
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

/* Articles have one look, mostly; what is put together from a page has several. */
static float share_of_look(Arena *arena, const PageFacts *facts, const unsigned char *kept)
{
    uint32_t *letters = ARENA_ARRAY(arena, uint32_t, facts->look_count + 1), most = 0, all = 0;

    for (size_t i = 0; i < facts->page->blocks.count; i++) {
        uint32_t *of_look = &letters[facts->blocks[i].look];

        if (!kept[i])
            continue;
        *of_look += facts->page->blocks.items[i].letters;
        all += facts->page->blocks.items[i].letters;
        most = *of_look > most ? *of_look : most;
    }
    return ratio((float)most, (float)all);
}

void body_quality_terms(Arena *arena, const PageFacts *facts, const PageRules *rules, const float *scores,
                        const unsigned char *kept, float terms[QUALITY_TERM_COUNT])
{
    size_t first = 0;

    while (first < facts->page->blocks.count && !kept[first])
        first++;
    terms[QUALITY_ONE] = 1;
    terms[QUALITY_TITLED] = facts->title != NO_INDEX && facts->title <= first;
    terms[QUALITY_GAPS] = gaps(facts, kept);
    terms[QUALITY_LOOK] = share_of_look(arena, facts, kept);
    count_blocks(facts, rules, scores, kept, terms);
}

int body_quality_of(float sum, const float anchors[2])
{
    float quality = 50.0F + 40.0F * (sum - anchors[0]) / (anchors[1] - anchors[0]);

    if (sum > anchors[1])
        quality = 90.0F + 10.0F * (sum - anchors[1]) / (sum - anchors[1] + 1.0F);
    return quality < 1 ? 1 : quality > 100 ? 100 : (int)quality;
}

int body_quality(Arena *arena, const BodyChoice *choice)
{
    float terms[QUALITY_TERM_COUNT], sum = 0;

    if (!choice->letters)
        return 0;
    body_quality_terms(arena, &choice->facts, &choice->rules, choice->scores, choice->kept, terms);
    for (size_t i = 0; i < QUALITY_TERM_COUNT; i++)
        sum += terms[i] * quality_weights[i];
    return body_quality_of(sum, quality_anchors);
}
