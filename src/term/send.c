/* A terminal may take a part of what is written; half a control sequence would be worse than none. */
#include "term/send.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

bool send_bytes(int output, const char *bytes, size_t size)
{
    while (size) {
        ssize_t written = write(output, bytes, size);

        if (written > 0) {
            bytes += written;
            size -= (size_t)written;
        } else if (written < 0 && errno == EAGAIN) {
            struct pollfd room = {.fd = output, .events = POLLOUT};

            (void)poll(&room, 1, -1);
        } else if (written == 0 || errno != EINTR) {
            return false;
        }
    }
    return true;
}
