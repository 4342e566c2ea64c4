/*
 * The people that a text may be about, as far as a speaker is looked for among them: names of two words and more, and each of their words
 * where it stands alone. No list of names: of these only speakers are shown.
 *
 *     Die Winzerin Lena Basten kam. »Nein«, sagte Basten.      Lena Basten (a woman, "winzerin"), Basten = Lena Basten
 */
#ifndef QUOIN_ANALYSIS_LANGUAGES_NAMED_H
#define QUOIN_ANALYSIS_LANGUAGES_NAMED_H

#include "analysis/languages/paragraph.h"
#include "analysis/result/entity.h"

enum { NO_NAMED = -1 };

typedef struct NamedMention {
    ShortRange range;      /* without titles and roles */
    uint32_t hash;         /* of its last word */
    int32_t person;        /* or NO_NAMED */
    unsigned full : 1;     /* two words and more */
    unsigned titled : 1;   /* a title or a role stands before */
    unsigned governed : 1; /* an article or "of" stands before */
    unsigned placed : 1;   /* a preposition does */
    unsigned leads : 1;    /* its sentence is about it, by its place */
} NamedMention;

typedef struct NamedPerson {
    ShortRange name; /* as it is written first */
    Gender gender;
    bool likely; /* somewhere it stands as a person does */
} NamedPerson;

/* A noun that was said of somebody. */
typedef struct NamedRole {
    uint32_t hash;
    int32_t person;
} NamedRole;

typedef struct Names {
    Arena *arena;
    Text text;
    const Language *language;
    ARRAY(NamedMention) mentions; /* by start */
    ARRAY(NamedPerson) people;
    ARRAY(NamedRole) roles;
    WordBits full, last, first, stems; /* of hashes: 1 + the person */
} Names;

void names_init(Names *names, Arena *arena, Text text, const Language *language);

/* Note the names of a paragraph whose items were read without spans; paragraphs come in their order. Then settle who is who. */
void names_note(Names *names, const Paragraph *paragraph);
void names_settle(Names *names);

/* The last name with a person in a range, which no article governs but at its start; NULL: there is none. */
const NamedMention *names_in(const Names *names, Range range);

/* The index of the first mention that ends after `offset`. */
size_t names_from(const Names *names, size_t offset);

/* The last person of whom a noun was said; or NO_NAMED. */
int32_t names_by_role(const Names *names, uint32_t hash);

/* Was it said of this one? */
bool names_has_role(const Names *names, uint32_t hash, int32_t person);

#endif
