/*
 * What the rules that join names share. Private to this room.
 */
#ifndef QUOIN_ANALYSIS_MERGING_MERGE_WORK_H
#define QUOIN_ANALYSIS_MERGING_MERGE_WORK_H

#include "analysis/merging/name_merge.h"
#include "analysis/words/lexicon.h"

enum {
    KINDS = LEXICON_PLACE | LEXICON_ORGANIZATION | LEXICON_NATIONALITY | LEXICON_MISC,
    ORDINARY = LEXICON_COMMON | LEXICON_STOP | LEXICON_CALENDAR | LEXICON_ROLE | LEXICON_HONORIFIC,
    HEADS = LEXICON_ORGANIZATION_HEAD | LEXICON_ORGANIZATION_OF
};

#define CANDIDATE_NONE 0u
#define CANDIDATE_SEVERAL UINT32_MAX

typedef struct Merging {
    NameTable *table;
    Arena *scratch;
    uint32_t *candidates; /* for each name: 1 + what it may be a short form of */
    MergeRule rule;
} Merging;

/* Note that `name` may be the long form of `other`; two that are not one already are too many. */
void merging_note(Merging *merging, uint32_t other, uint32_t name);

/* Of a folded name. */
Text folded_first_word(Text folded);
Text folded_last_word(Text folded);

/* Rules of organisations and places, and of people: each notes candidates of one kind. */
void merging_note_spellings(Merging *merging);
void merging_note_initials(Merging *merging);
void merging_note_short_forms(Merging *merging);
void merging_note_objects(Merging *merging);
void merging_note_openings(Merging *merging);
void merging_note_ends(Merging *merging);
void merging_note_heads(Merging *merging);
void merging_note_parties(Merging *merging);
void merging_note_prefixed(Merging *merging);
void merging_note_headwords(Merging *merging);
void merging_note_parts(Merging *merging);
void merging_note_last_names(Merging *merging);
void merging_note_first_names(Merging *merging);
void merging_note_short_first_names(Merging *merging);
void merging_note_short_full_names(Merging *merging);
void merging_note_handles(Merging *merging);

#endif
