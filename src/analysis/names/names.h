/*
 * The names that a text uses, each once by its folded form, with the evidence for each type. Names of one thing are joined into a set.
 */
#ifndef QUOIN_ANALYSIS_NAMES_NAMES_H
#define QUOIN_ANALYSIS_NAMES_NAMES_H

#include "analysis/people/persons.h"

typedef struct Name {
    uint32_t folded;                    /* the key: where it begins in the table's text; see name_folded */
    unsigned char size;                 /* … its bytes, LEXICON_LONGEST at most, */
    unsigned char word_count;           /* … and words */
    uint16_t group;                     /* of the lexicon: known other names; 0 for none */
    uint32_t lexicon;                   /* LEXICON_ flags, 0 for an unknown name */
    uint16_t weight[ENTITY_TYPE_COUNT]; /* the text's evidence for each type, as far as it goes: see name_add_weight */
    uint32_t parent;                    /* the next name on the way to the root of its set; at the root its own index */
    uint32_t long_form;                 /* 1 + the name that it stands behind in brackets; 0: none */
    int32_t person;                     /* of the registry who is called so; NO_PERSON: nobody */
    unsigned char type;                 /* an EntityType once decided; ENTITY_TYPE_COUNT: no name of an entity */
    unsigned char rule;                 /* MergeRule by which it was joined to another */
    bool doubtful : 1;                  /* a short form of several: joined to none */
    bool in_capitals : 1;               /* has no small letter where it stands first */
    bool with_the : 1;                  /* stands behind "the" */
    bool titled : 1;                    /* … and with a title: "Mr. Farrow" */
    bool of_birth : 1;                  /* stands behind "born", and is of `long_form` */
} Name;

typedef struct NameTable {
    Arena *arena;
    ARRAY(Name) names;
    TextBuffer folded;
    Arena *slot_arena; /* of the slots alone, so that none is left behind when they become more: */
    uint32_t *slots;   /* 1 + index of a name, 0 for none; a power of two of them */
    size_t slot_count;
} NameTable;

/* The folded form of a name; good until another is entered. */
static inline Text name_folded(const NameTable *table, const Name *name)
{
    return (Text){table->folded.items + name->folded, name->size};
}

#define NO_NAME UINT32_MAX

/* Index of the name that is written `spelled` in the text; entered when it is new. NO_NAME for what is too long to be one. */
uint32_t name_enter(NameTable *table, Text spelled);

/* Index of the name with this folded form, or NO_NAME. */
uint32_t name_find(const NameTable *table, Text folded);

/* The same, as it is spelled. */
uint32_t name_find_spelled(const NameTable *table, Text spelled);

/* What is added may be less than nothing; the sum is not. */
void name_add_weight(Name *name, EntityType type, int64_t weight);

uint32_t name_root(NameTable *table, uint32_t name);
void names_join(NameTable *table, uint32_t a, uint32_t b);

#endif
