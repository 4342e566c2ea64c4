#include "train/feature_table.h"

enum { FIRST_SLOTS = 1 << 16 };

static size_t slot_of(const FeatureTable *table, uint64_t key)
{
    size_t slot = (size_t)(key ^ key >> 32) & (table->slot_count - 1);

    while (table->slots[slot] && table->rows.items[table->slots[slot] - 1].key != key)
        slot = (slot + 1) & (table->slot_count - 1);
    return slot;
}

static void grow(Arena *arena, FeatureTable *table)
{
    table->slot_count = table->slot_count ? table->slot_count * 2 : FIRST_SLOTS;
    table->slots = ARENA_ARRAY(arena, uint32_t, table->slot_count);
    for (size_t i = 0; i < table->rows.count; i++)
        table->slots[slot_of(table, table->rows.items[i].key)] = (uint32_t)i + 1;
}

FeatureRow *feature_table_find(const FeatureTable *table, const Feature *feature)
{
    uint32_t row = table->slot_count ? table->slots[slot_of(table, feature->key)] : 0;

    return row ? &table->rows.items[row - 1] : NULL;
}

void feature_table_count(Arena *arena, FeatureTable *table, const Feature *feature, uint32_t page)
{
    uint64_t key = feature->key;
    size_t slot;
    FeatureRow *row;

    if (table->rows.count * 2 >= table->slot_count)
        grow(arena, table);
    slot = slot_of(table, key);
    if (!table->slots[slot]) {
        FeatureRow fresh = {.feature = *feature, .key = key, .last_page = UINT32_MAX, .number = NO_FEATURE};

        ARRAY_PUSH(arena, table->rows, fresh);
        table->slots[slot] = (uint32_t)table->rows.count;
    }
    row = &table->rows.items[table->slots[slot] - 1];
    row->pages += row->last_page != page;
    row->last_page = page;
}
