/* A folder is told from a file by opening it. */
#include "eval/documents.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/system/file.h"

static bool refuse(const char *path, const char *why)
{
    (void)fprintf(stderr, "%s: expected %s\n", path, why);
    return false;
}

static bool read_all(Arena *arena, const char *path, Text *bytes)
{
    Report report;
    File file;

    report_init(&report, arena, text_from(path));
    if (!file_open(&file, path, &report))
        return refuse(path, "a file that can be read");
    (void)file_load_all(&file);
    *bytes = arena_copy(arena, file.bytes);
    file_close(&file);
    return true;
}

static bool read_lines(Arena *arena, const char *path, Documents *documents)
{
    GoldDocument document;
    const char *why;
    Text bytes, line;

    if (!read_all(arena, path, &bytes))
        return false;
    for (size_t at = 0; text_next_part(bytes, '\n', &at, &line);) {
        if (!gold_read(arena, line, &document, &why))
            return refuse(path, why);
        ARRAY_PUSH(arena, *documents, document);
    }
    return true;
}

static int compare_ids(const void *left, const void *right)
{
    return text_compare(((const GoldDocument *)left)->id, ((const GoldDocument *)right)->id);
}

static bool add_article(Arena *arena, Text file, Text id, Documents *documents)
{
    GoldDocument document;
    const char *why;
    Text marked;

    if (!read_all(arena, file.bytes, &marked))
        return false;
    if (!gold_read_marked(arena, marked, id, &document, &why))
        return refuse(file.bytes, why);
    ARRAY_PUSH(arena, *documents, document);
    return true;
}

static bool add_lines(Arena *arena, Text file, Text id, Documents *documents)
{
    GoldDocument document;
    const char *why;
    Text marked, line;

    if (!read_all(arena, file.bytes, &marked))
        return false;
    for (size_t at = 0, number = 1; text_next_part(marked, '\n', &at, &line); number++) {
        Text place = arena_printf(arena, "%.*s:%03zu", TEXT_ARGS(id), number);

        if (line.size == 0 || line.bytes[0] == '#')
            continue;
        if (!gold_read_marked_names(arena, line, place, &document, &why))
            return refuse(place.bytes, why);
        document.source = id;
        ARRAY_PUSH(arena, *documents, document);
    }
    return true;
}

/* "a/b.txt" has its table in "a/b.marks". */
static Text marks_path(Arena *arena, Text file)
{
    return arena_printf(arena, "%.*s.marks", (int)(file.size - TEXT(".txt").size), file.bytes);
}

static bool add_corpus_text(Arena *arena, Text file, Text id, Documents *documents)
{
    GoldDocument document;
    const char *why;
    Text text, marks, table = marks_path(arena, file);

    if (!read_all(arena, file.bytes, &text) || !read_all(arena, table.bytes, &marks))
        return false;
    if (!gold_read_corpus(arena, text, marks, id, &document, &why))
        return refuse(table.bytes, why);
    ARRAY_PUSH(arena, *documents, document);
    return true;
}

static bool add_file(Arena *arena, MarkedKind kind, Text file, Text id, Documents *documents)
{
    if (access(marks_path(arena, file).bytes, R_OK) == 0)
        return add_corpus_text(arena, file, id, documents);
    return (kind == MARKED_NAMES ? add_lines : add_article)(arena, file, id, documents);
}

static bool read_folder(Arena *arena, const char *path, MarkedKind kind, DIR *folder, Documents *documents)
{
    size_t first = documents->count;
    struct dirent *entry;

    while ((entry = readdir(folder))) {
        Text file = arena_printf(arena, "%s/%s", path, entry->d_name);
        Text id = arena_copy(arena, text_from(entry->d_name));

        if (!text_ends_with(file, TEXT(".txt")))
            continue;
        if (!add_file(arena, kind, file, id, documents))
            return false;
    }
    if (documents->count > first)
        qsort(documents->items + first, documents->count - first, sizeof *documents->items, compare_ids);
    return true;
}

bool documents_read(Arena *arena, const char *path, MarkedKind kind, Documents *documents)
{
    DIR *folder = opendir(path);
    bool read;

    if (!folder)
        return read_lines(arena, path, documents);
    read = read_folder(arena, path, kind, folder, documents);
    (void)closedir(folder);
    return read;
}
