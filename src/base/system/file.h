/*
 * A file whose bytes arrive from the front, as far as they are asked for; or a stream (standard input, a pipe, a FIFO), as far as they have
 * come. `bytes` grows in place and never
 * moves, so that ranges and pointers into it stay good, and a file that is cut short while it is
 * open costs a shorter text, not a SIGBUS (which is why it is not mapped).
 */
#ifndef QUOIN_BASE_SYSTEM_FILE_H
#define QUOIN_BASE_SYSTEM_FILE_H

#include "base/report.h"
#include "base/unicode/decoder.h"

typedef struct File File;

/* Who sends a stream, where that is known: told once that it has ended, when its descriptor is closed already. Then it says in the file what it has
 * learned: where the bytes came from, why they end before their end. */
typedef enum StreamEnd { STREAM_END_REACHED, STREAM_END_OVER, STREAM_END_STOPPED } StreamEnd;
typedef struct StreamSender StreamSender;
struct StreamSender {
    void (*ended)(StreamSender *sender, File *file, StreamEnd end);
};

struct File {
    Text bytes; /* loaded so far; decoded, once file_decode was called */
    size_t size; /* of the whole file as far as is known; bytes.size == size when all is there. Of a stream: what has come */
    int descriptor; /* -1 when nothing more can come */
    int error;      /* the errno of a read that failed, after which nothing more comes: see file_tell_error */
    bool over;      /* a stream would go on after its limit: it ends there, which file_tell_error tells too */
    Text why_cut; /* of a stream: why it ends before its end, in the words of its sender; empty: it does not. Told as `error` is */
    LimitId limit;        /* of a stream: how much of it is taken, */
    StreamSender *sender; /* … and who sends it; NULL: nobody is told */
    Text address;         /* of the web, where it came from; empty: it is a file or a stream without a name */
    Text type, charset;   /* what was said there of it: "text/html", "koi8-r"; empty: nothing */
    char *reserved;       /* address space of reserved_size bytes, or NULL for borrowed bytes */
    size_t reserved_size;
    bool is_named;     /* it can be opened again by its name: a stream cannot */
    Encoding encoding; /* what its bytes are said to be; nothing else uses it than file_decode */
    bool is_decoded;
    Decoder *decoder; /* NULL: the bytes are as they were read. Owned */
    size_t most;      /* bytes that it can become when it is decoded: then file->bytes are never more */
    size_t undecoded; /* bytes that are not read yet, where there is one: of `size` the part that is a guess */
};

enum { FILE_FIRST_BYTES = 64 * 1024 };

/* Open `path` and load its first FILE_FIRST_BYTES. Folders, devices, pipes and files over MOST_TEXT_BYTES are refused, before
 * anything is read. A file that tells no size (of /proc) is read at once.
 * False: the report says why, with report->unreadable set. */
bool file_open(File *file, const char *path, Report *report);

/* ---- streams, which are read once, from front to back, and may never end ---- */

/* Is a path that of a stream: a pipe (/dev/fd/N of the shell's `<(…)`), a FIFO, a terminal or another device that sends characters? */
bool file_is_stream(const char *path);

/* How it is read: a command that prints waits where nobody sends, as cat does; the reader never does. */
typedef enum StreamReading { STREAM_IS_AWAITED, STREAM_IS_WATCHED } StreamReading;

/* Begin a stream: nothing is read yet. STREAM_IS_AWAITED waits for somebody who opens the other end of a FIFO. False: the report says why, and
 * the file is all zero. Of a descriptor (standard input) the file becomes the owner, but never closes 0. */
bool file_open_stream(File *file, const char *path, StreamReading reading, Report *report);
bool file_begin_stream(File *file, int descriptor, Report *report);

/* The same of somebody who is told when it ends, whatever comes of it: `sender` is called from the function that ends it, file_close too. No more
 * than `limit` is taken. */
bool file_begin_sent_stream(File *file, int descriptor, StreamSender *sender, LimitId limit, Report *report);

/* Read once, when somebody who can wait (the screen) has seen that there is something to read. STREAM_ENDED: nothing more comes; file->error and
 * file->over may say why. */
typedef enum StreamNews { STREAM_IS_SILENT, STREAM_CAME, STREAM_ENDED } StreamNews;
StreamNews file_take_stream(File *file);

/* Read to the end. `wait` returns when there is something to read from a stream that does not wait itself (O_NONBLOCK); NULL: none does not.
 * False: nothing came, for the reason in the report. */
typedef void FileWait(int descriptor);
bool file_finish_stream(File *file, FileWait *wait, Report *report);

/* Read no more: what has come is all of it, and who sends is told (SIGPIPE). */
void file_end_stream(File *file);

/* What has come of a stream, as a file: its bytes are borrowed. Where it has not come to an end of its own, it is cut after a whole character; why
 * that is, file_tell_error tells of it. */
void file_of_stream(File *file, const File *stream);

/* Has it ended before anything came, for a reason that its sender gave? Then that is told, and there is nothing to read. */
bool file_came_to_nothing(File *file, Report *report);

/* What its bytes are said to be by the user, if anything: that stands above what its sender said. */
void file_say_encoding(File *file, Encoding encoding);

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

/* When a read has failed, or a stream is too long: say so in the report, once, with report->unreadable set; and warn of what decoding replaced. For
 * whoever reads it to its end; file_has_news: is there anything to say? */
bool file_has_news(const File *file);
void file_tell_error(File *file, Report *report);

/* Its bytes are not needed any more: gives their memory back. What it has to tell stays. */
void file_release(File *file);

void file_close(File *file); /* accepts zeroes */

/* All of a file in the arena. What is larger than `limit` is refused before a byte is read, or where it goes on after it. False: the
 * report says why. */
bool file_read_text(Arena *arena, const char *path, LimitId limit, Text *text, Report *report);

#endif
