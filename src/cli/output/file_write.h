/*
 * Files of the user's that the program writes: the new one is written beside the old one, whole, and then takes its place. Whoever looks,
 * after whatever went wrong (a full disk, a kill, no power), finds the one or the other, never half of one.
 */
#ifndef QUOIN_CLI_OUTPUT_FILE_WRITE_H
#define QUOIN_CLI_OUTPUT_FILE_WRITE_H

#include "base/report.h"
#include "base/system/path.h"

/* The folders that lead to `path`, as far as they are not there. False: one cannot be made, for what errno says. */
typedef enum FolderRights { FOLDERS_OF_USER /* alone */, FOLDERS_BY_UMASK } FolderRights;
bool file_make_folders(Arena *arena, Path path, FolderRights rights);

/* A file between being read and being written. Nobody else who writes in this way can begin with it meanwhile. */
typedef struct FileEdit {
    Arena *arena;
    const char *path;   /* where the name leads to */
    const char *beside; /* the new file until it takes the place of the old one */
    int descriptor;     /* of the new file; -1: closed */
    int lock;           /* the same, and held until all is done */
    bool is_link;       /* is `path` another than the name? */
    bool exists;        /* is there a file? */
    bool reads;         /* was it read? */
    bool overtaken;     /* it was not committed because somebody changed, made or removed the file meanwhile */
    LimitId limit;      /* … of so much at most */
    Text before;        /* its bytes then; in the arena */
} FileEdit;

/* Is what was there of interest? */
typedef enum FileBefore {
    FILE_IS_READ, /* a configuration, or a file that is not there */
    FILE_ARTICLE_IS_READ,
    FILE_KEPT_IS_READ, /* of what is remembered or noted */
    FILE_IS_REPLACED_UNREAD
} FileBefore;

/*
 * Begin to edit `path`, or what it leads to where it is a link, which need not be there yet. False: it cannot be written, or not read;
 * why is in the report, and there is nothing to end. After true one of the next two follows.
 */
bool file_edit_begin(FileEdit *edit, Arena *arena, const char *path, FileBefore before, Report *report);

/*
 * Let `bytes` take the place of what was there, with its owner, group and permissions (0644 less the umask where nothing was). With
 * those that are read only if nobody has changed, made or removed it meanwhile. False: nothing is changed; why is in the report.
 */
bool file_edit_commit(FileEdit *edit, Text bytes, Report *report);

void file_edit_abandon(FileEdit *edit);

/*
 * Many files at once: each is filled, not waiting for its bytes to be where they outlive a loss of power, and then all of them are placed, after
 * one wait. What is filled keeps a descriptor open. False: why is in the report, and there is nothing to end.
 */
typedef enum FileSync { FILE_IS_SYNCED, FILE_IS_SYNCED_LATER } FileSync;
bool file_edit_fill(FileEdit *edit, Text bytes, FileSync sync, Report *report);

/* Place those that were filled; `placed` is told of each whether it is in its place. They are of one folder. */
typedef void FilePlaced(void *context, size_t index, bool good, Report *report);
void file_edits_place(FileEdit *edits, size_t count, FilePlaced *placed, void *context);

/* All at once, whatever was there. */
bool file_replace(Arena *arena, const char *path, Text bytes, Report *report);

/* Remove what a writer of `path` left beside it that was killed. Costs two system calls where there is nothing. */
void file_sweep(Arena *arena, const char *path);
void file_sweep_folder(Arena *arena, Path folder); /* the same for all files of a folder */

/* A device, a pipe: nothing takes its place, it is written into. */
bool file_is_special(const char *path);

#endif
