/*
 * A file of a store is read, changed and replaced while no other quoin can begin with it (see cli/output/file_write.h). An editor, or what
 * synchronises, asks nobody: where that has changed it in between, it is read and changed once more, a few times.
 */
#include "cli/session/keeping.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/system/file.h"
#include "cli/output/file_write.h"

enum { TRIES = 5 };

static bool keeps(const void *context, KeeperStore store)
{
    return ((const Path *)context)[store].text.size > 0;
}

static Path path_in(const Path *folders, KeeperStore store, Text name, Arena *arena)
{
    return path_join(arena, folders[store].text, name);
}

static bool read_kept(const void *context, KeeperStore store, Text name, Arena *arena, Text *bytes, Report *report)
{
    Path path = path_in(context, store, name, arena);

    report->path = path.text;
    if (!path_exists(path))
        return true;
    return file_read_text(arena, path_string(path), LIMIT_KEPT_BYTES, bytes, report);
}

static bool make_folders(Arena *scratch, Path path, Report *report)
{
    if (file_make_folders(scratch, path, FOLDERS_OF_USER))
        return true;
    report_add(report, SEVERITY_ERROR, 0, 0, "its folder cannot be made: %s", strerror(errno));
    return false;
}

static bool remove_file(Path path, Report *report)
{
    if (unlink(path_string(path)) == 0 || errno == ENOENT || errno == ENOTDIR)
        return true;
    report_add(report, SEVERITY_ERROR, 0, 0, "it cannot be removed: %s", strerror(errno));
    return false;
}

/* `*again`: somebody was quicker. */
static bool change_once(Path path, KeeperChanger *changer, void *what, bool *again, Report *report)
{
    Arena scratch = {0};
    Text after = {0};
    FileEdit edit;
    bool good;

    *again = false;
    good = (path_exists(path) || make_folders(&scratch, path, report)) &&
           file_edit_begin(&edit, &scratch, path_string(path), FILE_KEPT_IS_READ, report);
    if (good) {
        KeeperChange change = changer(what, &scratch, edit.before, &after, report);

        good = change != KEEPER_NOT_SO;
        if (change == KEEPER_CHANGED)
            good = file_edit_commit(&edit, after, report);
        else if (change == KEEPER_REMOVED)
            good = remove_file(path, report);
        if (change != KEEPER_CHANGED)
            file_edit_abandon(&edit);
        *again = !good && edit.overtaken;
    }
    arena_release(&scratch);
    return good;
}

static bool change_kept(const void *context, KeeperStore store, Text name, KeeperChanger *changer, void *what,
                        Report *report)
{
    Path path = path_in(context, store, name, report->arena);
    bool good = false, again = true;

    for (int tries = 0; again && tries < TRIES; tries++) {
        report_init(report, report->arena, path.text);
        good = change_once(path, changer, what, &again, report);
    }
    return good;
}

static bool remove_kept(const void *context, KeeperStore store, Text name, Report *report)
{
    Path path = path_in(context, store, name, report->arena);

    report->path = path.text;
    file_sweep(report->arena, path_string(path));
    return remove_file(path, report);
}

static void list_kept(const void *context, KeeperStore store, Text folder, KeeperEach *each, void *what)
{
    Arena scratch = {0};
    Path path = path_in(context, store, folder.size ? folder : TEXT("."), &scratch);
    DIR *entries = opendir(path_string(path));
    struct dirent *entry;

    while (entries && (entry = readdir(entries)) != NULL) {
        if (entry->d_name[0] != '.')
            each(what, text_from(entry->d_name));
    }
    if (entries)
        (void)closedir(entries);
    arena_release(&scratch);
}

static int64_t now(const void *context)
{
    time_t seconds = time(NULL);

    (void)context;
    return seconds == (time_t)-1 ? 0 : (int64_t)seconds;
}

static Text whole_path(const void *context, Arena *arena, Text path)
{
    Arena scratch = {0};
    char resolved[PATH_MAX];
    Text folder = text_slice(path, (Range){0, text_folder_size(path)}), whole = {0};

    (void)context;
    if (realpath(path_string(path_copy(&scratch, path)), resolved))
        whole = arena_copy(arena, text_from(resolved));
    else if (realpath(path_string(path_copy(&scratch, folder.size ? folder : TEXT("."))), resolved)) /* it is gone */
        whole = path_join(arena, text_from(resolved), text_slice(path, (Range){folder.size, path.size})).text;
    arena_release(&scratch);
    return whole;
}

Keeper keeping_in(const Path *folders)
{
    return (Keeper){folders, keeps, read_kept, change_kept, remove_kept, list_kept, now, whole_path};
}
