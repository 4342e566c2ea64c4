/*
 * The ways an article comes in: one file a format, one table of them (formats.def). What a file is read as is told by its name and by what it
 * begins with, or by the user (--from=); from the table come also the names of articles in folders, the messages and the manual.
 */
#ifndef QUOIN_FORMATS_FORMATS_H
#define QUOIN_FORMATS_FORMATS_H

#include "article/article.h"

/* Is told of an article of a file, which is complete, and of what is wrong with it; `article` NULL: there is none, the report says why. */
typedef void ArticleVisitor(void *context, Article *article, Report *report);

typedef struct Format {
    Text name;     /* for --from=: "article" */
    Text form;     /* as in "quoin reads articles in YAML, JSON and plain text" */
    Text help;     /* for the manual: a sentence without its stop */
    Text endings;  /* of the names of its files, separated by blanks: ".yaml .yml .json" */
    LimitId limit; /* how large a file may be */
    bool grows;    /* what has come of it can be read while more is still to come */

    /* Does a file that begins so look like one? `head` is what is loaded at first, or all of it. */
    bool (*recognises)(Text head);

    /* Fill a new article. False: nothing to show; the report says why, with `unreadable` set where it is not an article at all. */
    bool (*read)(Article *article, File *file, Report *report);

    /* Of a file that may have several articles: all of them, in their order, each with an arena and a report of its own. NULL: it has one. */
    void (*read_each)(Arena *arena, File *file, Report *report, ArticleVisitor *visit, void *context);

    /* What lists show of a file that begins so: title, source, date, url as far as they are there, in `arena`. False: not an article. */
    bool (*peek)(Arena *arena, Text head, Text fields[FIELD_COUNT]);
} Format;

#define FORMAT(row) extern const Format row;
#include "formats/formats.def"
#undef FORMAT

/* How a file is to be read, where that is said and not left to it. */
typedef struct InputForm {
    const Format *format; /* NULL: as format_of says */
    Encoding encoding;    /* all zero: as its bytes tell */
} InputForm;

/* All of them, in the order of the table; `*count` of them. */
const Format *const *formats_all(size_t *count);

/* The format among whose endings the name's is; NULL: it is no name of an article. */
const Format *format_of_name(Text path);

/* What a file of that name that begins so is read as. The name decides, but for plain text: much is saved as .txt. */
const Format *format_of(Text path, Text head);

/* The same of a file that is loaded in part: of what came from an address, the type that was told there stands above the name. */
const Format *format_of_file(Arena *arena, Text path, const File *file);

/* For messages, in the arena: "YAML, JSON and plain text"; ".yaml, .yml, .json, .txt". */
Text formats_forms(Arena *arena);
Text formats_endings(Arena *arena);

/*
 * Read an article; `format` NULL: as format_of says. Both article and messages live in `arena`. NULL: the report says what is wrong; with a YAML form
 * all of it. An article with errors in places that can be left out is still returned; look at report->error_count.
 */
Article *article_read(Arena *arena, File *file, const Format *format, Report *report);

/* All articles of a file: of a feed its items, else the one that article_read reads. */
void article_read_each(Arena *arena, File *file, const Format *format, Report *report, ArticleVisitor *visit,
                       void *context);

/* Warn of an article that came from a page which is none, or of which something may be missing: for who shows it without asking. */
void article_tell_page(const Article *article, Report *report);

/* Metadata only, for lists: title, source, date, url, from the first bytes of the file at `path`; cheap. False: not readable as an article. */
bool article_peek(Arena *arena, Text path, const File *file, Text fields[FIELD_COUNT]);

#endif
