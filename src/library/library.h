/* The articles at hand: the files and folders named on the command line, or the bundled ones. Files are the truth. */
#ifndef QUOIN_LIBRARY_LIBRARY_H
#define QUOIN_LIBRARY_LIBRARY_H

#include "article/article.h"
#include "base/system/path.h"

typedef struct LibraryEntry {
    Path path;                /* to open it; "-" for standard input */
    Text fields[FIELD_COUNT]; /* as peeked: empty until then */
    bool peeked;
    bool readable;
} LibraryEntry;

typedef struct Library {
    Arena *arena;
    ARRAY(LibraryEntry) entries;
    Encoding encoding; /* what the files are said to be */
} Library;

void library_init(Library *library, Arena *arena);

/* Add a file, or the articles of a folder (by the names that formats have, sorted, not those of its sub-folders). A file
 * that does not exist is added too, so that the reader can say so; false: a folder that cannot be read, told to the report. */
bool library_add(Library *library, Text path, Report *report);

/* Read an entry's metadata, unless that was done. True: it was read now. */
bool library_peek(Library *library, size_t entry);

/* Title, or the file's name. */
Text library_title(const Library *library, size_t entry);

#endif
