/* What part of speech a word is where it stands beside what somebody is: role_words.def. */
#ifndef QUOIN_ANALYSIS_WORDS_ROLE_WORDS_H
#define QUOIN_ANALYSIS_WORDS_ROLE_WORDS_H

#include "base/text.h"

typedef enum RolePart {
    ROLE_PART_NONE,
    ROLE_PART_MODIFIER,
    ROLE_PART_VERB,
    ROLE_PART_RANK,
    ROLE_PART_DEGREE,
    ROLE_PART_OFFICE
} RolePart;

/* A word that the table does not have is of no part; so are letters of a rank or a degree without two capitals ("md", "Cm"). */
RolePart role_part(Text word);

#endif
