/* Names by the words in them: what a run of capitalised words begins with, by what the lexicon says about its words. */
#ifndef QUOIN_ANALYSIS_NAMES_NAME_SPANS_H
#define QUOIN_ANALYSIS_NAMES_NAME_SPANS_H

#include "analysis/names/name_mentions.h"
#include "analysis/words/lexicon.h"

enum { RUN_LONGEST = 12 /* words */ };

enum {
    KINDS = LEXICON_PLACE | LEXICON_ORGANIZATION | LEXICON_NATIONALITY | LEXICON_MISC,
    HEADS = LEXICON_ORGANIZATION_HEAD | LEXICON_ORGANIZATION_SUFFIX | LEXICON_PLACE_HEAD | LEXICON_MISC_HEAD,
    /* Not part of an unknown name */
    ORDINARY = LEXICON_COMMON | LEXICON_STOP | LEXICON_CALENDAR | LEXICON_ROLE | LEXICON_ROLE_FIRST | LEXICON_HONORIFIC
};

/* Of which blocks capitals say something: STYLE_TEXT. */
typedef enum BlockStyle { STYLE_TEXT, STYLE_HEADLINE, STYLE_CAPITALS } BlockStyle;

/* A run of capitalised words with nothing but blanks between them. */
typedef struct Run {
    size_t first;
    size_t end;
    size_t people_from;          /* the first token of a person's name in it, or its end */
    uint32_t flags[RUN_LONGEST]; /* of the lexicon, for each word */
    BlockStyle style;
} Run;

/* A name found at the start of what is left of a run. */
typedef struct Span {
    size_t end; /* token; 0 for none */
    EntityType type;
    unsigned weight;
} Span;

static inline Span no_span(void)
{
    return (Span){0, ENTITY_TYPE_COUNT, 0};
}

/* Read the run that begins at `first` and ends before `limit`; its style stays. */
void run_read(NameScan *scan, Run *run, size_t first, size_t limit);

static inline uint32_t run_flags(const Run *run, size_t token)
{
    return token < run->end ? run->flags[token - run->first] : 0;
}

/* The person's mention that covers this token, or NULL. */
const PersonMention *scan_person_at(NameScan *scan, size_t token);

/* The longest row of the lexicon from `first` on: "Bank of England". `flags` gets the row's. */
Span span_find_known(const NameScan *scan, const Run *run, size_t first, uint32_t *flags);

/* The name that a word before `until` makes of those before it: "Saltmarsh Harbour [Authority]". */
Span span_find_headed(NameScan *scan, const Run *run, size_t first, size_t until, size_t limit);

/* The longest name of any kind; `flags`: of the row of the lexicon, if it begins with one. */
Span span_find(NameScan *scan, const Run *run, size_t first, size_t limit, uint32_t *flags);

/* The type that the lexicon gives a name of these flags. */
EntityType type_of_kind(uint32_t flags);

#endif
