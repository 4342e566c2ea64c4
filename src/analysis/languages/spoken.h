/* What is spoken in a paragraph, by its marks: quotation marks in pairs, and dashes at its start. */
#ifndef QUOIN_ANALYSIS_LANGUAGES_SPOKEN_H
#define QUOIN_ANALYSIS_LANGUAGES_SPOKEN_H

#include "analysis/languages/language.h"
#include "analysis/languages/word_bits.h"

typedef struct Spoken {
    ShortRange range;          /* quotation marks included; without dashes */
    unsigned char open, close; /* bytes of the marks; 0: there is none */
    bool title;                /* in marks for titles */
    bool after_dash;
    bool closed; /* it has its closing mark, or is spoken after a dash */
} Spoken;

static inline Range spoken_inner(const Spoken *span)
{
    return (Range){span->range.start + span->open, span->range.end - span->close};
}

typedef ARRAY(Spoken) SpokenList;

bool spoken_is_dash(uint32_t code_point); /* "—" "–" "―" */

/* Append what stands in marks in a paragraph of `text`, by start, none in another. Linear. */
void spoken_find_marks(Arena *arena, Text text, Range paragraph, const Language *language, SpokenList *spans);

/* Does it begin with a dash, as speech does and items of lists do? */
bool spoken_begins_with_dash(Text text, Range paragraph);

/*
 * Append what is spoken in such a paragraph, and tell whether somebody is said to say it: "—No —dice Ana—. Nunca." `classes` are those of the
 * language. Marks in it are not looked at.
 */
bool spoken_find_dashes(Arena *arena, Text text, Range paragraph, const Language *language, const WordBits *classes,
                        SpokenList *spans);

#endif
