/*
 * The names that a text uses, each string once: interned by their folded form, with what speaks for which type, and joined
 * into sets where two strings are names of one thing.
 */
#ifndef QUOIN_ANALYSIS_NAMES_H
#define QUOIN_ANALYSIS_NAMES_H

#include "analysis/people.h"

typedef struct Name {
    Text folded;                        /* the key */
    Text spelled;                       /* as first written; of the text */
    uint32_t lexicon;                   /* LEXICON_ flags, 0 for an unknown name */
    uint16_t group;                     /* of the lexicon: known other names; 0 for none */
    uint16_t word_count;
    unsigned weight[ENTITY_TYPE_COUNT]; /* the text's evidence for each type */
    EntityType type;                    /* once decided; ENTITY_TYPE_COUNT: no name of an entity */
    uint32_t parent;                    /* of the set that it belongs to; its own index at the root */
    uint32_t mention_count;
    uint32_t long_form;                 /* 1 + the name that it stands behind in brackets; 0: none */
    unsigned char rule;                 /* MergeRule by which it was joined to another */
    bool doubtful;                      /* a short form of several: joined to none */
    bool with_the;                      /* stands behind "the" */
    bool titled;                        /* … and with a title: "Mr. Farrow" */
    int32_t person;                     /* of the registry who is called so; NO_PERSON: nobody */
} Name;

typedef struct NameTable {
    Arena *arena;
    ARRAY(Name) names;
    uint32_t *slots; /* 1 + index of a name, 0 for none; a power of two of them */
    size_t slot_count;
} NameTable;

#define NO_NAME UINT32_MAX

/* Index of the name that is written `spelled` in the text; entered when it is new. NO_NAME for what is too long to be one. */
uint32_t name_enter(NameTable *table, Text spelled);

/* Index of the name with this folded form, or NO_NAME. */
uint32_t name_find(const NameTable *table, Text folded);

/* The same, as it is spelled. */
uint32_t name_find_spelled(const NameTable *table, Text spelled);

uint32_t name_root(NameTable *table, uint32_t name);
void names_join(NameTable *table, uint32_t a, uint32_t b);

#endif
