/*
 * A paragraph as words, signs and what is spoken in it. A quotation is one item, whatever stands in it, in the sentence around it:
 *
 *     « Non », a répondu Marie Castel.        [« Non »] , a répondu Marie Castel .
 */
#ifndef QUOIN_ANALYSIS_LANGUAGES_PARAGRAPH_H
#define QUOIN_ANALYSIS_LANGUAGES_PARAGRAPH_H

#include "analysis/languages/language.h"
#include "analysis/languages/spoken.h"
#include "analysis/languages/word_bits.h"

typedef enum ItemKind { ITEM_WORD, ITEM_SIGN, ITEM_SPEECH } ItemKind;

typedef struct Item {
    ShortRange range;     /* of the text; of a word with a full stop that shortens it: with that */
    uint32_t hash;        /* of a word: language_word_hash without that stop */
    uint32_t classes;     /* IS_… of a word */
    uint32_t sign;        /* the code point of a sign */
    unsigned span : 24;   /* of speech: index of the paragraph's spans */
    unsigned kind : 2;    /* an ItemKind */
    unsigned capital : 1; /* begins with a capital */
    unsigned begins : 1;  /* a sentence */
} Item;

typedef struct Paragraph {
    Arena *arena; /* for its items */
    Text text;    /* the whole text */
    Range range;
    const Language *language;
    const WordBits *classes;
    SpokenList spans;
    ARRAY(Item) items;
} Paragraph;

/* Read the items of paragraph->range around its spans, in the place of those that it had. */
void paragraph_read(Paragraph *paragraph);

/* The item behind the sentence that `item` is in. */
size_t paragraph_sentence_end(const Paragraph *paragraph, size_t item);

Text paragraph_item(const Paragraph *paragraph, size_t item);

#endif
