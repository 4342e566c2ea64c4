/*
 * For `config.yaml` the new file is `.config.yaml.quoin-new` beside it: always the same name, so that a writer who was killed leaves one
 * file at most, which the next one finds. Whether a writer is still alive is told by a lock on that file (flock), which ends with its process:
 *
 *     create .config.yaml.quoin-new (O_EXCL)  ─ lock ─ read config.yaml ─ write, fsync, close ─ is config.yaml still what was read? ─ rename ─
 *     fsync of the folder
 *
 * Between creating and locking somebody may take the file for one that was left and remove it. So a lock counts only if the
 * name still leads to what was locked; from then on nobody removes it, since who removes holds the lock.
 */
#define _GNU_SOURCE /* syncfs, where there is one */
#include "cli/output/file_write.h"

#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/system/file.h"

enum {
    LINKS_MOST = 40,
    TRIES = 20,
    TRY_NS = 4 * 1000 * 1000,
    NAME_LONGEST = 200 /* of 255 that file systems take, bytes */
};

static const Text suffix = LITERAL(".quoin-new");

bool file_make_folders(Arena *arena, Path path, FolderRights rights)
{
    mode_t mode = rights == FOLDERS_OF_USER ? 0700 : 0777;
    int why = 0;

    for (size_t at = text_find_byte(path.text, '/', 1); at != TEXT_NOT_FOUND;
         at = text_find_byte(path.text, '/', at + 1)) {
        if (mkdir(arena_terminated(arena, text_slice(path.text, (Range){0, at})), mode) == 0 || errno == EEXIST)
            why = 0;
        else if (why == 0) /* those in it fail for want of it */
            why = errno;
    }
    errno = why;
    return why == 0;
}

static bool refuse(Report *report, const char *why)
{
    report_add(report, SEVERITY_ERROR, 0, 0, "%s", why);
    return false;
}

/* "it cannot be written: No space left on device", by errno; of a link it is told where it leads to. */
static bool refuse_write(const FileEdit *edit, Report *report)
{
    const char *why = strerror(errno);

    if (edit->is_link)
        report_add(report, SEVERITY_ERROR, 0, 0, "it leads to \"%s\", which cannot be written: %s", edit->path, why);
    else
        report_add(report, SEVERITY_ERROR, 0, 0, "it cannot be written: %s", why);
    return false;
}

/* ---- where a name leads to ---- */

static Text folder_of(Text path)
{
    size_t size = text_folder_size(path);

    return size ? text_slice(path, (Range){0, size}) : TEXT("./");
}

/* What the link at `path` says, in the arena; empty: it is no link. */
static Text read_link(Arena *arena, const char *path)
{
    for (size_t room = 256;; room *= 2) {
        char *bytes = arena_alloc(arena, room);
        ssize_t size = readlink(path, bytes, room);

        if (size <= 0)
            return (Text){0};
        if ((size_t)size < room)
            return (Text){bytes, (size_t)size};
    }
}

/* The end of a chain of links, whether something is there or not. NULL: it has no end. */
static const char *end_of_links(Arena *arena, const char *path)
{
    for (int links = 0; links < LINKS_MOST; links++) {
        Text target = read_link(arena, path);

        if (target.size == 0)
            return path;
        if (target.bytes[0] != '/')
            target = arena_join(arena, (const Text[]){folder_of(text_from(path)), target}, 2);
        path = arena_terminated(arena, target);
    }
    return NULL;
}

/* `folder/.NAME.quoin-new`; a name that would become too long by that is told by its hash. */
static const char *name_beside(Arena *arena, const char *path)
{
    Text whole = text_from(path), folder = text_slice(whole, (Range){0, text_folder_size(whole)});
    Text name = text_slice(whole, (Range){folder.size, whole.size});

    if (name.size > NAME_LONGEST)
        name = arena_printf(arena, "%08X", (unsigned)text_hash(name));
    return path_string(path_copy(arena, arena_join(arena, (const Text[]){folder, TEXT("."), name, suffix}, 4)));
}

/* ---- the new file, and whose it is ---- */

static bool leads_to(const char *path, int descriptor)
{
    struct stat named, opened;

    return lstat(path, &named) == 0 && fstat(descriptor, &opened) == 0 && named.st_dev == opened.st_dev &&
           named.st_ino == opened.st_ino;
}

static bool lock_file(int descriptor)
{
    int locked;

    do
        locked = flock(descriptor, LOCK_EX | LOCK_NB);
    while (locked != 0 && errno == EINTR);
    return locked == 0;
}

/* A file of ours by its owner: that of the process, or the one that it was about to get; that of `path`, which may be NULL. */
static bool is_ours(int descriptor, const char *path)
{
    struct stat left, there;

    if (fstat(descriptor, &left) != 0 || !S_ISREG(left.st_mode))
        return false;
    return left.st_uid == geteuid() || (path && stat(path, &there) == 0 && left.st_uid == there.st_uid);
}

/* Remove what a killed writer of `path` left. False: it is there and must stay, for somebody is writing, or it is not ours. */
static bool remove_left(const char *beside, const char *path)
{
    int descriptor = open(beside, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    bool removed;

    if (descriptor < 0)
        return errno == ENOENT;
    removed = is_ours(descriptor, path) && lock_file(descriptor) && leads_to(beside, descriptor) && unlink(beside) == 0;
    (void)close(descriptor);
    return removed;
}

/* Create and lock the new file. -1: errno says why, EEXIST that another is at work. */
static int create_beside(const char *beside)
{
    int descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

    if (descriptor < 0)
        return -1;
    if (!lock_file(descriptor) && errno != EWOULDBLOCK) /* a file system without locks: O_EXCL alone keeps others out */
        return descriptor;
    if (leads_to(beside, descriptor) && lock_file(descriptor))
        return descriptor;
    (void)close(descriptor);
    errno = EEXIST;
    return -1;
}

static bool open_beside(FileEdit *edit, Report *report)
{
    static const struct timespec moment = {0, TRY_NS};

    for (int tries = 0; tries < TRIES; tries++) {
        edit->descriptor = create_beside(edit->beside);
        if (edit->descriptor >= 0)
            return true;
        if (errno != EEXIST)
            return refuse_write(edit, report);
        if (!remove_left(edit->beside, edit->path))
            (void)nanosleep(&moment, NULL);
    }
    report_add(report, SEVERITY_ERROR, 0, 0, "another quoin is writing it; if there is none, remove \"%s\"",
               edit->beside);
    return false;
}

/* ---- what is there ---- */

/* All of the file at `path` as it is now. */
static bool read_whole(Arena *arena, const char *path, LimitId limit, Text *bytes, Report *report)
{
    struct stat status;
    bool good;
    File file;

    if (!file_open(&file, path, report))
        return false;
    if (file.size > limit_row(limit)->most) {
        report_over(report, 0, 0, limit, file.size);
        file_close(&file);
        return false;
    }
    good = file_load_all(&file) && file.error == 0;
    if (!good)
        report_add(report, SEVERITY_ERROR, 0, 0, "it cannot be read: %s", strerror(file.error));
    else if (stat(path, &status) != 0 || (uintmax_t)status.st_size != file.bytes.size)
        good = refuse(report, "it could not be read whole, or is being written by another program; try again");
    if (good)
        *bytes = arena_copy(arena, file.bytes);
    file_close(&file);
    return good;
}

/* May what is there be replaced? */
static bool check_place(FileEdit *edit, Report *report)
{
    struct stat status;

    edit->exists = stat(edit->path, &status) == 0;
    if (!edit->exists)
        return errno == ENOENT || refuse_write(edit, report);
    if (!S_ISREG(status.st_mode))
        return refuse(report, S_ISDIR(status.st_mode) ? "is a folder, not a file" : "is not a file");
    return access(edit->path, W_OK) == 0 || refuse_write(edit, report);
}

bool file_edit_begin(FileEdit *edit, Arena *arena, const char *path, FileBefore before, Report *report)
{
    *edit = (FileEdit){.arena = arena,
                       .descriptor = -1,
                       .lock = -1,
                       .reads = before != FILE_IS_REPLACED_UNREAD,
                       .limit = before == FILE_ARTICLE_IS_READ ? LIMIT_ARTICLE_BYTES
                                : before == FILE_KEPT_IS_READ  ? LIMIT_KEPT_BYTES
                                                               : LIMIT_CONFIG_BYTES};
    edit->path = end_of_links(arena, path);
    edit->is_link = edit->path != path;
    if (!edit->path)
        return refuse(report, "its links lead round in a circle");
    edit->beside = name_beside(arena, edit->path);
    if (!check_place(edit, report) || !open_beside(edit, report))
        return false;
    edit->lock = dup(edit->descriptor);
    if (edit->lock < 0)
        (void)refuse_write(edit, report);
    if (edit->lock >= 0 &&
        (!edit->exists || !edit->reads || read_whole(arena, edit->path, edit->limit, &edit->before, report)))
        return true;
    file_edit_abandon(edit);
    return false;
}

/* ---- writing ---- */

static bool write_all(int descriptor, Text bytes)
{
    for (size_t at = 0; at < bytes.size;) {
        ssize_t written = write(descriptor, bytes.bytes + at, bytes.size - at);

        if (written < 0 && errno == EINTR)
            continue;
        if (written == 0)
            errno = ENOSPC;
        if (written <= 0)
            return false;
        at += (size_t)written;
    }
    return true;
}

/* A write over the limit of the shell (ulimit -f) is an error like others, not the end of the process. */
static bool write_within_limit(int descriptor, Text bytes)
{
    struct sigaction ignored = {.sa_handler = SIG_IGN}, before;
    bool handled = sigaction(SIGXFSZ, &ignored, &before) == 0, written = write_all(descriptor, bytes);
    int error = errno;

    if (handled)
        (void)sigaction(SIGXFSZ, &before, NULL);
    errno = error;
    return written;
}

/* Some file systems have nothing to do there, and say so. */
static bool sync_file(int descriptor)
{
    int synced;

    do
        synced = fsync(descriptor);
    while (synced != 0 && errno == EINTR);
    return synced == 0 || errno == EINVAL || errno == ENOTSUP;
}

/* The owner first: changing it takes away bits of the mode. */
static bool take_rights(const FileEdit *edit, Report *report)
{
    mode_t mask = umask(0);
    struct stat before, now;

    (void)umask(mask);
    if (!edit->exists)
        return fchmod(edit->descriptor, 0644 & ~mask) == 0 || refuse_write(edit, report);
    if (stat(edit->path, &before) != 0 || fstat(edit->descriptor, &now) != 0)
        return refuse_write(edit, report);
    if ((before.st_uid != now.st_uid || before.st_gid != now.st_gid) &&
        fchown(edit->descriptor, before.st_uid, before.st_gid) != 0)
        return refuse(report, "it is another user's, and would become yours; write it as that user");
    return fchmod(edit->descriptor, before.st_mode & 07777) == 0 || refuse_write(edit, report);
}

static bool fill(FileEdit *edit, Text bytes, FileSync sync, Report *report)
{
    bool good = write_within_limit(edit->descriptor, bytes) || refuse_write(edit, report);

    good = good && take_rights(edit, report);
    if (good && sync == FILE_IS_SYNCED && !sync_file(edit->descriptor))
        good = refuse_write(edit, report);
    if (close(edit->descriptor) != 0 && errno != EINTR && good)
        good = refuse_write(edit, report);
    edit->descriptor = -1;
    return good;
}

/* What was read must be there still. False: told. */
static bool require_as_read(FileEdit *edit, Report *report)
{
    struct stat status;
    Text now;

    edit->overtaken = edit->reads && edit->exists != (lstat(edit->path, &status) == 0);
    if (edit->overtaken)
        return refuse(report, edit->exists ? "it was removed meanwhile; nothing is written"
                                           : "it was made meanwhile; nothing is written");
    if (!edit->reads || !edit->exists)
        return true;
    if (!read_whole(edit->arena, edit->path, edit->limit, &now, report))
        return false;
    edit->overtaken = !text_equal(now, edit->before);
    return !edit->overtaken || refuse(report, "it was changed meanwhile by another program; nothing is written");
}

/* What was not there must not be there now: `link` makes sure of that, where the file system has it. */
static bool put_in_place(const FileEdit *edit)
{
    if (edit->reads && !edit->exists && link(edit->beside, edit->path) == 0) {
        (void)unlink(edit->beside);
        return true;
    }
    if (edit->reads && !edit->exists && errno == EEXIST)
        return false;
    return rename(edit->beside, edit->path) == 0;
}

/* So that the new name outlives a loss of power. The file is in its place already: a folder that cannot be synchronised is no failure. */
static void sync_folder(const FileEdit *edit)
{
    int folder =
        open(arena_terminated(edit->arena, folder_of(text_from(edit->path))), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (folder < 0)
        return;
    (void)sync_file(folder);
    (void)close(folder);
}

void file_edit_abandon(FileEdit *edit)
{
    if (leads_to(edit->beside, edit->lock >= 0 ? edit->lock : edit->descriptor))
        (void)unlink(edit->beside);
    if (edit->descriptor >= 0)
        (void)close(edit->descriptor);
    if (edit->lock >= 0)
        (void)close(edit->lock);
    edit->descriptor = edit->lock = -1;
}

bool file_edit_fill(FileEdit *edit, Text bytes, FileSync sync, Report *report)
{
    bool good = require_as_read(edit, report) && fill(edit, bytes, sync, report);

    if (!good)
        file_edit_abandon(edit);
    return good;
}

static bool place(FileEdit *edit, Report *report)
{
    bool good = require_as_read(edit, report);

    if (good && !put_in_place(edit))
        good = refuse_write(edit, report);
    return good;
}

bool file_edit_commit(FileEdit *edit, Text bytes, Report *report)
{
    bool good = file_edit_fill(edit, bytes, FILE_IS_SYNCED, report);

    if (!good)
        return false;
    good = place(edit, report);
    if (good)
        sync_folder(edit);
    file_edit_abandon(edit);
    return good;
}

/* All of a file system at once, where the system can: many files cost no more than one then. */
static bool sync_files(const FileEdit *edits, size_t count)
{
    bool synced = true;

#ifdef HAVE_SYNCFS
    if (syncfs(edits[0].lock) == 0)
        return true;
#endif
    for (size_t i = 0; i < count; i++)
        synced = sync_file(edits[i].lock) && synced;
    return synced;
}

void file_edits_place(FileEdit *edits, size_t count, FilePlaced *placed, void *context)
{
    bool synced = count == 0 || sync_files(edits, count);

    for (size_t i = 0; i < count; i++) {
        Arena scratch = {0};
        Report report;
        bool good;

        report_init(&report, &scratch, text_from(edits[i].path));
        good = synced ? place(&edits[i], &report) : refuse_write(&edits[i], &report);
        if (i + 1 == count)
            sync_folder(&edits[i]);
        file_edit_abandon(&edits[i]);
        placed(context, i, good, &report);
        arena_release(&scratch);
    }
}

bool file_replace(Arena *arena, const char *path, Text bytes, Report *report)
{
    FileEdit edit;

    return file_edit_begin(&edit, arena, path, FILE_IS_REPLACED_UNREAD, report) &&
           file_edit_commit(&edit, bytes, report);
}

void file_sweep(Arena *arena, const char *path)
{
    const char *end = end_of_links(arena, path);

    if (end)
        (void)remove_left(name_beside(arena, end), end);
}

void file_sweep_folder(Arena *arena, Path folder)
{
    DIR *entries = opendir(path_string(folder));
    struct dirent *entry;

    while (entries && (entry = readdir(entries)) != NULL) {
        Text name = text_from(entry->d_name);

        if (name.bytes[0] == '.' && text_ends_with(name, suffix))
            (void)remove_left(path_string(path_join(arena, folder.text, name)), NULL);
    }
    if (entries)
        (void)closedir(entries);
}

bool file_is_special(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}
