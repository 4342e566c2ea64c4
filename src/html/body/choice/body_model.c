#include "html/body/choice/body_model.h"

#include "html/body/choice/body_tables.h"

typedef struct WeightSlot {
    uint64_t key; /* 0: empty */
    float weight;
} WeightSlot;

enum { SLOTS = 16384 };
_Static_assert(COUNT_OF(body_weights) * 2 < SLOTS, "the table of weights is at most half full");

static WeightSlot *slot_of(WeightSlot *slots, uint64_t key)
{
    size_t slot = (size_t)(key ^ key >> 32) % SLOTS;

    while (slots[slot].key && slots[slot].key != key)
        slot = (slot + 1) % SLOTS;
    return &slots[slot];
}

void body_model_init(Arena *arena, BodyModel *model)
{
    model->slots = ARENA_ARRAY(arena, WeightSlot, SLOTS);
    for (size_t i = 0; i < COUNT_OF(body_weights); i++) {
        uint64_t key = feature_key_of_name(body_weights[i].name);

        *slot_of(model->slots, key) = (WeightSlot){key, body_weights[i].weight};
    }
}

float body_model_score(const BodyModel *model, const Features *features)
{
    float score = 0;

    for (size_t i = 0; i < features->count; i++)
        score += slot_of(model->slots, features->items[i].key)->weight;
    return score;
}

float body_model_second_score(const float *measures)
{
    return body_trees_score(body_trees, COUNT_OF(body_trees), measures);
}

float body_model_both(float first, float second)
{
    static const float second_share = 0.6F;

    return first + (second - first) * second_share;
}
