/* The articles at hand: the files and folders named on the command line, or the bundled ones. Files are the truth. */
#ifndef QUOIN_LIBRARY_LIBRARY_H
#define QUOIN_LIBRARY_LIBRARY_H

#include "article/article.h"
#include "base/system/path.h"

typedef struct LibraryEntry {
    Path path;    /* to open it; "-" for standard input */
    File *stream; /* where it can be read once only: what has come of it; not begun while it is all zero. Else NULL */
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

/* Closes its streams. */
void library_release(Library *library);

/* Add a file, a stream, or the articles of a folder (by the names that formats have, sorted, not those of its sub-folders). A file
 * that does not exist is added too, so that the reader can say so; false: a folder that cannot be read, told to the report. */
bool library_add(Library *library, Text path, Report *report);

/* Read an entry's metadata, unless that was done. True: it was read now. */
bool library_peek(Library *library, size_t entry);

/*
 * The stream of an entry that is one (entry.stream is not NULL), begun when somebody wants it first. It stays in the library, so that one can
 * come back to it, and is the same for entries of the same path. STREAM_IS_AWAITED: it is read to its end, `wait` as of
 * file_finish_stream. NULL: it cannot be read; the report says why.
 */
File *library_stream(Library *library, size_t entry, StreamReading reading, FileWait *wait, Report *report);

/* The article of an entry, file or stream, for who reads it to its end: `file` borrows from the library. `wait` as above. */
bool library_open(Library *library, size_t entry, FileWait *wait, File *file, Report *report);

/* What messages call it: its path, or "standard input". */
Text library_name(const Library *library, size_t entry);

/* Title, or the file's name. */
Text library_title(const Library *library, size_t entry);

#endif
