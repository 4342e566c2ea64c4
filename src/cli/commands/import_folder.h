/*
 * A folder in which articles are kept, a file each. The same address is the same article: when its text has changed, the file that was there is
 * kept in the folder "versions", and the new one takes its place. Nothing else in the folder is ever written over, and nothing outside of it.
 */
#ifndef QUOIN_CLI_COMMANDS_IMPORT_FOLDER_H
#define QUOIN_CLI_COMMANDS_IMPORT_FOLDER_H

#include "article/article.h"
#include "base/report.h"
#include "base/sink.h"
#include "base/system/path.h"
#include "cli/output/file_write.h"
#include "library/text_index.h"

typedef void ArticleFileWriter(Sink *out, const Article *article);

enum { PENDING_MOST = 500 }; /* files that are written and not in their places yet: each has a descriptor */

typedef struct ImportFolder {
    Arena *arena; /* what lasts as long as the folder is used */
    Path path;
    Text ending;              /* of its files: ".yaml" */
    Text now;                 /* the time, as fields have it */
    ArticleFileWriter *write; /* how they are written */
    TextIndex names;          /* all that is there */
    TextIndex addresses;      /* of its articles: the name of the file */
    TextIndex contents;       /* of files without one, "name hash": their names */
    TextIndex numbers;        /* of each name: how often it is there, in decimal */
    Arena *pending_arena;     /* what belongs to the following */
    FileEdit *pending;        /* room for PENDING_MOST */
    size_t pending_count;
    size_t lost;  /* files that could not be placed, after import_folder_keep had said that they are new */
    Report *late; /* why */
} ImportFolder;

typedef enum Kept {
    KEPT_NEW,       /* in a file that was not there */
    KEPT_UNCHANGED, /* it was there already, and nothing was written */
    KEPT_CHANGED,   /* in place of the version that was there */
    KEPT_FAILED     /* the report says why */
} Kept;

/*
 * Make it where there is none, and look at what is there. False: the report says why it cannot be used. The texts are borrowed, and so is the
 * report, which also gets what goes wrong later and belongs to no single article.
 */
bool import_folder_open(ImportFolder *folder, Arena *arena, Path path, Report *report);

/* Keep an article that is complete. `*name` gets the name of its file, in the folder's arena. */
Kept import_folder_keep(ImportFolder *folder, const Article *article, Report *report, Text *name);

/* What was written is in its place now, unless it is among `lost`. */
void import_folder_finish(ImportFolder *folder);

#endif
