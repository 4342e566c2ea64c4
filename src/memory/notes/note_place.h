/*
 * Where the passage of a note stands in an article, which may be another one by now: the same words with the same ones around them; else
 * the same words; else those of which a few differ (article/anchors). Words in which a name, a number or a negation differs are other
 * words.
 */
#ifndef QUOIN_MEMORY_NOTES_NOTE_PLACE_H
#define QUOIN_MEMORY_NOTES_NOTE_PLACE_H

#include "article/anchors/anchors.h"
#include "memory/notes/note.h"

typedef enum NoteFound {
    NOTE_IS_OF_ARTICLE, /* it has no passage: it is about all of the article */
    NOTE_IS_THERE,
    NOTE_IS_CHANGED, /* a word or so of the passage differs now */
    NOTE_IS_MISSING  /* it is not there any more, or only what must not be taken for it */
} NoteFound;

typedef struct NotePlace {
    NoteFound found;
    Range range; /* of the article's text; of a missing one what is nearest to it, where there is such; else empty */
    Refusal refusal; /* of a missing one: why that is not the passage */
} NotePlace;

/* The search for all notes of one article, which is indexed as far as notes may be found. */
typedef struct NotePlaces {
    const Article *article;
    AnchorSearch anchors;
    size_t left; /* bytes that may still be looked at for the same words */
} NotePlaces;

/* `arena` keeps what is made once for all notes. */
void note_places_init(NotePlaces *places, Arena *arena, const Article *article);

NotePlace note_place_find(NotePlaces *places, const Note *note);

/* Let a note be about a range of the article's text: the words of the passage, those around it and where it stands. Texts lie in `arena`. */
void note_set_passage(Arena *arena, Note *note, const Article *article, Range range);

/* Is there a word in the range, by which it can be found again? */
bool note_passage_is_good(const Article *article, Range range);

#endif
