#include "html/body/choice/body_choice.h"

enum { ENOUGH_LETTERS = 400 /* where less is kept, what is hidden is looked at too */, MUCH_MORE = 3 };

static const float bound = -0.5F; /* of the score: a paragraph that is lost annoys more than one that is too much */

float *body_choice_first_scores(Arena *arena, const BodyModel *model, const PageFacts *facts, const PageRules *rules)
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
            scores[i] = body_model_second_score(measures + i * MEASURE_COUNT);
    }
    return scores;
}

void body_choice_keep(const PageFacts *facts, const float *scores, unsigned char *kept)
{
    for (size_t i = 0; i < facts->page->blocks.count; i++)
        kept[i] = scores[i] > bound && !facts->elements[facts->page->blocks.items[i].element].figures;
}

static void choose(Arena *arena, const BodyModel *model, BodyChoice *choice)
{
    size_t count = choice->page.blocks.count;

    page_facts_read(arena, &choice->page, &choice->facts);
    page_rules_read(arena, &choice->facts, &choice->rules);
    choice->scores = second_scores(arena, &choice->facts, &choice->rules,
                                   body_choice_first_scores(arena, model, &choice->facts, &choice->rules));
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
        *choice = other;
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
