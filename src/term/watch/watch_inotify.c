/*
 * inotify(7). Editors write a file anew or rename another to it: both are told when the file is whole. That something is made counts only where it
 * is whole by that: a link, a folder, one more name of a file.
 *
 * A link is changed where it stands, and the file that it leads to where that stands: so for each link the folders on its way are watched too,
 * but only for the names that it goes by (a home folder is written to all the time).
 */
#include "term/watch/watch.h"

#include <dirent.h>
#include <stdint.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system/path.h"
#include "term/watch/links.h"

enum { EVENTS = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_MOVE_SELF };

typedef struct Watched {
    int watch; /* the kernel's number of the folder */
    Path folder;
    Text name; /* of the one entry that counts; empty: all do */
} Watched;

static struct {
    int descriptor;
    Arena arena;
    ARRAY(Watched) places;
} state = {.descriptor = -1};

/* ---- watching ---- */

static bool is_known(int watch, Text name)
{
    for (size_t i = 0; i < state.places.count; i++) {
        if (state.places.items[i].watch == watch && text_equal(state.places.items[i].name, name))
            return true;
    }
    return false;
}

static void watch_name(const char *folder, const char *name)
{
    Watched place = {.name = text_from(name)};

    if (state.descriptor < 0)
        state.descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    place.watch = state.descriptor < 0 ? -1 : inotify_add_watch(state.descriptor, folder, EVENTS);
    if (place.watch < 0 || is_known(place.watch, place.name))
        return;
    place.folder = path_copy(&state.arena, text_from(folder));
    place.name = arena_copy(&state.arena, place.name);
    ARRAY_PUSH(&state.arena, state.places, place);
}

/* What is no link is on no way but that of the folder. */
static void watch_links(const char *folder)
{
    DIR *entries = opendir(folder);
    struct dirent *entry;

    if (!entries)
        return;
    while ((entry = readdir(entries)) != NULL) {
        Arena scratch = {0};
        char end;

        if (readlinkat(dirfd(entries), entry->d_name, &end, 1) < 0)
            continue;
        links_visit(path_string(path_join(&scratch, text_from(folder), text_from(entry->d_name))), watch_name);
        arena_release(&scratch);
    }
    (void)closedir(entries);
}

void watch_folder(const char *folder)
{
    links_visit(folder, watch_name);
    watch_name(folder, "");
    watch_links(folder);
}

int watch_descriptor(void)
{
    return state.descriptor;
}

int watch_interval_ms(void)
{
    return -1;
}

/* ---- what has happened ---- */

/* A file that is made is told once more when it is written. What is gone already has changed something. */
static bool is_whole(Path folder, const char *name)
{
    Arena scratch = {0};
    struct stat status;
    bool whole;

    whole = lstat(path_string(path_join(&scratch, folder.text, text_from(name))), &status) != 0 ||
            !S_ISREG(status.st_mode) || status.st_nlink > 1;
    arena_release(&scratch);
    return whole;
}

static bool counts(const struct inotify_event *event)
{
    const char *name = event->len ? event->name : "";

    if (!*name) /* the folder itself, or more than the kernel could keep */
        return true;
    for (size_t i = 0; i < state.places.count; i++) {
        const Watched *place = &state.places.items[i];

        if (place->watch == event->wd && (place->name.size == 0 || text_equal(place->name, text_from(name))) &&
            (!(event->mask & IN_CREATE) || is_whole(place->folder, name)))
            return true;
    }
    return false;
}

bool watch_take(void)
{
    _Alignas(struct inotify_event) char bytes[4096];
    bool taken = false;
    ssize_t size;

    while (state.descriptor >= 0 && (size = read(state.descriptor, bytes, sizeof bytes)) > 0) {
        for (size_t at = 0; at < (size_t)size;) {
            const struct inotify_event *event = (const void *)(bytes + at);

            taken = counts(event) || taken;
            at += sizeof *event + event->len;
        }
    }
    return taken;
}

void watch_close(void)
{
    if (state.descriptor >= 0)
        (void)close(state.descriptor);
    state.descriptor = -1;
    state.places.items = NULL;
    state.places.count = state.places.capacity = 0;
    arena_release(&state.arena);
}
