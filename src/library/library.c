/* A list of paths; metadata is peeked at when somebody looks, because a folder may hold thousands of files.
 */
#include "library/library.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "formats/formats.h"

void library_init(Library *library, Arena *arena)
{
    *library = (Library){.arena = arena};
}

void library_release(Library *library)
{
    for (size_t i = 0; i < library->entries.count; i++) {
        if (library->entries.items[i].stream)
            file_close(library->entries.items[i].stream);
    }
}

static void add_entry(Library *library, Path path, File *stream)
{
    LibraryEntry entry = {.path = path, .stream = stream};

    ARRAY_PUSH(library->arena, library->entries, entry);
}

/* The stream of a path; entries of the same path have the same. */
static File *stream_of(const Library *library, Path path)
{
    for (size_t i = 0; i < library->entries.count; i++) {
        const LibraryEntry *entry = &library->entries.items[i];

        if (entry->stream && text_equal(entry->path.text, path.text))
            return entry->stream;
    }
    return ARENA_NEW(library->arena, File);
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
            add_entry(library, path_join(library->arena, path.text, name), NULL);
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

    if (path_is_stream(path) || file_is_stream(path_string(path))) {
        add_entry(library, path, stream_of(library, path));
        return true;
    }
    if (stat(path_string(path), &status) == 0 && S_ISDIR(status.st_mode))
        return add_folder(library, path, report);
    add_entry(library, path, NULL);
    return true;
}

/* All zero until then. */
static bool is_begun(const File *stream)
{
    return stream->reserved || stream->descriptor != 0;
}

File *library_stream(Library *library, size_t index, StreamReading reading, FileWait *wait, Report *report)
{
    const LibraryEntry *entry = &library->entries.items[index];
    File *stream = entry->stream;
    bool good = is_begun(stream) ||
                (path_is_stream(entry->path) ? file_begin_stream(stream, STDIN_FILENO, report)
                                             : file_open_stream(stream, path_string(entry->path), reading, report));

    if (good && reading == STREAM_IS_AWAITED)
        good = file_finish_stream(stream, wait, report);
    return good ? stream : NULL;
}

bool library_open(Library *library, size_t index, FileWait *wait, File *file, Report *report)
{
    const LibraryEntry *entry = &library->entries.items[index];
    File *stream;

    *file = (File){.descriptor = -1};
    if (!entry->stream)
        return file_open(file, path_string(entry->path), report);
    stream = library_stream(library, index, STREAM_IS_AWAITED, wait, report);
    if (stream)
        file_of_stream(file, stream);
    return stream != NULL;
}

Text library_name(const Library *library, size_t index)
{
    Path path = library->entries.items[index].path;

    return path_is_stream(path) ? TEXT("standard input") : path.text;
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
    if (entry->stream) {
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
