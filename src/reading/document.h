/*
 * Document: the article that is open, with everything that belongs to it and ends with it: its file, its analysis, its
 * lines, and where the reader is in it. Places that last are byte offsets into article->text, so that another width, another
 * theme or a finished analysis loses nothing.
 */
#ifndef QUOIN_READING_DOCUMENT_H
#define QUOIN_READING_DOCUMENT_H

#include "analysis/analysis.h"
#include "base/fold.h"
#include "base/limits.h"
#include "layout/layout.h"

#define NO_OFFSET SIZE_MAX
#define NO_INDEX SIZE_MAX

enum {
    MARK_COUNT = 128,                        /* marks, by ASCII character */
    WHOLE_ANALYSIS_BYTES = 4 * 1024 * 1024,  /* longer texts are analysed around the screen only */
    FIRST_WINDOW_BYTES = 64 * 1024           /* what is analysed first of a text longer than this */
};

enum { JUMP_FROM_TEXT }; /* where a jump began; other numbers are those of lists that show the text, as who remembers it counts them */

/* Where a jump began: a place in the text, and whether it had the focus, or a list. */
typedef struct Jump {
    size_t offset; /* NO_OFFSET: no jump */
    int from;
} Jump;

typedef struct JumpList {
    Jump jumps[MOST_JUMPS];
    size_t count;
    size_t at;   /* == count: at the newest end, not on the way back */
} JumpList;

typedef enum SearchOutcome { SEARCH_NONE, SEARCH_FOUND, SEARCH_FOUND_WRAPPED, SEARCH_GOES_ON } SearchOutcome;

typedef struct Search {
    Arena arena;
    Text pattern;            /* empty: no search */
    Needle needle;
    ARRAY(Range) matches;    /* in order, of what was looked through so far */
    size_t counted_until;    /* bytes looked through */
    bool counted;            /* all; or MOST_MATCHES, and */
    bool uncounted;          /* … there are more than that */
    Range current;           /* empty: none */
    bool seeking;            /* a jump to the next match is under way through a long text */
    bool backwards;
    bool wrapped;            /* … and has passed the end (the start) already */
    SearchOutcome outcome;   /* of the last seek */
    size_t seek_at;
    size_t seek_from;
    size_t origin;           /* where the search began: Escape returns there */
} Search;

/*
 * The model that finds names, asked for when the first analysis begins, after the first frame; `find` may be NULL, and return it:
 * then `problem` tells why, in one line.
 */
typedef struct ModelSource {
    const struct TagModel *(*find)(void *context);
    Text (*problem)(void *context);
    void *context;
} ModelSource;

/* A speaker without a name. */
typedef struct SpokenPhrase {
    Text name;
    size_t speaker; /* number */
} SpokenPhrase;

typedef struct Document {
    Arena arena;             /* the article, and what the reader keeps about it */
    Arena layout_arena;
    Arena analysis_arenas[2]; /* of `analysis` and of `next`, by turns */
    unsigned analysis_turn;  /* which of them `analysis` lives in */
    Arena list_arena;
    File file;
    Text path;
    Article *article;        /* NULL: nothing is open */
    Layout *layout;          /* NULL until the first draw at some width */
    Analysis *analysis;      /* the last that is finished, maybe of a part of the text; NULL: none yet */
    Analysis *next;          /* under way */
    Range analysed;          /* what of the text was asked for when `analysis` was begun */
    Range asked;             /* … and `next` */
    Charset charset;
    ModelSource models;

    LinePosition top;        /* the first line on the screen */
    size_t top_offset;       /* the place that the reader chose, from which `top` comes; above `top` when the window has room for more */
    size_t quote_start;      /* start of the selected quotation, or NO_OFFSET */
    size_t mention_start;    /* start of the selected mention, or NO_OFFSET */
    Arena filter_arena;
    Text filter;             /* the speaker whose quotations alone are listed; empty: all */
    bool show_scare;     /* list what is in quotation marks and nobody's speech too, … */
    bool show_indirect;  /* … and indirect speech */
    size_t *listed;          /* indexes into analysis->quotes: the rows of the list */
    size_t listed_count;
    size_t *numbers;         /* of each quotation, from 1 among those that are speech; 0 for the others */
    size_t speech_count;
    size_t speaker_count;    /* different known speakers among the listed */
    size_t *quote_speakers;  /* of each quotation: the number of its first speaker, from 0 in the order of their first words; NO_INDEX: unknown */
    size_t *entity_speakers; /* of each entity: its number as a speaker; NO_INDEX: it says nothing */
    ARRAY(SpokenPhrase) phrases;
    size_t speakers_known;   /* of all quotations, listed or not */
    JumpList jumps;
    size_t marks[MARK_COUNT]; /* NO_OFFSET: not set */
    Search search;
} Document;

/* Where the reader is in an article, to come back to after reading another. */
typedef struct DocumentPlace {
    size_t top_offset, quote_start, mention_start;
    size_t marks[MARK_COUNT];
} DocumentPlace;

DocumentPlace document_place(const Document *document);
void document_set_place(Document *document, const DocumentPlace *place); /* before the first document_measure */

/* Open a file, or standard input's text that was read before (`stream`, then owned by the document; else NULL). False: the report,
 * whose arena must outlive the call, says why; the document is closed then. */
bool document_open(Document *document, Text path, File *stream, ArticleFormat format, Charset charset, Report *report);
void document_close(Document *document); /* accepts zeroes */

/* Lay the text out anew when the measure changed; keeps the place. */
void document_measure(Document *document, int columns);

/* Is the text so long that quotations and names are only ever known around the screen? */
bool document_is_known_in_part(const Document *document);

/* Bytes of the whole text, loaded or not. */
size_t document_size(const Document *document);

/* The offset that keeps a line's place, 0 for the first; and the other way. The document must have a layout. */
size_t document_position_offset(const Document *document, LinePosition position);
LinePosition document_offset_position(const Document *document, size_t offset);

/* Work for idle time, about `bytes` of text worth: analysis (what is near `visible` first), counting of matches, index. True: more to do. */
bool document_work(Document *document, Range visible, size_t bytes);

/* The analysis of what is near `visible`, now: for a key that wants it before there was idle time. A few milliseconds at most, because
 * the first analysis of a long text is of FIRST_WINDOW_BYTES. False: no article is open. */
bool document_need_analysis(Document *document, Range visible);

/* All of it at once, whatever the size: for printing. */
void document_finish(Document *document);

/* ---- quotations, as the list shows them: speech, of the filtered speaker ---- */

/* The list anew, after a change of filter or show_scare (document_work does it after a change of the analysis). */
void document_list_quotes(Document *document);
bool document_quote_passes(const Document *document, const Quote *quote, Text filter);
size_t document_listed_number(const Document *document, size_t quote); /* from 1, in the list; 0: not listed */
size_t document_quote_number(const Document *document, size_t quote);  /* from 1, among all that are speech: what the gutter shows; 0 for others */
size_t document_listed_quote(const Document *document, size_t number); /* the other way; NO_INDEX */
size_t document_quote_speaker(const Document *document, size_t quote);   /* number of its first speaker, from 0; NO_INDEX: unknown */
size_t document_entity_speaker(const Document *document, size_t entity); /* its number as a speaker; NO_INDEX: it says nothing */
void document_list_speakers(Document *document);   /* for document_list_quotes, when the quotations are listed */
void document_forget_speakers(Document *document);
size_t document_current_quote(const Document *document);               /* index of the selected one, or NO_INDEX */
size_t document_current_mention(const Document *document);
size_t document_current_entity(const Document *document);
size_t document_listed_entities(const Document *document); /* how many of analysis->entities, from the first, the index shows: all but `other` */

/* ---- jump list and marks ---- */

void jumps_push(JumpList *jumps, Jump jump);
Jump jumps_back(JumpList *jumps, Jump here);    /* to NO_OFFSET: there is none */
Jump jumps_forward(JumpList *jumps);
Jump jumps_next_back(const JumpList *jumps);    /* where jumps_back would lead */

/* ---- search: matches are ranges of the text ---- */

void search_begin(Document *document, Text pattern, size_t origin);
void search_end(Document *document);

/* Find the next match after (before) `from`; long texts go on in document_work. search->current is the match. */
SearchOutcome search_seek(Document *document, size_t from, bool backwards);
SearchOutcome search_seek_on(Document *document, size_t bytes); /* a step of it; search->seeking tells whether it goes on */
bool search_count(Document *document, size_t bytes); /* count matches a step further; true: more to count */
size_t search_number(const Document *document); /* of the current match, from 1; 0 while it is not known */

#endif
