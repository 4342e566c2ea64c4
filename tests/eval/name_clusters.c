/*
 * Mentions of both sides are laid together by their spans, each with the number of its cluster on either side. Then everything is counting:
 *
 *     span        annotated   found
 *     Ines Farrow     0         0        precision 2/3, recall 2/3
 *     Farrow          0         0        the same
 *     Ines            0         -        recall 0
 *     Tom Farrow      1         0        precision 1/3, recall 1
 */
#include "eval/name_clusters.h"

#include "base/unicode/fold.h"

#define NO_CLUSTER SIZE_MAX

typedef struct Item {
    Range range;
    size_t gold, found; /* clusters */
} Item;

typedef struct Items {
    ARRAY(Item) items;
} Items;

/* ---- both sides together ---- */

static bool has_identities(const GoldDocument *gold)
{
    for (size_t i = 0; i < gold->names.count; i++) {
        if (gold->names.items[i].identity.size)
            return true;
    }
    return false;
}

/* The first name of the same thing. */
static size_t gold_cluster(const GoldDocument *gold, size_t name)
{
    const GoldName *names = gold->names.items;

    for (size_t i = 0; i < name && names[name].identity.size; i++) {
        if (names[i].type == names[name].type && text_equal_ignoring_case(names[i].identity, names[name].identity))
            return i;
    }
    return name;
}

static void add_found(Arena *arena, Items *items, const Mention *mention)
{
    Range range = range_widen(mention->range);

    for (size_t i = 0; i < items->items.count; i++) {
        Item *item = &items->items.items[i];

        if (item->range.start == range.start && item->range.end == range.end) {
            item->found = mention->entity;
            return;
        }
    }
    ARRAY_PUSH(arena, items->items, ((Item){range, NO_CLUSTER, mention->entity}));
}

static Items lay_together(Arena *arena, const GoldDocument *gold, const Analysis *analysis)
{
    Items items = {0};

    for (size_t i = 0; i < gold->names.count; i++) {
        if (gold->names.items[i].type != ENTITY_MISC)
            ARRAY_PUSH(arena, items.items, ((Item){gold->names.items[i].range, gold_cluster(gold, i), NO_CLUSTER}));
    }
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        const Mention *mention = &analysis->mentions.items[i];

        if (analysis->entities.items[mention->entity].type != ENTITY_MISC)
            add_found(arena, &items, mention);
    }
    return items;
}

/* ---- B-cubed ---- */

/* Add what one mention is worth. */
static void count_item(ClusterCounts *counts, const Items *items, const Item *item)
{
    size_t both = 0, in_gold = 0, in_found = 0;

    for (size_t i = 0; i < items->items.count; i++) {
        const Item *other = &items->items.items[i];
        bool gold = item->gold != NO_CLUSTER && other->gold == item->gold;
        bool found = item->found != NO_CLUSTER && other->found == item->found;

        in_gold += gold;
        in_found += found;
        both += gold && found;
    }
    counts->gold += item->gold != NO_CLUSTER;
    counts->predicted += item->found != NO_CLUSTER;
    counts->recalled += in_gold ? (double)both / (double)in_gold : 0;
    counts->precise += in_found ? (double)both / (double)in_found : 0;
}

static void count_items(ClusterCounts *counts, const Items *items)
{
    for (size_t i = 0; i < items->items.count; i++)
        count_item(counts, items, &items->items.items[i]);
}

/* Right spans as the annotation joins them; what is no name is alone. */
static void join_rightly(Items *items)
{
    for (size_t i = 0; i < items->items.count; i++) {
        Item *item = &items->items.items[i];

        if (item->found != NO_CLUSTER)
            item->found = item->gold != NO_CLUSTER ? item->gold : NO_CLUSTER - 1 - i;
    }
}

/* ---- spellings ---- */

/* A pair of spellings, and who says that they are one. */
typedef struct FormPair {
    Text a, b; /* folded, in order */
    Text spelled_a, spelled_b;
    bool gold, found;
} FormPair;

typedef struct FormPairs {
    ARRAY(FormPair) pairs;
} FormPairs;

static void note_pair(Arena *arena, FormPairs *pairs, FormPair pair)
{
    for (size_t i = 0; i < pairs->pairs.count; i++) {
        FormPair *known = &pairs->pairs.items[i];

        if (text_equal(known->a, pair.a) && text_equal(known->b, pair.b)) {
            known->gold |= pair.gold;
            known->found |= pair.found;
            return;
        }
    }
    ARRAY_PUSH(arena, pairs->pairs, pair);
}

static FormPairs pair_forms(Arena *arena, Text text, const Items *items)
{
    FormPairs pairs = {0};

    for (size_t i = 0; i < items->items.count; i++) {
        Text spelled = text_slice(text, items->items.items[i].range), folded = fold_copy(arena, spelled);

        for (size_t j = 0; j < i; j++) {
            const Item *a = &items->items.items[i], *b = &items->items.items[j];
            bool gold = a->gold != NO_CLUSTER && a->gold == b->gold;
            bool found = a->found != NO_CLUSTER && a->found == b->found;
            Text other = text_slice(text, b->range), folded_other = gold || found ? fold_copy(arena, other) : folded;
            int order = text_compare(folded, folded_other);

            if (order < 0)
                note_pair(arena, &pairs, (FormPair){folded, folded_other, spelled, other, gold, found});
            else if (order > 0)
                note_pair(arena, &pairs, (FormPair){folded_other, folded, other, spelled, gold, found});
        }
    }
    return pairs;
}

static void count_forms(FormCounts *counts, const GoldDocument *gold, const FormPairs *pairs, const FormVisitor *visitor)
{
    for (size_t i = 0; i < pairs->pairs.count; i++) {
        const FormPair *pair = &pairs->pairs.items[i];

        counts->gold += pair->gold;
        counts->predicted += pair->found;
        counts->right += pair->gold && pair->found;
        if (visitor && pair->gold != pair->found)
            visitor->failure(visitor->context, &(FormFailure){gold, pair->spelled_a, pair->spelled_b, pair->found});
    }
}

void name_clusters_add(NameClusters *clusters, const GoldDocument *gold, const Analysis *analysis,
                       const FormVisitor *visitor)
{
    Arena scratch = {0};
    Items items;
    FormPairs pairs;

    if (!has_identities(gold))
        return;
    items = lay_together(&scratch, gold, analysis);
    pairs = pair_forms(&scratch, gold->text, &items);
    count_items(&clusters->found, &items);
    count_forms(&clusters->forms, gold, &pairs, visitor);
    join_rightly(&items);
    count_items(&clusters->bound, &items);
    arena_release(&scratch);
}

/* ---- figures ---- */

double cluster_f1(const ClusterCounts *counts)
{
    double precision = counts->predicted ? counts->precise / (double)counts->predicted : 0;
    double recall = counts->gold ? counts->recalled / (double)counts->gold : 0;

    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

double form_f1(const FormCounts *counts)
{
    size_t all = counts->predicted + counts->gold;

    return all ? 2.0 * (double)counts->right / (double)all : 0;
}
