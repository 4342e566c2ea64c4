/*
 * Passages: the paragraphs of a plain text as its writer had them, and the lines of each. What its shape (shape.h) has done to them is
 * undone here but for what stands within lines (text_writer.h).
 */
#ifndef QUOIN_FORMATS_TEXT_PASSAGES_H
#define QUOIN_FORMATS_TEXT_PASSAGES_H

#include "article/article.h"
#include "formats/text/shape.h"

typedef ARRAY(SourceLine) SourceLines;

typedef struct Passage {
    BlockKind kind;    /* BLOCK_PARAGRAPH, BLOCK_BLOCKQUOTE, BLOCK_VERBATIM */
    SourceLines lines; /* one after another; page heads between them are left out */
    unsigned indent;   /* columns that it is set in, and means so: what programs print */
    bool printed;      /* by a program: no marks of Markdown */
    bool joined;       /* BLOCK_VERBATIM, but its lines go on in one another: a term and what is said of it */
    bool tight; /* no blank line before it, where that means something: what programs print, items that letters count */
} Passage;

/* Lines without a blank line between, as far as they are looked at. */
typedef struct LineGroup {
    size_t end;         /* of the source */
    size_t count;       /* lines */
    unsigned longest;   /* of their right edges */
    unsigned indent;    /* the least */
    unsigned deepest;   /* the most */
    size_t unfinished;  /* lines that do not end with the end of a sentence */
    size_t small;       /* lines that begin with a small letter */
    size_t turns;       /* lines that begin as what somebody says */
    size_t timed_turns; /* … with a time before the name */
    size_t lettered;    /* lines that begin with "a)", "b)" and so on, one after the other */
    size_t over;        /* lines longer than those of the text are */
} LineGroup;

/* Reads a source from the front. */
typedef struct PassageReader {
    Text source; /* as far as it is loaded */
    const Shape *shape;
    size_t at;         /* where the next passage begins, or blank lines before it */
    bool whole;        /* nothing more comes */
    SourceLines ahead; /* lines that were looked at, from `at` on; of `arena` */
    size_t used;       /* of them */
    bool unsure;       /* what is not loaded yet was looked at */
    LineGroup group;   /* in which it is */
    Passage passage;   /* the last one; its list of lines is used again */
    Arena *arena;
} PassageReader;

void passage_reader_init(PassageReader *reader, Arena *arena, const Shape *shape, Text source, bool whole);

/*
 * The next passage, good until the next call, and the caller's to change. False: there is none, or it may go on in what is not loaded yet:
 * nothing was taken then.
 */
bool passage_next(PassageReader *reader, Passage **passage);

/* The last passage is not needed any more: what was kept of a long one is given back. */
void passage_forget(PassageReader *reader);

/* Past blank lines and what recurs on each page. False: nothing comes behind them. */
bool passage_skip(PassageReader *reader);

/* The line `index` lines ahead, blank ones counted; NULL: the source ends before. Good until the next call. */
const SourceLine *passage_line_ahead(PassageReader *reader, size_t index);

/* Take that many lines by themselves: they are no part of a passage. */
void passage_take_lines(PassageReader *reader, size_t count);

#endif
