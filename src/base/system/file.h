/*
 * A file whose bytes arrive from the front, as far as they are asked for. `bytes` grows in place and never
 * moves, so that ranges and pointers into it stay good, and a file that is cut short while it is
 * open costs a shorter text, not a SIGBUS (which is why it is not mapped).
 */
#ifndef QUOIN_BASE_SYSTEM_FILE_H
#define QUOIN_BASE_SYSTEM_FILE_H

#include "base/report.h"
#include "base/unicode/decoder.h"

typedef struct File {
    Text bytes;     /* loaded so far; decoded, once file_decode was called */
    size_t size;    /* of the whole file as far as is known; bytes.size == size when all is there */
    int descriptor; /* -1 when nothing more can come */
    int error;      /* the errno of a read that failed, after which nothing more comes: see file_tell_error */
    char *reserved; /* address space of reserved_size bytes, or NULL for borrowed bytes */
    size_t reserved_size;
    bool is_named;     /* it can be opened again by its name: a stream cannot */
    Encoding encoding; /* what its bytes are said to be; nothing else uses it than file_decode */
    bool is_decoded;
    Decoder *decoder; /* NULL: the bytes are as they were read. Owned */
    size_t most;      /* bytes that it can become when it is decoded: then file->bytes are never more */
    size_t undecoded; /* bytes that are not read yet, where there is one: of `size` the part that is a guess */
} File;

enum { FILE_FIRST_BYTES = 64 * 1024 };

/* Open `path` and load its first FILE_FIRST_BYTES. Folders, devices and files over MOST_TEXT_BYTES are refused, before anything is read. A
 * pipe (FIFO) is refused too: it could wait for ever. A file that tells no size (of /proc) is read at once, as a stream is.
 * False: the report says why, with report->unreadable set. */
bool file_open(File *file, const char *path, Report *report);

/* Read a stream (standard input) to its end, at most MOST_STREAM_BYTES; the descriptor stays the caller's. `wait` returns when
 * there is something to read from a stream that does not wait itself (O_NONBLOCK). */
typedef void FileWait(int descriptor);
bool file_read_stream(File *file, int descriptor, FileWait *wait, Report *report);

/* A file made of text that the caller keeps. */
void file_from_text(File *file, Text text);

/* Load until at least `until` bytes are there or the file ends. False: a read failed, and the text ends there; file->error tells why. */
bool file_load(File *file, size_t until);
bool file_load_all(File *file);

/*
 * Make UTF-8 of its bytes, by file->encoding and by what they tell (encoding_of): of those that are loaded now, of the others as they come.
 * What is UTF-8 already stays where it is, in borrowed bytes too. Once is enough. False: the report says why it cannot be, with
 * report->unreadable set.
 */
bool file_decode(File *file, Report *report);

/* When a read has failed: say so in the report, once, with report->unreadable set; and warn of what decoding replaced. For whoever
 * reads a file to its end; file_has_news: is there anything to say? */
bool file_has_news(const File *file);
void file_tell_error(File *file, Report *report);

/* Its bytes are not needed any more: gives their memory back. What it has to tell stays. */
void file_release(File *file);

void file_close(File *file); /* accepts zeroes */

/* All of a file in the arena. What is larger than `limit` is refused before a byte is read, or where it goes on after it. False: the
 * report says why. */
bool file_read_text(Arena *arena, const char *path, LimitId limit, Text *text, Report *report);

#endif
