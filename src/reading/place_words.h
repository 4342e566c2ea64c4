/* Where somebody is in an article, with the words there: so the places are found again when its text is another than it was. */
#ifndef QUOIN_READING_PLACE_WORDS_H
#define QUOIN_READING_PLACE_WORDS_H

#include "memory/place_anchor.h"
#include "reading/document.h"

/* All zero before the first; it owns what it keeps. */
typedef struct PlaceWords {
    Arena arena;
    DocumentPlace place;
    ARRAY(PlaceAnchor) anchors; /* of the offsets of `place` that are some, in their order */
} PlaceWords;

/* Where the document stands now. There must be an article. */
void place_words_take(PlaceWords *words, Document *document);

/* The same in the document that is open now: what stands nowhere any more is NO_OFFSET, but the top of the screen, which is about where it was.
 * False: it is that. */
bool place_words_find(const PlaceWords *words, Document *document, DocumentPlace *place);

void place_words_release(PlaceWords *words);

#endif
