/* A list of paths; metadata is peeked at when somebody looks, because a folder may hold thousands of files.
 */
#include "library/library.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "formats/formats.h"

void library_init(Library *library, Arena *arena)
{
    *library = (Library){.arena = arena};
}

static void add_entry(Library *library, Path path)
{
    LibraryEntry entry = {.path = path};

    ARRAY_PUSH(library->arena, library->entries, entry);
}

static bool is_article_name(Text name)
{
    return name.size && name.bytes[0] != '.' && format_of_name(name);
}

static int compare_entries(const void *a, const void *b)
{
    return text_compare(((const LibraryEntry *)a)->path.text, ((const LibraryEntry *)b)->path.text);
}

static bool add_folder(Library *library, Path path, Report *report)
{
    DIR *folder = opendir(path_string(path));
    size_t first = library->entries.count;
    struct dirent *file;

    if (!folder) {
        report->unreadable = true;
        report_add(report, SEVERITY_ERROR, 0, 0, "%s", strerror(errno));
        return false;
    }
    while ((file = readdir(folder)) != NULL) {
        Text name = text_from(file->d_name);

        if (is_article_name(name))
            add_entry(library, path_join(library->arena, path.text, name));
    }
    (void)closedir(folder);
    if (library->entries.count > first)
        qsort(library->entries.items + first, library->entries.count - first, sizeof(LibraryEntry), compare_entries);
    else
        report_add(report, SEVERITY_WARNING, 0, 0, "holds no articles (%.*s)",
                   TEXT_ARGS(formats_endings(report->arena)));
    return true;
}

bool library_add(Library *library, Text name, Report *report)
{
    Path path = path_copy(library->arena, name);
    struct stat status;

    if (!path_is_stream(path) && stat(path_string(path), &status) == 0 && S_ISDIR(status.st_mode))
        return add_folder(library, path, report);
    add_entry(library, path);
    return true;
}

bool library_peek(Library *library, size_t index)
{
    LibraryEntry *entry = &library->entries.items[index];
    Arena scratch = {0};
    Report report;
    File file;

    if (entry->peeked)
        return false;
    entry->peeked = true;
    if (path_is_stream(entry->path)) {
        entry->readable = true;
        return true;
    }
    report_init(&report, &scratch, entry->path.text);
    if (file_open(&file, path_string(entry->path), &report)) {
        file.encoding = library->encoding;
        entry->readable = article_peek(library->arena, entry->path.text, &file, entry->fields);
        file_close(&file);
    }
    arena_release(&scratch);
    return true;
}

Text library_title(const Library *library, size_t index)
{
    const LibraryEntry *entry = &library->entries.items[index];

    if (entry->fields[FIELD_TITLE].size)
        return entry->fields[FIELD_TITLE];
    if (path_is_stream(entry->path))
        return TEXT("standard input");
    return text_slice(entry->path.text, (Range){text_folder_size(entry->path.text), entry->path.text.size});
}
