/* Address space for the whole file, or for as much as is allowed, is reserved at once (no memory is used until it is written), and
 * read() fills it from the front. */
#include "base/system/file.h"

#include <errno.h>
#include <fcntl.h>
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

static bool reserve(File *file, size_t size, Report *report)
{
    void *space = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (space == MAP_FAILED)
        return refuse(report, "not enough memory to open it");
    file->reserved = space;
    file->reserved_size = size;
    file->bytes = (Text){file->reserved, 0};
    return true;
}

/* Append what one read() gives: 1 more came, 0 the end, -1 an error (errno says which). */
static int read_more(File *file, int descriptor, size_t most)
{
    ssize_t got;

    do
        got = read(descriptor, file->reserved + file->bytes.size, most);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return -1;
    file->bytes.size += (size_t)got;
    return got > 0;
}

/* Until nothing more comes, or to one byte over the limit, which is refused. The descriptor stays the caller's. `wait` NULL: all is there. */
static bool read_to_end(File *file, int descriptor, LimitId limit, FileWait *wait, Report *report)
{
    size_t most = limit_row(limit)->most;
    int more = 1;

    if (!reserve(file, most + 1, report))
        return false;
    while (more > 0 && file->bytes.size <= most) {
        more = read_more(file, descriptor,
                         most + 1 - file->bytes.size < STREAM_STEP ? most + 1 - file->bytes.size : STREAM_STEP);
        if (more < 0 && wait && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            wait(descriptor);
            more = 1;
        }
    }
    file->size = file->bytes.size;
    if (more < 0)
        return refuse(report, strerror(errno));
    return more == 0 || refuse_size(report, limit, 0);
}

static bool require_plain_file(int descriptor, LimitId limit, struct stat *status, Report *report)
{
    if (fstat(descriptor, status) != 0)
        return refuse(report, strerror(errno));
    if (S_ISDIR(status->st_mode))
        return refuse(report, "is a folder, not a file");
    if (!S_ISREG(status->st_mode))
        return refuse(report, "is not a file; to read from a pipe use \"-\" and standard input");
    if ((uintmax_t)status->st_size > limit_row(limit)->most)
        return refuse_size(report, limit, (uintmax_t)status->st_size < SIZE_MAX ? (size_t)status->st_size : 0);
    return true;
}

static bool open_plain_file(File *file, const char *path, LimitId limit, struct stat *status, Report *report)
{
    *file = (File){.descriptor = -1};
    file->descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file->descriptor < 0)
        return refuse(report, strerror(errno));
    return require_plain_file(file->descriptor, limit, status, report);
}

/* The first bytes of a file of `size` bytes. */
static bool load_first(File *file, size_t size, Report *report)
{
    if (!reserve(file, size + 1, report))
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
                              : read_to_end(file, file->descriptor, LIMIT_STREAM_BYTES, NULL, report);
    if (!good)
        file_close(file);
    else
        (void)file_load(file, 0); /* nothing more can come: closed */
    return good;
}

bool file_read_stream(File *file, int descriptor, FileWait *wait, Report *report)
{
    bool good;

    *file = (File){.descriptor = -1};
    good = read_to_end(file, descriptor, LIMIT_STREAM_BYTES, wait, report);
    if (!good)
        file_close(file);
    return good;
}

void file_from_text(File *file, Text text)
{
    *file = (File){.bytes = text, .size = text.size, .descriptor = -1};
}

bool file_load(File *file, size_t until)
{
    int more = 1;

    if (until > file->size)
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
    return file_load(file, file->size);
}

void file_tell_error(File *file, Report *report)
{
    if (file->error == 0)
        return;
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, 0, 0, "reading failed after %zu bytes (%s); the text ends there",
               file->bytes.size, strerror(file->error));
    file->error = 0;
}

void file_close(File *file)
{
    if (file->descriptor > 0) /* 0 is the zeroes of a File that never was opened */
        (void)close(file->descriptor);
    if (file->reserved)
        (void)munmap(file->reserved, file->reserved_size);
    *file = (File){.descriptor = -1};
}

bool file_read_text(Arena *arena, const char *path, LimitId limit, Text *text, Report *report)
{
    struct stat status;
    File file;
    bool good = open_plain_file(&file, path, limit, &status, report) &&
                read_to_end(&file, file.descriptor, limit, NULL, report);

    if (good)
        *text = arena_copy(arena, file.bytes);
    file_close(&file);
    return good;
}
