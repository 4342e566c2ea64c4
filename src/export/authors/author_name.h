/* A name as bibliographies want it: the family's name, by which it is sorted, apart from the rest. */
#ifndef QUOIN_EXPORT_AUTHORS_AUTHOR_NAME_H
#define QUOIN_EXPORT_AUTHORS_AUTHOR_NAME_H

#include "base/arena.h"

/* "Prof. Ludwig van Beethoven Jr.": given "Ludwig", particle "van", family "Beethoven", suffix "Jr." */
typedef struct AuthorName {
    Text whole;  /* as it is printed, on one line, with titles */
    Text given;  /* without titles and degrees, which bibliographies leave out */
    Text family; /* empty: it is an organisation's, or one that is not taken apart ("Pope Francis", "Banksy") */
    Text particle;
    Text suffix;
} AuthorName;

/* The language (BCP 47; may be empty) tells where the family's name stands. Texts are in the arena, or slices of the name. */
AuthorName author_name_read(Arena *arena, Text name, Text language);

/* "Reuters", "Hallam Courier Staff", "n-tv NACHRICHTEN": by its words it is no person's. */
bool author_is_organization(Text name);

/* "Jr.", "III", "PhD", "OBE": nothing but what stands behind a name. */
bool author_is_suffix(Text text);

#endif
