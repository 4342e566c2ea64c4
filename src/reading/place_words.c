/* The offsets of a place are gone through in one order, when they are kept and when they are found. */
#include "reading/place_words.h"

enum { OFFSET_COUNT = 3 + MARK_COUNT };

static size_t *offset_of(DocumentPlace *place, size_t number)
{
    switch (number) {
    case 0:
        return &place->top_offset;
    case 1:
        return &place->quote_start;
    case 2:
        return &place->mention_start;
    default:
        return &place->marks[number - 3];
    }
}

void place_words_take(PlaceWords *words, Document *document)
{
    arena_reset(&words->arena);
    words->place = document_place(document);
    words->anchors.items = NULL;
    words->anchors.count = words->anchors.capacity = 0;
    for (size_t i = 0; i < OFFSET_COUNT; i++) {
        size_t offset = *offset_of(&words->place, i);

        if (offset != NO_OFFSET)
            ARRAY_PUSH(&words->arena, words->anchors, place_anchor(&words->arena, document->article, offset));
    }
}

bool place_words_find(const PlaceWords *words, Document *document, DocumentPlace *place)
{
    Arena scratch = {0};
    PlaceSearch search;
    size_t next = 0, size;
    bool found;

    *place = words->place;
    place_search_init(&search, &scratch, document->article);
    for (size_t i = 0; i < OFFSET_COUNT; i++) {
        size_t *offset = offset_of(place, i);

        if (*offset == NO_OFFSET)
            continue;
        if (*offset != 0) /* the start is the start */
            *offset = place_find(&search, &words->anchors.items[next]);
        next++;
    }
    found = place->top_offset != NO_OFFSET;
    size = article_size(document->article);
    if (!found)
        place->top_offset = words->place.top_offset < size ? words->place.top_offset : size;
    arena_release(&scratch);
    return found;
}

void place_words_release(PlaceWords *words)
{
    arena_release(&words->arena);
}
