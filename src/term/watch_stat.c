/*
 * Where nothing tells of files: the folders are looked through from time to time. What stands in them is one number, from names, sizes and
 * times of all files; another number is a change.
 */
#include "config.h"

#include "term/watch.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDERS_MOST = 8, INTERVAL_MS = 1000 };

static struct {
    DIR *entries;
    struct stat status; /* which folder it is */
    uint64_t contents;
} folders[FOLDERS_MOST];
static int folder_count;

/* FNV-1a. */
static uint64_t add_bytes(uint64_t sum, const void *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        sum = (sum ^ ((const unsigned char *)bytes)[i]) * 1099511628211u;
    return sum;
}

/* The order of entries does not count. */
static uint64_t contents_of(DIR *entries)
{
    uint64_t sum = 0;
    struct dirent *entry;

    rewinddir(entries);
    while ((entry = readdir(entries)) != NULL) {
        struct stat status;
        uint64_t one = 14695981039346656037u;

        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 || fstatat(dirfd(entries), entry->d_name, &status, 0) != 0)
            continue;
        one = add_bytes(one, entry->d_name, strlen(entry->d_name));
        one = add_bytes(one, &status.st_size, sizeof status.st_size);
        one = add_bytes(one, &status.st_ino, sizeof status.st_ino);
        one = add_bytes(one, &status.st_mtime, sizeof status.st_mtime);
#ifdef HAVE_STRUCT_STAT_ST_MTIM
        one = add_bytes(one, &status.st_mtim.tv_nsec, sizeof status.st_mtim.tv_nsec);
#endif
        sum += one;
    }
    return sum;
}

static bool is_watched(const struct stat *status)
{
    for (int i = 0; i < folder_count; i++) {
        if (folders[i].status.st_dev == status->st_dev && folders[i].status.st_ino == status->st_ino)
            return true;
    }
    return false;
}

void watch_folder(const char *folder)
{
    DIR *entries = folder_count < FOLDERS_MOST ? opendir(folder) : NULL;
    struct stat status;

    if (!entries)
        return;
    if (fstat(dirfd(entries), &status) != 0 || is_watched(&status)) {
        (void)closedir(entries);
        return;
    }
    folders[folder_count].entries = entries;
    folders[folder_count].status = status;
    folders[folder_count++].contents = contents_of(entries);
}

void watch_creation(const char *folder)
{
    watch_folder(folder);
}

int watch_descriptor(void)
{
    return -1;
}

int watch_interval_ms(void)
{
    return folder_count ? INTERVAL_MS : -1;
}

bool watch_take(void)
{
    bool changed = false;

    for (int i = 0; i < folder_count; i++) {
        uint64_t contents = contents_of(folders[i].entries);

        changed = changed || contents != folders[i].contents;
        folders[i].contents = contents;
    }
    return changed;
}

void watch_close(void)
{
    while (folder_count)
        (void)closedir(folders[--folder_count].entries);
}
