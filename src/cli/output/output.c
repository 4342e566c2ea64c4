/*
 * Each write goes on until all bytes are gone: after a signal, after a part, and where the other end of a non-blocking stream is busy. The first
 * error of standard output is kept by its sink and told at the end, once. EPIPE is no error to tell: who reads wants no more. Mostly SIGPIPE
 * has ended the program by then; where that is ignored, the exit status is what a shell makes of it.
 */
#include "cli/output/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

enum { OUT_BYTES = 64 * 1024, ERROR_BYTES = 4096, STATUS_OF_SIGNAL = 128 };

static struct {
    Sink out, errors;
    char out_bytes[OUT_BYTES], error_bytes[ERROR_BYTES];
} streams;

/* ---- bytes to a descriptor ---- */

static void wait_for_room(int descriptor)
{
    struct pollfd waiting = {.fd = descriptor, .events = POLLOUT};

    (void)poll(&waiting, 1, -1);
}

static int write_all(int descriptor, Text bytes)
{
    for (size_t at = 0; at < bytes.size;) {
        ssize_t written = write(descriptor, bytes.bytes + at, bytes.size - at);

        if (written > 0)
            at += (size_t)written;
        else if (written == 0)
            return ENOSPC; /* no file system says so; but it must not go on for ever */
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            wait_for_room(descriptor);
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

static int write_out(void *context, Text bytes)
{
    (void)context;
    return write_all(STDOUT_FILENO, bytes);
}

/* What was printed before a message stands before it where both are on one terminal. */
static int write_error(void *context, Text bytes)
{
    (void)context;
    if (streams.out.by_line)
        (void)sink_flush(&streams.out);
    return write_all(STDERR_FILENO, bytes);
}

int output_write_file(const char *path, Text bytes)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666), error;

    if (descriptor < 0)
        return errno;
    error = write_all(descriptor, bytes);
    if (close(descriptor) != 0 && error == 0)
        error = errno;
    return error;
}

/* ---- the streams ---- */

/*
 * A descriptor that the program was started without is taken by one that cannot be used in that direction: else the next file to be opened would
 * get its number, and messages would be written into it.
 */
static void occupy_closed(void)
{
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
        if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF)
            (void)open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

/* The last words: nothing can be allocated any more. */
static void tell_exhaustion(void)
{
    (void)sink_flush(&streams.out);
    sink_string(&streams.errors, "quoin: out of memory\n");
    (void)sink_flush(&streams.errors);
    _exit(EXIT_USAGE);
}

Output output_open(void)
{
    occupy_closed();
    sink_init(&streams.out, streams.out_bytes, OUT_BYTES, write_out, NULL);
    sink_init(&streams.errors, streams.error_bytes, ERROR_BYTES, write_error, NULL);
    streams.out.by_line = isatty(STDOUT_FILENO);
    streams.errors.by_line = true;
    arena_on_exhaustion(tell_exhaustion);
    return (Output){&streams.out, &streams.errors};
}

/* What can be done about it. */
static const char *cure_of(int error)
{
    static const struct {
        int error;
        const char *cure;
    } cures[] = {
        {ENOSPC, "make room, or write to another place"},
        {EDQUOT, "make room, or write to another place"},
        {EFBIG, "raise the limit of a file's size (ulimit -f), or write to another place"},
        {EBADF, "open it for writing, as with >FILE"},
        {EIO, "try again, or write to another place"},
    };

    for (size_t i = 0; i < COUNT_OF(cures); i++) {
        if (cures[i].error == error)
            return cures[i].cure;
    }
    return "try to write to another place";
}

static int tell_lost_output(int error)
{
    if (error == EPIPE)
        return STATUS_OF_SIGNAL + SIGPIPE;
    SINK_TEXTS(&streams.errors, TEXT("quoin: not all was written to standard output: "), text_from(strerror(error)),
               TEXT("; "), text_from(cure_of(error)), TEXT("\n"));
    return EXIT_USAGE;
}

int output_finish(int status)
{
    bool written = sink_flush(&streams.out);

    /* Some file systems tell only here that there was no room. */
    if (written && streams.out.handed && close(STDOUT_FILENO) != 0 && errno != EINTR) {
        streams.out.error = errno;
        written = false;
    }
    if (!written)
        status = tell_lost_output(streams.out.error);
    if (!sink_flush(&streams.errors) && status == EXIT_OK)
        status = EXIT_USAGE;
    return status;
}
