/* The articles at hand: the files, folders and addresses named on the command line, or the bundled ones. Files are the truth. */
#ifndef QUOIN_LIBRARY_LIBRARY_H
#define QUOIN_LIBRARY_LIBRARY_H

#include "article/article.h"
#include "base/system/path.h"
#include "base/system/program.h"

typedef struct LibraryEntry {
    Path path;    /* to open it; "-" for standard input, an address of the web */
    bool is_page; /* what is at an address: its stream is what a program gets there */
    File *stream; /* where it can be read once only: what has come of it; not begun while it is all zero. Else NULL */
    Text fields[FIELD_COUNT]; /* as peeked: empty until then */
    bool peeked;
    bool readable;
} LibraryEntry;

typedef struct Library {
    Arena *arena;
    ARRAY(LibraryEntry) entries;
    Encoding encoding;  /* what the files are said to be */
    ProgramWords fetch; /* the program that gets what is at an address */
} Library;

void library_init(Library *library, Arena *arena);

/* Closes its streams. */
void library_release(Library *library);

/* Add a file, a stream, an address, or the articles of a folder (by the names that formats have, sorted, not those of its sub-folders). A file
 * that does not exist is added too, so that the reader can say so; false: a folder that cannot be read, or what begins as an address and is none,
 * told to the report. */
bool library_add(Library *library, Text path, Report *report);

/* Take an entry out, which nobody reads; those behind it move up. */
void library_drop(Library *library, size_t entry);

/* Read an entry's metadata, unless that was done. True: it was read now. */
bool library_peek(Library *library, size_t entry);

/*
 * The stream of an entry that is one (entry.stream is not NULL), begun when somebody wants it first. It stays in the library, so that one can
 * come back to it, and is the same for entries of the same path. STREAM_IS_AWAITED: it is read to its end, `wait` as of
 * file_finish_stream. NULL: it cannot be read; the report says why.
 */
File *library_stream(Library *library, size_t entry, StreamReading reading, FileWait *wait, Report *report);

/* The stream of an entry that is a page, begun; it may have ended at once, without anything. */
File *library_page(Library *library, size_t entry);

/* Take what has come of the pages that are being got, but for the one of the entry `read`, which somebody reads. True: some are still coming. */
bool library_take_pages(Library *library, size_t read);

/*
 * Get what is at an address (of page_address) anew, beside the entries. When it has come, library_keep_page makes an entry of it, or replaces what
 * there was of the same address (`*before`, to be closed when nobody reads it any more; NULL: there was none); its index. What is not kept is closed
 * by whoever asked for it.
 */
File *library_get_page(Library *library, Text address);
size_t library_keep_page(Library *library, Text address, File *stream, File **before);

/* The article of an entry, file or stream, for who reads it to its end: `file` borrows from the library. `wait` as above. */
bool library_open(Library *library, size_t entry, FileWait *wait, File *file, Report *report);

/* What messages call it: its path, or "standard input". */
Text library_name(const Library *library, size_t entry);

/* Title, or the file's name; of a page without one its address without the scheme. */
Text library_title(const Library *library, size_t entry);

/* What an entry is called as long as it was not peeked at. */
void library_call(Library *library, size_t entry, Text title);

/* What is known of an entry that cannot be peeked at, a stream, once it was read. */
void library_note(Library *library, size_t entry, const Article *article);

#endif
