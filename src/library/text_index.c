/* Open addressing: it is at most half full. */
#include "library/text_index.h"

#include <assert.h>

typedef struct IndexedText {
    Text key, value;
} IndexedText;

static size_t slot_of(const TextIndex *index, Text key)
{
    size_t slot = text_hash(key) & (index->slot_count - 1);

    assert(index->slots && (index->items.items || index->items.count == 0));
    while (index->slots[slot] && !text_equal(index->items.items[index->slots[slot] - 1].key, key))
        slot = (slot + 1) & (index->slot_count - 1);
    return slot;
}

static void grow(TextIndex *index)
{
    index->slot_count = index->slot_count ? index->slot_count * 2 : 256;
    index->slots = ARENA_ARRAY(index->arena, uint32_t, index->slot_count);
    assert(index->items.items || index->items.count == 0);
    for (size_t i = 0; i < index->items.count; i++)
        index->slots[slot_of(index, index->items.items[i].key)] = (uint32_t)(i + 1);
}

Text *text_index_find(const TextIndex *index, Text key)
{
    uint32_t item = index->slot_count ? index->slots[slot_of(index, key)] : 0;

    return item ? &index->items.items[item - 1].value : NULL;
}

void text_index_enter(TextIndex *index, Text key, Text value)
{
    Text *known = text_index_find(index, key);

    if (known) {
        *known = value;
        return;
    }
    if (index->items.count * 2 >= index->slot_count)
        grow(index);
    assert(index->slots && (index->items.items || index->items.capacity == 0));
    index->slots[slot_of(index, key)] = (uint32_t)(index->items.count + 1);
    ARRAY_PUSH(index->arena, index->items, ((IndexedText){key, value}));
}
