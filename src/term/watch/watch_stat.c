/*
 * Where nothing tells of files: the folders are looked through from time to time. What stands in them is one number, from names, sizes and
 * times of all files; another number is a change.
 */
#include "config.h"

#include "term/watch/watch.h"

#include <dirent.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include "base/system/path.h"

enum { INTERVAL_MS = 1000 };

typedef struct Watched {
    Path folder;
    uint64_t contents;
} Watched;

static Arena arena;
static ARRAY(Watched) places;

#define FIRST_SUM UINT64_C(14695981039346656037)

/* FNV-1a. */
static uint64_t add_bytes(uint64_t sum, const void *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        sum = (sum ^ ((const unsigned char *)bytes)[i]) * 1099511628211u;
    return sum;
}

static uint64_t add_status(uint64_t sum, const struct stat *status)
{
    sum = add_bytes(sum, &status->st_size, sizeof status->st_size);
    sum = add_bytes(sum, &status->st_dev, sizeof status->st_dev);
    sum = add_bytes(sum, &status->st_ino, sizeof status->st_ino);
    sum = add_bytes(sum, &status->st_mtime, sizeof status->st_mtime);
#ifdef HAVE_STRUCT_STAT_ST_MTIM
    sum = add_bytes(sum, &status->st_mtim.tv_nsec, sizeof status->st_mtim.tv_nsec);
#endif
    return sum;
}

/* The order of entries does not count. Links are what they lead to; what leads nowhere is not there. */
static uint64_t entries_of(DIR *entries)
{
    uint64_t sum = 0;
    struct dirent *entry;

    while ((entry = readdir(entries)) != NULL) {
        struct stat status;

        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            fstatat(dirfd(entries), entry->d_name, &status, 0) == 0)
            sum += add_status(add_bytes(FIRST_SUM, entry->d_name, strlen(entry->d_name)), &status);
    }
    return sum;
}

/* Which folder it is counts as well: a link may lead to another one with the same files. 0: there is none. */
static uint64_t contents_of(Path folder)
{
    DIR *entries = opendir(path_string(folder));
    struct stat status;
    uint64_t sum = 0;

    if (!entries)
        return 0;
    if (fstat(dirfd(entries), &status) == 0) {
        sum = add_bytes(FIRST_SUM, &status.st_ino, sizeof status.st_ino);
        sum = add_bytes(sum, &status.st_dev, sizeof status.st_dev) + entries_of(entries);
    }
    (void)closedir(entries);
    return sum;
}

void watch_folder(const char *folder)
{
    Watched place = {.folder = path_copy(&arena, text_from(folder))};

    for (size_t i = 0; i < places.count; i++) {
        if (text_equal(places.items[i].folder.text, place.folder.text))
            return;
    }
    place.contents = contents_of(place.folder);
    ARRAY_PUSH(&arena, places, place);
}

int watch_descriptor(void)
{
    return -1;
}

int watch_interval_ms(void)
{
    return places.count ? INTERVAL_MS : -1;
}

bool watch_take(void)
{
    bool changed = false;

    for (size_t i = 0; i < places.count; i++) {
        uint64_t contents = contents_of(places.items[i].folder);

        changed = changed || contents != places.items[i].contents;
        places.items[i].contents = contents;
    }
    return changed;
}

void watch_close(void)
{
    places.items = NULL;
    places.count = places.capacity = 0;
    arena_release(&arena);
}
