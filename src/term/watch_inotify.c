/* inotify(7). Editors write a file anew or rename another to it: both are told when the file is whole. */
#include "term/watch.h"

#include <stdint.h>
#include <sys/inotify.h>
#include <unistd.h>

static int descriptor = -1;

static void add(const char *folder, uint32_t events)
{
    if (descriptor < 0)
        descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor >= 0)
        (void)inotify_add_watch(descriptor, folder, events);
}

void watch_folder(const char *folder)
{
    add(folder, IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
}

void watch_creation(const char *folder)
{
    add(folder, IN_CREATE | IN_MOVED_TO);
}

int watch_descriptor(void)
{
    return descriptor;
}

int watch_interval_ms(void)
{
    return -1;
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
