/* What the reader corrected of who is who: two entries of the list of names that are one person, one entry that is two. */
#ifndef QUOIN_MEMORY_NOTES_PEOPLE_CORRECTIONS_H
#define QUOIN_MEMORY_NOTES_PEOPLE_CORRECTIONS_H

#include "analysis/result/result.h"
#include "memory/notes/article_notes.h"

/* What became of the entities that were found, for the quotations that tell of them. */
typedef struct PeopleChanges {
    const PlacedNotes *people; /* by which */
    const uint32_t *now;       /* of each entity that was found: its index now; NULL: nothing is changed */
    const bool *split;         /* … it is several now: which, tells the mention */
    const uint32_t *first;     /* … where its mentions begin, which end where those of the next begin, in: */
    const uint32_t *mentions;  /* indexes of mentions, those of an entity in the order of the text */
} PeopleChanges;

/*
 * Let the entities of a finished analysis, and those of its mentions, be what it found, as corrected. A note of `people` has `name` and `same` (both
 * are one, by the second name), `name` and `apart` (that form of the name is not of whom the second names), `name` and `kind` (what it is, as of
 * entity_type_name), or a passage and `same` (the name that is mentioned there is of that one). What is not in the article changes nothing. What is
 * new lies in `arena`, until the next time.
 */
PeopleChanges people_correct(Arena *arena, Analysis *analysis, const PlacedNotes *people);

/* A quotation that was found, with the speakers that its own are now. */
Quote people_corrected_quote(Arena *arena, const Analysis *analysis, const PeopleChanges *changes, const Quote *found);

/* Are its entities others than were found? */
bool people_are_corrected(const Analysis *analysis);

/* The entity with a name, or one that it is known by; NO_ENTITY: none. */
size_t entity_named(const Analysis *analysis, Text name);

#endif
