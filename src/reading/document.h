/*
 * Document: the article that is open, with everything that belongs to it and ends with it: its file, its analysis, its
 * lines, and where the reader is in it. Places that last are byte offsets into a text, so that another width, another theme or a finished analysis
 * loses nothing: what is found and selected, into article->text; where the screen is, marks, jumps and matches, into that of what is shown, which is
 * the article or its source.
 */
#ifndef QUOIN_READING_DOCUMENT_H
#define QUOIN_READING_DOCUMENT_H

#include "base/system/file_stamp.h"
#include "base/system/path.h"
#include "base/unicode/scripts/text_order.h"
#include "article/link_spans.h"
#include "formats/formats.h"
#include "layout/layout.h"
#include "reading/jumps.h"
#include "reading/passage.h"
#include "reading/quote_list.h"
#include "reading/search.h"

enum {
    MARK_COUNT = 128,                       /* marks, by ASCII character */
    WHOLE_ANALYSIS_BYTES = 4 * 1024 * 1024, /* longer texts are analysed around the screen only */
    FIRST_WINDOW_BYTES = 64 * 1024          /* what is analysed first of a text longer than this */
};

/*
 * The model that finds names, asked for when the first analysis begins, after the first frame; `find` may be NULL, and return it:
 * then `problem` tells why, in one line.
 */
typedef struct ModelSource {
    const struct TagModel *(*find)(void *context);
    Text (*problem)(void *context);
    void *context;
} ModelSource;

/* Where the reader is in an article, to come back to after reading another. */
typedef struct DocumentPlace {
    size_t top_offset, quote_start, mention_start;
    size_t marks[MARK_COUNT];
} DocumentPlace;

/* What the article was read from, while it is shown in place of it. */
typedef struct SourceView {
    Arena arena;
    File file;                 /* its bytes, where the document does not keep them */
    File plain;                /* what is shown of them, where they are not shown as they are */
    OffsetMap map;             /* where the article's text stands in it, where the article does not know */
    DocumentPlace left, begun; /* of the article when it was left, and the same in the source */
} SourceView;
/*
 * An article as it was when so much of its stream had come. What is analysed of one stays as it is, while the next is on the screen already: so
 * there may be one on the screen, one of which the analysis is, one that is being analysed, and the next.
 */
enum { EDITION_COUNT = 4 };
typedef struct Edition {
    Arena arena;
    File file;
    Article *article; /* NULL: there is none */
} Edition;

typedef struct Document {
    Arena arena; /* the article, and what the reader keeps about it */
    Arena layout_arena;
    Arena links_arena;
    Arena analysis_arenas[2]; /* of `analysis` and of `next`, by turns */
    unsigned analysis_turn;   /* which of them `analysis` lives in */
    File file;
    const File *stream;              /* where the text comes from while one reads; NULL: all of it is in `file` */
    Edition editions[EDITION_COUNT]; /* … then the article is of one of these, */
    size_t came;                     /* … which was read when so many bytes had come, */
    bool ended;                      /* … or all of them */
    bool rests;                      /* nothing has come for a while: what is there is worth an analysis */
    InputForm form;                  /* what it is said to be */
    Path path;
    FileStamp stamp;  /* of the file when it was opened; zeroes for a stream */
    Article *article; /* NULL: nothing is open, or nothing can be read yet of what has come */
    Article *shown;   /* what is laid out and searched: the article, or the lines of its source */
    SourceView source;
    Layout *layout;     /* NULL until the first draw at some width */
    Analysis *analysis; /* the last that is finished, maybe of a part of the text; NULL: none yet */
    Analysis *next;     /* under way */
    Range analysed;     /* what of the text was asked for when `analysis` was begun */
    Range asked;        /* … and `next` */
    Charset charset;
    TextOrder order; /* what the terminal leaves to be set in order of what goes from right to left */
    ModelSource models;

    LinePosition top; /* the first line on the screen */
    size_t top_offset; /* the place that the reader chose; that of `top` is another where the window has room for more, or too little */
    size_t quote_start;   /* start of the selected quotation, or NO_OFFSET */
    size_t mention_start; /* start of the selected mention, or NO_OFFSET */
    size_t link_start;    /* start of the selected link, in what is shown, or NO_OFFSET */
    size_t acted_at; /* where something was last found, clicked, selected or jumped to, in what is shown, or NO_OFFSET */
    Passage passage;  /* what is selected in what is shown */
    LinkSpans links;  /* of what is shown, as far as document_cover_links was asked */
    QuoteList listed; /* the quotations as they are listed */
    JumpList jumps;
    size_t marks[MARK_COUNT]; /* NO_OFFSET: not set */
    Search search;
} Document;

DocumentPlace document_place(const Document *document);
void document_set_place(Document *document, const DocumentPlace *place); /* before the first document_measure */

/* A mark is a letter, a to z or A to Z. False: `character` is none, and nothing is set. */
bool document_set_mark(Document *document, uint32_t character, size_t offset);

/* Open a file, or a stream (`stream`, which must outlive the document; else NULL): of one that has not ended what has come is read, if there is
 * something to read, and more of it by document_grow. False: the report, whose arena must outlive the call, says why; the document is closed then. */
bool document_open(Document *document, Text path, const File *stream, InputForm form, Charset charset, Report *report);
void document_close(Document *document); /* accepts zeroes */

/* More of the stream has come, or its end: read it; not while the source is shown. The place is kept, the layout is gone. False: it cannot be read,
 * or not yet, and the article stays as it was; if the stream has ended there is none, and the report says why. */
bool document_grow(Document *document, Report *report);
File *document_file(
    Document *document); /* what the article was read from: one that was opened, or what has come of a stream */
bool document_may_grow(const Document *document); /* the stream has not ended, or that is not read yet */

/* Lay the text out anew when the measure changed, or whether its links have their numbers behind them; keeps the place. */
typedef enum LinkSigns { LINKS_PLAIN, LINKS_NUMBERED } LinkSigns;
void document_measure(Document *document, int columns, LinkSigns links);

/* Is the text so long that quotations and names are only ever known around the screen? */
bool document_is_known_in_part(const Document *document);

/*
 * Show what the article was read from in place of it, or the article again: the place is kept, and marks, jumps and the pattern that is looked for
 * go along; the layout is made anew by document_measure. Analysis and selection stay those of the article. False: the report says why the source
 * cannot be shown (its file is another one by now, or gone); nothing has changed then.
 */
bool document_show_source(Document *document, Report *report);
void document_show_article(Document *document);
bool document_shows_source(const Document *document);

/* The line, from 1, in what the article was read from, of what is selected, else of the place where the screen is; 0: it is not known. */
size_t document_source_line(Document *document);

/* Where an offset of the article's text stands in what is shown, and the other way: of what is in no text, where the next stands that is. */
size_t document_shown_offset(const Document *document, size_t offset);
size_t document_article_offset(Document *document, size_t shown);
Range document_article_range(const Document *document, Range shown); /* of what is known of the article */

/* What of the article's text a byte of what is shown is; NO_OFFSET: nothing of it. */
size_t document_text_at(const Document *document, size_t shown);

/* The offset that keeps a line's place, 0 for the first; and the other way. The document must have a layout. */
size_t document_position_offset(const Document *document, LinePosition position);
LinePosition document_offset_position(const Document *document, size_t offset);

/* Work for idle time, about `bytes` of text worth: analysis (first of what is near `visible`, a range of what is shown), counting of matches,
 * index. True: more to do. */
bool document_work(Document *document, Range visible, size_t bytes);

/* The analysis of what is near `visible`, now: for a key that wants it before there was idle time. A few milliseconds at most, because
 * the first analysis of a long text is of FIRST_WINDOW_BYTES. False: no article is open. */
bool document_need_analysis(Document *document, Range visible);

/* All of it at once, whatever the size: for printing. */
void document_finish(Document *document);

/* Find the links of what is shown that begin before `until`, an offset of it. An article must be open. */
void document_cover_links(Document *document, size_t until);

/* ---- what is selected ---- */

size_t document_current_quote(const Document *document); /* index of the selected one, or NO_INDEX */
size_t document_current_mention(const Document *document);
size_t document_current_entity(const Document *document);
size_t document_current_link(const Document *document); /* index into document->links, as far as these are found */
/* How many of analysis->entities, from the first, the index shows: all but `other`. */
size_t document_listed_entities(const Document *document);

#endif
