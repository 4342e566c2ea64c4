/*
 * The words and names that the analysis knows: places, organisations, nationalities, and the words that tell what a name is
 * ("Ministry", "River", "Inc."). A read-only table made at build time from the lists in data/; nothing is built at start.
 */
#ifndef QUOIN_ANALYSIS_WORDS_LEXICON_H
#define QUOIN_ANALYSIS_WORDS_LEXICON_H

#include "base/text.h"

/* What is known about a key; the classes of words are told in data/words.tsv. */
enum {
    LEXICON_BEGINS = 1 << 0,   /* longer keys begin with it */
    LEXICON_CAPITALS = 1 << 1, /* counts only when written in capitals ("US") */
    LEXICON_DOUBTFUL = 1 << 2, /* a word or a person's name as well ("Reading", "Jordan") */
    LEXICON_PLACE = 1 << 3,
    LEXICON_COUNTRY = 1 << 4, /* with LEXICON_PLACE, as the next two */
    LEXICON_REGION = 1 << 5,
    LEXICON_CITY = 1 << 6,
    LEXICON_ORGANIZATION = 1 << 7,
    LEXICON_TEAM = 1 << 8, /* with LEXICON_ORGANIZATION */
    LEXICON_NATIONALITY = 1 << 9,
    LEXICON_MISC = 1 << 10,
    LEXICON_ORGANIZATION_HEAD = 1 << 11,
    LEXICON_ORGANIZATION_WEAK = 1 << 12,
    LEXICON_ORGANIZATION_OF = 1 << 13,
    LEXICON_ORGANIZATION_SUFFIX = 1 << 14,
    LEXICON_PLACE_HEAD = 1 << 15,
    LEXICON_PLACE_WEAK = 1 << 16,
    LEXICON_PLACE_FIRST = 1 << 17,
    LEXICON_PLACE_OF = 1 << 18,
    LEXICON_MISC_HEAD = 1 << 19,
    LEXICON_CALENDAR = 1 << 20,
    LEXICON_COMMON = 1 << 21,
    LEXICON_ROLE = 1 << 22,
    LEXICON_ROLE_FIRST = 1 << 23,
    LEXICON_HONORIFIC = 1 << 24,
    LEXICON_STOP = 1 << 25,
    LEXICON_PLACE_BEFORE = 1 << 26,
    LEXICON_PLACE_NOUN = 1 << 27,
    LEXICON_ORGANIZATION_AFTER = 1 << 28,
    LEXICON_DIRECTION = 1 << 29,
    LEXICON_ORGANIZATION_NAMED = 1 << 30
};

typedef struct LexiconEntry {
    uint16_t offset;
    uint8_t size;
    uint16_t group; /* names of one and the same thing share a number; 0: no other names */
    uint32_t flags;
} LexiconEntry;

enum { LEXICON_LONGEST = 96 };

/*
 * A name in the form of the keys, built up piece by piece: small letters, no accents, no full stops, a straight apostrophe, one blank
 * for each run of blanks, line ends and hyphens. What does not fit is left out, and the name is then `full`.
 */
typedef struct FoldedName {
    char bytes[LEXICON_LONGEST];
    size_t size;
    uint32_t hash;
    bool full;
} FoldedName;

static inline void folded_name_begin(FoldedName *folded) /* empty; its bytes are left as they are */
{
    folded->size = 0;
    folded->hash = 0;
    folded->full = false;
}
void folded_name_append(FoldedName *folded, Text piece);
Text folded_name_text(const FoldedName *folded);

/* What is known about a folded name, in time linear in its size; NULL when nothing is. */
const LexiconEntry *lexicon_find(const FoldedName *folded);

/* Ask memory for what is looked at first of a name with this hash: h = h * 31 + byte, from 0. */
void lexicon_expect(uint32_t hash);

/* The flags of a single word or name; 0 when it is unknown. The second one is of a name that is folded already, with its hash. */
uint32_t lexicon_flags(Text word);
uint32_t lexicon_flags_folded(Text folded, uint32_t hash);

/* All group numbers are below it. */
size_t lexicon_group_limit(void);

#endif
