/*
 * Vector files: for each input in a folder of the source tree, the expected output beside it. `UPDATE_GOLDEN=1` rewrites
 * what is expected instead of comparing: read that difference as code.
 */
#ifndef QUOIN_TESTS_VECTORS_H
#define QUOIN_TESTS_VECTORS_H

#include <dirent.h>
#include <string.h>

#include "base/system/file.h"
#include "tap.h"

enum { VECTOR_NAMES = 4000, VECTOR_PATH = 1000 };

typedef struct VectorNames {
    char *names[VECTOR_NAMES]; /* sorted, without folder */
    size_t count;
} VectorNames;

static inline int vector_compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "$SRCDIR/folder/name" */
static inline void vector_path(char *path, const char *folder, const char *name)
{
    const char *root = getenv("SRCDIR");

    (void)snprintf(path, VECTOR_PATH, "%s/%s/%s", root ? root : ".", folder, name);
}

/* The files in `folder` that begin with `start` and end with `suffix`. */
static inline void vector_list(VectorNames *list, const char *folder, const char *start, const char *suffix)
{
    char path[VECTOR_PATH];
    struct dirent *entry;
    DIR *directory;

    list->count = 0;
    vector_path(path, folder, "");
    directory = opendir(path);
    if (!directory)
        return;
    while ((entry = readdir(directory))) {
        Text name = text_from(entry->d_name);

        if (!text_starts_with(name, text_from(start)) || !text_ends_with(name, text_from(suffix)))
            continue;
        if (list->count == VECTOR_NAMES) {
            printf("Bail out! more than %d files in %s: raise VECTOR_NAMES\n", VECTOR_NAMES, path);
            exit(1);
        }
        list->names[list->count++] = strdup(entry->d_name);
    }
    (void)closedir(directory);
    qsort(list->names, list->count, sizeof list->names[0], vector_compare);
}

static inline void vector_list_release(VectorNames *list)
{
    while (list->count)
        free(list->names[--list->count]);
}

/* The text of a file; false when it cannot be read, and the text is empty. */
static inline bool vector_read(Arena *arena, const char *path, Text *text)
{
    Report report;
    File file;

    *text = (Text){0};
    report_init(&report, arena, text_from(path));
    if (!file_open(&file, path, &report))
        return false;
    (void)file_load_all(&file);
    *text = arena_copy(arena, file.bytes);
    file_close(&file);
    return true;
}

static inline void vector_show_difference(Text expected, Text actual)
{
    size_t at = 0, line = 1, start = 0;

    while (at < expected.size && at < actual.size && expected.bytes[at] == actual.bytes[at]) {
        if (expected.bytes[at++] == '\n') {
            line++;
            start = at;
        }
    }
    for (int side = 0; side < 2; side++) {
        Text text = text_slice(side ? actual : expected, (Range){start, SIZE_MAX});
        size_t end = text_find_byte(text, '\n', 0);

        printf("# line %zu, %s: %.*s\n", line, side ? "found" : "expected",
               TEXT_ARGS(text_slice(text, (Range){0, end == TEXT_NOT_FOUND ? text.size : end})));
    }
}

/* `actual` against the file `name` of `folder`. */
static inline void vector_check(Arena *arena, const char *folder, const char *name, Text actual)
{
    char path[VECTOR_PATH];
    Text expected = {0};
    bool same;

    vector_path(path, folder, name);
    if (getenv("UPDATE_GOLDEN")) {
        FILE *file = fopen(path, "w");

        ok(file && fwrite(actual.bytes, 1, actual.size, file) == actual.size, "%s is written", name);
        if (file)
            (void)fclose(file);
        return;
    }
    same = vector_read(arena, path, &expected) && text_equal(expected, actual);
    ok(same, "%s", name);
    if (!same)
        vector_show_difference(expected, actual);
}

#endif
