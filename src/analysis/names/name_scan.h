/*
 * Where the text names something: one pass over the tokens that finds capitalised names, gives evidence for their types, and leaves
 * the names of people to the registry of people.
 */
#ifndef QUOIN_ANALYSIS_NAMES_NAME_SCAN_H
#define QUOIN_ANALYSIS_NAMES_NAME_SCAN_H

#include "analysis/names/names.h"
#include "analysis/people/persons.h"
#include "analysis/words/tokens.h"

typedef struct NameMention {
    ShortRange range;
    uint32_t name; /* index into the table */
    unsigned char confidence; /* 0 to 100: that it is a name of its kind */
} NameMention;

typedef struct NameScan {
    Arena *arena;
    const Article *article;
    const TokenList *tokens;
    size_t token_count;
    const PersonMention *people; /* by start */
    size_t people_count;
    size_t next_person;          /* the first that ends after the token looked at */
    bool *lost;                  /* for each of them: it is part of another name ("[Okafor] Foundation") */
    bool *seen;                  /* … the tagger names something there */
    ShortRange *tagged;               /* … the person's name as the tagger has it; empty where it has none, */
    unsigned char *confidence;   /* … and how sure it is; 0 where it says nothing */
    int *votes;                  /* for each person: mentions that the tagger takes for a person, less the others */
    NameTable table;
    ARRAY(NameMention) mentions; /* by start, none overlaps another */
} NameScan;

/* Look at the tokens [first, end), which are whole blocks and follow what was looked at before. */
void name_scan_tokens(NameScan *scan, size_t first, size_t end);

#endif
