/* Each note is looked for once; the order is that of its place. */
#include "memory/notes/article_notes.h"

#include <stdlib.h>

/* Before the text, in it, behind it. */
static int part_of(const PlacedNote *note)
{
    return note->place.found == NOTE_IS_OF_ARTICLE ? 0 : note->place.found == NOTE_IS_MISSING ? 2 : 1;
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare(const void *a, const void *b)
{
    const PlacedNote *first = a, *second = b;
    int order = part_of(first) - part_of(second);

    if (order == 0)
        order = compare_sizes(first->place.range.start, second->place.range.start);
    if (order == 0)
        order = text_compare(note_field(&first->note, NOTE_MADE), note_field(&second->note, NOTE_MADE));
    return order ? order : text_compare(note_field(&first->note, NOTE_ID), note_field(&second->note, NOTE_ID));
}

/* In their order, with the bounds of those in the text. */
static PlacedNotes in_order(PlacedNote *items, size_t count)
{
    PlacedNotes notes = {.items = items, .count = count};

    qsort(items, count, sizeof *items, compare);
    while (notes.first_there < count && part_of(&items[notes.first_there]) < 1)
        notes.first_there++;
    notes.end_there = notes.first_there;
    while (notes.end_there < count && part_of(&items[notes.end_there]) < 2)
        notes.end_there++;
    return notes;
}

PlacedNotes article_notes_place(Arena *arena, const NotesUnion *all, NoteList list, NotePlaces *places)
{
    PlacedNote *items = ARENA_ARRAY(arena, PlacedNote, all->notes.count + 1);
    size_t count = 0;

    for (size_t i = 0; i < all->notes.count; i++) {
        const Note *note = &all->notes.items[i].note;

        if (note->list == list && !note_is_deleted(note))
            items[count++] = (PlacedNote){*note, note_place_find(places, note)};
    }
    return in_order(items, count);
}

PlacedNotes placed_notes_as_one(Arena *arena, const PlacedNotes *const *lists, size_t count)
{
    size_t sum = 0, at = 0;
    PlacedNote *items;

    for (size_t i = 0; i < count; i++)
        sum += lists[i]->count;
    items = ARENA_ARRAY(arena, PlacedNote, sum + 1);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < lists[i]->count; j++)
            items[at++] = lists[i]->items[j];
    }
    return in_order(items, sum);
}

size_t placed_note_index(const PlacedNotes *notes, Text id)
{
    for (size_t i = 0; i < notes->count; i++) {
        if (text_equal(note_field(&notes->items[i].note, NOTE_ID), id))
            return i;
    }
    return NO_INDEX;
}

size_t placed_note_after(const PlacedNotes *notes, size_t offset)
{
    for (size_t i = notes->first_there; i < notes->end_there; i++) {
        if (notes->items[i].place.range.start > offset)
            return i;
    }
    return NO_INDEX;
}

size_t placed_note_before(const PlacedNotes *notes, size_t offset)
{
    for (size_t i = notes->end_there; i-- > notes->first_there;) {
        if (notes->items[i].place.range.start < offset)
            return i;
    }
    return NO_INDEX;
}

size_t placed_note_around(const PlacedNotes *notes, Range range)
{
    size_t found = NO_INDEX;

    for (size_t i = notes->first_there; i < notes->end_there; i++) {
        Range there = notes->items[i].place.range;

        if (there.start <= range.start && range.end <= there.end &&
            (found == NO_INDEX || range_size(there) < range_size(notes->items[found].place.range)))
            found = i;
    }
    return found;
}
