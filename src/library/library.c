/* A list of paths; metadata is peeked at when somebody looks, because a folder may hold thousands of files.
 */
#include "library/library.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "article/page_address.h"
#include "formats/formats.h"
#include "library/fetch.h"

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

static bool add_page(Library *library, Text name, Report *report)
{
    const char *why;
    Path address = path_copy(library->arena, page_address(library->arena, name, &why));

    if (address.text.size == 0) {
        report->unreadable = true;
        report_add(report, SEVERITY_ERROR, 0, 0, "%s", why);
        return false;
    }
    add_entry(library, address, stream_of(library, address));
    library->entries.items[library->entries.count - 1].is_page = true;
    return true;
}

bool library_add(Library *library, Text name, Report *report)
{
    Path path = path_copy(library->arena, name);
    struct stat status;
    Text advice;

    if (is_page_address(name))
        return add_page(library, name, report);
    if (path_is_stream(path) || file_is_stream(path_string(path))) {
        add_entry(library, path, stream_of(library, path));
        return true;
    }
    if (stat(path_string(path), &status) == 0 && S_ISDIR(status.st_mode))
        return add_folder(library, path, report);
    advice = path_exists(path) ? (Text){0} : address_advice(library->arena, name);
    if (advice.size) {
        report->unreadable = true;
        report_add(report, SEVERITY_ERROR, 0, 0, "no such file; %.*s", TEXT_ARGS(advice));
        return false;
    }
    add_entry(library, path, NULL);
    return true;
}

/* All zero until then. */
static bool is_begun(const File *stream)
{
    return stream->reserved || stream->descriptor != 0;
}

File *library_page(Library *library, size_t index)
{
    const LibraryEntry *entry = &library->entries.items[index];

    if (!is_begun(entry->stream))
        fetch_begin(library->arena, library->fetch, entry->path.text, entry->stream);
    return entry->stream;
}

static bool begin_stream(const LibraryEntry *entry, StreamReading reading, Report *report)
{
    if (path_is_stream(entry->path))
        return file_begin_stream(entry->stream, STDIN_FILENO, report);
    return file_open_stream(entry->stream, path_string(entry->path), reading, report);
}

File *library_stream(Library *library, size_t index, StreamReading reading, FileWait *wait, Report *report)
{
    const LibraryEntry *entry = &library->entries.items[index];
    File *stream = entry->stream;
    bool good = entry->is_page ? library_page(library, index) != NULL
                               : is_begun(stream) || begin_stream(entry, reading, report);

    if (good && reading == STREAM_IS_AWAITED)
        good = file_finish_stream(stream, wait, report);
    return good ? stream : NULL;
}

bool library_take_pages(Library *library, size_t read)
{
    bool coming = false;

    for (size_t i = 0; i < library->entries.count; i++) {
        const LibraryEntry *entry = &library->entries.items[i];

        if (!entry->is_page || !is_begun(entry->stream) || entry->stream->descriptor < 0)
            continue;
        fetch_listen(entry->stream);
        if (i != read)
            (void)file_take_stream(entry->stream);
        coming = coming || entry->stream->descriptor >= 0;
    }
    return coming;
}

File *library_get_page(Library *library, Text address)
{
    File *stream = ARENA_NEW(library->arena, File);

    fetch_begin(library->arena, library->fetch, arena_copy(library->arena, address), stream);
    return stream;
}

size_t library_keep_page(Library *library, Text address, File *stream, File **before)
{
    size_t kept = NO_INDEX;

    *before = NULL;
    for (size_t i = 0; i < library->entries.count; i++) {
        LibraryEntry *entry = &library->entries.items[i];

        if (!entry->is_page || !text_equal(entry->path.text, address))
            continue;
        *before = entry->stream;
        entry->stream = stream;
        kept = kept == NO_INDEX ? i : kept;
    }
    if (kept != NO_INDEX)
        return kept;
    add_entry(library, path_copy(library->arena, address), stream);
    library->entries.items[library->entries.count - 1].is_page = true;
    return library->entries.count - 1;
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

void library_drop(Library *library, size_t entry)
{
    library->entries.count--;
    for (size_t i = entry; i < library->entries.count; i++)
        library->entries.items[i] = library->entries.items[i + 1];
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
    if (entry->is_page && is_begun(entry->stream) && entry->stream->descriptor < 0) {
        file_of_stream(&file, entry->stream);
        entry->readable = article_peek(library->arena, entry->path.text, &file, entry->fields);
        return true;
    }
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

void library_note(Library *library, size_t index, const Article *article)
{
    static const ArticleField noted[] = {FIELD_TITLE, FIELD_SOURCE, FIELD_DATE, FIELD_URL};
    LibraryEntry *entry = &library->entries.items[index];

    for (size_t i = 0; entry->stream && i < COUNT_OF(noted); i++)
        entry->fields[noted[i]] = arena_copy(library->arena, article_field(article, noted[i]));
}

void library_call(Library *library, size_t index, Text title)
{
    library->entries.items[index].fields[FIELD_TITLE] = arena_copy(library->arena, title);
}

Text library_title(const Library *library, size_t index)
{
    const LibraryEntry *entry = &library->entries.items[index];

    if (entry->fields[FIELD_TITLE].size)
        return entry->fields[FIELD_TITLE];
    if (entry->is_page)
        return page_address_shown(entry->path.text);
    if (path_is_stream(entry->path))
        return TEXT("standard input");
    return text_slice(entry->path.text, (Range){text_folder_size(entry->path.text), entry->path.text.size});
}
