/*
 * Address space for the whole file, or for as much as is allowed, is reserved at once (no memory is used until it is written), and
 * read() fills it from the front. There is room for what may become of it when it is decoded, so that also a text of which the encoding shows in its
 * second gigabyte never moves; where so much cannot be had, for what it is.
 */
#include "base/system/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef MAP_ANONYMOUS
#define MAP_ANONYMOUS MAP_ANON
#endif
#ifndef MAP_NORESERVE
#define MAP_NORESERVE 0
#endif

_Static_assert(sizeof(off_t) >= 8, "sizes of files are known");

enum { STREAM_STEP = 64 * 1024 };

static bool refuse(Report *report, const char *why)
{
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, 0, 0, "%s", why);
    return false;
}

static bool refuse_size(Report *report, LimitId limit, size_t found)
{
    report->unreadable = true;
    report_over(report, 0, 0, limit, found);
    return false;
}

static void *reserve_space(size_t size)
{
    void *space = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    return space == MAP_FAILED ? NULL : space;
}

/* For a file of `size` bytes, of each of which `most` may come; but offsets in long lists have 32 bits, whatever comes. */
static bool reserve(File *file, size_t size, size_t most, Report *report)
{
    uint64_t all = (uint64_t)size * most;
    size_t decoded_size = all < UINT32_MAX ? (size_t)all : UINT32_MAX;
    void *space = reserve_space(decoded_size);

    if (space)
        size = decoded_size;
    else
        space = reserve_space(size);
    if (!space)
        return refuse(report, "not enough memory to open it");
    file->reserved = space;
    file->reserved_size = size;
    file->bytes = (Text){file->reserved, 0};
    return true;
}

/* False: it has become too large; errno. */
static bool take_decoded(File *file, const DecodedText *decoded)
{
    file->bytes = (Text){decoded->bytes, decoded->size};
    file->size = decoded->size + file->undecoded;
    errno = EOVERFLOW;
    return !decoded->full;
}

/* What was read into the decoder's room; when it was the last, all. */
static bool decode_read(File *file, size_t got)
{
    DecodedText decoded = {file->reserved, file->bytes.size, file->most, false};

    file->undecoded = got ? file->undecoded - got : 0;
    decoder_take(file->decoder, got, &decoded);
    if (file->undecoded == 0)
        decoder_finish(file->decoder, &decoded);
    return take_decoded(file, &decoded);
}

/* Append what one read() gives: 1 more came, 0 the end, -1 an error (errno says which). */
static int read_more(File *file, int descriptor, size_t most)
{
    char *into = file->reserved + file->bytes.size;
    ssize_t got;

    if (file->decoder) {
        into = decoder_room(file->decoder);
        most = file->undecoded < DECODER_ROOM ? file->undecoded : DECODER_ROOM;
    }
    do
        got = read(descriptor, into, most);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return -1;
    if (file->decoder)
        return decode_read(file, (size_t)got) ? got > 0 : -1;
    file->bytes.size += (size_t)got;
    return got > 0;
}

/* Until nothing more comes, or to one byte over the limit, which is refused. The descriptor stays the caller's. */
static bool read_to_end(File *file, int descriptor, LimitId limit, Report *report)
{
    size_t most = limit_row(limit)->most;
    int more = 1;

    if (!reserve(file, most + 1, DECODED_MOST, report))
        return false;
    while (more > 0 && file->bytes.size <= most)
        more = read_more(file, descriptor,
                         most + 1 - file->bytes.size < STREAM_STEP ? most + 1 - file->bytes.size : STREAM_STEP);
    file->size = file->bytes.size;
    if (more < 0)
        return refuse(report, strerror(errno));
    return more == 0 || refuse_size(report, limit, 0);
}

static bool require_plain_file(const struct stat *status, LimitId limit, Report *report)
{
    if (S_ISDIR(status->st_mode))
        return refuse(report, "is a folder, not a file");
    if (!S_ISREG(status->st_mode))
        return refuse(report, "is not a file; a pipe is read when it is named itself");
    if ((uintmax_t)status->st_size > limit_row(limit)->most)
        return refuse_size(report, limit, (uintmax_t)status->st_size < SIZE_MAX ? (size_t)status->st_size : 0);
    return true;
}

static bool open_plain_file(File *file, const char *path, LimitId limit, struct stat *status, Report *report)
{
    *file = (File){.descriptor = -1};
    if (stat(path, status) == 0 &&
        !S_ISREG(status->st_mode)) /* not opened: who writes into a FIFO would find its reader gone */
        return require_plain_file(status, limit, report);
    file->descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file->descriptor < 0 || fstat(file->descriptor, status) != 0)
        return refuse(report, strerror(errno));
    return require_plain_file(status, limit, report);
}

/* The first bytes of a file of `size` bytes. */
static bool load_first(File *file, size_t size, Report *report)
{
    if (!reserve(file, size + 1, DECODED_MOST, report))
        return false;
    file->size = size;
    file->is_named = true;
    return file_load(file, FILE_FIRST_BYTES) || file->bytes.size > 0 || refuse(report, strerror(errno));
}

bool file_open(File *file, const char *path, Report *report)
{
    struct stat status;
    bool good = open_plain_file(file, path, LIMIT_TEXT_BYTES, &status, report);

    if (good)
        good = status.st_size ? load_first(file, (size_t)status.st_size, report)
                              : read_to_end(file, file->descriptor, LIMIT_STREAM_BYTES, report);
    if (!good)
        file_close(file);
    else
        (void)file_load(file, 0); /* nothing more can come: closed */
    return good;
}

void file_from_text(File *file, Text text)
{
    *file = (File){.bytes = text, .size = text.size, .descriptor = -1};
}

void file_say_encoding(File *file, Encoding encoding)
{
    if (encoding.kind != ENCODING_UNTOLD)
        file->encoding = encoding;
}

bool file_load(File *file, size_t until)
{
    int more = 1;

    if (until > file->size && !file->decoder) /* whose size is a guess until all is there */
        until = file->size;
    while (file->descriptor >= 0 && file->bytes.size < until && more > 0)
        more = read_more(file, file->descriptor, until - file->bytes.size);
    if (more < 0)
        file->error = errno;
    if (more <= 0) /* it became shorter, or reading failed: what is there is all */
        file->size = file->bytes.size;
    if (file->descriptor >= 0 && file->bytes.size == file->size) {
        int error = errno;

        (void)close(file->descriptor);
        file->descriptor = -1;
        errno = error;
    }
    return more >= 0;
}

bool file_load_all(File *file)
{
    return file_load(file, SIZE_MAX);
}

/* ---- decoding ---- */

static void give_back(File *file)
{
    if (file->reserved)
        (void)munmap(file->reserved, file->reserved_size);
    file->reserved = NULL;
}

/* Where it is borrowed, or there may not be room enough. */
static bool move_to_reserved(File *file, size_t clean, size_t most, Report *report)
{
    Text before = file->bytes;
    File moved = *file;

    if (!reserve(&moved, memory_sum(file->size, DECODED_MOST), most, report))
        return false;
    memcpy(moved.reserved, before.bytes, clean);
    give_back(file);
    *file = moved;
    return true;
}

/* What is loaded, from the byte `clean` on, through the decoder; `raw` is a copy of it. */
static bool decode_loaded(File *file, size_t clean, Text raw, Report *report)
{
    DecodedText decoded = {file->reserved, clean, file->most, false};

    decoder_push(file->decoder, raw, &decoded);
    if (file->descriptor < 0 && file->error == 0)
        decoder_finish(file->decoder, &decoded);
    return take_decoded(file, &decoded) || refuse(report, strerror(errno));
}

/* Of a text that is UTF-8 as far as one sees the rest will be, too, or nearly. */
static size_t most_decoded(const File *file, size_t clean)
{
    enum { PART_STRAY = 8 };
    size_t most = memory_sum(file->size, file->size / PART_STRAY + DECODER_ROOM);

    return clean + DECODED_MOST < file->bytes.size || most > file->reserved_size ? file->reserved_size : most;
}

static bool decode_from(File *file, size_t clean, bool is_converted, Report *report)
{
    Text rest = text_slice(file->bytes, (Range){clean, file->bytes.size});
    char *copy = memory_resize(NULL, memory_sum(rest.size, 1));
    bool good = true;

    if (rest.size)
        memcpy(copy, rest.bytes, rest.size);
    file->undecoded = file->size - file->bytes.size;
    if (!file->reserved || is_converted)
        good = move_to_reserved(file, clean, is_converted ? CONVERTED_MOST : DECODED_MOST, report);
    file->most = most_decoded(file, clean);
    good = good && decode_loaded(file, clean, (Text){copy, rest.size}, report);
    free(copy);
    return good;
}

bool file_decode(File *file, Report *report)
{
    Encoding encoding = encoding_of(file->bytes, file->encoding);
    size_t clean;

    if (file->is_decoded)
        return true;
    file->decoder = decoder_new(encoding);
    if (!file->decoder) {
        report_add(report, SEVERITY_ERROR, 0, 0, "cannot be converted from %s: %s", encoding.converted, strerror(errno));
        report->unreadable = true;
        return false;
    }
    file->is_decoded = true;
    file->most = file->size;
    clean = decoder_skip_clean(file->decoder, file->bytes);
    if (clean < file->size)
        return decode_from(file, clean, encoding.kind == ENCODING_CONVERTED, report);
    decoder_free(file->decoder); /* nearly all are UTF-8 */
    file->decoder = NULL;
    return true;
}

bool file_has_news(const File *file)
{
    return file->error || file->why_cut.size || (file->decoder && decoder_has_news(file->decoder));
}

/* ---- streams ---- */

bool file_is_stream(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode));
}

bool file_begin_sent_stream(File *file, int descriptor, StreamSender *sender, LimitId limit, Report *report)
{
    int flags = fcntl(descriptor, F_GETFL);

    *file = (File){0};
    if (flags < 0 || (flags & O_ACCMODE) == O_WRONLY)
        return refuse(report, strerror(flags < 0 ? errno : EBADF));
    if (!reserve(file, limit_row(limit)->most + 1, 1, report))
        return false;
    file->descriptor = descriptor;
    file->sender = sender;
    file->limit = limit;
    return true;
}

bool file_begin_stream(File *file, int descriptor, Report *report)
{
    return file_begin_sent_stream(file, descriptor, NULL, LIMIT_STREAM_BYTES, report);
}

bool file_open_stream(File *file, const char *path, StreamReading reading, Report *report)
{
    int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (reading == STREAM_IS_WATCHED ? O_NONBLOCK : 0);
    int descriptor;

    *file = (File){0};
    do
        descriptor = open(path, flags);
    while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0)
        return refuse(report, strerror(errno));
    if (file_begin_stream(file, descriptor, report))
        return true;
    (void)close(descriptor);
    return false;
}

/* Standard input stays open, so that nothing else gets its number. */
static void leave_stream(File *file, StreamEnd end)
{
    StreamSender *sender = file->sender;

    if (file->descriptor > STDIN_FILENO)
        (void)close(file->descriptor);
    file->descriptor = -1;
    file->sender = NULL;
    if (sender)
        sender->ended(sender, file, end);
}

static void turn_away(File *file, StreamEnd end)
{
    int nowhere = file->descriptor == STDIN_FILENO ? open("/dev/null", O_RDONLY | O_CLOEXEC) : -1;

    if (nowhere >= 0) {
        (void)dup2(nowhere, STDIN_FILENO);
        (void)close(nowhere);
    }
    leave_stream(file, end);
}

void file_end_stream(File *file)
{
    turn_away(file, STREAM_END_STOPPED);
}

StreamNews file_take_stream(File *file)
{
    size_t most = limit_row(file->limit)->most, room = most + 1 - file->bytes.size;
    int more;

    if (file->descriptor < 0)
        return STREAM_ENDED;
    more = read_more(file, file->descriptor, STREAM_STEP < room ? STREAM_STEP : room);
    if (more < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return STREAM_IS_SILENT;
    file->error = more < 0 ? errno : 0;
    file->over = file->bytes.size > most;
    file->bytes.size -= file->over;
    file->size = file->bytes.size;
    if (more > 0 && !file->over)
        return STREAM_CAME;
    if (file->over)
        turn_away(file, STREAM_END_OVER);
    else
        leave_stream(file, STREAM_END_REACHED);
    return STREAM_ENDED;
}

bool file_finish_stream(File *file, FileWait *wait, Report *report)
{
    while (file->descriptor >= 0) {
        int descriptor = file->descriptor;

        if (file_take_stream(file) == STREAM_IS_SILENT && wait)
            wait(descriptor);
    }
    if (file->error == 0 || file->bytes.size)
        return true;
    (void)refuse(report, strerror(file->error));
    file->error = 0;
    return false;
}

/* Bytes at the end that begin a character of which more are to come. */
static size_t begun_character(Text text)
{
    for (size_t back = 1; back <= 3 && back <= text.size; back++) {
        unsigned char byte = (unsigned char)text.bytes[text.size - back];

        if (byte >= 0xC0)
            return back < (byte < 0xE0 ? 2u : byte < 0xF0 ? 3u : 4u) ? back : 0;
        if (byte < 0x80)
            break;
    }
    return 0;
}

void file_of_stream(File *file, const File *stream)
{
    Text text = stream->bytes;

    if (stream->descriptor >= 0 || stream->error || stream->over || stream->why_cut.size)
        text.size -= begun_character(text);
    file_from_text(file, text);
    file->error = stream->error;
    file->over = stream->over;
    file->limit = stream->limit;
    file->why_cut = stream->why_cut;
    file->address = stream->address;
    file->type = stream->type;
    file->charset = stream->charset;
    file->encoding = stream->encoding;
}

bool file_came_to_nothing(File *file, Report *report)
{
    if (file->descriptor >= 0 || file->size || file->why_cut.size == 0)
        return false;
    file_tell_error(file, report);
    return true;
}

/* ---- the end ---- */

void file_tell_error(File *file, Report *report)
{
    if (file->over)
        (void)refuse_size(report, file->limit, 0);
    file->over = false;
    if (file->why_cut.size) {
        report->unreadable = true;
        report_add(report, SEVERITY_ERROR, 0, 0, "%.*s", TEXT_ARGS(file->why_cut));
    }
    file->why_cut = (Text){0};
    if (file->decoder)
        decoder_tell(file->decoder, report);
    if (file->error == 0)
        return;
    report->unreadable = true;
    if (file->decoder && file->error == EOVERFLOW)
        report_add(report, SEVERITY_ERROR, 0, 0,
                   "is not UTF-8 as it begins; the text ends after %zu bytes; --charset=NAME reads all of it",
                   file->bytes.size);
    else
        report_add(report, SEVERITY_ERROR, 0, 0, "reading failed after %zu bytes (%s); the text ends there",
                   file->bytes.size, strerror(file->error));
    file->error = 0;
}

void file_release(File *file)
{
    if (file->descriptor > 0) /* 0 is the zeroes of a File that never was opened */
        leave_stream(file, STREAM_END_STOPPED);
    file->descriptor = -1;
    give_back(file);
    file->bytes = (Text){0};
    file->size = 0;
}

void file_close(File *file)
{
    file_release(file);
    decoder_free(file->decoder);
    *file = (File){.descriptor = -1};
}

bool file_read_text(Arena *arena, const char *path, LimitId limit, Text *text, Report *report)
{
    struct stat status;
    File file;
    bool good =
        open_plain_file(&file, path, limit, &status, report) && read_to_end(&file, file.descriptor, limit, report);

    if (good)
        *text = arena_copy(arena, file.bytes);
    file_close(&file);
    return good;
}
