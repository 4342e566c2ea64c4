/*
 * What is there is looked at once, at the beginning: names, and of articles their addresses, which the head of a file says. So an article costs no
 * more in a folder of many.
 *
 *     2026-11-30-ferry-to-close.yaml        https://example.org/ferry
 *     2026-11-30-ferry-to-close-2.yaml      another article with that headline and date
 *     versions/2026-11-30-ferry-to-close.1.yaml     what the first file said before
 *
 * An article without an address, and without an `id`, is known by all its bytes among those of its name.
 */
#include "cli/commands/import_folder.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "article/address_identity.h"
#include "cli/output/file_write.h"
#include "base/yaml/yaml_write.h"
#include "formats/formats.h"
#include "formats/yaml/article_writer.h"
#include "library/article_name.h"

static const Text versions_folder = LITERAL("versions");

/* ---- what is there ---- */

/* What makes an article that one; empty: nothing does. */
static Text identity_of(Arena *arena, Text url, Text id)
{
    Text address = address_identity(arena, url), named;

    if (address.size)
        return address;
    named = text_trim(url.size ? url : id);
    return named.size ? arena_join(arena, (const Text[]){url.size ? TEXT("url ") : TEXT("id "), named}, 2) : (Text){0};
}

/* A file that stands in the folder itself. */
static bool is_file(Path path)
{
    struct stat status;

    return lstat(path_string(path), &status) == 0 && S_ISREG(status.st_mode);
}

static void look_at(ImportFolder *folder, Text name)
{
    Text fields[FIELD_COUNT] = {{0}};
    Arena scratch = {0};
    Path path = path_join(&scratch, folder->path.text, name);
    Report report;
    File file;

    report_init(&report, &scratch, path.text);
    if (is_file(path) && file_open(&file, path_string(path), &report)) {
        if (article_peek(&scratch, path.text, &file, fields)) {
            Text identity = identity_of(folder->arena, fields[FIELD_URL], fields[FIELD_ID]);

            if (identity.size && !text_index_find(&folder->addresses, identity))
                text_index_enter(&folder->addresses, identity, name);
        }
        file_close(&file);
    }
    arena_release(&scratch);
}

/* `not_made`: why what was to be made is not there; 0: it was not to be made. */
static bool refuse(Report *report, int error, int not_made)
{
    report->unreadable = true;
    if (not_made && error == ENOENT)
        report_add(report, SEVERITY_ERROR, 0, 0, "this folder cannot be made: %s", strerror(not_made));
    else
        report_add(report, SEVERITY_ERROR, 0, 0, "%s", strerror(error));
    return false;
}

bool import_folder_open(ImportFolder *folder, Arena *arena, Path path, Report *report)
{
    struct dirent *entry;
    int not_made = 0;
    DIR *entries;

    folder->arena = arena;
    folder->path = path;
    folder->pending_arena = arena_within(arena);
    folder->pending = ARENA_ARRAY(arena, FileEdit, PENDING_MOST);
    folder->late = report;
    folder->names.arena = folder->addresses.arena = folder->contents.arena = folder->numbers.arena = arena;
    if (!file_make_folders(arena, path_join(arena, path.text, TEXT(".")), FOLDERS_BY_UMASK))
        not_made = errno;
    file_sweep_folder(arena, path);
    entries = opendir(path_string(path));
    if (!entries)
        return refuse(report, errno, not_made);
    while ((entry = readdir(entries)) != NULL) {
        Text name = arena_copy(arena, text_from(entry->d_name));

        text_index_enter(&folder->names, name, name);
        if (name.bytes[0] != '.' && format_of_name(name) == &article_format)
            look_at(folder, name);
    }
    (void)closedir(entries);
    return true;
}

/* ---- names ---- */

/* "name", "name-2", … with the ending. */
static Text numbered(Arena *arena, Text name, size_t number, Text ending)
{
    Text digits = number > 1 ? arena_printf(arena, "-%zu", number) : (Text){0};

    return arena_join(arena, (const Text[]){name, digits, ending}, 3);
}

static Text content_key(Arena *arena, Text name, Text bytes)
{
    return arena_join(
        arena, (const Text[]){name, arena_printf(arena, " %zu %08x", bytes.size, (unsigned)text_hash(bytes))}, 2);
}

static bool read_bytes(Arena *arena, Path path, Text *bytes)
{
    Report report;

    report_init(&report, arena, path.text);
    return is_file(path) && file_read_text(arena, path_string(path), LIMIT_ARTICLE_BYTES, bytes, &report);
}

/* How many files there are of a name; the first time they are looked at. */
static size_t count_of_name(ImportFolder *folder, Text name)
{
    Text *known = text_index_find(&folder->numbers, name);
    size_t number = 0;

    if (known && text_to_number(*known, SIZE_MAX / 2, &number))
        return number;
    for (;; number++) {
        Text file = numbered(folder->arena, name, number + 1, folder->ending), bytes;
        Arena scratch = {0};

        if (!text_index_find(&folder->names, file))
            return number;
        if (read_bytes(&scratch, path_join(&scratch, folder->path.text, file), &bytes))
            text_index_enter(&folder->contents, content_key(folder->arena, name, bytes), file);
        arena_release(&scratch);
    }
}

/* ---- writing ---- */

static Text bytes_of(Arena *arena, const ImportFolder *folder, const Article *article)
{
    SinkMemory memory = {.arena = arena};
    char buffer[4096];
    Sink sink;

    sink_init(&sink, buffer, sizeof buffer, sink_write_memory, &memory);
    folder->write(&sink, article);
    (void)sink_flush(&sink);
    return text_buffer_text(&memory.text);
}

/* Begin a file that is not there yet. False: the report says why; `*is_there`: because it is. */
static bool begin_new(FileEdit *edit, Arena *arena, Path path, bool *is_there, Report *report)
{
    *is_there = false;
    if (!file_edit_begin(edit, arena, path_string(path), FILE_IS_READ, report))
        return false;
    *is_there = edit->exists || edit->is_link;
    if (*is_there)
        file_edit_abandon(edit);
    return !*is_there;
}

static void tell_placed(void *context, size_t index, bool good, Report *report)
{
    ImportFolder *folder = context;

    if (good)
        return;
    folder->lost++;
    report_add(folder->late, SEVERITY_ERROR, 0, 0, "%s: %s", folder->pending[index].path,
               arena_terminated(report->arena, report_first(report)->message));
}

void import_folder_finish(ImportFolder *folder)
{
    file_edits_place(folder->pending, folder->pending_count, tell_placed, folder);
    folder->pending_count = 0;
    arena_reset(folder->pending_arena);
}

/* A file that is not there yet: it gets its place with others. */
static bool write_new(ImportFolder *folder, Text name, Text bytes, bool *is_there, Report *report)
{
    FileEdit *edit;

    if (folder->pending_count == PENDING_MOST)
        import_folder_finish(folder);
    edit = &folder->pending[folder->pending_count];
    if (!begin_new(edit, folder->pending_arena, path_join(folder->pending_arena, folder->path.text, name), is_there,
                   report) ||
        !file_edit_fill(edit, bytes, FILE_IS_SYNCED_LATER, report))
        return false;
    folder->pending_count++;
    return true;
}

static Kept keep_new(ImportFolder *folder, Arena *scratch, const Article *article, Text identity, Report *report,
                     Text *name)
{
    Text base = article_name(folder->arena, article->fields[FIELD_DATE], article_headline(scratch, article));
    Text bytes = bytes_of(scratch, folder, article), key, *same;
    size_t number = count_of_name(folder, base);
    bool is_there, written;

    key = content_key(folder->arena, base, bytes);
    same = identity.size ? NULL : text_index_find(&folder->contents, key);
    if (same) {
        *name = *same;
        return KEPT_UNCHANGED;
    }
    do {
        *name = numbered(folder->arena, base, ++number, folder->ending);
        is_there = text_index_find(&folder->names, *name) != NULL;
        written = !is_there && write_new(folder, *name, bytes, &is_there, report);
        text_index_enter(&folder->names, *name, *name);
    } while (is_there);
    text_index_enter(&folder->numbers, base, arena_printf(folder->arena, "%zu", number));
    if (!written)
        return KEPT_FAILED;
    text_index_enter(&folder->contents, key, *name);
    if (identity.size)
        text_index_enter(&folder->addresses, arena_copy(folder->arena, identity), *name);
    return KEPT_NEW;
}

/* ---- versions ---- */

/* Two texts that differ in blanks alone are one: JSON has them in paragraphs. */
static bool has_same_words(Text a, Text b)
{
    size_t at = 0, other = 0;

    for (;;) {
        while (at < a.size && ascii_is_blank(a.bytes[at]))
            at++;
        while (other < b.size && ascii_is_blank(b.bytes[other]))
            other++;
        if (at == a.size || other == b.size)
            return at == a.size && other == b.size;
        if (a.bytes[at++] != b.bytes[other++])
            return false;
    }
}

/* What is there, read again; NULL: it cannot be read. */
static Article *read_kept(Arena *arena, Path path, Text bytes)
{
    File *file = ARENA_NEW(arena, File);
    Report report;

    report_init(&report, arena, path.text);
    file_from_text(file, bytes);
    return article_read(arena, file, &article_format, &report);
}

static bool is_same_text(Arena *arena, const Article *article, const Article *kept)
{
    return has_same_words(yaml_writable(arena, article_headline(arena, article)), article_headline(arena, kept)) &&
           has_same_words(article_plain_text(arena, article), article_plain_text(arena, kept));
}

/* The folder of versions must be one, and no link to another place. */
static bool make_versions_folder(const ImportFolder *folder, Arena *arena, Report *report)
{
    Path path = path_join(arena, folder->path.text, versions_folder);
    struct stat status;

    (void)file_make_folders(arena, path_join(arena, path.text, TEXT(".")), FOLDERS_BY_UMASK);
    if (lstat(path_string(path), &status) != 0)
        return refuse(report, errno, 0);
    if (!S_ISDIR(status.st_mode))
        report_add(report, SEVERITY_ERROR, 0, 0, "\"%s\" is no folder, and earlier versions are kept there",
                   path_string(path));
    return S_ISDIR(status.st_mode);
}

/* "name.1.yaml" and so on, without what is kept there already. */
static bool keep_version(const ImportFolder *folder, Arena *arena, Text name, Text bytes, Report *report)
{
    Text ending = text_slice(name, (Range){name.size - folder->ending.size, name.size}), last = {0};
    Text base = text_slice(name, (Range){0, name.size - folder->ending.size});
    bool is_there = true;
    FileEdit edit;
    Path path;

    if (!make_versions_folder(folder, arena, report))
        return false;
    for (size_t number = 1; is_there; number++) {
        Text file = arena_join(
            arena, (const Text[]){versions_folder, TEXT("/"), base, arena_printf(arena, ".%zu", number), ending}, 5);

        path = path_join(arena, folder->path.text, file);
        if (read_bytes(arena, path, &last) && text_equal(last, bytes))
            return true;
        if (begin_new(&edit, arena, path, &is_there, report))
            return file_edit_commit(&edit, bytes, report);
    }
    return false;
}

/* A text that was found to be another now, unless it says itself when it was changed. */
static Article updated(const ImportFolder *folder, const Article *article, const Article *kept)
{
    Article copy = *article;
    Text date = article->fields[FIELD_UPDATED];

    if (date.size == 0 || (kept && text_equal(date, kept->fields[FIELD_UPDATED])))
        copy.fields[FIELD_UPDATED] = folder->now;
    return copy;
}

/* A file of the folder's own: where it became a link since the folder was looked at, what that leads to stays as it is. */
static bool begin_known(FileEdit *edit, Arena *arena, Path path, Report *report)
{
    struct stat status;
    bool is_link = lstat(path_string(path), &status) == 0 && S_ISLNK(status.st_mode);

    if (!is_link && !file_edit_begin(edit, arena, path_string(path), FILE_ARTICLE_IS_READ, report))
        return false;
    if (!is_link && edit->is_link) {
        file_edit_abandon(edit);
        is_link = true;
    }
    if (is_link)
        report_add(report, SEVERITY_ERROR, 0, 0, "\"%s\" has become a link, which is not followed; take it away",
                   path_string(path));
    return !is_link;
}

static Kept keep_known(ImportFolder *folder, Arena *scratch, const Article *article, Text name, Report *report)
{
    Path path = path_join(scratch, folder->path.text, name);
    const Article *kept = NULL;
    Article changed;
    FileEdit edit;
    Text bytes;

    if (read_bytes(scratch, path, &bytes))
        kept = read_kept(scratch, path, bytes);
    if (kept && is_same_text(scratch, article, kept))
        return KEPT_UNCHANGED;
    if (!begin_known(&edit, scratch, path, report))
        return KEPT_FAILED;
    if (edit.exists && !keep_version(folder, scratch, name, edit.before, report)) {
        file_edit_abandon(&edit);
        return KEPT_FAILED;
    }
    changed = edit.exists ? updated(folder, article, kept) : *article;
    if (!file_edit_commit(&edit, bytes_of(scratch, folder, &changed), report))
        return KEPT_FAILED;
    return edit.exists ? KEPT_CHANGED : KEPT_NEW;
}

Kept import_folder_keep(ImportFolder *folder, const Article *article, Report *report, Text *name)
{
    Arena scratch = {0};
    Text identity = identity_of(&scratch, article->fields[FIELD_URL], article->fields[FIELD_ID]);
    Text *known = identity.size ? text_index_find(&folder->addresses, identity) : NULL;
    Kept result;

    if (known) {
        import_folder_finish(folder); /* it may be among them */
        *name = *known;
        result = keep_known(folder, &scratch, article, *name, report);
    } else {
        result = keep_new(folder, &scratch, article, identity, report, name);
    }
    arena_release(&scratch);
    return result;
}
