/* inotify(7), where there is one. Editors write a file anew or rename another to it: both are told when the file is whole. */
#include "config.h"

#include "term/watch.h"

#ifdef HAVE_SYS_INOTIFY_H

#include <sys/inotify.h>
#include <unistd.h>

static int descriptor = -1;

void watch_folder(const char *folder)
{
    if (descriptor < 0)
        descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor >= 0)
        (void)inotify_add_watch(descriptor, folder, IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
}

int watch_descriptor(void)
{
    return descriptor;
}

bool watch_take(void)
{
    char events[4096];
    bool taken = false;

    while (descriptor >= 0 && read(descriptor, events, sizeof events) > 0)
        taken = true;
    return taken;
}

void watch_close(void)
{
    if (descriptor >= 0)
        (void)close(descriptor);
    descriptor = -1;
}

#else

void watch_folder(const char *folder)
{
    (void)folder;
}

int watch_descriptor(void)
{
    return -1;
}

bool watch_take(void)
{
    return false;
}

void watch_close(void)
{
}

#endif
